"""Travel-poster landscapes of the Pays d’Aurelle, an invented country between mountain and sea, drawn by this package.

`scenes()` lists the posters with their words in French, English and Catalan; `render(name)` draws one; `write(name, path)`
saves it with title, author, credit, licence, place and keywords in its metadata. The same name always gives the same picture.

Every poster is drawn on a sheet of 1200 by 800 units (`canvas`), with a palette (`palettes`), the great shapes of a
landscape (`shapes`), the things that stand in it (`motifs`), and one function for each poster (`drawings`, a module for
each commune). To add one: write its function under `@poster`, then its line in `scenes`. Light comes from the left,
hills grow paler with distance, and no poster carries text.
"""

from pathlib import Path

from .canvas import Canvas
from .metadata import exif, xmp
from .scenes import SCENES

__all__ = ["render", "scenes", "write"]

_BY_NAME = {scene.name: scene for scene in SCENES}


def scenes():
    """Return every `Scene`, in the order of the communes."""
    return SCENES


def render(name, size=(2400, 1600)):
    """Draw a poster as an RGB `PIL.Image`; a size that is not 3:2 crops the middle. An unknown name raises `KeyError`."""
    scene = _BY_NAME[name]
    canvas = Canvas(name, size)
    scene.draw(canvas)
    return canvas.finished()


def write(name, path, size=(2400, 1600)):
    """Draw a poster into a file with its metadata: lossless for `.webp`, progressive JPEG otherwise."""
    scene, path = _BY_NAME[name], Path(path)
    options = {"lossless": True} if path.suffix.lower() == ".webp" else {"quality": 88, "progressive": True}
    form = "WEBP" if "lossless" in options else "JPEG"
    render(name, size).save(path, form, xmp=xmp(scene), exif=exif(scene), **options)
