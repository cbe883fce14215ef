"""The sizes a picture is downloaded in, by purpose, and those its rights allow."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from wagtail.images.models import SourceImageIOError

from common.imaging.size import PictureSize
from common.models import Picture
from pro_portal.photos.rights.choices import Use

PRINT_DPI = 300  # what printers ask for


@dataclass(frozen=True)
class DownloadSize:
    code: str
    label: str
    use: Use
    size: PictureSize
    # Bytes a pixel takes, measured on the demo's and on real photographs: for the weight shown before the file is made.
    weight: float = 0.22

    @property
    def crops(self) -> bool:
        """Whether part of the picture is cut off."""
        return self.size.ratio is not None

    def suits(self, picture: Picture) -> bool:
        """Whether its rights allow it, and whether it differs from the original: a print size larger than that spares nothing."""
        if self.crops:
            return picture.may_be_cropped
        return self.use != Use.PRINT or max(picture.width, picture.height) > self.size.width

    def print_size(self, picture: Picture) -> tuple[float, float] | None:
        """Width and height in centimetres at 300 dots an inch, for what is printed."""
        if self.use != Use.PRINT:
            return None
        width, height = (pixels / PRINT_DPI * 2.54 for pixels in self.dimensions(picture))
        return round(width, 1), round(height, 1)

    def dimensions(self, picture: Picture) -> tuple[int, int]:
        """Width and height in pixels of what will be given; never enlarged."""
        return self.size.fitted((picture.width, picture.height))

    def bytes(self, picture: Picture) -> int:
        """About how heavy the file is; 0 where it cannot be reached."""
        if self.code == "original":
            try:
                return picture.get_file_size()
            except SourceImageIOError:
                return 0
        width, height = self.dimensions(picture)
        return round(width * height * self.weight)


def _cropped(width: int, height: int) -> PictureSize:
    return PictureSize(width, height, ratio=(width, height), quality=84)


SIZES = (
    DownloadSize("web", _("Site internet"), Use.WEB, PictureSize(1600, quality=84)),
    DownloadSize("screen", _("Écran 16:9"), Use.WEB, _cropped(1920, 1080)),
    DownloadSize("square", _("Réseaux sociaux, carré"), Use.SOCIAL, _cropped(1080, 1080)),
    DownloadSize("portrait", _("Réseaux sociaux, portrait"), Use.SOCIAL, _cropped(1080, 1350)),
    DownloadSize("story", _("Réseaux sociaux, story"), Use.SOCIAL, _cropped(1080, 1920)),
    DownloadSize("a4", _("Impression A4"), Use.PRINT, PictureSize(3508, 3508, quality=92), weight=0.4),
    DownloadSize("original", _("Original"), Use.PRINT, PictureSize(quality=96)),
)
BY_CODE = {size.code: size for size in SIZES}


def sizes_for(picture: Picture) -> list[DownloadSize]:
    """The sizes whose use is allowed; nothing is cut off where no change is."""
    return [size for size in SIZES if size.use in picture.uses and size.suits(picture)]
