"""Reading: the list and its counts, a tutorial, progress with and without an account, opinion."""

import json
import re

import pytest
from django.core import signing

from common.access import Audience
from common.models import SharedDocument
from pro_portal.tutorials.actions.progress import COOKIE, merge_progress, parse_progress
from pro_portal.tutorials.models import Opinion, Progress
from pro_portal.tutorials.videos import video_at
from tests.factories import image_file, make_picture, make_user
from tests.pro_portal.tutorials.making import make_path, make_question, make_tutorial, step
from tests.pro_portal.tutorials.sheets import read_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
ROOM = "/portail/tutoriels/"


def page(client, address, status=200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


# ---- the list ---------------------------------------------------------------------------------------------------
def test_list_counts_each_facet_beside_the_others(client):
    make_tutorial(title="Alpha", themes=["photo", "mobile"], level="discovery", minutes=10)
    make_tutorial(title="Bravo", themes=["photo"], level="advanced", minutes=45)
    make_tutorial(title="Charlie", themes=["seo"], level="advanced", minutes=20)
    response = client.get(f"{ROOM}?theme=photo")
    chips = {
        group["title"]: {str(chip["label"]): chip["count"] for chip in group["chips"]} for group in response.context["facets"]
    }
    assert chips == {
        "Thème": {"Photo et vidéo": 2, "Référencement": 1, "Mobile": 1},
        "Niveau": {"Découverte": 1, "Avancé": 1},
        "Durée": {"15 minutes au plus": 1, "Plus d’une demi-heure": 1},
    }
    assert [card["title"] for card in response.context["cards"]] == ["Alpha", "Bravo"]


@pytest.mark.parametrize("query", ["theme=zzz&level=%00&length=9", "page=-1", "page=99999999", "theme=photo&theme=seo"])
def test_list_leaves_out_what_it_does_not_understand(client, query):
    make_tutorial(title="Alpha", themes=["seo"])  # of two themes the last one counts
    assert "Alpha" in page(client, f"{ROOM}?{query}")


# Signed in, a page also asks who reads, what waits for them, how far they are and whether they gave an opinion.
@pytest.mark.parametrize(("who", "most"), [("visitor", 15), ("professional", 18)])
def test_queries_are_the_same_at_10_and_200(client, request, who, most):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    if who == "professional":
        client.force_login(request.getfixturevalue("professional"))
    picture = make_picture()
    tutorials = [make_tutorial(picture=picture, steps=[step(picture=picture.pk)] * 3) for _number in range(10)]
    path = make_path("", *tutorials[:5])
    addresses = [ROOM, tutorials[0].get_absolute_url(), path.get_absolute_url()]

    def asked():
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                page(client, address)
            found.append(len(captured))
        return found

    asked()
    few = asked()
    for _number in range(190):
        make_tutorial(picture=picture)
    assert asked() == few
    assert max(few) <= most


# ---- who may read -----------------------------------------------------------------------------------------------
@pytest.fixture
def hidden(office, member):
    owner = make_user("proprio@aurelle.example", office)
    facts = {"author": owner, "organisation": office}
    shown = make_tutorial("ouvert", "Tutoriel ouvert", owner=owner, **facts)
    secret = make_tutorial("secret", "Mot tqzmem", owner=owner, audience=Audience.MEMBERS, themes=["sales"], **facts)
    draft = make_tutorial("brouillon", "Mot tqzdra", owner=owner, live=False, themes=["sales"], **facts)
    return shown, secret, draft, make_path("chemin", shown, secret, draft, **facts)


def test_members_tutorial_is_nowhere_for_others(client, hidden, professional):
    from search.actions import rebuild

    shown, secret, _draft, path = hidden
    rebuild()
    for person in (None, professional):
        if person:
            client.force_login(person)
        for address in (
            ROOM,
            f"{ROOM}?theme=sales",
            shown.get_absolute_url(),
            path.get_absolute_url(),
            f"{path.get_absolute_url()}certificat/",
            "/fr/search/?q=tqzmem",
        ):
            assert "Mot tqz" not in page(client, address), address
        for tail in ("", "question/"):
            page(client, secret.get_absolute_url() + tail, 404)
        page(client, f"{ROOM}secret.pdf", 404)
        for tail in ("progression/", "avis/"):
            assert client.post(secret.get_absolute_url() + tail).status_code == 404
        response = client.get(ROOM)
        assert response.context["total"] == 1
        assert "Vente en ligne" not in response.content.decode()
        assert response.context["paths"][0]["slugs"] == ["ouvert"]


def test_members_tutorial_is_there_for_members(client, hidden, member):
    from search.actions import rebuild

    _shown, secret, _draft, path = hidden
    rebuild()
    client.force_login(member)
    for address in (ROOM, path.get_absolute_url(), secret.get_absolute_url(), "/fr/search/?q=tqzmem"):
        text = page(client, address)
        assert "tqzmem" in text and "tqzdra" not in text, address
    assert "tqzmem" in read_pdf(client.get(f"{ROOM}secret.pdf").content)


def test_a_finished_secret_tutorial_is_merged_for_no_one_else(professional, member, hidden):
    for person, expected in ((professional, {"ouvert"}), (member, {"ouvert", "secret"})):
        merge_progress(person, {"ouvert": frozenset({1}), "secret": frozenset({1}), "brouillon": frozenset({1})})
        assert {row.tutorial.slug for row in Progress.objects.filter(person=person)} == expected


def test_picture_and_file_of_a_step_follow_their_own_audience(client, office):
    from django.core.files.base import ContentFile

    author = make_user("auteur@aurelle.example", office)
    facts = {"audience": Audience.MEMBERS, "author": author, "organisation": office}
    picture = make_picture("Mot imqz", credit="crédit imqz", **facts)
    document = SharedDocument.objects.create(title="Mot doqz", file=ContentFile(b"a", name="a.csv"), **facts)
    tutorial = make_tutorial(steps=[step(picture=picture.pk, document=document.pk)])
    text = page(client, tutorial.get_absolute_url())
    assert "imqz" not in text and "doqz" not in text
    assert "doqz" not in read_pdf(client.get(f"{ROOM}{tutorial.slug}.pdf").content)
    client.force_login(make_user("autre@aurelle.example", office))
    text = page(client, tutorial.get_absolute_url())
    assert "imqz" in text and "doqz" in text


# ---- a tutorial -------------------------------------------------------------------------------------------------
def test_rich_text_is_cleaned(client):
    text = '<p onclick="x()">Bon<script>alert(1)</script><img src=x onerror=alert(1)> <a href="javascript:alert(1)">lien</a></p>'
    shown = page(client, make_tutorial(steps=[step(text=text)]).get_absolute_url())
    assert "alert(1)" not in shown and "onclick" not in shown and "Bon" in shown


def test_words_can_be_read_in_another_language(client):
    tutorial = make_tutorial("fiche", "La fiche", words={"en": "The listing"})
    assert '<h1 lang="en">The listing</h1>' in page(client, f"{tutorial.get_absolute_url()}?langue=en")
    assert "<h1>La fiche</h1>" in page(client, f"{tutorial.get_absolute_url()}?langue=zz")


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", "youtube.com"), ("https://youtu.be/abcdefghijk?t=3", "youtube.com"),
        ("https://vimeo.com/123456", "vimeo.com"), ("https://video.example/w/abcdEFGH1234", "video.example"),
        ("https://youtube.com.mechant.example/watch?v=abcdefghijk", None), ("javascript:alert(1)", None), ("", None),
        ("http://vimeo.com/1", None),
    ],
)  # fmt: skip
def test_film_is_known_by_its_address(address, host):
    film = video_at(address)
    assert (film.host if film else None) == host


