import gzip

import pytest

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
