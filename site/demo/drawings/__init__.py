"""Travel-poster landscapes of the Pays d’Aurelle, an invented country between mountain and sea, drawn by this package.

`render(name)` draws a poster; `write(scene, path)` saves it with title, author, credit, licence, place and keywords in its
metadata. The same name always gives the same picture.

Every poster is drawn on a sheet of 1200 by 800 units (`canvas`), with a palette (`palettes`), the great shapes of a
landscape (`shapes`), the things that stand in it (`motifs`), and one function for each poster (`communes`, a module for
each of them). To add one: write its function under `@poster`, then its words in `content/pictures.yaml`. Light comes from
the left, hills grow paler with distance, and no poster carries text.
"""

from pathlib import Path

from PIL.Image import Image

from .canvas import Canvas
from .communes import DRAWINGS
from .metadata import exif, xmp
from .scenes import Scene

__all__ = ["DRAWINGS", "Scene", "render", "write"]


def render(name: str, size: tuple[int, int] = (2400, 1600)) -> Image:
    """Draw a poster in RGB; a size that is not 3:2 crops the middle. An unknown name raises `KeyError`."""
    draw = DRAWINGS[name]
    canvas = Canvas(name, size)
    draw(canvas)
    return canvas.finished()


def write(scene: Scene, path: Path, size: tuple[int, int] = (2400, 1600)) -> None:
    """Draw a poster into a file with its metadata: lossless for `.webp`, progressive JPEG otherwise."""
    options = {"lossless": True} if path.suffix.lower() == ".webp" else {"quality": 88, "progressive": True}
    form = "WEBP" if "lossless" in options else "JPEG"
    render(scene.name, size).save(path, form, xmp=xmp(scene), exif=exif(scene), **options)
