"""The queue page and the addresses of the decisions."""

import pytest
from django.urls import reverse
from django.utils import timezone

from destination.agenda.models import Event
from intranet.submissions.actions import decisions, proposals
from intranet.submissions.models import CannedReason, Claim, Decision
from intranet.submissions.presenters.moderation_lists import Pile, counters, pile_of
from intranet.submissions.views import moderation
from tests.factories import make_category, make_event, make_picture, make_place, make_user
from tests.factories.submissions import cancel_event, make_change, make_proposal
from tests.html import read

QUEUE = "/intranet/evenements/moderation/"


@pytest.fixture
def desk(client, moderator):
    client.force_login(moderator)
    return client


def decide(client, event, verb, **fields):
    fields.setdefault("revision", Event.objects.get(pk=event.pk).latest_revision_id or "")
    return client.post(reverse(f"submissions:{verb}", args=[event.pk]), fields)


def titles(response) -> list[str]:
    """Those of the proposals listed, in their order."""
    return [link.name for link in read(response).all_by_role("link") if "evenement=" in link["href"]]


def test_queue_does_not_exist_for_a_member(client, member):
    event = make_proposal(member)
    client.force_login(member)
    assert client.get(QUEUE).status_code == 404
    assert decide(client, event, "accept").status_code == 404
    assert not Event.objects.get(pk=event.pk).live


@pytest.mark.every_database
def test_queue_shows_nothing_of_what_is_among_the_colleagues_of_another_office(desk, member):
    event = make_proposal(member, "Entre nous", audience="private")
    assert "Entre nous" not in desk.get(QUEUE, {"evenement": event.pk}).content.decode()
    for verb in ("accept", "refuse", "send_back", "seen", "claim"):
        assert decide(desk, event, verb, words="Non.").status_code == 404


def test_queue_wants_a_person(client, db):
    assert client.get(QUEUE).status_code == 302


@pytest.mark.every_database
def test_queue_is_oldest_first_and_counted(desk, member):
    first, second = make_proposal(member, "Premier"), make_change(member, "Ancien", "Second")
    make_proposal(member, "Pas envoyé", in_queue=False)
    assert list(pile_of(Pile.WAITING)) == [first, second]
    assert counters() == {Pile.WAITING: 2, Pile.SENT_BACK: 0, Pile.TO_SEE: 0, Pile.REFUSED: 0}
    assert titles(desk.get(QUEUE)) == ["Premier", "Second"]


@pytest.mark.every_database
def test_each_pile_holds_its_own(member, moderator):
    back, refused, cancelled = (make_proposal(member, title) for title in ("Renvoyé", "Refusé", "Annulé"))
    decisions.send_back(back, moderator, "Précisez")
    decisions.refuse(refused, moderator, "Non")
    decisions.accept(cancelled, moderator)
    cancel_event(cancelled, member)
    assert [list(pile_of(pile)) for pile in Pile] == [[], [back], [cancelled], [refused]]


@pytest.mark.every_database
def test_refused_event_proposed_again_leaves_the_refusals(member, moderator):
    event = make_proposal(member)
    decisions.refuse(event, moderator, "Non")
    proposals.propose(event, member)
    assert not pile_of(Pile.REFUSED).exists()


@pytest.mark.parametrize("waiting", [3, 60])
def test_queue_takes_the_same_few_queries(desk, member, waiting, django_assert_max_num_queries):
    for number in range(waiting):
        make_proposal(member, f"Bal {number}", categories=[make_category()], place=make_place())
    desk.get(QUEUE)
    with django_assert_max_num_queries(14):  # one asks for the reader’s groups, one which articles they must read
        desk.get(QUEUE)


@pytest.mark.every_database
def test_pages_of_the_queue_follow_each_other(desk, member, monkeypatch):
    monkeypatch.setattr(moderation, "BY_PAGE", 2)
    for title in ("Un", "Deux", "Trois"):
        make_proposal(member, title)
    assert [titles(desk.get(QUEUE, {"page": page})) for page in (1, 2)] == [["Un", "Deux"], ["Trois"]]
    assert desk.get(QUEUE).context["page"].paginator.count == 3