def test_film_loads_nothing_before_the_reader_agrees(client):
    tutorial = make_tutorial(steps=[step(video="https://vimeo.com/123456")])
    response = client.get(tutorial.get_absolute_url())
    text = response.content.decode()
    assert "<iframe" not in text and "Charger la vidéo de vimeo.com" in text
    assert "frame-src 'self' https://player.vimeo.com" in response["Content-Security-Policy"]
    assert "vimeo" not in client.get(make_tutorial().get_absolute_url())["Content-Security-Policy"]


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


# ---- progress ---------------------------------------------------------------------------------------------------
def test_person_keeps_their_progress(client, professional):
    tutorial = make_tutorial("fiche")
    client.force_login(professional)
    client.post(f"{ROOM}fiche/progression/", {"fait": ["1", "3", "99", "x", "-1"]})
    row = Progress.objects.get()
    assert (row.person, row.steps, row.done_at) == (professional, [1, 3], None)
    client.post(f"{ROOM}fiche/progression/", {"tout": "1"})
    row.refresh_from_db()
    assert row.steps == [1, 2, 3] and row.done_at
    client.post(f"{ROOM}fiche/progression/", {"fait": ["2"]})
    row.refresh_from_db()
    assert (row.steps, row.done_at) == ([2], None)
    assert client.get(tutorial.get_absolute_url()).context["done_count"] == 1


