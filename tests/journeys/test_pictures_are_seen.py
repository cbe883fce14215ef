"""What Chromium makes of pictures that came through the CMS: upright, in their colours, in each format."""

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from tests.factories import make_picture
from tests.factories.common import grey_profile

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOOK = """() => {
  const picture = document.images[0];
  const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  const pixel = canvas.getImageData(20, picture.naturalHeight - 20, 1, 1).data;
  return [picture.naturalWidth, picture.naturalHeight, pixel[0], pixel[1], pixel[2]];
}"""


def turned_jpeg(tmp_path) -> ContentFile:
    """As a telephone keeps a portrait: 600 × 400, the foot of the picture (red) on its right."""
    lying = Image.new("RGB", (600, 400), "blue")
    lying.paste("red", (500, 0, 600, 400))
    exif = Image.Exif()
    exif[0x0112] = 6
    lying.save(tmp_path / "portrait.jpg", exif=exif)
    return ContentFile((tmp_path / "portrait.jpg").read_bytes(), name="portrait.jpg")


def grey_scan(tmp_path) -> ContentFile:
    Image.new("L", (400, 600), 128).save(tmp_path / "scan.png", icc_profile=grey_profile())
    return ContentFile((tmp_path / "scan.png").read_bytes(), name="scan.png")


@pytest.mark.parametrize(("make", "foot"), [(turned_jpeg, (254, 0, 0)), (grey_scan, (128, 128, 128))])
def test_picture_is_upright_and_in_its_colours(page, tmp_path, make, foot):
    picture = make_picture(file=make(tmp_path), audience="public")
    assert (picture.width, picture.height) == (400, 600)
    page.expected.append("style-src")  # the browser's own page round a picture, which our policy leaves without style
    for kind in ("jpeg", "webp", "avif"):
        page.goto(picture.url_for(320, kind))
        page.wait_for_function("() => document.images[0]?.complete")
        width, height, *colour = page.evaluate(LOOK)
        assert (width, height) == (320, 480), kind
        assert max(abs(one - other) for one, other in zip(colour, foot, strict=True)) < 16, (kind, colour)
