"""What the decoding process makes of pixels: upright, in colours a browser shows."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from common.imaging import client
from common.imaging.head import read_size
from common.imaging.metadata.reading import ORIENTATION
from common.imaging.process import colour
from common.imaging.size import PictureSize
from tests.factories.common import grey_profile

KINDS = ("jpeg", "png", "webp", "avif")
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
TURNED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def quarters() -> Image.Image:
    """Red above green on the left, blue above yellow on the right; 400 × 600."""
    picture = Image.new("RGB", (400, 600))
    for colour_name, corner in (("red", (0, 0)), ("lime", (0, 300)), ("blue", (200, 0)), ("yellow", (200, 300))):
        picture.paste(colour_name, (*corner, corner[0] + 200, corner[1] + 300))
    return picture


def drawn(source, target, kind="png", **size) -> Image.Image:
    client.render(str(source), str(target), PictureSize(size.pop("width", 200), kind=kind, **size))
    return Image.open(target)


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
@pytest.mark.parametrize("orientation", TURNED)
def test_rendition_is_upright(tmp_path, orientation, ending):
    source = tmp_path / f"source.{ending}"
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    lying = quarters() if TURNED[orientation] is None else quarters().transpose(TURNED[orientation])
    lying.save(source, exif=exif)
    picture = drawn(source, tmp_path / "target").convert("RGB")
    assert picture.size == (200, 300)
    corners = [(50, 75), (50, 225), (150, 75), (150, 225)]
    names = [colour(picture.crop((x - 20, y - 20, x + 20, y + 20))) for x, y in corners]
    assert names == ["red", "green", "blue", "yellow"]


@pytest.mark.parametrize(
    ("part", "size", "name"),
    [
        ((0.5, 0.5, 1.0, 5 / 6), (200, 200), "yellow"),
        ((0.0, 0.0, 0.25, 1 / 6), (100, 100), "red"),
        ((0.5, 0.0, 1.0, 0.5), (200, 200), "blue"),  # no square: the middle of it
        ((0.9, 0.9, 7.0, 7.0), (40, 40), "yellow"),
    ],
)
def test_part_of_a_turned_picture_is_taken_upright_and_never_enlarged(tmp_path, part, size, name):
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    quarters().transpose(Image.Transpose.ROTATE_90).save(tmp_path / "source.jpg", exif=exif)
    client.render(str(tmp_path / "source.jpg"), str(tmp_path / "target"), PictureSize(640, ratio=(1, 1), kind="png"), part=part)
    picture = Image.open(tmp_path / "target").convert("RGB")
    assert (picture.size, colour(picture)) == (size, name)


def test_crop_of_a_turned_picture_is_taken_upright(tmp_path):
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    quarters().transpose(Image.Transpose.ROTATE_90).save(tmp_path / "source.jpg", exif=exif)
    size = PictureSize(100, ratio=(1, 1), kind="png")
    client.render(str(tmp_path / "source.jpg"), str(tmp_path / "target"), size, focus=(100, 500))
    picture = Image.open(tmp_path / "target").convert("RGB")
    assert colour(picture.crop((5, 80, 40, 98))) == "green"


def samples() -> dict[str, Image.Image]:
    grey = Image.new("L", (400, 300), 128)
    return {
        "L": grey,
        "RGB": Image.new("RGB", (400, 300), (128, 128, 128)),
        "P": Image.new("RGB", (400, 300), (128, 128, 128)).quantize(),
        "LA": Image.merge("LA", (grey, Image.new("L", grey.size, 255))),
        "I;16": Image.new("I;16", (400, 300), 128 * 256),
        "RGBA": Image.new("RGBA", (400, 300), (128, 128, 128, 255)),
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", samples())
def test_profile_of_grey_stays_with_grey_pixels_only(tmp_path, mode, kind):
    samples()[mode].save(tmp_path / "source.png", icc_profile=grey_profile())
    picture = drawn(tmp_path / "source.png", tmp_path / "target", kind)
    profile = picture.info.get("icc_profile")
    assert profile is None or picture.mode == "L"
    shade = picture.convert("RGB").getpixel((100, 75))
    assert max(abs(value - 128) for value in shade) < 14


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_profile_of_colours_is_kept(tmp_path, kind, mode):
    """The wide colours of a telephone (Display P3) would look dull without it."""
    Image.new("RGB", (80, 60), (200, 80, 40)).convert(mode).save(tmp_path / "source.png", icc_profile=SRGB)
    assert drawn(tmp_path / "source.png", tmp_path / "target", kind).info["icc_profile"] == SRGB


@pytest.mark.parametrize("kind", KINDS)
def test_profile_that_nobody_can_read_is_left_out(tmp_path, kind):
    broken = b"\x00" * 16 + b"CMYK" + b"\xff" * 200
    Image.new("CMYK", (400, 300), (0, 200, 200, 0)).save(tmp_path / "source.jpg", icc_profile=broken)
    picture = drawn(tmp_path / "source.jpg", tmp_path / "target", kind)
    assert "icc_profile" not in picture.info
    assert colour(picture.convert("RGB")) == "red"


#: mode, value of its pixels, profile: nothing of it may stay, for it speaks of other pixels or says nothing.
STRAY_PROFILES = {
    "RGB of grey": ("RGB", (200, 80, 40), grey_profile()),
    "RGB of Lab": ("RGB", (200, 80, 40), ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()),
    "CMYK of RGB": ("CMYK", (0, 200, 200, 20), SRGB),
    "RGB, cut": ("RGB", (200, 80, 40), SRGB[:60]),
    "grey, cut": ("L", 128, grey_profile()[:60]),
}


def test_profile_that_speaks_of_other_pixels_is_left_out(tmp_path):
    kept = {}
    for name, (mode, value, profile) in STRAY_PROFILES.items():
        Image.new(mode, (80, 60), value).save(tmp_path / "source.jpg", icc_profile=profile)
        kept[name] = [kind for kind in KINDS if "icc_profile" in drawn(tmp_path / "source.jpg", tmp_path / "target", kind).info]
    assert kept == dict.fromkeys(STRAY_PROFILES, [])


def png(colour_type: int, pixel: bytes) -> bytes:
    """A PNG of 16 bits a channel, 400 × 300, of one colour (PNG 1.2, §11.2.2)."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header, rows = struct.pack(">IIBBBBB", 400, 300, 16, colour_type, 0, 0, 0), (b"\0" + pixel * 400) * 300
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def written(kind: str, mode: str, value, **options) -> bytes:
    content = BytesIO()
    Image.new(mode, (400, 300), value).save(content, kind, **options)
    return content.getvalue()


