"""Nothing typed is ever lost: drafts, two tabs, an expired session, a double click."""

import json
import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from destination.agenda.models import Event
from intranet.submissions.forms.initial import starting_fields
from intranet.submissions.models import Decision, Draft
from tests.factories import make_event, make_user
from tests.factories.photos import jpeg
from tests.factories.submissions import DraftTab, make_proposal, proposal_form
from tests.html import read

pytestmark = pytest.mark.django_db
MINE = "/intranet/evenements/"


@pytest.fixture
def page(client, member):
    client.force_login(member)
    return DraftTab(client, member)


def test_new_form_keeps_nothing_before_the_first_word(client, member):
    client.force_login(member)
    answer = client.get(reverse("submissions:new"))
    assert answer.status_code == 200
    assert member.organisation.name in read(answer).text
    assert not Draft.objects.exists()


def test_form_is_for_members(client, professional):
    client.force_login(professional)
    for name in ("new", "mine", "import"):
        assert client.get(reverse(f"submissions:{name}")).status_code == 404
    assert DraftTab(client, professional).post("save", proposal_form()).status_code == 404


def test_visitor_signs_in_first(client, member):
    assert client.get(reverse("submissions:new")).url.startswith("/compte/connexion/")
    assert client.get(DraftTab(client, member).url).url.startswith("/compte/connexion/?next=")


def test_autosave_keeps_everything_as_typed_and_tells_the_hour(page, member):
    wrong = {"fr-title": "Fête\x00", "date-0-day": "31/02", "fr-text": "<script>\U0001f389 مرحبا"}
    answer = page.post("autosave", wrong)
    draft = Draft.objects.get()
    told = answer.json()
    assert (answer.status_code, told["version"], told["url"]) == (200, 1, page.url)
    assert re.fullmatch(r"Enregistré à \d{1,2} h \d\d", told["words"])
    assert draft.fields == {"fr-title": ["Fête"], "date-0-day": ["31/02"], "fr-text": ["<script>\U0001f389 مرحبا"]}
    assert draft.author == member


def test_draft_is_taken_up_again_by_its_address_without_reproach(page):
    page.post("autosave", {"fr-title": "À suivre", "date-0-day": "31/02"})
    draft = read(page.client.get(page.url))
    values = draft.form_values()
    assert (values["fr-title"], values["date-0-day"]) == ("À suivre", "31/02")
    assert "n’existe pas dans le calendrier" not in draft.text
    assert "n’existe pas dans le calendrier" in read(page.client.get(page.url + "?verifier")).text


def test_draft_of_another_person_does_not_exist(page, office):
    page.post("save", proposal_form())
    colleague = make_user(organisation=office)
    page.client.force_login(colleague)
    assert page.client.get(page.url).status_code == 404


def test_save_button_works_without_javascript(page):
    answer = page.post("save", {"fr-title": "Brouillon"}, follow=True)
    assert answer.redirect_chain == [(page.url, 302)]
    assert "Brouillon enregistré à" in read(answer).text


def test_adding_a_date_without_javascript_gives_one_more_line(page):
    answer = page.post("add_date", proposal_form(when="several"), follow=True)
    assert "date-1-day" in read(answer).form_values()


def test_saving_again_and_again_changes_nothing(page):
    """What the page shows of a draft is what it sends back: no field may grow on the way."""
    page.post("save", proposal_form())
    for _time in range(3):
        shown = page.client.get(page.url)
        hidden = {field.html_name: field.value() or "" for field in shown.context["proposal"] if field.is_hidden}
        assert hidden == {"changes": "", "place": "", "picture": ""}
        page.version = Draft.objects.get().version
        page.post("save", proposal_form() | hidden)
    assert page.post("send", proposal_form() | hidden).url == MINE


def test_faults_keep_everything_typed_and_are_listed_on_top(page):
    answer = page.post("send", proposal_form(**{"fr-title": "", "date-0-day": "31/02/2027", "fr-text": "Le <b>programme</b>"}))
    form = read(answer)
    assert answer.status_code == 422
    links = [link["href"] for link in form.all_by_role("link")]
    assert "#id_fr-title" in links and "#id_date-0-day" in links
    values = form.form_values()
    assert (values["fr-text"], values["date-0-day"]) == ("Le <b>programme</b>", "31/02/2027")
    assert not Event.objects.exists()
    assert Draft.objects.get().sent_at is None


def test_moderator_is_told_where_to_accept_what_they_propose(client, moderator):
    client.force_login(moderator)
    answer = DraftTab(client, moderator).post("send", proposal_form(), follow=True)
    assert "attend dans la modération : vous pouvez l’y accepter." in read(answer).text
    assert not Event.objects.get().live


