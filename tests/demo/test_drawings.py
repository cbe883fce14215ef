"""The demo's posters: all there, all different, always the same, and saying whose they are."""

import json
import shutil
import subprocess
from itertools import combinations

import pytest
from PIL import Image

from demo.drawings import DRAWINGS, render, write
from demo.loaders.content import scenes

SMALL = (300, 200)
SCENES = {scene.name: scene for scene in scenes()}


@pytest.fixture(scope="module")
def thumbnails():
    return {name: render(name, SMALL) for name in DRAWINGS}


def _print_of(image):
    """Colour print: an 8 by 8 thumbnail in three channels."""
    return image.resize((8, 8), Image.Resampling.BOX).tobytes()


def test_every_drawing_has_its_words():
    assert set(DRAWINGS) == set(SCENES)
    assert len(DRAWINGS) >= 60


@pytest.mark.parametrize("name", DRAWINGS)
def test_render_fills_the_sheet(thumbnails, name):
    image = thumbnails[name]
    assert (image.size, image.mode) == (SMALL, "RGB")
    assert len(image.getcolors(SMALL[0] * SMALL[1])) > 1000


def test_render_gives_no_two_alike(thumbnails):
    prints = {name: _print_of(image) for name, image in thumbnails.items()}
    for (one, first), (other, second) in combinations(prints.items(), 2):
        distance = sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)
        assert distance > 10, f"{one} looks like {other}"


def test_render_is_deterministic(thumbnails):
    for name in ("harbour-morning", "olive-grove", "mountain-hut-stars"):
        assert render(name, SMALL).tobytes() == thumbnails[name].tobytes()


def test_render_crops_another_shape():
    assert render("golden-vines", (200, 200)).size == (200, 200)


def test_render_refuses_an_unknown_name():
    with pytest.raises(KeyError):
        render("no-such-poster", SMALL)


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_write_leaves_metadata_pillow_reads(tmp_path, suffix):
    path = tmp_path / f"poster{suffix}"
    write(SCENES["market-awnings"], path, SMALL)
    with Image.open(path) as image:
        packet = image.info["xmp"].decode()
        exif = image.getexif()
    for expected in ("Jour de marché", "Market day", "Port-Aurelle", "summer", "licenses/by-sa/4.0/"):
        assert expected in packet
    assert exif[0x013B] == "Atelier d'Aurelle"
    assert "CC BY-SA 4.0" in exif[0x8298]


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not installed")
def test_write_leaves_metadata_exiftool_reads(tmp_path):
    path = tmp_path / "poster.jpg"
    write(SCENES["abbey-cloister"], path, SMALL)
    read = json.loads(subprocess.run(["exiftool", "-j", "-XMP:all", str(path)], capture_output=True, check=True).stdout)[0]
    assert read["Title"] == "Le cloître"
    assert read["Title-ca"] == "El claustre"
    assert read["Creator"] == "Atelier d’Aurelle"
    assert read["Credit"] == "Atelier d’Aurelle / Pays d’Aurelle"
    assert read["WebStatement"].startswith("https://creativecommons.org/")
    assert read["Subject"][:2] == ["monument", "spring"]


def test_write_gives_the_same_file_twice(tmp_path):
    for name in ("one.jpg", "two.jpg"):
        write(SCENES["ski-slope"], tmp_path / name, SMALL)
    assert (tmp_path / "one.jpg").read_bytes() == (tmp_path / "two.jpg").read_bytes()
