import pytest

from common.uploads import display_name


@pytest.mark.parametrize(
    ("given", "shown"),
    [("../../etc/passwd", "passwd"), ("C:\\photos\\plage.jpg", "plage.jpg"), ("a\0b\n.jpg", "ab.jpg"), ("/", "photo"), ("", "photo"),
     ("é" * 400 + ".jpg", "é" * 251 + ".jpg")],
)  # fmt: skip
def test_name_of_a_file_is_tidied(given, shown):
    assert display_name(given, "photo") == shown
