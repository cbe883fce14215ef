"""Every object with an audience × every persona, at each of its addresses."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from common.access import Audience
from common.models import SharedDocument
from destination.places.models import Place
from tests.access.asking import asked
from tests.access.matrix import OUTSIDE, READERS, slugged
from tests.access.scene import PERSONAS, Scene
from tests.factories import make_event, make_picture, make_place, make_user, make_work_group


def answers(case: str, refused=404) -> dict:
    return {persona: 200 if persona in READERS[case] else refused for persona in PERSONAS}


@pytest.fixture
def town(people):
    """The people, and the facts that every thing shares but for its audience."""
    work_group = people["group_member"].work_groups.get()
    author = make_user("collegue@aurelle.example", people["member"].organisation)
    return Scene(people), {"author": author, "organisation": author.organisation}, work_group


# One reader more for each audience: who is asked at the further addresses of a thing, whose page all ten are asked.
LADDER = ("visitor", "professional", "moderator", "member", "group_member")


def asked_by_each(scene, method, address, personas=PERSONAS) -> dict:
    return {persona: asked(scene.browsers[persona], method, address) for persona in personas}


def asked_by_few(scene, name, arguments) -> dict:
    return asked_by_each(scene, "get", reverse(name, kwargs=arguments), LADDER)


def event_for(case, facts, work_group):
    audience = case if case in Audience.values else "public"
    more = {"unpublished": {"live": False}, "withdrawn": {"removed_at": timezone.now()}}.get(case, {})
    return make_event(audience=audience, work_groups=[work_group] if case == "group" else [], **more, **facts)


@pytest.mark.parametrize("case", READERS)
def test_event(town, case):
    scene, facts, work_group = town
    event = event_for(case, facts, work_group)
    arguments = slugged("event")(type("Things", (), {"event": event}))
    assert asked_by_each(scene, "get", reverse("agenda:event", kwargs=arguments)) == answers(case)
    for name in ("agenda:event_dates", "agenda:event_ics", "agenda:event_qr"):
        assert (name, asked_by_few(scene, name, arguments)) == (name, {persona: answers(case)[persona] for persona in LADDER})
    reported = asked_by_each(scene, "post", reverse("agenda:report", kwargs=arguments))
    assert reported == {persona: 422 if persona in READERS[case] else 404 for persona in PERSONAS}


@pytest.mark.parametrize("case", [case for case in READERS if case != "unpublished"])
def test_calendar_of_a_person(town, client, case):
    """The private address of a calendar shows what its owner may see, to a program that is not signed in; with the account it closes."""
    scene, facts, work_group = town
    event = event_for(case, facts, work_group)
    told = {
        persona: f"{event.uid}" in client.get("/fr/agenda.ics", {"key": person.feed_key}).content.decode()
        for persona, person in scene.people.items()
        if person.is_authenticated
    }
    assert told == {persona: persona in READERS[case] and scene.people[persona].is_active for persona in told}


@pytest.mark.parametrize("case", [case for case in READERS if case != "withdrawn"])
def test_place(town, case):
    scene, facts, work_group = town
    audience = case if case in Audience.values else "public"
    place = make_place(audience=audience, live=case != "unpublished", latitude=42.5, longitude=3.1, **facts)
    place.audience_groups.set([work_group] if case == "group" else [])
    place.save()
    assert Place.objects.count() == 1
    arguments = slugged("place")(type("Things", (), {"place": place}))
    assert asked_by_each(scene, "get", reverse("places:place", kwargs=arguments)) == answers(case)
    for name in ("places:place_map", "places:vcard"):
        assert (name, asked_by_few(scene, name, arguments)) == (name, {persona: answers(case)[persona] for persona in LADDER})


@pytest.mark.parametrize("case", Audience.values)
def test_picture(town, case):
    scene, facts, work_group = town
    picture = make_picture(audience=case, **facts)
    picture.audience_groups.set([work_group] if case == "group" else [])
    assert asked_by_each(scene, "get", picture.url_for(160, "webp")) == answers(case)
    for kind in ("avif", "jpeg"):
        given = asked_by_each(scene, "get", picture.url_for(160, kind), LADDER)
        assert (kind, given) == (kind, {persona: answers(case)[persona] for persona in LADDER})
    kept = scene.browser_of("administrator").get(picture.url_for(160))["Cache-Control"]
    assert kept == ("public, max-age=31536000, s-maxage=60, immutable" if case == "public" else "private, no-store")


@pytest.mark.parametrize("case", Audience.values)
def test_document(town, case):
    scene, facts, work_group = town
    document = SharedDocument.objects.create(title="Plan", file=ContentFile(b"plan", name="plan.txt"), audience=case, **facts)
    document.audience_groups.set([work_group] if case == "group" else [])
    address = reverse("common:document", kwargs={"pk": document.pk, "filename": "plan.txt"})
    assert asked_by_each(scene, "get", address) == answers(case)


@pytest.mark.parametrize("case", ["private", "group", "members"])
def test_author_sees_their_own(people, client, case):
    """Whatever the audience, and though they do not belong to it."""
    author = people["professional"]
    facts = {"audience": case, "author": author, "organisation": people["member"].organisation}
    event, place, picture = make_event(work_groups=[make_work_group()], **facts), make_place(**facts), make_picture(**facts)
    client.force_login(author)
    shown = [event.get_absolute_url(), place.get_absolute_url(), picture.url_for(160)]
    assert [client.get(address).status_code for address in shown] == [200, 200, 200]


@pytest.mark.parametrize("changeable_by", ["me", "office"])
def test_history_and_form_are_for_who_may_change(town, changeable_by):
    scene, facts, work_group = town
    event = make_event(live=False, changeable_by=changeable_by, **facts)
    event.save_revision(clean=False)
    may = {"moderator", "administrator"} | ({"member", "group_member", "secret_member"} if changeable_by == "office" else set())
    expected = {persona: 200 if persona in may else 404 for persona in PERSONAS} | dict.fromkeys(OUTSIDE, "login")
    for name in ("submissions:history", "submissions:edit"):
        assert (name, asked_by_each(scene, "get", reverse(name, args=[event.pk]))) == (name, expected)


def test_original_files_are_for_the_cms_alone(town):
    scene, facts, work_group = town
    picture = make_picture(**facts)
    inside = {"moderator", "editor", "administrator"}
    expected = {persona: 200 if persona in inside else 403 for persona in PERSONAS} | dict.fromkeys(OUTSIDE, "login")
    assert asked_by_each(scene, "get", f"/media/{picture.file.name}") == expected
    document = SharedDocument.objects.create(title="Plan", file=ContentFile(b"plan", name="plan.txt"), **facts)
    assert asked_by_each(scene, "get", f"/media/{document.file.name}") == dict.fromkeys(PERSONAS, 404)