def test_sending_makes_one_proposal_that_waits(page, member):
    answer = page.post("send", proposal_form(), follow=True)
    event = Event.objects.get()
    assert answer.redirect_chain == [(MINE, 302)]
    assert "envoyé à la modération" in read(answer).text
    assert (event.title, event.live, event.author, event.organisation) == (
        "Concert sur le port",
        False,
        member,
        member.organisation,
    )
    assert event.latest_revision.user == member
    assert list(event.decisions.values_list("verb", flat=True)) == [Decision.Verb.PROPOSED]
    assert Draft.objects.get().event == event


def test_trusted_office_publishes_at_once(page, member):
    new_form = reverse("submissions:new")
    assert read(page.client.get(new_form)).has("button", "Proposer l’événement")
    member.organisation.trusted = True
    member.organisation.save()
    assert read(page.client.get(new_form)).has("button", "Publier l’événement")
    answer = page.post("send", proposal_form(), follow=True)
    assert "est publié" in read(answer).text
    assert Event.objects.get().live
    form = read(page.client.get(reverse("submissions:edit", args=[Event.objects.get().pk]))).text
    assert "sera publiée aussitôt" in form and "jusqu’à ce que la modération accepte" not in form


def test_double_click_makes_one_event_and_says_so(page):
    page.post("send", proposal_form())
    answer = page.post("send", proposal_form(), follow=True)
    assert "déjà partie" in read(answer).text
    assert Event.objects.count() == 1
    assert page.post("autosave", proposal_form()).status_code == 410


# ---- a form that was sent and is written in again -----------------------------------------------------------------------
AGAIN = {"fr-title": "Concert d’automne", "fr-text": "Avec la chorale des enfants."}


def test_form_sent_and_written_in_again_becomes_a_new_draft_and_says_so(page):
    page.post("send", proposal_form())
    again = proposal_form(**AGAIN)
    answer = page.post("send", again, follow=True)
    assert "est un nouveau brouillon" in read(answer).text
    assert read(answer).form_values()["fr-text"] == "Avec la chorale des enfants."
    draft = Draft.objects.get(sent_at=None)
    assert (draft.title, draft.event, Event.objects.count()) == ("Concert d’automne", None, 1)
    page.post("send", again)
    assert Draft.objects.count() == 2


def test_words_typed_while_another_tab_sent_are_kept_without_a_session_too(page, member):
    page.post("save", proposal_form())
    second_tab(page, member).post("send", proposal_form())
    page.client.logout()
    answer = page.post("save", proposal_form(**AGAIN))
    draft = Draft.objects.get(sent_at=None)
    assert answer.url.endswith(f"next={reverse('submissions:draft', args=[draft.key])}") and draft.author == member


def test_late_request_of_a_page_that_was_sent_makes_no_draft(page):
    page.post("send", proposal_form())
    told = page.post("autosave", proposal_form(**AGAIN))
    assert (told.status_code, told.json()["differs"], Draft.objects.count()) == (410, True, 1)


def test_edit_sent_and_written_in_again_is_an_edit_once_more(client, member):
    event = make_event(author=member, organisation=member.organisation)
    client.force_login(member)
    tab = DraftTab(client, member, event=event)
    tab.post("send", proposal_form(base=""))
    tab.post("send", proposal_form(base="", **AGAIN))
    assert Draft.objects.get(sent_at=None).event == event


def test_empty_form_makes_no_draft(page, member):
    empty = starting_fields(member) | {"fr-title": "", "place": ""}
    assert page.post("autosave", empty).status_code == 204
    for action, status in (("save", 200), ("preview", 422), ("send", 422)):
        answer = page.post(action, empty)
        assert (answer.status_code, Draft.objects.exists()) == (status, False)
    assert "#id_fr-title" in [link["href"] for link in read(answer).all_by_role("link")]


def test_date_is_added_while_a_photo_is_chosen(page):
    photo = SimpleUploadedFile("bal.jpg", jpeg(), "image/jpeg")
    answer = page.post("add_date", proposal_form(when="several", picture_file=photo), follow=True)
    values = read(answer).form_values()
    assert "date-1-day" in values and values["picture"]


def test_faults_are_listed_in_the_order_of_the_page(page):
    answer = page.post("send", {"when": "once", "timing": "timed", "date-0-start": "18h", "audience": "", "fr-title": ""})
    links = [link["href"] for link in read(answer).all_by_role("link") if link["href"].startswith("#id_")]
    wanted = ["#id_fr-title", "#id_categories", "#id_date-0-day", "#id_place_name", "#id_audience"]
    assert [link for link in links if link in wanted] == wanted


