"""The head of a picture file: its size, where the file says it. No pixel is decoded, so a web process may ask."""

from typing import BinaryIO

import pillow_heif
from PIL import Image, UnidentifiedImageError

from common.imaging.metadata.reading import upright_size

pillow_heif.register_heif_opener()


def read_size(file: BinaryIO) -> tuple[int, int] | None:
    """Width and height in pixels of what a person sees; None for what is no picture."""
    try:
        return upright_size(Image.open(file))
    except (UnidentifiedImageError, Image.DecompressionBombError):
        return None
