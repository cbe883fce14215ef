import html
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from destination.agenda.actions import refresh_occurrences
from destination.agenda.models import Category, Event
from destination.agenda.schedule import DateState
from destination.agenda.schedule.dates import with_changes
from tests.factories import event_form, make_category, make_event, make_organisation, make_place
from tests.factories.submissions import make_change, make_proposal
from tests.html import read

pytestmark = pytest.mark.wagtail_indexes


@pytest.fixture
def admin(client, administrator):
    client.force_login(administrator)
    return client


@pytest.mark.parametrize("model", ["agenda_event", "agenda_category", "places_place", "submissions_cannedreason"])
@pytest.mark.parametrize("page", ["list", "add"])
def test_admin_pages_open(admin, model, page):
    make_event(place=make_place())
    assert admin.get(reverse(f"wagtailsnippets_{model}:{page}")).status_code == 200


def test_event_is_added_with_its_date(admin, administrator):
    response = admin.post(reverse("wagtailsnippets_agenda_event:add"), event_form(make_place()))
    event = Event.objects.get()
    assert response.status_code == 302
    assert not event.live
    assert event.author == administrator
    assert event.schedule.slots[0].start.isoformat() == "18:30:00"


def test_event_form_says_what_is_wrong(admin):
    form = event_form(make_place(), until="2027-07-01", prices="gratuit")
    response = admin.post(reverse("wagtailsnippets_agenda_event:add"), form)
    assert set(response.context["form"].errors) == {"until", "prices"}
    assert not Event.objects.exists()


def test_prices_are_written_one_a_line(admin):
    form = event_form(make_place(), prices="Plein tarif : 12,50 €\nRéduit : 8")
    admin.post(reverse("wagtailsnippets_agenda_event:add"), form)
    prices = Event.objects.get().prices
    assert [(price["label"], price["amount"]) for price in prices] == [("Plein tarif", "12.50"), ("Réduit", "8.00")]
    response = admin.get(reverse("wagtailsnippets_agenda_event:edit", args=[Event.objects.get().pk]))
    assert "Plein tarif : 12.50" in response.content.decode()


def test_list_takes_the_same_number_of_queries(admin, django_assert_max_num_queries):
    address = reverse("wagtailsnippets_agenda_event:list")
    for _number in range(30):
        make_event(place=make_place(), categories=[make_category()])
    with django_assert_max_num_queries(35):
        admin.get(address)


def test_category_is_named_in_each_language(admin):
    address = reverse("wagtailsnippets_agenda_category:add")
    admin.post(address, {"code": "glissades", "names_fr": "Cinéma", "names_en": "Film", "names_ca": ""})
    assert Category.objects.get(code="glissades").names == {"fr": "Cinéma", "en": "Film"}


def test_removed_event_is_not_listed(admin):
    make_event("Supprimé", removed_at=timezone.now())
    assert "Supprimé" not in admin.get(reverse("wagtailsnippets_agenda_event:list")).content.decode()


def test_form_does_not_name_the_place_of_another_office_and_keeps_it(client, editor):
    place = make_place("Salle du conseil", audience="private", organisation=make_organisation("Ailleurs"))
    event = make_event("Fête", place=place)
    client.force_login(editor)
    address = reverse("wagtailsnippets_agenda_event:edit", args=[event.pk])
    assert "Salle du conseil" not in client.get(address).content.decode()
    words = {"words-INITIAL_FORMS": "1", "words-0-id": str(event.words.get().pk)}
    response = client.post(address, event_form(place) | words | {"place": ""})
    assert response.status_code == 302, response.context["form"].errors
    latest = Event.objects.get().get_latest_revision_as_object()
    assert (latest.title, latest.place) == ("Fête du port", place)


# ---- previews ---------------------------------------------------------------------------------------------------------
def linked_addresses(page: str) -> set[str]:
    """Every address of ours that a page of the CMS links to or asks for by itself."""
    attributes = re.findall(r'(?:href|data-w-preview-url-value|data-[a-z-]*url[a-z-]*)="(/[^"#]*)', page)
    return {html.unescape(address) for address in attributes if not address.startswith(("/static/", "/media/", "//"))}


