"""The questions of the authors before a certificate."""

import pytest

from pro_portal.tutorials.models import CertificateCount
from pro_portal.tutorials.presenters.certificates import certificate_for
from pro_portal.tutorials.presenters.quiz import quiz_of
from tests.factories.tutorials import make_path, make_tutorial
from tests.html import read
from tests.pdf import read_pdf

pytestmark = pytest.mark.django_db
ADDRESS = "/fr/portail/tutoriels/parcours/pas/certificat/"
DONE = {"fait": ["un", "deux"], "name": "Anne"}


def ask(text, step=None) -> dict:
    return {"text": text, "right": f"{text} oui", "wrong": [f"{text} non", f"{text} jamais"], "step": step}


@pytest.fixture
def quiz():
    tutorials = [
        make_tutorial("un", "Le premier", quiz=[ask("Quand ?", 2), ask("Où ?", 99)]),
        make_tutorial("deux", "Le second", quiz=[ask("Qui ?")]),
    ]
    make_path("pas", *tutorials, title="Premiers pas")
    return quiz_of(tutorials)


def test_quiz_leads_back_to_the_step_where_there_is_one(quiz):
    assert [(question.text, question.step, question.url) for question in quiz] == [
        ("Quand ?", 2, "/fr/portail/tutoriels/un/#etape-2"),
        ("Où ?", None, "/fr/portail/tutoriels/un/"),
        ("Qui ?", None, "/fr/portail/tutoriels/deux/"),
    ]
    assert all(dict(question.choices)[question.right] == f"{question.text} oui" for question in quiz)


def test_certificate_waits_for_right_answers(client, quiz):
    right = {question.name: question.right for question in quiz}
    wrong = next(value for value, _text in quiz[0].choices if value != quiz[0].right)
    for answers in ({}, right | {quiz[0].name: wrong}, right | {quiz[0].name: "99"}):
        response = client.post(ADDRESS, DONE | answers)
        assert response.status_code == 422
    response = client.post(ADDRESS, DONE | right | {quiz[0].name: wrong})
    page = read(response)
    assert "Pas tout à fait" in page.text and "La réponse est ici" in page.text
    assert page.get_by_role("link", "Le premier")["href"] == quiz[0].url
    assert page.field("Votre prénom et votre nom").value == "Anne"
    sheet = read_pdf(client.post(ADDRESS, DONE | right).content)
    assert "répondu juste à 3 questions" in " ".join(sheet.split())
    assert CertificateCount.objects.get().visitors == 1


def test_person_with_an_account_is_asked_as_well(client, quiz, professional):
    client.force_login(professional)
    for slug in ("un", "deux"):
        client.post(f"/fr/portail/tutoriels/{slug}/progression/", {"tout": "1"})
    assert client.post(ADDRESS).status_code == 422
    right = {question.name: question.right for question in quiz}
    assert client.post(ADDRESS, right)["Content-Type"] == "application/pdf"
    assert not CertificateCount.objects.exists()


@pytest.mark.parametrize(("answers", "is_said"), [(0, False), (1, True), (3, True)])
def test_code_says_what_was_answered(client, quiz, answers, is_said):
    from pro_portal.tutorials.models import TutorialPath

    page = read(client.get(certificate_for(TutorialPath.objects.get(), "Anne", "", answers).url))
    assert "a déclaré elle-même" in page.text and ("a répondu juste" in page.text) is is_said


def test_without_questions_the_sheet_says_that_one_declares(client):
    make_path("pas", make_tutorial("un"), make_tutorial("deux"))
    assert "déclare avoir suivi" in " ".join(read_pdf(client.post(ADDRESS, DONE).content).split())
