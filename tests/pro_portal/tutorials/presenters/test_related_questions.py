"""Questions near the one that is typed."""

from uuid import uuid4

import pytest

from common.access import Audience
from pro_portal.tutorials.models import Question
from tests.factories import make_user
from tests.factories.tutorials import make_question, make_tutorial
from tests.html import read

pytestmark = pytest.mark.django_db
ADDRESS = "/fr/portail/tutoriels/fiche/question/"


@pytest.fixture
def answered(office):
    tutorial = make_tutorial("fiche", "La fiche")
    owner = make_user("proprio@aurelle.example", office)
    other = make_tutorial("photos", "Les photos")
    secret = make_tutorial("secret", "Secret", audience=Audience.MEMBERS, author=owner, organisation=office)
    make_question(tutorial, "Comment changer mes horaires d’hiver ?", answer="Onglet tqzun.", is_shown=True)
    make_question(other, "Mes horaires d’hivers changent-ils seuls ?", answer="Non tqzdeux.", is_shown=True)
    make_question(other, "Quelle taille de photo ?", answer="Grande tqztrois.", is_shown=True)
    make_question(tutorial, "Horaire d’hiver ?", answer="Privé tqzquatre.")
    make_question(secret, "Horaire d’hiver ?", answer="Caché tqzcinq.", is_shown=True)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("horaire d'hiver", {"tqzun", "tqzdeux"}),
        ("Les photos : quelle taille ?", {"tqztrois"}),
        ("Comment, et pour qui ?", set()),
        ("Comment imprimer ?", set()),
        ("", set()),
        ("x" * 5000, set()),
    ],
)
def test_near_questions_come_with_their_answers(client, answered, text, near):
    page = client.get(f"{ADDRESS}proches/", {"text": text}).content.decode()
    every = {"tqzun", "tqzdeux", "tqztrois", "tqzquatre", "tqzcinq"}
    assert {word for word in every if word in page} == near


def test_without_javascript_they_come_before_the_question_leaves(client, answered):
    fields = {
        "text": "Mes horaires d’hiver ?",
        "name": "Basile",
        "email": "basile@ailleurs.example",
        "website": "",
        "once": uuid4(),
    }
    before = Question.objects.count()
    response = client.post(ADDRESS, fields)
    page = read(response)
    assert response.status_code == 200 and "Onglet tqzun." in page.text and "pas encore partie" in page.text
    assert page.field("Votre question").value == "Mes horaires d’hiver ?" and Question.objects.count() == before
    assert client.post(ADDRESS, fields | {"vu": "1"}).status_code == 302
    assert Question.objects.count() == before + 1
