"""Whatever a file is, it gives a picture or a sentence; what a picture says of its rights is read, kept and said again."""

import os
import shutil
import struct
import subprocess
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from common.imaging.metadata.text import EMPTY
from common.models import Picture
from common.storages import private_storage
from pro_portal.photos.actions.files import replace_file
from pro_portal.photos.models import Photo
from pro_portal.photos.rights.sizes import BY_CODE
from pro_portal.photos.views.uploads import refusal_in_words
from tests.factories.photos import draw_image, encode_image, jpeg
from tests.html import read

pytestmark = pytest.mark.django_db


def heic() -> bytes:
    import pillow_heif

    pillow_heif.register_heif_opener()
    return encode_image(draw_image(), "HEIF", quality=60)


def bomb(side=100_000) -> bytes:
    """A PNG of a few hundred bytes that says it has ten thousand million pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = chunk(b"IDAT", zlib.compress(b"\0" * 100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + rows + chunk(b"IEND", b"")


def sixteen_bits() -> bytes:
    return encode_image(Image.new("I;16", (600, 400), 40_000), "PNG")


def animated(kind) -> bytes:
    return encode_image(draw_image(0, (600, 400)), kind, save_all=True, append_images=[draw_image(5, (600, 400))], duration=200)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><script>alert(1)</script><rect width="9" height="9"/></svg>'
# name → (content, the format it is kept in, or the code of its refusal)
FILES = {
    "plage.jpg": (jpeg, "JPEG"),
    "plage.heic": (heic, "JPEG"),
    "plage.png": (lambda: encode_image(draw_image(), "PNG"), "PNG"),
    "plage.webp": (lambda: encode_image(draw_image(), "WEBP"), "WEBP"),
    "plage.avif": (lambda: encode_image(draw_image(), "AVIF"), "JPEG"),
    "plage.tif": (lambda: encode_image(draw_image(), "TIFF"), "JPEG"),
    "quadri.jpg": (lambda: encode_image(draw_image().convert("CMYK"), "JPEG"), "JPEG"),
    "quadri.tif": (lambda: encode_image(draw_image().convert("CMYK"), "TIFF"), "JPEG"),
    "seize-bits.png": (sixteen_bits, "PNG"),
    "seize-bits.tif": (lambda: encode_image(Image.new("I;16", (600, 400), 40_000), "TIFF"), "JPEG"),
    "transparente.png": (lambda: encode_image(Image.new("RGBA", (600, 400), (9, 99, 199, 90)), "PNG"), "PNG"),
    "palette.png": (lambda: encode_image(draw_image().convert("P"), "PNG"), "PNG"),
    "noir-et-blanc.jpg": (lambda: encode_image(draw_image().convert("L"), "JPEG"), "JPEG"),
    "mal-nommee.txt": (jpeg, "JPEG"),
    "animee.gif": (lambda: animated("GIF"), "GIF"),
    "animee.webp": (lambda: animated("WEBP"), "WEBP"),
    "animee.png": (lambda: animated("PNG"), "PNG"),
    "coupee.jpg": (lambda: jpeg()[:9000], "damaged"),
    "coupee.png": (lambda: encode_image(draw_image(), "PNG")[:1500], "damaged"),
    "coupee.heic": (lambda: heic()[: len(heic()) // 2], ("damaged", "no_picture")),
    "bombe.png": (bomb, "too_many_pixels"),
    "bombe-de-trop-peu.png": (lambda: bomb(10_000), "damaged"),
    "petite.jpg": (lambda: jpeg(0, (199, 900)), "too_small"),
    "dessin.svg": (lambda: SVG, "svg"),
    "page.jpg": (lambda: b"<html><script>alert(1)</script></html>", "web_page"),
    "papier.pdf": (lambda: b"%PDF-1.7\n" + b"0" * 500, "pdf"),
    "icone.bmp": (lambda: encode_image(draw_image(), "BMP"), "wrong_kind"),
    "vide.jpg": (bytes, "empty"),
    "zero.jpg": (lambda: b"\0" * 3000, "no_picture"),
    "entete.jpg": (lambda: b"\xff\xd8\xff\xe0" + b"\0" * 100, ("no_picture", "damaged")),
}


@pytest.mark.parametrize("name", FILES)
def test_every_file_gives_a_picture_or_a_sentence(client, giver, give_file, name):
    content, expected = FILES[name]
    upload = give_file(content(), name)
    page = read(client.get("/fr/portail/phototheque/donner/"))
    if isinstance(expected, str) and expected.isupper():
        assert upload.state == "read", upload.refusal
        with Image.open(upload.picture.file) as kept:
            assert kept.format == expected and kept.mode != "CMYK"
            assert kept.size == (upload.picture.width, upload.picture.height)
        shown = client.get(upload.picture.url_for(320, "webp"))
        assert shown.status_code == 200 and Image.open(BytesIO(b"".join(shown.streaming_content))).width == 320
        assert [image for image in page.all_by_hook("src") if f"/images/{upload.picture_id}/" in image["src"]]
    else:
        assert upload.state == "refused" and upload.refusal in expected
        reason = " ".join(refusal_in_words(upload.refusal).split())
        assert reason and reason in page.text
        assert not Photo.objects.exists()
    assert not upload.pieces.exists()


WORDS = Image.Exif()
WORDS[0x010E] = "SECRET-PLACE"


@pytest.mark.parametrize("kind, ending", [("TIFF", "tif"), ("HEIF", "heic")])
def test_file_that_no_page_shows_leaves_as_it_was_given(
    client, giver, give_file, django_capture_on_commit_callbacks, kind, ending
):
    heic()  # Pillow knows it from now on
    content = encode_image(draw_image(), kind, exif=WORDS.tobytes())
    picture = give_file(content, f"plage.{ending}").picture
    assert (picture.file.name[-4:], picture.given.read(), picture.given_size) == (".jpg", content, len(content))
    picture.credit = "Office d’Aurelle"
    picture.save()
    original = BY_CODE["original"]
    with picture.rendition(original.size).file.open("rb") as file:
        leaving = file.read()
    assert Image.open(BytesIO(leaving)).format == kind and original.ending(picture) == ending
    assert "Office d’Aurelle".encode() in leaving and b"SECRET-PLACE" not in leaving
    pixels = [Image.open(BytesIO(each)).convert("RGB").tobytes() for each in (leaving, content)]
    assert pixels[0] == pixels[1]
    # Another file in its place, then none: what was given goes with it.
    with django_capture_on_commit_callbacks(execute=True):
        replace_file(picture.photo, SimpleUploadedFile("autre.tif", encode_image(draw_image(3), "TIFF")))
    first, picture = picture.given.name, Picture.objects.get()
    assert not private_storage().exists(first) and private_storage().exists(second := picture.given.name)
    with django_capture_on_commit_callbacks(execute=True):
        replace_file(picture.photo, SimpleUploadedFile("autre.jpg", jpeg(4)))
    picture = Picture.objects.get()
    assert not private_storage().exists(second) and (picture.given, picture.given_size) == ("", None)
    with django_capture_on_commit_callbacks(execute=True):
        replace_file(picture.photo, SimpleUploadedFile("autre.tif", encode_image(draw_image(5), "TIFF")))
    third = Picture.objects.get().given.name
    with django_capture_on_commit_callbacks(execute=True):
        Picture.objects.all().delete()
    assert not private_storage().exists(third)


def test_gif_leaves_as_it_moves(giver, give_file):
    picture, original = give_file(animated("GIF"), "vagues.gif").picture, BY_CODE["original"]
    with picture.rendition(original.size).file.open("rb") as file:
        moving = Image.open(BytesIO(file.read()))
        assert (moving.format, moving.n_frames, original.ending(picture)) == ("GIF", 2, "gif")


def test_sixteen_bits_are_neither_black_nor_white(client, giver, give_file):
    upload = give_file(sixteen_bits(), "seize-bits.png")
    assert Image.open(upload.picture.file).getpixel((9, 9)) == pytest.approx(40_000 / 256, abs=2)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_upright_whatever_the_camera_says(client, giver, give_file, orientation):
    """The top left corner is red once the picture is turned as the camera says; a turned file says so no more."""
    upright = Image.new("RGB", (600, 400), "#3377aa")
    upright.paste("#dd2222", (0, 0, 150, 100))
    turns = {2: [0], 3: [3], 4: [1], 5: [5], 6: [2], 7: [6], 8: [4]}  # what undoes each orientation, in Pillow's numbers
    stored = upright
    for turn in turns.get(orientation, []):
        stored = stored.transpose(Image.Transpose(turn))
    exif = Image.Exif()
    exif[0x0112] = orientation
    upload = give_file(encode_image(stored, "JPEG", exif=exif, quality=95))
    kept = Image.open(upload.picture.file)
    assert kept.size == (600, 400) and kept.getexif().get(0x0112, 1) == 1
    red, green, blue = kept.getpixel((20, 20))
    assert red > 180 and green < 90 and blue < 90
    assert upload.picture.photo.orientation == "landscape"


EXIFTOOL = shutil.which("exiftool")


@pytest.fixture
def exiftool():
    """`exiftool(path, "Credit", …)`: what it reads; continuous integration has it."""
    if not EXIFTOOL:
        sentence = "exiftool is missing: install the system package `libimage-exiftool-perl`."
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)

    # One process for all the files: to start it takes ten times as long as to read one.
    process = subprocess.Popen(
        [EXIFTOOL, "-stay_open", "True", "-@", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )

    def read(path, *names) -> dict[str, str]:
        arguments = ["-s2", "-charset", "iptc=Latin", *(f"-{name}" for name in names), str(path), "-execute", ""]
        process.stdin.write("\n".join(arguments).encode())
        process.stdin.flush()
        answer = {}
        while (line := process.stdout.readline().decode(errors="replace").rstrip("\r\n")) != "{ready}":
            assert line or process.poll() is None
            name, colon, value = line.partition(": ")
            if colon:
                answer[name] = value
        return answer

    yield read
    process.communicate(b"-stay_open\nFalse\n")


@pytest.fixture
def real_photos(shared_data) -> list[Path]:
    files = [path for path in sorted((shared_data / "photos").rglob("*")) if path.is_file()]
    if not files:
        pytest.skip("the folder of real trial records holds no photos")
    return files


CREATOR = ("XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist")
CREDIT = ("XMP-photoshop:Credit", "IPTC:Credit")


def test_real_photos_are_read_upright_and_credited_again(client, giver, give_file, real_photos, exiftool, tmp_path, settings):
    """Each file is given as a photographer would; what it says is what exiftool reads; what leaves says its credit."""
    settings.PICTURE_SMALLEST_SIDE = 8  # many of these are samples cut to a few pixels
    problems, read = {}, 0
    for path in real_photos:
        upload = give_file(path.read_bytes(), path.name)
        if upload.state == "refused":
            if not refusal_in_words(upload.refusal) or path.suffix.lower() in (".jpg", ".heic", ".webp"):
                problems[path.name] = f"refused: {upload.refusal}"
            continue
        read += 1
        picture = upload.picture
        original = exiftool(path, "ImageWidth", "ImageHeight", "Orientation#", *CREATOR, *CREDIT)
        wanted = int(original["ImageWidth"]), int(original["ImageHeight"])
        # In HEIC the turn is the file's own, and what exiftool says of EXIF is only a copy of it.
        turned = original.get("Orientation", "1") in "5678" and len(original.get("Orientation", "1")) == 1
        if sorted(wanted) != sorted((picture.width, picture.height)):
            problems[path.name] = f"{(picture.width, picture.height)} for {wanted}"
        elif turned and path.suffix != ".HEIC" and (picture.width, picture.height) != wanted[::-1]:
            problems[path.name] = "not upright"
        told = original.get("Creator") or original.get("By-line")
        if told and told not in EMPTY and picture.creator != " ".join(told.split()):
            problems[path.name] = f"creator {picture.creator!r} for {told!r}"
        picture.credit = picture.credit or "Émile Brossard"
        picture.save()
        for kind in ("jpeg", "webp"):
            made = tmp_path / f"{upload.pk}.{kind}"
            made.write_bytes(b"".join(client.get(picture.url_for(320, kind)).streaming_content))
            again = exiftool(made, "XMP-photoshop:Credit", "Orientation#", "GPSPosition")
            if again != {"Credit": " ".join(picture.credit.split())}:
                problems[path.name, kind] = again
    assert problems == {} and read >= 30


def test_title_from_a_file_name_has_single_spaces(giver, give_file):
    assert give_file(jpeg(1), "Plage__3_.jpg").picture.title == "Plage 3"