# ---- two tabs -------------------------------------------------------------------------------------------------------


def second_tab(page, member, version=1) -> DraftTab:
    return DraftTab(page.client, member, key=page.key, version=version)


def test_second_tab_is_told_and_overwrites_nothing(page, member):
    page.post("autosave", proposal_form())
    other = second_tab(page, member)
    page.post("autosave", proposal_form(**{"fr-title": "Titre du premier onglet"}))
    answer = other.post("autosave", proposal_form(**{"fr-title": "Titre du second"}))
    assert answer.status_code == 409
    assert "changé dans un autre onglet" in answer.json()["words"]
    assert Draft.objects.get().fields["fr-title"] == ["Titre du premier onglet"]


def test_second_tab_sees_both_values_and_chooses(page, member):
    sent = proposal_form()
    page.post("save", sent)
    other = second_tab(page, member)
    page.post("save", sent | {"fr-title": "Titre du premier", "meeting_point": "Au phare"})
    answer = other.post("send", sent | {"fr-title": "Titre du second", "meeting_point": "Au quai"})
    text = read(answer).text
    assert answer.status_code == 409
    assert all(words in text for words in ("Titre du premier", "Titre du second", "Au phare", "Au quai"))
    assert [difference.name for difference in answer.context["differences"]] == ["fr-title", "meeting_point"]
    choice = {
        "version": Draft.objects.get().version,
        "mine": json.dumps(answer.context["mine"]),
        "theirs": json.dumps(answer.context["theirs"]),
        "choose-fr-title": "mine",
        "choose-meeting_point": "theirs",
    }
    page.client.post(reverse("submissions:choose_version", args=[page.key]), choice)
    kept = Draft.objects.get().fields
    assert (kept["fr-title"], kept["meeting_point"]) == (["Titre du second"], ["Au phare"])
    assert not Event.objects.exists()


def test_choice_made_on_a_stale_page_is_asked_again(page, member):
    page.post("save", proposal_form())
    both = {"mine": json.dumps({"fr-title": ["a"]}), "theirs": json.dumps({"fr-title": ["b"]}), "version": 0}
    assert page.client.post(reverse("submissions:choose_version", args=[page.key]), both).status_code == 409
    for broken in ("", "[]", '{"a": 1}', "[" * 100_000):
        answer = page.client.post(reverse("submissions:choose_version", args=[page.key]), both | {"mine": broken})
        assert answer.status_code == 404


def test_same_words_from_two_tabs_are_no_conflict(page, member):
    sent = proposal_form()
    page.post("autosave", sent)
    assert second_tab(page, member, version=0).post("autosave", sent).status_code == 200


# ---- an expired session ---------------------------------------------------------------------------------------------


def test_autosave_after_the_session_ended_keeps_the_words(page, member):
    page.client.logout()
    answer = page.post("autosave", proposal_form())
    assert answer.status_code == 401
    assert "rien n’est perdu" in answer.json()["words"]
    assert Draft.objects.get().author == member


def test_sending_after_the_session_ended_keeps_the_words_then_signs_in(page, member):
    page.client.logout()
    answer = page.post("send", proposal_form(**{"fr-title": "Écrit hors session"}))
    assert answer.url == f"/compte/connexion/?next={page.url}"
    assert not Event.objects.exists()
    page.client.force_login(member)
    assert read(page.client.get(page.url)).form_values()["fr-title"] == "Écrit hors session"


def test_form_goes_on_after_signing_in_again_in_another_tab(member):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(member)
    page = DraftTab(strict, member)
    strict.logout()
    strict.force_login(member)  # every CSRF token given before is void now
    assert page.post("send", proposal_form()).url == MINE
    assert Event.objects.count() == 1


def test_conflict_without_a_session_loses_neither_version(page, member):
    page.post("save", proposal_form())
    stale = second_tab(page, member, version=0)
    page.client.logout()
    stale.post("save", proposal_form(**{"fr-title": "Autre version"}))
    assert {draft.title for draft in Draft.objects.all()} == {"Concert sur le port", "Autre version"}


def test_another_person_signed_in_meanwhile_reads_nothing(page, member, office):
    page.client.force_login(make_user(organisation=office))
    answer = page.post("send", proposal_form())
    assert answer.status_code == 403
    assert "Concert sur le port" not in answer.content.decode()
    assert Draft.objects.get().author == member


@pytest.mark.parametrize("ticket", ["", "forged", "WyJhIiwxXQ:1abc:xyz"])
def test_form_without_a_good_ticket_writes_nothing_and_gives_the_words_back(page, ticket):
    page.ticket = ticket
    answer = page.post("send", proposal_form(**{"fr-title": "Resté ouvert tout l’été"}))
    assert answer.status_code == 403
    assert read(answer).form_values()["fr-title"] == "Resté ouvert tout l’été"
    assert not Draft.objects.exists()


