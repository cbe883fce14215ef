"""Tutorials in the CMS: what is preset, and what comes of itself."""

import json

import pytest
from django.urls import reverse

from pro_portal.tutorials.models import Tutorial
from tests.factories import make_user
from tests.factories.tutorials import make_tutorial
from tests.html import read

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/tutorials/tutorial/add/"


@pytest.fixture
def author(client, office):
    person = make_user("animation@aurelle.example", office, roles=["animator"])
    client.force_login(person)
    return person


def post(client, title, address=ADD, **fields):
    empty = json.dumps([])
    fields = {
        "words-TOTAL_FORMS": "1", "words-INITIAL_FORMS": "0", "words-MIN_NUM_FORMS": "1", "words-MAX_NUM_FORMS": "1000",
        "words-0-language": "fr", "words-0-title": title, "words-0-goal": "", "words-0-needs": "", "words-0-origin": "author",
        "words-0-steps-count": "0", "words-0-quiz-count": "0", "slug": "", "level": "discovery", "minutes": "20",
        "checked_on": "2026-11-01", "check_every": "12", "audience": "public", "comments": empty, **fields,
    }  # fmt: skip
    return client.post(address, fields)


def test_new_tutorial_is_its_author_s_and_shows_no_error(client, author):
    page = client.get(ADD)
    form = page.context["form"]
    assert form.instance.owner == author and form.initial["owner"] == author.pk
    assert form.formsets["words"].forms[0]["language"].initial == "fr"
    assert form.formsets["words"].forms[0].fields["steps"].block.meta.min_num is None  # red before anything is typed


def test_draft_needs_no_more_than_a_title(client, author):
    make_tutorial("choeur-d-ete-a-l-abbaye")
    for title in ("Chœur d’été à l’abbaye", "Straße à Łódź", "Questions", "🎉"):
        response = post(client, title)
        assert response.status_code == 302, response.context["form"].errors
    slugs = list(Tutorial.objects.order_by("pk").values_list("slug", flat=True))
    assert slugs == ["choeur-d-ete-a-l-abbaye", "choeur-d-ete-a-l-abbaye-2", "strasse-a-lodz", "questions-2", "tutorial"]


def test_published_tutorial_stays_at_its_address(client, author):
    tutorial = make_tutorial("ancien-lete", "L’été", author=author)
    words = tutorial.words.get()
    address = reverse(Tutorial.snippet_viewset.get_url_name("edit"), args=[tutorial.pk])
    response = post(client, "Tout autre", address, **{"words-INITIAL_FORMS": "1", "words-0-id": words.pk})
    assert response.status_code == 302, response.context["form"].errors
    tutorial.refresh_from_db()
    assert tutorial.latest_revision.content["slug"] == tutorial.slug == "ancien-lete"


def test_published_tutorial_is_one_click_away(client, author):
    tutorial = make_tutorial("lete", "L’été", author=author)
    address = f"/admin/snippets/tutorials/tutorial/edit/{tutorial.pk}/"
    steps = {
        "words-INITIAL_FORMS": "1", "words-0-id": tutorial.words.get().pk, "words-0-goal": "Voir", "themes": ["photo"],
        "words-0-steps-count": "1", "words-0-steps-0-deleted": "", "words-0-steps-0-order": "0",
        "words-0-steps-0-type": "step", "words-0-steps-0-id": "", "words-0-steps-0-value-title": "Un",
        "words-0-steps-0-value-text": json.dumps({"blocks": [{"key": "a", "text": "Un", "type": "unstyled"}], "entityMap": {}}),
    }  # fmt: skip
    shown = {}
    for action in ("", "publish"):
        response = post(client, "L’été", address, **steps, **({f"action-{action}": "1"} if action else {}))
        assert response.status_code == 302, response.context["form"].errors
        shown[action] = [link["href"] for link in read(client.get(response.url)).all_by_role("link", "Voir la page")]
    assert shown == {"": [], "publish": [tutorial.get_absolute_url()]}


def test_list_offers_to_write_one_to_who_may(client, author, member):
    page = read(client.get("/fr/portail/tutoriels/"))
    assert page.get_by_role("link", "Nouveau tutoriel")["href"] == ADD
    client.force_login(member)
    assert "Nouveau tutoriel" not in read(client.get("/fr/portail/tutoriels/")).text
