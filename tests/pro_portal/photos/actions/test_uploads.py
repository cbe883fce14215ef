import pytest

from pro_portal.photos.actions.uploads import display_name

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\photos\\plage.jpg", "plage.jpg"), ("a\0b\n.jpg", "ab.jpg"), ("/", "photo"), ("", "photo"),
     ("é" * 400 + ".jpg", "é" * 251 + ".jpg")],
)  # fmt: skip
def test_name_of_a_file_is_tidied(given, kept):
    assert display_name(given) == kept
