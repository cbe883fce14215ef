from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from common.imaging.uploads import PictureRefused
from intranet.people.actions import Square, centred, keep_portrait, remove_portrait
from tests.factories.common import huge_png

pytestmark = pytest.mark.django_db


def upload(content: bytes, name="moi.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def halves(size=(800, 400), kind="JPEG", **options) -> bytes:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    buffer = BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def colour_of(file, position=(0.5, 0.5)) -> str:
    picture = Image.open(file).convert("RGB")
    red, _green, blue = picture.getpixel(tuple(int(share * side) for share, side in zip(position, picture.size, strict=True)))
    return "red" if red > blue else "blue"


@pytest.mark.parametrize(
    ("size", "kept", "square"),
    [
        ((800, 400), "middle", Square(0.25, 0.0, 0.5)),
        ((800, 400), "start", Square(0.0, 0.0, 0.5)),
        ((800, 400), "end", Square(0.5, 0.0, 0.5)),
        ((400, 800), "start", Square(0.0, 0.0, 1.0)),
        ((400, 800), "end", Square(0.0, 0.5, 1.0)),
    ],
)
def test_largest_square_stands_where_it_was_wished(size, kept, square):
    assert centred(*size, kept) == square


def test_portrait_is_the_square_that_was_drawn(member, django_capture_on_commit_callbacks):
    profile = member.profile
    exif = Image.Exif()
    exif[0x010E] = "secret"
    keep_portrait(profile, upload(halves(exif=exif)), Square(0.6, 0.1, 0.3))
    picture = Image.open(profile.portrait)
    assert (picture.size, Image.open(profile.portrait_small).size) == ((240, 240), (160, 160))
    assert [colour_of(profile.portrait, (share, 0.5)) for share in (0.1, 0.9)] == ["blue", "blue"]
    profile.portrait.seek(0)
    assert b"secret" not in profile.portrait.read()
    storage, first = profile.portrait.storage, profile.portrait.name
    with django_capture_on_commit_callbacks(execute=True):
        keep_portrait(profile, upload(halves()), kept="start")
    assert [colour_of(profile.portrait, (share, 0.5)) for share in (0.1, 0.9)] == ["red", "red"]
    assert not storage.exists(first)
    second = profile.portrait.name
    with django_capture_on_commit_callbacks(execute=True):
        remove_portrait(profile)
    assert not storage.exists(second) and not member.profile.portrait_url()


def test_moving_picture_keeps_its_first_moment(member):
    second = Image.new("RGB", (300, 300), "blue")
    buffer = BytesIO()
    Image.new("RGB", (300, 300), "red").save(buffer, "GIF", save_all=True, append_images=[second])
    keep_portrait(member.profile, upload(buffer.getvalue(), "moi.gif"))
    assert colour_of(member.profile.portrait) == "red"
    assert Image.open(member.profile.portrait).format == "JPEG"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "pas une photo"),
        (halves()[:2000], "abîmée"),
        (halves((100, 100)), "trop petite"),
        (huge_png(20_000, 20_000).read(), "millions de pixels"),
    ],
    ids=["empty", "drawing", "damaged", "small", "huge"],
)
def test_what_is_no_portrait_is_refused_and_changes_nothing(member, content, words):
    profile = member.profile
    keep_portrait(profile, upload(halves()))
    before = profile.portrait.name
    with pytest.raises(PictureRefused) as refused:
        keep_portrait(profile, upload(content))
    assert words in str(refused.value.message)
    profile.refresh_from_db()
    assert profile.portrait.name == before