def test_visitor_without_javascript_keeps_theirs_in_a_cookie(client):
    tutorial = make_tutorial("fiche")
    client.post(f"{ROOM}fiche/progression/", {"fait": ["1", "2"]})
    assert client.get(tutorial.get_absolute_url()).context["done_count"] == 2
    assert json.loads(client.cookies[COOKIE].value) == {"fiche": [1, 2]}
    assert Progress.objects.count() == 0


def test_progress_joins_the_account_at_sign_in(client, professional):
    make_tutorial("fiche")
    make_tutorial("photos")
    Progress.objects.create(person=professional, tutorial=make_tutorial("avis"), steps=[1])
    client.post(f"{ROOM}fiche/progression/", {"fait": ["1"]})
    client.post("/compte/connexion/", {"login": professional.email, "password": "mot-de-passe-solide"})
    client.post(f"{ROOM}progression/", {"progression": json.dumps({"photos": [1, 2, 3], "avis": [2], "zzz": [1]})})
    rows = {row.tutorial.slug: (row.steps, bool(row.done_at)) for row in Progress.objects.filter(person=professional)}
    assert rows == {"fiche": ([1], False), "photos": ([1, 2, 3], True), "avis": ([1, 2], False)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[]",
        "null",
        "12",
        '{"a": 1}',
        '{"a": {"b": 1}}',
        '{"a": ["²", -1, 0, 1e9, null]}',
        "[" * 9000,
        '{"a":[1' + "0" * 5000 + "]}",
    ],
)
def test_anything_sent_as_progress_is_read_calmly(client, professional, text):
    assert parse_progress(text) in ({}, {"a": frozenset()})
    client.cookies[COOKIE] = "x" + text[:3000].replace('"', "").replace(",", "")
    page(client, ROOM)
    client.force_login(professional)
    assert client.post(f"{ROOM}progression/", {"progression": text}).status_code == 204


# ---- opinion ----------------------------------------------------------------------------------------------------
def test_opinion_is_given_once(client, professional):
    make_tutorial("fiche")
    for useful in "10":
        client.post(f"{ROOM}fiche/avis/", {"useful": useful, "why": " Parce que. "})
    assert [(each.useful, each.why) for each in Opinion.objects.all()] == [(True, "Parce que.")]
    assert signing.loads(client.cookies["tutoriels-avis"].value, salt="tutoriels-avis")
    client.force_login(professional)
    for useful in "10":
        client.post(f"{ROOM}fiche/avis/", {"useful": useful})
    assert Opinion.objects.count() == 2 and Opinion.objects.filter(useful=False).count() == 1
    assert not Opinion.objects.filter(mark__contains=professional.pk).exclude(mark__regex=r"^[0-9a-f]{32,64}$").exists()


def test_opinion_without_a_choice_is_not_kept(client):
    make_tutorial("fiche")
    assert client.post(f"{ROOM}fiche/avis/", {"why": "x" * 5000}).status_code == 302
    assert Opinion.objects.count() == 0
