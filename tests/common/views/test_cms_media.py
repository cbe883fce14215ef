"""The thumbnails of the CMS, for those who work in it."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.factories import make_picture


@pytest.fixture
def address():
    name = default_storage.save("images/thumbnail-of-a-test.jpg", ContentFile(b"picture"))
    yield f"/media/{name}"
    default_storage.delete(name)


def test_editor_sees_thumbnails(client, editor, address):
    client.force_login(editor)
    response = client.get(address)
    assert b"".join(response.streaming_content) == b"picture" and "private" in response["Cache-Control"]
    assert client.get("/media/images/none.jpg").status_code == 404


def test_others_do_not(client, member, address):
    assert client.get(address).status_code == 302
    client.force_login(member)
    assert client.get(address).status_code == 403


def test_thumbnail_whose_file_is_lost_is_drawn_again(client, editor):
    rendition = make_picture().get_rendition("max-165x165")
    default_storage.delete(rendition.file.name)
    client.force_login(editor)
    assert b"".join(client.get(f"/media/{rendition.file.name}").streaming_content)