@pytest.mark.parametrize(("person", "make"), [("moderator", make_proposal), ("administrator", make_change)])
def test_every_address_that_the_edit_page_and_the_front_page_link_answers(client, request, member, person, make):
    event = make(member, "Bal du port")
    client.force_login(request.getfixturevalue(person))
    pages = ("/admin/", reverse("wagtailsnippets_agenda_event:edit", args=[event.pk]))
    linked = set().union(*(linked_addresses(client.get(page).content.decode()) for page in pages))
    assert f"/admin/snippets/agenda/event/preview/{event.pk}/" in linked
    assert any("/event/workflow/preview/" in address for address in linked)
    answers = {address: client.get(address).status_code for address in linked}
    # 405: what a button posts to.
    assert {address: status for address, status in answers.items() if status not in (200, 302, 404, 405)} == {}


def test_moderator_previews_what_waits_and_nothing_is_published(client, moderator, member):
    event = make_change(member, "Loto", "Grand loto")
    task = event.current_workflow_state.current_task_state.task
    client.force_login(moderator)
    page = client.get(reverse("wagtailsnippets_agenda_event:workflow_preview", args=[event.pk, task.pk]))
    assert page.status_code == 200 and "Grand loto" in read(page).text
    assert Event.objects.get().title == "Loto"


def test_preview_panel_shows_what_is_typed_in_each_language(admin):
    event = make_event("Bal du port", words={"fr": "Bal du port", "en": "Harbour dance"}, place=make_place())
    address = reverse("wagtailsnippets_agenda_event:preview_on_edit", args=[event.pk])
    edit = read(admin.get(reverse("wagtailsnippets_agenda_event:edit", args=[event.pk])))
    typed = edit.form_values() | {"words-0-title": "Bal de la plage"}
    assert admin.post(address, typed).json() == {"is_valid": True, "is_available": True}
    french, english = (admin.get(address, {"mode": language, "in_preview_panel": "true"}) for language in ("fr", "en"))
    assert "Bal de la plage" in read(french).text and "Harbour dance" in read(english).text
    assert (french["Content-Language"], french["X-Frame-Options"]) == ("fr", "SAMEORIGIN")
    assert Event.objects.get().title == "Bal du port"


@pytest.mark.parametrize("person", ["member", "professional"])
def test_preview_is_for_who_edits_or_decides(client, request, member, person):
    event = make_proposal(member)
    client.force_login(request.getfixturevalue(person))
    for name, arguments in (
        ("preview_on_edit", [event.pk]),
        ("workflow_preview", [event.pk, event.current_workflow_state.current_task_state.task_id]),
    ):
        answer = client.get(reverse(f"wagtailsnippets_agenda_event:{name}", args=arguments))
        assert answer.status_code in (302, 403, 404) and b"Bal de la Saint-Jean" not in answer.content


def test_state_and_its_reason_are_written_and_listed(admin):
    series = make_event("Bal", words={"fr": "Bal"})
    series.schedule = with_changes(series.schedule, [series.schedule.slots[0]], state=DateState.FULL)
    series.save()
    refresh_occurrences(series)
    place = make_place()
    form = event_form(place, state="postponed", reasons_fr="La scène est mouillée.", next_edition=series.pk)
    admin.post(reverse("wagtailsnippets_agenda_event:add"), form)
    event = Event.objects.latest("pk")
    assert (event.state, event.reasons, event.next_edition) == ("postponed", {"fr": "La scène est mouillée."}, series)
    listed = admin.get(reverse("wagtailsnippets_agenda_event:list")).content.decode()
    assert "Reporté" in listed and "1 date signalée" in listed
    edited = admin.get(reverse("wagtailsnippets_agenda_event:edit", args=[series.pk])).content.decode()
    assert reverse("submissions:states", args=[series.pk]) in edited
