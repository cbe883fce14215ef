import re

import pytest

from tests.factories import image_file, make_picture
from tests.factories.tutorials import make_question, make_tutorial, step
from tests.pdf import read_pdf

pytestmark = pytest.mark.django_db
ROOM = "/fr/portail/tutoriels/"


def test_pdf_holds_what_the_page_shows(client):
    tutorial = make_tutorial("fiche", "Tenir sa fiche", steps=[step("Chercher"), step("Écrire #let x = 1")])
    make_question(tutorial, "Et en hiver ?", answer="Fermé.", is_shown=True)
    make_question(tutorial, "Secrète ?", answer="Chut.")
    response = client.get(f"{ROOM}fiche.pdf")
    words = read_pdf(response.content)
    assert response["Content-Type"] == "application/pdf"
    assert all(each in words for each in ("Tenir sa fiche", "Chercher", "#let x = 1", "Et en hiver")), words
    assert "Secrète" not in words


def test_pdf_holds_the_pictures_of_the_steps(client):
    picture = make_picture("Le port", credit="Anne Lumière", file=image_file(size=(1600, 900)))
    make_tutorial("fiche", steps=[step("Avec", picture=picture.pk), step("Sans")])
    paper = client.get(f"{ROOM}fiche.pdf").content
    assert len(re.findall(rb"/Subtype ?/Image", paper)) == 1
    assert "Anne Lumière" in read_pdf(paper)
