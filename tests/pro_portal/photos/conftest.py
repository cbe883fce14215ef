"""Pictures of the library, with rights to order."""

import pytest

from common.choices import Licence
from pro_portal.photos.models import Orientation, Photo
from pro_portal.photos.rights.choices import Use
from tests.factories import image_file, make_picture
from tests.pro_portal.photos.sending import send


@pytest.fixture
def giver(client, professional):
    """A provider who is signed in and gives pictures."""
    client.force_login(professional)
    return professional


@pytest.fixture
def give_file(client, django_capture_on_commit_callbacks):
    """`give_file(content, name="plage.jpg")`: sent in pieces, then read by the worker; the upload as it is then."""

    def given(content, name="plage.jpg"):
        with django_capture_on_commit_callbacks(execute=True):
            upload = send(client, content, name)
        upload.refresh_from_db()
        return upload

    return given


@pytest.fixture
def make_photo(db):
    """`make_photo(title, **facts)`: facts of `Photo` or of `Picture`; accepted, public and offered for every use by default."""
    of_photo = {field.name for field in Photo._meta.fields}

    def made(title="Plage du Cap", *, size=(900, 600), colour="#3377aa", **facts):
        facts = {
            "audience": "public", "credit": "Emma Virelune", "licence": Licence.CC_BY, "uses": [use.value for use in Use],
            "third_parties_allowed": True,
        } | facts  # fmt: skip
        own = {name: facts.pop(name) for name in list(facts) if name in of_photo}
        picture = make_picture(title=title, file=image_file(size=size, colour=colour), **facts)
        return Photo.objects.create(picture=picture, orientation=Orientation.of(*size), **{"state": Photo.State.ACCEPTED, **own})

    return made
