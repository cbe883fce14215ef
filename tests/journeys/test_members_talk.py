"""Members talk under an internal event: in the page with a mention from the keyboard, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from intranet.comments.models import MemberComment
from tests.factories.comments import handle_of, make_comment, make_internal_event

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_member_answers_with_a_mention_from_the_keyboard(open_page, member, moderator):
    event = make_internal_event(moderator)
    make_comment(event, moderator, "Qui ouvre la salle ?")
    page = open_page(member)
    page.goto(event.get_absolute_url())
    talk = page.get_by_role("region", name="commentaire")
    talk.get_by_role("link", name="Répondre").click()
    field = talk.get_by_label("Votre réponse à Modeste Lequeu")
    expect(field).to_be_focused()
    field.press_sequentially("Moi, @mod")
    option = page.get_by_role("option", name="Modeste Lequeu")
    expect(option).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Enter")
    expect(field).to_have_value(f"Moi, @{handle_of(moderator)} ")
    talk.get_by_role("button", name="Publier").click()
    expect(talk.get_by_role("heading", name="2 commentaires")).to_be_visible()
    mine = talk.get_by_role("article").filter(has_text="Moi, @Modeste Lequeu")
    expect(mine).to_be_focused()
    mine.get_by_role("button", name="Supprimer").click()
    expect(talk.get_by_role("heading", name="1 commentaire")).to_be_visible()
    page.get_by_role("button", name="Annuler l’action").click()
    expect(page.get_by_role("heading", name="2 commentaires")).to_be_visible()


def test_member_answers_without_javascript(open_page, member, moderator):
    event = make_internal_event(moderator)
    make_comment(event, moderator, "Qui ouvre la salle ?")
    page = open_page(member, javascript=False, width=360)
    page.goto(event.get_absolute_url())
    page.get_by_role("link", name="Répondre").click()
    page.get_by_label("Votre réponse à Modeste Lequeu").fill("Moi.")
    page.get_by_role("button", name="Publier").click()
    expect(page.get_by_role("article").filter(has_text="Moi.")).to_be_visible()
    page.get_by_role("button", name="Supprimer").click()
    expect(page.get_by_role("button", name="Annuler l’action")).to_be_visible()
    assert MemberComment.objects.of(event).shown().count() == 1
