import pytest

from common.videos import video_at


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", "youtube.com"), ("https://youtu.be/abcdefghijk?t=3", "youtube.com"),
        ("https://vimeo.com/123456", "vimeo.com"), ("https://video.example/w/abcdEFGH1234", "video.example"),
        ("https://youtube.com.mechant.example/watch?v=abcdefghijk", None), ("javascript:alert(1)", None), ("", None),
        ("http://vimeo.com/1", None),
    ],
)  # fmt: skip
def test_film_is_known_by_its_address(address, host):
    film = video_at(address)
    assert (film.host if film else None) == host
