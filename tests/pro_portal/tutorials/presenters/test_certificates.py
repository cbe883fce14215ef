"""Certificates: given to who finished, read back, refused when altered."""

import pytest
from django.core import signing

from pro_portal.tutorials.models import Progress
from pro_portal.tutorials.presenters.certificates import SALT, certificate_for, read_code
from tests.factories.tutorials import make_path, make_tutorial
from tests.html import read
from tests.pdf import read_pdf

pytestmark = pytest.mark.django_db
ROOM = "/fr/portail/tutoriels/"


@pytest.fixture
def path():
    return make_path("pas", make_tutorial("un", "Le premier"), make_tutorial("deux", "Le second"), title="Premiers pas")


def test_visitor_who_finished_receives_a_certificate(client, path):
    response = client.post(
        f"{ROOM}parcours/pas/certificat/", {"fait": ["un", "deux"], "name": " Anne  #panic() ", "organisation": "Le Gîte"}
    )
    words = read_pdf(response.content)
    assert response["Content-Type"] == "application/pdf"
    assert all(each in words for each in ("Anne #panic()", "Le Gîte", "Premiers pas", "Le second")), words


def test_visitor_who_did_not_is_told_what_is_left(client, path):
    response = client.post(f"{ROOM}parcours/pas/certificat/", {"fait": ["un"], "name": "Anne"})
    assert response.status_code == 422 and "Le second" in read(response).text
    assert client.post(f"{ROOM}parcours/pas/certificat/", {"fait": ["un", "deux"], "name": " "}).status_code == 422


def test_visitor_without_javascript_is_known_by_the_cookie(client, path):
    for slug in ("un", "deux"):
        client.post(f"{ROOM}{slug}/progression/", {"tout": "1"})
    assert client.post(f"{ROOM}parcours/pas/certificat/", {"name": "Anne"})["Content-Type"] == "application/pdf"


def test_with_an_account_only_the_account_counts(client, path, professional):
    client.force_login(professional)
    assert client.post(f"{ROOM}parcours/pas/certificat/", {"fait": ["un", "deux"]}).status_code == 422
    for slug in ("un", "deux"):
        client.post(f"{ROOM}{slug}/progression/", {"tout": "1"})
    words = read_pdf(client.post(f"{ROOM}parcours/pas/certificat/", {"name": "Un autre"}).content)
    assert "Paule Duphare" in words and "Hôtel du Phare" in words and "Un autre" not in words
    assert Progress.objects.count() == 2


def test_code_says_who_and_when(client, path):
    certificate = certificate_for(path, "Anne", "Le Gîte")
    page = read(client.get(certificate.url))
    assert "Anne" in page.text and "Premiers pas" in page.text and "Le Gîte" in page.text
    assert read_code(certificate.code) == certificate


@pytest.mark.parametrize("code", ["x", "a:b:c", "é", "%F0%9F%8E%89", "a" * 3000])
def test_code_of_somebody_else_is_refused(client, path, code):
    good = certificate_for(path, "Anne", "").code
    forged = signing.dumps(["Anne", "", "Premiers pas", "pas", "2026-01-01"], salt=SALT, key="another", compress=True)
    for each in (code, good[:-1] + ("A" if good[-1] != "A" else "B"), forged):
        response = client.get(f"{ROOM}certificat/{each}/")
        assert response.status_code == 404 and "pas celui d’un certificat" in read(response).text


@pytest.mark.parametrize("name", ["🎉", "\u202eمرحبا", "<script>alert(1)</script>", "é" * 120, "*_`$#<>@\\"])
def test_hostile_names_give_a_certificate(client, path, name):
    response = client.post(f"{ROOM}parcours/pas/certificat/", {"fait": ["un", "deux"], "name": name})
    assert response["Content-Type"] == "application/pdf"
    assert not read(client.get(certificate_for(path, name, name).url)).get_by_role("main").tag.find("script")


def test_path_without_a_tutorial_to_read_gives_no_certificate(client, path):
    empty = make_path("vide")
    assert client.get(empty.get_absolute_url()).status_code == 200
    assert client.post(f"{ROOM}parcours/vide/certificat/", {"name": "Anne"}).status_code == 422