#: a file, and the colour that it shows.
COLOURS = {
    "PNG of 16 bits": (png(2, bytes([200, 0, 80, 0, 40, 0])), (200, 80, 40)),
    "grey PNG of 16 bits": (png(0, b"\x80\0"), (128, 128, 128)),
    "grey and clear PNG of 16 bits": (png(4, b"\x80\0\xff\xff"), (128, 128, 128)),
    "grey TIFF of 16 bits": (written("TIFF", "I;16", 128 * 256), (128, 128, 128)),
    "grey TIFF of 16 bits, of a Mac": (written("TIFF", "I;16B", 128 * 256), (128, 128, 128)),
    "TIFF of printers": (written("TIFF", "CMYK", (0, 255, 255, 0)), (255, 0, 0)),
    "TIFF of printers, compressed": (written("TIFF", "CMYK", (255, 0, 255, 0), compression="tiff_lzw"), (0, 255, 0)),
    "JPEG of printers, inverted": (written("JPEG", "CMYK", (0, 255, 255, 0)), (255, 0, 0)),
    "TIFF in Lab": (written("TIFF", "LAB", (135, 81 + 128, 70 + 128)), (255, 0, 0)),
    "TIFF in Lab, grey": (written("TIFF", "LAB", (137, 128, 128)), (128, 128, 128)),
    "TIFF of luma and chroma": (written("TIFF", "YCbCr", (76, 85, 255)), (255, 0, 0)),
    "black and white": (written("TIFF", "1", 1), (255, 255, 255)),
}


def test_colours_of_every_kind_of_file_look_right(tmp_path):
    """As they look, within what compression takes, and what Lab is rounded to."""
    shown = {}
    for name, (content, _colour) in COLOURS.items():
        (tmp_path / "source").write_bytes(content)
        client.inspect(str(tmp_path / "source"), str(tmp_path / "kept"))
        pictures = [Image.open(tmp_path / "kept"), drawn(tmp_path / "kept", tmp_path / "target", "webp")]
        shown[name] = [picture.convert("RGB").getpixel((100, 75)) for picture in pictures]
    wrong = {
        name: pixels
        for name, pixels in shown.items()
        if max(abs(part - right) for pixel in pixels for part, right in zip(pixel, COLOURS[name][1], strict=True)) > 12
    }
    assert wrong == {}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "MPO", "HEIF"])
