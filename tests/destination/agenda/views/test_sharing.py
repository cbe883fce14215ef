import pytest

from common.colours import WHITE, contrast_ratio
from destination.agenda.models import Event
from destination.agenda.presenters.embed import DARK, DEFAULT_ACCENT, Look
from tests.factories import make_category, make_event
from tests.html import read

pytestmark = pytest.mark.django_db


def test_embedded_list_may_stand_in_any_site_and_sets_no_cookie(client, member):
    make_event("Concert")
    client.force_login(member)
    response = client.get("/fr/agenda/embed/")
    assert "X-Frame-Options" not in response
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert response.cookies == {}


def test_other_pages_still_refuse_frames(client):
    response = client.get("/fr/agenda/")
    assert response["X-Frame-Options"] == "DENY" and "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_embedded_list_has_its_filters_its_number_and_links_to_the_page_around(client):
    for number in range(4):
        make_event(f"Concert {number}", categories=[make_category("music")])
    make_event("Marché")
    response = client.get("/fr/agenda/embed/?category=music&count=3&accent=aa3300&title=Chez%20nous")
    page = read(response)
    links = page.all_by_role("link")
    assert [link["target"] for link in links] == ["_parent"] * 4
    assert all(link["href"].startswith("http://127.0.0.1:8000/fr/agenda/") for link in links)
    assert page.texts("heading") == ["Chez nous"]
    assert "Marché" not in page.text
    assert "--accent: #aa3300" in page.tag.style.string


def test_style_of_the_embedded_list_carries_the_nonce_of_the_policy(client):
    response = client.get("/fr/agenda/embed/")
    nonce = read(response).tag.style["nonce"]
    assert f"'nonce-{nonce}'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("accent", ["red", "}body{display:none", "#12345", "12345g", "", "javascript:alert(1)", "#0f5c6\u0663"])
def test_only_a_colour_is_a_colour(accent):
    assert Look.from_query({"accent": accent}).accent == DEFAULT_ACCENT


@pytest.mark.parametrize("accent", ["ffffff", "ffff00", "0f5c63", "000000", "88ccff"])
def test_text_in_the_accent_can_be_read(accent):
    look = Look.from_query({"accent": accent})
    assert contrast_ratio(look.ink, WHITE) >= 4.5 <= contrast_ratio(look.ink_on_dark, DARK)


def test_builder_shows_the_code_and_keeps_filters_and_look(client):
    make_event("Concert", categories=[make_category("music")])
    page = read(client.get("/fr/agenda/partager/?category=music&accent=%23aa3300&count=4&title=%22%3E%3Cscript%3E"))
    embed = "/fr/agenda/embed/?category=music&accent=aa3300&count=4&title=%22%3E%3Cscript%3E"
    assert page.get_by_role("iframe")["src"] == embed
    [code] = read(page.field("Code à coller dans votre page").value).all_by_role("iframe")
    assert code["src"] == f"http://127.0.0.1:8000{embed}"
    values = [page.field(label).value for label in ("Couleur", "Nombre d’événements", "Titre au-dessus de la liste")]
    assert values == ["#aa3300", "4", '"><script>']


@pytest.mark.parametrize(("language", "path"), [("fr", "partager"), ("en", "share"), ("ca", "compartir")])
def test_addresses_are_in_the_reader_s_language(client, language, path):
    assert client.get(f"/{language}/agenda/{path}/").status_code == 200


def test_subscription_offers_the_filtered_view(client):
    page = read(client.get("/fr/agenda/s-abonner/?free=1&day=today&near=42.5,3.1"))
    assert page.get_by_role("link", "Ouvrir dans mon calendrier")["href"] == "webcal://127.0.0.1:8000/fr/agenda.ics?free=1"
    assert page.field("Adresse à copier").value == "http://127.0.0.1:8000/fr/agenda.ics?free=1"
    assert client.get("/fr/agenda/qr.svg?free=1")["Content-Type"] == "image/svg+xml"


def test_personal_address_is_for_its_owner(client, member):
    assert "key=" not in client.get("/fr/agenda/s-abonner/").content.decode()
    client.force_login(member)
    address = read(client.get("/fr/agenda/s-abonner/")).field("Votre adresse personnelle").value
    assert address == f"http://127.0.0.1:8000/fr/agenda.ics?key={member.feed_key}"


def test_embedded_list_says_what_is_cancelled(client):
    make_event("Course", state=Event.State.CANCELLED)
    assert "Annulé" in read(client.get("/fr/agenda/embed/")).text
