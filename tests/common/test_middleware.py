import gzip

import pytest

from common.middleware import NulByteMiddleware
from demo.loaders.pages import make_pages
from destination.pages.models import HomePage
from tests.factories import make_event, make_picture

pytestmark = pytest.mark.django_db


def test_pages_are_compressed_for_who_can_read_it(client):
    make_event()
    plain, packed = client.get("/fr/agenda/"), client.get("/fr/agenda/", HTTP_ACCEPT_ENCODING="gzip")
    assert packed["Content-Encoding"] == "gzip" and len(packed.content) < len(plain.content) / 2
    assert "Concert au port" in gzip.decompress(packed.content).decode()


def test_feed_is_compressed_and_still_answers_not_modified(client):
    make_event()
    first = client.get("/fr/agenda.ics", HTTP_ACCEPT_ENCODING="gzip")
    assert first["Content-Encoding"] == "gzip"
    assert client.get("/fr/agenda.ics", HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304


def test_pictures_are_left_as_they_are(client):
    assert "Content-Encoding" not in client.get(make_picture().url_for(320), HTTP_ACCEPT_ENCODING="gzip")


def test_preview_may_be_framed_by_the_cms_and_stays_strict(client, administrator):
    words = {code: {"title": "Pays d’Aurelle"} for code in ("fr", "en", "ca")}
    make_pages([{"slug": {"fr": "accueil"}, "kind": "home", "parent": None, "words": words}])
    client.force_login(administrator)
    response = client.get(f"/admin/pages/{HomePage.objects.first().pk}/view_draft/")
    policy = response["Content-Security-Policy"]
    assert response.status_code == 200
    assert "frame-ancestors 'self'" in policy and "unsafe-inline" not in policy
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_answer_to_somebody_signed_in_is_kept_by_nobody(client, member):
    make_event()
    assert "Cache-Control" not in client.get("/fr/agenda/")
    client.force_login(member)
    for address in ("/fr/agenda/", "/intranet/", "/nulle-part/"):
        response = client.get(address)
        assert set(response["Cache-Control"].split(", ")) == {"private", "no-cache"}
        assert "Cookie" in response["Vary"]
    assert "public" in client.get(make_picture().url_for(320))["Cache-Control"]


def test_answer_to_a_visitor_with_a_session_is_kept_by_nobody(client):
    """Their basket, and the name and address that they gave with the conditions."""
    assert "Cache-Control" not in client.get("/fr/portail/phototheque/panier/")
    client.post("/fr/portail/phototheque/conditions/", {"accepted": "on", "name": "Le Mas", "email": "mas@exemple.example"})
    for address in ("/fr/portail/phototheque/panier/", "/fr/portail/phototheque/conditions/", "/fr/agenda/"):
        response = client.get(address)
        assert set(response["Cache-Control"].split(", ")) == {"private", "no-cache"}
        assert "Cookie" in response["Vary"]


def test_cookie_holds_no_nul_byte(rf):
    """A session is sought by what its cookie holds, and an escape of a cookie may be a NUL, which PostgreSQL refuses."""
    request = rf.get("/fr/", headers={"Cookie": r'sessionid="abcdefgh\000ij"; language=fr'})
    assert request.COOKIES["sessionid"] == "abcdefgh\0ij"
    NulByteMiddleware(lambda request: None).process_request(request)
    assert request.COOKIES == {"sessionid": "abcdefghij", "language": "fr"}