@pytest.mark.every_database
def test_filters_narrow_the_list(desk, member):
    harbour, hill = make_place("Port"), make_place("Colline")
    at_sea = make_proposal(member, "Régate", place=harbour)
    make_proposal(member, "Randonnée", place=hill)
    assert titles(desk.get(QUEUE, {"commune": at_sea.commune_id})) == ["Régate"]
    assert titles(desk.get(QUEUE, {"nature": "modifies"})) == []


@pytest.mark.parametrize("query", [
    "evenement=abc", "evenement=99999999999999999999", "evenement=0", "commune=%00", "page=-3", "liste=%27", "nature=x&fait=12",
    "categorie=²&organisme=-1", "fait=99999999999",
])  # fmt: skip
def test_odd_addresses_are_answered(desk, query):
    assert desk.get(f"{QUEUE}?{query}").status_code == 200


def test_detail_shows_the_proposal(desk, member):
    picture = make_picture(author=member, audience="members", credit="Nora Inventée")
    place = make_place("Halle neuve", author=member, live=False)
    event = make_proposal(member, picture=picture, place=place, prices=[{"code": "full", "label": "", "amount": "12.00"}])
    detail = read(desk.get(QUEUE, {"evenement": event.pk})).region("Proposition choisie")
    assert "Bal de la Saint-Jean" in detail.texts("heading")
    assert "Plein tarif 12 €" in detail.texts("definition")
    for words in ("Halle neuve", "nouveau lieu", "Nora Inventée", "Maria Delmoli"):
        assert words in detail.text


def test_detail_says_for_whom_it_is_accessible(desk, member):
    event = make_proposal(member, accessibility=["motor"], access_details=["step_free"])
    facts = read(desk.get(QUEUE, {"evenement": event.pk})).text
    assert "handicap moteur" in facts.lower() or "moteur" in facts.lower()


def test_detail_marks_what_changes(desk, member):
    event = make_change(member, "Bal <b>ancien</b>", "Bal <b>nouveau</b>")
    page = read(desk.get(QUEUE, {"evenement": event.pk}))
    assert page.get_by_role("deletion").text == "ancien"
    assert page.get_by_role("insertion").text == "nouveau"
    assert "Bal <b>nouveau</b>" in page.texts("heading")  # the author's signs stay letters


def test_likely_duplicate_is_shown(desk, member):
    make_event("Bal de la Saint-Jean")
    event = make_proposal(member)
    assert "Peut-être déjà dans l’agenda" in read(desk.get(QUEUE, {"evenement": event.pk})).text


def test_accepting_moves_to_the_next(desk, member):
    first, second = make_proposal(member, "Premier"), make_proposal(member, "Second")
    response = decide(desk, first, "accept", next=second.pk, liste="en-attente")
    assert Event.objects.get(pk=first.pk).live
    assert f"evenement={second.pk}" in response.url
    page = read(desk.get(response.url))
    assert "Reprendre la décision" in page.text


def test_double_click_accepts_once(desk, member):
    event = make_proposal(member)
    decide(desk, event, "accept")
    again = decide(desk, event, "accept")
    assert again.status_code == 409
    assert "Modeste Lequeu a déjà traité cet événement" in read(again).text
    assert event.decisions.filter(verb=Decision.Verb.ACCEPTED).count() == 1


def test_words_of_the_second_moderator_survive_the_decision_of_the_first(desk, member, administrator):
    event = make_proposal(member)
    decisions.accept(event, administrator)
    page = read(decide(desk, event, "refuse", words="La salle est prise ce soir-là."))
    assert page.field("Vos mots ne sont pas partis").value == "La salle est prise ce soir-là."
    assert page.get_by_role("button", "Envoyer à l’auteur").form["action"] == reverse("submissions:comment", args=[event.pk])


def test_stale_form_is_told(desk, member):
    event = make_proposal(member)
    revision = event.latest_revision_id
    event.save_revision(user=member, clean=False)
    proposals.propose(event, member)
    response = decide(desk, event, "accept", revision=revision)
    assert response.status_code == 409
    assert "L’auteur a modifié sa proposition" in read(response).text


