import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from destination.agenda.models import Event
from intranet.submissions.forms.initial import fields_of
from intranet.submissions.forms.proposal import Proposal
from pro_portal.photos.models import Photo
from tests.factories import make_event, make_picture, make_place, make_work_group
from tests.factories.tutorials import make_tutorial
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def groups(member, editor, group_member):
    return {
        "own": make_work_group(editor, member, name="Le mien"),
        "other": make_work_group(group_member, name="À d’autres"),
        "secret": make_work_group(group_member, name="Sirocco", kind="secret"),
    }


def offered(response) -> set[str]:
    """By label: the CMS hides its tabs until a script opens one."""
    labels = {label.get_text(" ", strip=True) for label in BeautifulSoup(response.content, "html.parser").find_all("label")}
    return labels & {"Le mien", "À d’autres", "Sirocco"}


CHOOSERS = {
    "event": lambda things: reverse("wagtailsnippets_agenda_event:edit", args=[things["event"].pk]),
    "new place": lambda things: reverse("wagtailsnippets_places_place:add"),
    "picture": lambda things: reverse("wagtailimages:edit", args=[things["picture"].pk]),
    "document": lambda things: reverse("wagtaildocs:add"),
    "rights": lambda things: reverse("photos:photo_rights", args=[things["picture"].pk]),
    "tutorial": lambda things: reverse("wagtailsnippets_tutorials_tutorial:edit", args=[things["tutorial"].pk]),
    "proposal": lambda things: reverse("submissions:new"),
    "link": lambda things: reverse("watch:add"),
}


@pytest.mark.parametrize("chooser", CHOOSERS)
def test_chooser_offers_the_readers_own_groups(client, administrator, groups, chooser):
    """An administrator meets every form, and is offered what everybody is."""
    groups["own"].memberships.create(user=administrator)
    picture = make_picture("Le port")
    Photo.objects.create(picture=picture, state="accepted", orientation="landscape")
    things = {"event": make_event(), "picture": picture, "tutorial": make_tutorial("fiche")}
    client.force_login(administrator)
    assert offered(client.get(CHOOSERS[chooser](things))) == {"Le mien"}


def test_hidden_groups_of_a_thing_are_neither_shown_nor_lost(client, editor, groups):
    event = make_event(audience="group", work_groups=list(groups.values()), place=make_place())
    event.save_revision()
    client.force_login(editor)
    address = reverse("wagtailsnippets_agenda_event:edit", args=[event.pk])
    response = client.get(address)
    page = read(response)
    assert offered(response) == {"Le mien", "À d’autres"}
    values = page.form_values()
    values["audience_groups"] = [str(groups["own"].pk)]
    response = client.post(address, values | {"action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    assert {group.name for group in Event.objects.get(pk=event.pk).audience_groups.all()} == {"Le mien", "Sirocco"}
    first, last = event.revisions.order_by("pk").values_list("pk", flat=True)[:2]
    compare = reverse("wagtailsnippets_agenda_event:revisions_compare", args=[event.pk, first, last])
    assert b"Sirocco" not in client.get(compare).content
    assert "À d’autres" in client.get(compare).content.decode()


def test_thing_whose_group_is_deleted_says_so_and_opens_no_wider(client, group_member):
    group = group_member.work_groups.get()
    event = make_event(audience="group", work_groups=[group], author=group_member, organisation=group_member.organisation)
    group.throw_away(group_member)
    person, event = type(group_member).objects.get(pk=group_member.pk), Event.objects.get(pk=event.pk)
    client.force_login(person)
    page = read(client.get(reverse("submissions:edit", args=[event.pk])))
    assert "Le groupe choisi est supprimé" in page.text
    form = Proposal(fields_of(event), person, event=event, checked=True)
    sharing = next(section for section in form.sections if section.slug == "partage")
    assert sharing.is_valid(), sharing.errors
    assert (sharing.cleaned_data["audience"], sharing.cleaned_data["audience_groups"]) == ("group", [group])


def test_group_deleted_while_chosen_gets_a_sentence(client, group_member):
    group = group_member.work_groups.get()
    make_work_group(group_member, name="Un autre")
    fields = {"audience": ["group"], "changeable_by": ["me"], "audience_groups": [str(group.pk)]}
    group.throw_away(group_member)
    person = type(group_member).objects.get(pk=group_member.pk)
    sharing = next(section for section in Proposal(fields, person, checked=True).sections if section.slug == "partage")
    assert "n’existe plus" in sharing.errors["audience_groups"][0]
