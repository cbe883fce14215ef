"""A member writes an article in a real browser, with an editor and without JavaScript; a colleague reads it on a phone."""

import re

import pytest
from playwright.sync_api import expect

from intranet.articles.models import Article, ArticleDraft
from tests.factories import image_file
from tests.factories.articles import make_article
from tests.factories.comments import handle_of

NEW = "/intranet/articles/ecrire/"


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "le port.jpg"
    path.write_bytes(image_file(size=(1600, 900)).read())
    return path


def test_member_writes_with_an_editor_and_a_colleague_reads(signed_in_page, member, group_member, photo):
    page = signed_in_page(member)
    page.goto(NEW)
    page.get_by_label("Titre (obligatoire)", exact=True).fill("Accueillir une classe")
    text = page.get_by_role("textbox", name="Texte")
    text.click()
    page.keyboard.type("Douze classes sont venues.")
    page.keyboard.press("Enter")
    tools = page.get_by_role("toolbar", name="Mise en forme du texte")
    tools.get_by_role("button", name="Titre", exact=True).click()
    page.keyboard.type("Avant la visite")
    page.keyboard.press("Enter")
    tools.get_by_role("button", name="Lien").click()
    page.get_by_label("Adresse du lien").fill("www.exemple.fr")
    page.keyboard.press("Enter")
    name_a_colleague(page, text, group_member)
    page.get_by_text("Mettre une photo dans le texte").click()
    page.get_by_label("Depuis mon appareil").set_input_files(str(photo))
    expect(text.get_by_role("img")).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text=re.compile(r"Enregistré à"))).to_be_visible()
    page.reload()
    expect(text.get_by_role("heading", name="Avant la visite")).to_be_visible()
    page.get_by_role("button", name="Aperçu").click()
    expect(page.get_by_role("figure").get_by_role("img")).to_have_count(1)
    with page.expect_navigation():  # the preview has the same heading
        page.get_by_role("button", name="Publier").click()
    expect(page.get_by_role("heading", name="Accueillir une classe", level=1)).to_be_visible()
    article = Article.objects.get()
    assert '<a href="https://www.exemple.fr">' in article.body and "/images/" in article.body
    reader = signed_in_page(group_member, width=360)
    reader.goto(article.get_absolute_url())
    expect(reader.get_by_role("figure").get_by_role("img")).to_have_count(1)
    reader.get_by_role("button", name="Merci").click()
    expect(reader.get_by_role("button", name="Vous remerciez l’auteur")).to_be_visible()


def name_a_colleague(page, text, colleague):
    """In the editor, as the accessibility tree tells it: the list, its number, the name under the arrows, the one taken."""
    page.keyboard.type(f" Merci @{handle_of(colleague)[:2]}")
    editor = page.get_by_role("combobox", name="Texte", expanded=True)
    names = page.get_by_role("listbox", name="Qui citer ?")
    choice = names.get_by_role("option", name=str(colleague))
    expect(choice).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="proposition")).to_have_count(1)
    while choice.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    assert editor.get_attribute("aria-activedescendant") == choice.get_attribute("id")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text=f"Vous citez {colleague}")).to_have_count(1)
    expect(names).to_have_count(0)
    expect(text).to_contain_text(f"Merci @{handle_of(colleague)}")


def test_member_changes_an_article_without_javascript(signed_in_page, member):
    article = make_article(member, body="<h2>Avant</h2><p>Un <strong>seul</strong> interlocuteur.</p>")
    page = signed_in_page(member, javascript=False)
    page.goto(f"{article.get_absolute_url()}modifier/")
    expect(page.get_by_role("textbox", name="Texte", exact=True)).to_have_value("## Avant\n\nUn **seul** interlocuteur.")
    page.get_by_role("textbox", name="Texte", exact=True).fill("## Avant\n\n- Un plan\n- Un nom")
    page.get_by_role("button", name="Publier la modification").click()
    expect(page.get_by_role("listitem").filter(has_text="Un plan")).to_be_visible()
    assert Article.objects.get().body == "<h2>Avant</h2><ul><li>Un plan</li><li>Un nom</li></ul>"
    assert ArticleDraft.objects.get().sent_at
