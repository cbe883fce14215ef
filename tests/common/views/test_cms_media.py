"""Files of pictures in the CMS, for those who work in it and may see the picture."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from tests.factories import make_organisation, make_picture


def addresses_of(picture) -> list[str]:
    return [f"/media/{picture.file.name}", f"/media/{picture.get_rendition('max-165x165').file.name}"]


def test_editor_sees_thumbnails(client, editor):
    client.force_login(editor)
    for address in addresses_of(make_picture()):
        response = client.get(address)
        assert b"".join(response.streaming_content) and response["Cache-Control"] == "private, max-age=60"
    assert client.get("/media/images/none.jpg").status_code == 404


def test_others_do_not(client, member):
    address = addresses_of(make_picture())[1]
    assert client.get(address).status_code == 302
    client.force_login(member)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("persona", ["moderator", "editor", "administrator"])
def test_picture_whose_right_ended_leaves_for_nobody(client, request, persona):
    client.force_login(request.getfixturevalue(persona))
    ended = make_picture(valid_until=timezone.localdate() - timedelta(days=1))
    assert [client.get(address).status_code for address in addresses_of(ended)] == [404, 404]


def test_picture_of_another_office_leaves_for_administrators_alone(client, moderator, administrator):
    address = addresses_of(make_picture(audience="private", organisation=make_organisation("Ailleurs")))[0]
    statuses = []
    for person in (moderator, administrator):
        client.force_login(person)
        statuses.append(client.get(address).status_code)
    assert statuses == [404, 200]


def test_thumbnail_whose_file_is_lost_is_drawn_again(client, editor):
    rendition = make_picture().get_rendition("max-165x165")
    default_storage.delete(rendition.file.name)
    client.force_login(editor)
    assert b"".join(client.get(f"/media/{rendition.file.name}").streaming_content)