def test_refusal_speaks_the_language_of_the_author(desk, office, mailoutbox):
    author = make_user(organisation=office, language="ca")
    event = make_proposal(author)
    decide(desk, event, "refuse", reason="duplicate", words="Merci tout de même.")
    words = event.decisions.last().words
    assert words == f"{CannedReason.objects.get(code='duplicate').texts['ca']}\n\nMerci tout de même."


def test_preview_shows_the_message_and_decides_nothing(desk, member):
    event = make_proposal(member)
    response = decide(desk, event, "refuse", reason="duplicate", words="À bientôt", preview="1")
    assert "figure déjà dans l’agenda" in read(response).text
    assert event.decisions.count() == 1


@pytest.mark.parametrize("words, status", [("", 409), ("a" * 10_000_000, 409), ("\x00", 409), ("<script>\u202eé😀", 302)])
def test_words_of_a_refusal(desk, member, words, status):
    event = make_proposal(member)
    response = decide(desk, event, "send_back", words=words, revision="abc", next="\x00", commune="x")
    assert response.status_code == status


def test_unknown_event_is_not_found(desk):
    assert desk.post("/intranet/evenements/999999/accepter/").status_code == 404
    assert desk.post("/intranet/evenements/99999999999999999999999/accepter/").status_code == 404
    assert desk.get("/intranet/evenements/1/accepter/").status_code == 405


def test_decision_is_taken_back_from_the_toast(desk, member, moderator):
    event = make_proposal(member)
    decision = decisions.accept(event, moderator)
    desk.post(reverse("submissions:take_back", args=[decision.pk]))
    assert Event.objects.get(pk=event.pk).workflow_in_progress
    response = desk.post(reverse("submissions:take_back", args=[decision.pk]), follow=True)
    assert "Il est trop tard" in read(response).text


def test_colleague_is_told_who_is_on_it(desk, member, moderator, administrator, client):
    event = make_proposal(member)
    decide(desk, event, "claim")
    client.force_login(administrator)
    page = read(client.get(QUEUE, {"evenement": event.pk}))
    assert "Modeste Lequeu s’en occupe" in page.text
    client.force_login(moderator)
    assert read(client.get(QUEUE, {"evenement": event.pk})).has("button", "Je ne m’en occupe plus")
    decide(client, event, "claim", release="1")
    client.force_login(administrator)
    assert "s’en occupe" not in read(client.get(QUEUE, {"evenement": event.pk})).text


def test_looking_claims_nothing(desk, member):
    event = make_proposal(member)
    desk.get(QUEUE, {"evenement": event.pk})
    assert not Claim.objects.exists()


def test_seen_event_leaves_the_list(desk, member):
    event = make_event(author=member, organisation=member.organisation)
    cancel_event(event, member)
    assert pile_of(Pile.TO_SEE).exists()
    decide(desk, event, "seen", liste="a-voir")
    assert not pile_of(Pile.TO_SEE).exists()


def test_event_with_broken_dates_is_still_shown(desk, member):
    event = make_proposal(member)
    Event.objects.filter(pk=event.pk).update(schedule_data={"x": 1})
    revision = event.latest_revision
    revision.content["schedule_data"] = {"x": 1}
    revision.save()
    assert desk.get(QUEUE, {"evenement": event.pk}).status_code == 200


def test_removed_event_is_not_in_the_queue(desk, member):
    event = make_proposal(member)
    Event.objects.filter(pk=event.pk).update(removed_at=timezone.now())
    assert not pile_of(Pile.WAITING).exists()


def test_filters_name_organisations_in_the_language_of_the_reader(desk, moderator, office, member):
    type(office).objects.filter(pk=office.pk).update(translated_names={"ca": "Oficina de la Costa"})
    make_proposal(member)
    type(moderator).objects.filter(pk=moderator.pk).update(language="ca")
    page = read(desk.get(QUEUE))
    assert "Oficina de la Costa" in page.text and "Office de la Côte" not in page.text
