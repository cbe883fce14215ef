"""The sizes a picture is taken in, by purpose."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from common.media import Licence, Picture, Use


@dataclass(frozen=True)
class Size:
    """`spec` in the words of `common.renditions`; `crops` says that part of the picture is cut off."""

    code: str
    label: str
    use: Use
    width: int
    height: int
    spec: str
    crops: bool = False
    # Bytes a pixel takes, measured on the demo's and on real photographs: for the weight told before the file is made.
    weight: float = 0.22

    def dimensions(self, picture: Picture) -> tuple[int, int]:
        """Width and height in pixels of what will be given; never enlarged."""
        if self.code == "original":
            return picture.width, picture.height
        if self.crops:
            ratio = self.width / self.height
            width = min(picture.width, picture.height * ratio, self.width)
            return round(width), round(width / ratio)
        scale = min(1, *(most / side for most, side in ((self.width, picture.width), (self.height, picture.height)) if most))
        return round(picture.width * scale), round(picture.height * scale)

    def bytes(self, picture: Picture) -> int:
        """About how heavy the file is."""
        if self.code == "original":
            return picture.get_file_size() or 0
        width, height = self.dimensions(picture)
        return round(width * height * self.weight)


def _jpeg(words: str, quality: int = 84) -> str:
    return f"{words}|format-jpeg|jpegquality-{quality}"


SIZES = (
    Size("web", _("Site internet"), Use.WEB, 1600, 0, _jpeg("width-1600")),
    Size("screen", _("Écran 16:9"), Use.WEB, 1920, 1080, _jpeg("fill-1920x1080"), crops=True),
    Size("square", _("Réseaux sociaux, carré"), Use.SOCIAL, 1080, 1080, _jpeg("fill-1080x1080"), crops=True),
    Size("portrait", _("Réseaux sociaux, portrait"), Use.SOCIAL, 1080, 1350, _jpeg("fill-1080x1350"), crops=True),
    Size("story", _("Réseaux sociaux, story"), Use.SOCIAL, 1080, 1920, _jpeg("fill-1080x1920"), crops=True),
    Size("a4", _("Impression A4"), Use.PRINT, 3508, 3508, _jpeg("max-3508x3508", 92), weight=0.4),
    Size("original", _("Original"), Use.PRINT, 0, 0, _jpeg("original", 96)),
)
BY_CODE = {size.code: size for size in SIZES}
NO_CHANGE = {Licence.CC_BY_ND, Licence.CC_BY_NC_ND}


def sizes_for(picture: Picture) -> list[Size]:
    """The sizes whose use is allowed; nothing is cut off where no change is."""
    whole = not picture.changes_allowed or picture.licence in NO_CHANGE
    return [size for size in SIZES if size.use in picture.uses and not (size.crops and whole)]
