"""Wagtail's words for a rendition (« fill-640x360|format-avif ») as a job for the process that decodes pictures."""

import re
from dataclasses import dataclass

KINDS = ("jpeg", "png", "webp", "avif")
QUALITY = {"jpeg": 80, "webp": 76, "avif": 52, "png": 0}
RESIZE = re.compile(r"(fill|max|width|height|original)(?:-(\d+)(?:x(\d+))?)?(?:-c\d+)?")
# Kinds that hold what the original shows; the others are written as JPEG.
SAME_KIND = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp"}


@dataclass(frozen=True)
class Wanted:
    """`within` [width, height] in pixels (0 for any), `ratio` or None, `kind` and `quality`."""

    kind: str
    quality: int
    within: tuple[int, int]
    ratio: tuple[int, int] | None


def wanted(spec: str, file_name: str) -> Wanted | None:
    """What a specification asks for; None where it uses an operation that only Wagtail knows."""
    kind = SAME_KIND.get(file_name.rsplit(".", 1)[-1].lower(), "jpeg")
    quality, within, ratio = None, (0, 0), None
    for part in spec.split("|"):
        name, _, value = part.partition("-")
        if name == "format" and value in KINDS:
            kind = value
        elif name.endswith("quality") and value.isdecimal():
            quality = int(value)
        elif match := RESIZE.fullmatch(part):
            width, height = (int(number or 0) for number in match.group(2, 3))
            match match[1]:
                case "fill":
                    within, ratio = (width, height), (width, height)
                case "max":
                    within = (width, height)
                case "width":
                    within = (width, 0)
                case "height":
                    within = (0, width)
        else:
            return None
    return Wanted(kind, quality or QUALITY[kind], within, ratio)