def test_ticket_of_one_draft_does_not_write_another(page, member):
    other = DraftTab(page.client, member)
    page.key = other.key
    assert page.post("save", proposal_form()).status_code == 404


def test_ten_megabytes_are_kept_and_twenty_get_a_sentence(page):
    assert page.post("autosave", {"fr-title": "x" * 10_000_000}).status_code == 200
    answer = page.post("send", {"fr-title": "x" * 20_000_000})
    assert answer.status_code == 413
    assert "trop long" in read(answer).text


def test_ten_thousand_lines_get_a_sentence(page):
    answer = page.post("send", {f"date-{number}-day": "1/7/2026" for number in range(10_000)})
    assert answer.status_code == 413


# ---- drafts thrown away, copies, edits ------------------------------------------------------------------------------


def test_discarded_draft_comes_back(page):
    page.post("save", proposal_form())
    answer = page.client.post(reverse("submissions:discard_draft", args=[page.key]), follow=True)
    assert "est supprimé" in read(answer).text
    assert answer.context["drafts"] == []
    answer = page.client.post(reverse("submissions:restore_draft", args=[page.key]), follow=True)
    assert [draft.key for draft in answer.context["drafts"]] == [page.key]


def test_copy_has_everything_but_the_dates(client, member):
    event = make_event("Fête du port", author=member, organisation=member.organisation, meeting_point="Au phare")
    client.force_login(member)
    values = read(client.get(reverse("submissions:new"), {"copie": event.pk})).form_values()
    assert (values["fr-title"], values["meeting_point"], values["date-0-start"]) == ("Fête du port", "Au phare", "18:30")
    assert values["date-0-day"] == ""
    assert not Draft.objects.exists()


def test_copy_of_what_one_may_not_see_does_not_exist(client, member):
    hidden = make_event(audience="private")
    client.force_login(member)
    for copied in (hidden.pk, 999999, "9" * 30, "x"):
        answer = client.get(reverse("submissions:new"), {"copie": copied})
        assert answer.status_code == (200 if copied in ("x", "9" * 30) else 404)


def test_edit_of_a_published_event_leaves_the_live_one(client, member):
    event = make_event("Fête du port", author=member, organisation=member.organisation)
    client.force_login(member)
    assert client.get(reverse("submissions:edit", args=[event.pk])).status_code == 200
    page = DraftTab(client, member, event=event)
    page.post("send", proposal_form(**{"fr-title": "Grande fête du port"}))
    event.refresh_from_db()
    assert (event.title, event.live, event.has_unpublished_changes) == ("Fête du port", True, True)
    assert event.get_latest_revision_as_object().title == "Grande fête du port"


def test_draft_of_an_edit_is_taken_up_again(client, member):
    event = make_event(author=member, organisation=member.organisation)
    client.force_login(member)
    page = DraftTab(client, member, event=event)
    page.post("save", proposal_form())
    assert client.get(reverse("submissions:edit", args=[event.pk])).url == page.url


def test_event_changed_by_a_colleague_meanwhile_asks_to_choose(client, member, office):
    event = make_event("Fête du port", author=member, organisation=office)
    event.save_revision(user=member)
    client.force_login(member)
    page = DraftTab(client, member, event=event)
    begun = proposal_form(**{"fr-title": "Ma version", "base": str(Event.objects.get(pk=event.pk).latest_revision_id)})
    page.post("save", begun)
    event.save_revision(user=make_user(organisation=office, first_name="Léo", last_name="Collègue"))
    answer = page.post("send", begun | {"fr-text": "Plus de texte"})
    assert answer.status_code == 409
    assert "Léo Collègue" in read(answer).text
    assert not Decision.objects.exists()


def test_event_of_another_office_cannot_be_edited(client, member):
    event = make_event()
    client.force_login(member)
    assert client.get(reverse("submissions:edit", args=[event.pk])).status_code == 404


def test_unknown_draft_does_not_exist(client, member):
    client.force_login(member)
    assert client.get(reverse("submissions:draft", args=[uuid.uuid4()])).status_code == 404


def test_only_who_corrects_says_that_they_are_on_it(client, member, moderator):
    event = make_proposal(member)
    address = reverse("submissions:edit", args=[event.pk])
    for person, corrects in ((moderator, True), (member, False)):
        client.force_login(person)
        source = client.get(address, follow=True).content.decode()
        assert (f'data-address="{reverse("submissions:claim", args=[event.pk])}"' in source) is corrects
