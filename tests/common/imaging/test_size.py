import pytest

from common.imaging.size import PictureSize

# The names of stored renditions: with other ones everything would be drawn anew.
SPECS = [
    (PictureSize(640, kind="jpeg"), "width-640|format-jpeg|jpegquality-80"),
    (PictureSize(640, ratio=(16, 9), kind="avif"), "fill-640x360|format-avif|avifquality-52"),
    (PictureSize(320, ratio=(3, 2), kind="webp"), "fill-320x213|format-webp|webpquality-76"),
    (PictureSize(1200, ratio=(40, 21), contained=True), "max-1200x630|bgcolor-fff|format-jpeg|jpegquality-80"),
    (PictureSize(0, 300), "height-300|format-jpeg|jpegquality-80"),
    (PictureSize(3508, 3508, quality=92), "max-3508x3508|format-jpeg|jpegquality-92"),
    (PictureSize(quality=96), "original|format-jpeg|jpegquality-96"),
]


@pytest.mark.parametrize(("size", "spec"), SPECS)
def test_size_names_its_stored_rendition(size, spec):
    assert size.filter_spec == spec


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("w640", PictureSize(640, kind="avif")),
        ("w640-r16x9", PictureSize(640, 360, (16, 9), "avif", 52)),
        ("w640-c16x9", PictureSize(640, ratio=(16, 9), kind="avif", contained=True)),
    ],
)
def test_size_goes_into_an_address_and_comes_back(words, size):
    assert PictureSize.parse(words, "avif") == size
    assert size.in_address == words


@pytest.mark.parametrize(("words", "kind"), [("w6", "avif"), ("640", "avif"), ("w640", "gif"), ("w640-r16", "jpeg"), ("", "")])
def test_other_words_are_no_size(words, kind):
    with pytest.raises(ValueError):
        PictureSize.parse(words, kind)


@pytest.mark.parametrize(
    ("spec", "file_name", "size"),
    [
        ("max-165x165", "port.png", PictureSize(165, 165, kind="png")),
        ("fill-80x60-c100|format-webp|webpquality-70", "port.jpg", PictureSize(80, 60, (80, 60), "webp", 70)),
        ("height-300", "port.heic", PictureSize(0, 300)),
        ("width-400", "port.JPG", PictureSize(400)),
        ("original", "port.webp", PictureSize(kind="webp")),
        ("width-400|bgcolor-fff", "port.png", None),
    ],
)
def test_size_is_read_from_the_words_of_the_cms(spec, file_name, size):
    assert PictureSize.from_filter_spec(spec, file_name) == size


@pytest.mark.parametrize(
    ("size", "whole", "fitted"),
    [
        (PictureSize(640), (2400, 1600), (640, 427)),
        (PictureSize(640), (300, 200), (300, 200)),
        (PictureSize(640, ratio=(16, 9)), (2400, 1600), (640, 360)),
        (PictureSize(640, ratio=(1, 1)), (300, 200), (200, 200)),
        (PictureSize(100, 100), (50, 400), (12, 100)),
        (PictureSize(), (2400, 1600), (2400, 1600)),
        (PictureSize(1200, ratio=(40, 21), contained=True), (1600, 2400), (420, 630)),
    ],
)
def test_size_fits_and_never_enlarges(size, whole, fitted):
    assert size.fitted(whole) == fitted


def test_crop_follows_the_focal_point_and_stays_inside():
    size = PictureSize(100, ratio=(1, 1))
    assert size.crop_box((300, 100)) == (100, 0, 200, 100)
    assert size.crop_box((300, 100), (0, 0)) == (0, 0, 100, 100)
    assert size.crop_box((300, 100), (280, 50)) == (200, 0, 300, 100)