def test_every_format_is_turned_once(tmp_path, kind):
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    lying = quarters().transpose(Image.Transpose.ROTATE_90)
    lying.save(tmp_path / "source", kind, exif=exif if kind == "TIFF" else exif.tobytes())
    client.inspect(str(tmp_path / "source"), str(tmp_path / "kept"))
    corners = [(50, 75), (50, 225), (150, 75), (150, 225)]
    for source in ("source", "kept"):  # as the CMS keeps it, and as the other doors do
        assert read_size((tmp_path / source).open("rb")) == (400, 600)
        picture = drawn(tmp_path / source, tmp_path / "target").convert("RGB")
        names = [colour(picture.crop((x - 20, y - 20, x + 20, y + 20))) for x, y in corners]
        assert (picture.size, names) == ((200, 300), ["red", "green", "blue", "yellow"]), source


def test_very_wide_panorama_is_read_and_drawn(tmp_path):
    Image.new("L", (24_000, 200), 90).save(tmp_path / "panorama.png")
    answer = client.inspect(str(tmp_path / "panorama.png"), str(tmp_path / "kept"))
    sizes = [drawn(tmp_path / "kept", tmp_path / "target", kind, width=480).size for kind in KINDS]
    assert ((answer["width"], answer["height"]), sizes) == ((24_000, 200), [(480, 4)] * 4)


def test_contained_picture_stands_whole_on_its_soft_colour(tmp_path):
    Image.new("RGB", (200, 400), (0, 100, 200)).save(tmp_path / "tall.png")

    framed = drawn(tmp_path / "tall.png", tmp_path / "framed", width=400, ratio=(2, 1), contained=True)

    assert framed.size == (400, 200)
    assert framed.getpixel((10, 10)) == (204, 224, 244)
    assert framed.getpixel((200, 1)) == framed.getpixel((200, 198)) == (0, 100, 200)


# Of the trial data: upright size, format and mode of what is kept, whether a colour profile stays.
TRIAL = {
    "case-101-orientation6.jpg": (1000, 1600, "JPEG", "RGB", False),
    "case-103-plain.heic": (1600, 1000, "JPEG", "RGB", False),
    "case-74-xmp-orientation-only.jpg": (1600, 1000, "JPEG", "RGB", False),  # as browsers show it
    "case-76-png-orientation.png": (1000, 1600, "PNG", "RGB", False),
    "case-83-cmyk-adobe.jpg": (1200, 750, "JPEG", "RGB", False),
    "case-84-grey-icc.jpg": (1600, 1000, "JPEG", "L", True),
    "case-86-p3.jpg": (1600, 1000, "JPEG", "RGB", True),
    "case-87-palette-p3.png": (1600, 1000, "PNG", "P", True),
    "case-88-two-images.heic": (1200, 1600, "JPEG", "RGB", False),
    "case-90-motion.jpg": (1600, 1000, "JPEG", "RGB", True),
    "case-91-animated.webp": (700, 450, "WEBP", "RGBA", False),
    "case-92-apng.png": (700, 450, "PNG", "RGB", False),
    "case-95-la16.png": (800, 600, "PNG", "RGBA", False),
}


def test_pictures_of_the_trial_data_are_kept_as_they_look(shared_data, tmp_path):
    answers = {}
    for name in TRIAL:
        answer = client.inspect(str(shared_data / "cases" / name), str(tmp_path / "kept"))
        picture = Image.open(tmp_path / "kept")
        assert picture.size == (answer["width"], answer["height"])
        answers[name] = (*picture.size, picture.format, picture.mode, "icc_profile" in picture.info)
    assert answers == TRIAL


def test_truncated_picture_of_the_trial_data_is_refused(shared_data, tmp_path):
    with pytest.raises(client.Refused, match="damaged"):
        client.inspect(str(shared_data / "cases/case-93-truncated.jpg"), str(tmp_path / "kept"))


def test_profiles_of_the_trial_data_are_kept_in_every_format(shared_data, tmp_path):
    for name in ("case-86-p3.jpg", "case-87-palette-p3.png"):
        source = shared_data / "cases" / name
        profile = Image.open(source).info["icc_profile"]
        kept = [kind for kind in KINDS if drawn(source, tmp_path / "target", kind).info.get("icc_profile") == profile]
        assert kept == list(KINDS), name


def test_portrait_of_the_trial_data_is_drawn_upright_as_the_cms_keeps_it(shared_data, tmp_path):
    source = shared_data / "cases/case-101-orientation6.jpg"
    assert read_size(source.open("rb")) == (1000, 1600)
    assert [drawn(source, tmp_path / "target", kind).size for kind in KINDS] == [(200, 320)] * 4


def test_grey_profile_of_the_trial_data_spoils_no_format(shared_data, tmp_path):
    for kind in KINDS:
        picture = drawn(shared_data / "cases/case-84-grey-icc.jpg", tmp_path / "target", kind)
        assert "icc_profile" not in picture.info or picture.mode == "L"
