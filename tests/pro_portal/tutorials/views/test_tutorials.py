"""Reading: the list and its counts, a tutorial, progress with and without an account, opinion."""

import pytest
from django.core import signing

from common.access import Audience
from common.models import SharedDocument
from pro_portal.tutorials.models import Opinion
from tests.factories import make_picture, make_user
from tests.factories.tutorials import make_path, make_tutorial, step
from tests.html import read
from tests.pdf import read_pdf

pytestmark = pytest.mark.django_db
ROOM = "/fr/portail/tutoriels/"


def page(client, address, status=200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


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
def test_queries_are_the_same_at_10_and_50(client, request, who, most):
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
    for _number in range(40):
        make_tutorial(picture=picture)
    assert asked() == few
    assert max(few) <= most


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


def test_end_of_a_tutorial_leads_to_the_next_of_its_path(client):
    hidden = make_tutorial("cache", "Caché", live=False)
    one, two = make_tutorial("un", "Le premier"), make_tutorial("deux", "Le second")
    make_path("pas", one, hidden, two, title="Premiers pas")
    for slug in ("un", "deux"):
        client.post(f"{ROOM}{slug}/progression/", {"tout": "1"})
    first, last = (read(client.get(tutorial.get_absolute_url())) for tutorial in (one, two))
    assert first.get_by_role("link", "Tutoriel suivant : Le second")["href"] == two.get_absolute_url()
    assert "Tutoriel suivant" not in last.text and "C’était le dernier" in last.text


def test_rich_text_is_cleaned(client):
    text = '<p onclick="x()">Bon<script>alert(1)</script><img src=x onerror=alert(1)> <a href="javascript:alert(1)">lien</a></p>'
    shown = page(client, make_tutorial(steps=[step(text=text)]).get_absolute_url())
    assert "alert(1)" not in shown and "onclick" not in shown and "Bon" in shown


def test_words_can_be_read_in_another_language(client):
    tutorial = make_tutorial("fiche", "La fiche", words={"en": "The listing"})
    english, french = (read(page(client, f"{tutorial.get_absolute_url()}?langue={code}")) for code in ("en", "zz"))
    assert english.get_by_role("heading", "The listing")["lang"] == "en"
    assert french.get_by_role("heading", "La fiche").get("lang") is None


def test_film_loads_nothing_before_the_reader_agrees(client):
    tutorial = make_tutorial(steps=[step(video="https://vimeo.com/123456")])
    response = client.get(tutorial.get_absolute_url())
    text = response.content.decode()
    assert "<iframe" not in text and "Charger la vidéo de vimeo.com" in text
    assert "frame-src 'self' https://player.vimeo.com" in response["Content-Security-Policy"]
    assert "vimeo" not in client.get(make_tutorial().get_absolute_url())["Content-Security-Policy"]


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


def test_sheet_has_the_filters_as_a_form(client):
    make_tutorial(title="Alpha", themes=["photo"], level="discovery", minutes=10)
    form = read(client.get(f"{ROOM}?level=discovery")).region("Choisir les filtres")
    assert form.form_values() == {"theme": "", "level": "discovery", "length": ""}
    assert form.texts("button")[-1] == "Voir 1 tutoriel"
