"""Travel-poster landscapes of the Pays d'Aurelle, drawn by program."""

from .canvas import Canvas
from .drawings import DRAWINGS


def render(name, size=(2400, 1600)):
    """Draw."""
    canvas = Canvas(name, size)
    DRAWINGS[name](canvas)
    return canvas.finished()
