"""Pictures of the library, with rights to order."""

import pytest

from tests.factories import photos
from tests.factories.photos import upload_file


@pytest.fixture
def giver(client, professional):
    """A provider who is signed in and gives pictures."""
    client.force_login(professional)
    return professional


@pytest.fixture
def give_file(client, django_capture_on_commit_callbacks):
    """`give_file(content, name="plage.jpg")`: sent in pieces, then read by the worker; the upload as it is then."""

    def give(content, name="plage.jpg"):
        with django_capture_on_commit_callbacks(execute=True):
            upload = upload_file(client, content, name)
        upload.refresh_from_db()
        return upload

    return give


@pytest.fixture
def make_photo(db):
    """`make_photo(title, **facts)`: facts of `Photo` or of `Picture`; accepted, public and offered for every use by default."""
    return photos.make_photo
