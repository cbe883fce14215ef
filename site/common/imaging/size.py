"""One size of a picture, from the address a browser asks for to the process that draws it. Runs without Django."""

import re
from dataclasses import asdict, dataclass
from typing import Self

# Chosen by eye on photographs and on flat colours: below, skies show bands. PNG loses nothing.
QUALITY = {"jpeg": 80, "webp": 76, "avif": 52, "png": 0}
IN_ADDRESS = re.compile(r"w(\d{2,4})(?:-([rc])(\d{1,2})x(\d{1,2}))?")
RESIZE = re.compile(r"(fill|max|width|height|original)(?:-(\d+)(?:x(\d+))?)?(?:-c\d+)?")
# Kinds that hold what the original shows; the others are written as JPEG.
SAME_KIND = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp"}


@dataclass(frozen=True)
class PictureSize:
    """At most `width` × `height` pixels (0 for any), never enlarged; cropped around the focal point where a `ratio` (16, 9) is
    given, or `contained`: whole, on its soft colour, in a frame of that ratio; written as `kind` (jpeg, png, webp, avif) in
    `quality` (0: that of the kind). `as_given`: the file itself with the credits inside, where its format lets them be written;
    else drawn."""

    width: int = 0
    height: int = 0
    ratio: tuple[int, int] | None = None
    kind: str = "jpeg"
    quality: int = 0
    contained: bool = False
    as_given: bool = False

    def __post_init__(self):
        if self.ratio and not self.height:
            across, down = self.ratio
            object.__setattr__(self, "height", max(1, round(self.width * (down or 1) / (across or 1))))
        if not self.quality:
            object.__setattr__(self, "quality", QUALITY[self.kind])

    @classmethod
    def parse(cls, size: str, kind: str) -> Self:
        """From the words of our addresses: `w640` keeps the proportions, `w640-r16x9` crops, `w640-c16x9` frames. ValueError for
        anything else."""
        match = IN_ADDRESS.fullmatch(size)
        if not match or kind not in QUALITY:
            raise ValueError(f"{size}.{kind} is no size of a picture")
        width, frame, across, down = match.groups()
        return cls(int(width), ratio=(int(across), int(down)) if across else None, kind=kind, contained=frame == "c")

    @classmethod
    def from_filter_spec(cls, spec: str, file_name: str) -> Self | None:
        """From Wagtail's words (« fill-640x360|format-avif »), for what the CMS asks; None where they hold an operation that only
        Wagtail knows."""
        kind = SAME_KIND.get(file_name.rsplit(".", 1)[-1].lower(), "jpeg")
        quality, width, height, ratio = 0, 0, 0, None
        for part in spec.split("|"):
            name, _, value = part.partition("-")
            if name == "format" and value in QUALITY:
                kind = value
            elif name.endswith("quality") and value.isdecimal():
                quality = int(value)
            elif match := RESIZE.fullmatch(part):
                first, second = (int(number or 0) for number in match.group(2, 3))
                match match[1]:
                    case "fill":
                        width, height, ratio = first, second, (first, second)
                    case "height":
                        height = first
                    case "max" | "width":
                        width, height = first, second
            else:
                return None
        return cls(width, height, ratio, kind, quality)

    @property
    def in_address(self) -> str:
        frame = "c" if self.contained else "r"
        return f"w{self.width}" + (f"-{frame}{self.ratio[0]}x{self.ratio[1]}" if self.ratio else "")

    @property
    def filter_spec(self) -> str:
        """Wagtail's words, the name under which a rendition is stored."""
        if self.as_given:
            return "original|bgcolor-000"  # a name: no operation of Wagtail says it
        if self.contained:
            resize = f"max-{self.width}x{self.height}|bgcolor-fff"  # a name: the ground is the picture's own
        elif self.ratio:
            resize = f"fill-{self.width}x{self.height}"
        elif self.width and self.height:
            resize = f"max-{self.width}x{self.height}"
        else:
            resize = f"width-{self.width}" if self.width else f"height-{self.height}" if self.height else "original"
        return f"{resize}|format-{self.kind}|{self.kind}quality-{self.quality}"

    def as_job(self) -> dict:
        """Its fields, for `PictureSize(**fields)` in the imaging process."""
        return asdict(self)

    def crop_box(self, whole: tuple[int, int], focus: tuple[float, float] | None = None) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) of the part of a picture of `whole` pixels to keep: all of it, or the largest of our
        proportions around `focus`."""
        width, height = whole
        if not self.ratio or self.contained:
            return 0, 0, width, height
        ratio = self.width / self.height
        across, down = (width, width / ratio) if width / height < ratio else (height * ratio, height)
        x, y = focus or (width / 2, height / 2)
        left = min(max(0, x - across / 2), width - across)
        top = min(max(0, y - down / 2), height - down)
        return left, top, left + across, top + down

    def fitted(self, whole: tuple[int, int]) -> tuple[int, int]:
        """Width and height in pixels of what is drawn of a picture of `whole` pixels, its frame left out."""
        left, top, right, bottom = self.crop_box(whole)
        part = right - left, bottom - top
        scale = min(1.0, *(most / side for most, side in ((self.width, part[0]), (self.height, part[1])) if most), 1.0)
        return max(1, round(part[0] * scale)), max(1, round(part[1] * scale))

    def outcome(self, whole: tuple[int, int]) -> tuple[int, int]:
        """Width and height in pixels of the file made of a picture of `whole` pixels."""
        return (self.width, self.height) if self.contained else self.fitted(whole)
