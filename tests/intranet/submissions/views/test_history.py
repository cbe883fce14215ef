"""The page where author, office and moderators follow an event, and its buttons."""

import pytest
from django.urls import reverse

from destination.agenda.models import Event
from intranet.submissions.actions import comments_and_claims, decisions, proposals
from intranet.submissions.models import Decision
from tests.factories import make_organisation, make_user
from tests.factories.submissions import make_change, make_proposal
from tests.html import read


def address(event, name="history"):
    return reverse(f"submissions:{name}", args=[event.pk])


def test_history_is_for_author_office_and_moderators(client, member, group_member, moderator, editor, professional):
    event = make_proposal(member)
    answers = {}
    for person in (member, group_member, moderator, editor, professional):
        client.force_login(person)
        answers[person.last_name] = client.get(address(event)).status_code
    assert answers == {"Delmoli": 200, "Ducercle": 200, "Lequeu": 200, "Laplume": 404, "Duphare": 404}


def test_history_of_an_event_of_one_person_is_closed_to_the_office(client, member, group_member):
    event = make_proposal(member, changeable_by="author")
    client.force_login(group_member)
    assert client.get(address(event)).status_code == 404
    assert client.post(address(event, "remove")).status_code == 404


def test_author_reads_why(client, member, moderator):
    event = make_proposal(member)
    decisions.send_back(event, moderator, "À quelle <heure> ?")
    client.force_login(member)
    page = read(client.get(address(event)))
    assert "À corriger" in page.texts("paragraph")
    assert [words for words in page.texts("listitem") if words.endswith("À quelle <heure> ?")]
    assert page.get_by_role("link", "Corriger")["href"] == address(event, "edit")
    assert not page.has("link", "Modifier")


def test_second_publication_says_that_it_is_a_change(client, member):
    member.organisation.trusted = True
    member.organisation.save()
    event = make_proposal(member, in_queue=False)
    proposals.propose(event, member)
    proposals.propose(event, member)
    assert [step.in_words for step in event.decisions.all()] == ["publié aussitôt", "modification publiée aussitôt"]
    client.force_login(member)
    assert "Modification publiée aussitôt" in read(client.get(address(event))).text


@pytest.mark.parametrize("button, undo", [("withdraw", "propose_again"), ("remove", "restore")])
def test_each_action_offers_its_undo(client, member, button, undo):
    event = make_change(member)
    client.force_login(member)
    page = read(client.post(address(event, button), follow=True))
    words = "Annuler l’action" if button == "withdraw" else "Rétablir"
    assert [each.form["action"] for each in page.all_by_role("button", words)][-1] == address(event, undo)
    client.post(address(event, undo))
    event = Event.objects.get(pk=event.pk)
    assert (event.live, event.removed_at, event.state) == (True, None, "confirmed")
    assert event.workflow_in_progress


@pytest.mark.parametrize("button", ["withdraw", "propose_again", "restore", "reinstate"])
def test_impossible_action_is_said_in_words(client, member, moderator, button):
    event = make_proposal(member)
    if button != "propose_again":
        decisions.accept(event, moderator)
    client.force_login(member)
    response = client.post(address(event, button))
    assert response.status_code == 409
    assert read(response).has("alert")


def test_double_click_on_delete_is_said(client, member):
    event = make_proposal(member)
    client.force_login(member)
    client.post(address(event, "remove"))
    assert client.post(address(event, "remove")).status_code == 409
    assert event.decisions.filter(verb=Decision.Verb.REMOVED).count() == 1


@pytest.mark.parametrize("next_page, target", [
    ("/intranet/evenements/", "/intranet/evenements/"), ("https://ailleurs.example/", None), ("//ailleurs.example", None), ("\x00", None),
])  # fmt: skip
def test_way_back_stays_here(client, member, next_page, target):
    event = make_proposal(member)
    client.force_login(member)
    response = client.post(address(event, "withdraw"), {"next": next_page})
    assert response.url == (target or f"{address(event)}?fait=withdrawn")


@pytest.mark.parametrize(
    "words, status", [("Bonjour", 302), (" ", 409), ("a" * 10_000_000, 409), ("\x00", 409), ("\u202e😀<i>", 302)]
)
def test_comment(client, member, words, status):
    event = make_proposal(member)
    client.force_login(member)
    response = client.post(address(event, "comment"), {"words": words})
    assert response.status_code == status
    if status == 409:  # what was typed is not lost
        assert read(response).field("Écrire à la modération").value == words[:20_000]


def test_history_takes_a_fixed_number_of_queries(client, member, moderator, django_assert_max_num_queries):
    event = make_proposal(member)
    for number in range(30):
        comments_and_claims.comment(event, moderator, f"Message {number}")
    client.force_login(member)
    client.get(address(event))  # what the site's frame keeps in memory is read once
    with django_assert_max_num_queries(26):
        client.get(address(event))


def test_stranger_cannot_act(client, member):
    event = make_proposal(member)
    client.force_login(make_user(organisation=make_organisation("Ailleurs")))
    for name in ("withdraw", "remove", "restore", "reinstate", "comment", "propose_again"):
        assert client.post(address(event, name), {"words": "Non"}).status_code == 404
    assert event.decisions.count() == 1


def test_moderator_decides_in_the_queue_and_withdraws_nothing_of_others(client, member, moderator):
    event = make_proposal(member)
    client.force_login(moderator)
    page = read(client.get(address(event)))
    queue = f"/intranet/evenements/moderation/?liste=en-attente&evenement={event.pk}"
    assert page.get_by_role("link", "Accepter, corriger ou refuser")["href"] == queue
    assert page.has("link", "Retour à la modération") and not page.has("button", "Retirer la proposition")
    client.force_login(member)
    page = read(client.get(address(event)))
    assert page.has("button", "Retirer la proposition") and not page.has("link", "Retour à la modération")


def test_history_does_not_say_of_the_author_what_a_moderator_did(client, member, moderator):
    event = make_proposal(member)
    client.force_login(member)
    client.post(address(event, "withdraw"))
    assert "Retiré par son auteur" in read(client.get(address(event))).text
    client.force_login(moderator)
    client.post(address(event, "remove"))
    assert "Supprimé · Modeste Lequeu" in read(client.get(address(event))).text
