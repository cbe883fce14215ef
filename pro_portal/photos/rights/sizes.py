"""The sizes a picture is downloaded in, by purpose, and those its rights allow. Each use has one that cuts nothing off."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import gcd

from django.utils.translation import gettext_lazy as _
from wagtail.images.models import SourceImageIOError

from common.imaging.size import PictureSize
from common.models import Picture
from common.models.pictures import PictureRendition
from pro_portal.photos.rights.choices import Use

MEDIA_TYPES = {"jpg": "jpeg", "jpeg": "jpeg", "tif": "tiff"}  # of endings that are not their own name
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
        return self.size.as_given or self.use != Use.PRINT or max(picture.width, picture.height) > self.size.width

    @property
    def ratio(self) -> str:
        """« 4:5 », in which it is cut; empty where nothing is."""
        if not self.crops:
            return ""
        across, down = self.size.ratio
        common = gcd(across, down)
        return f"{across // common}:{down // common}"

    def ending(self, picture: Picture) -> str:
        """That of the file's name: jpg, or what the original is."""
        return picture.original_ending if self.size.as_given else "jpg"

    def media_type(self, picture: Picture) -> str:
        ending = self.ending(picture)
        return f"image/{MEDIA_TYPES.get(ending, ending)}"

    def print_size(self, picture: Picture) -> tuple[float, float] | None:
        """Width and height in centimetres at 300 dots an inch, for what is printed."""
        if self.use != Use.PRINT:
            return None
        width, height = (pixels / PRINT_DPI * 2.54 for pixels in self.dimensions(picture))
        return round(width, 1), round(height, 1)

    def dimensions(self, picture: Picture) -> tuple[int, int]:
        """Width and height in pixels of what will be given; never enlarged."""
        return self.size.fitted((picture.width, picture.height))

    def bytes(self, picture: Picture, weights: Mapping[tuple[int, str], int] | None = None) -> int:
        """How heavy the file is, where it was drawn before and `weights` (see `drawn_weights`) says so, else about; 0 where it
        cannot be reached."""
        if drawn := self.drawn_bytes(picture, weights or {}):
            return drawn
        if self.size.as_given:
            try:
                return picture.original_size
            except SourceImageIOError:
                return 0
        width, height = self.dimensions(picture)
        return round(width * height * self.weight)

    def drawn_bytes(self, picture: Picture, weights: Mapping[tuple[int, str], int]) -> int:
        """How heavy the file is that was drawn before; 0 where none was."""
        return weights.get((picture.pk, self.size.filter_spec), 0)


def _cropped(width: int, height: int) -> PictureSize:
    return PictureSize(width, height, ratio=(width, height), quality=84)


SIZES = (
    DownloadSize("web", _("Site internet"), Use.WEB, PictureSize(1600, quality=84)),
    DownloadSize("screen", _("Écran 16:9"), Use.WEB, _cropped(1920, 1080)),
    DownloadSize("square", _("Réseaux sociaux, carré"), Use.SOCIAL, _cropped(1080, 1080)),
    DownloadSize("portrait", _("Réseaux sociaux, portrait"), Use.SOCIAL, _cropped(1080, 1350)),
    DownloadSize("story", _("Réseaux sociaux, story"), Use.SOCIAL, _cropped(1080, 1920)),
    DownloadSize("social", _("Réseaux sociaux, photo entière"), Use.SOCIAL, PictureSize(2048, 2048, quality=84)),
    DownloadSize("a4", _("Impression A4"), Use.PRINT, PictureSize(3508, 3508, quality=92), weight=0.4),
    DownloadSize("a3", _("Impression A3"), Use.PRINT, PictureSize(4961, 4961, quality=92), weight=0.4),
    DownloadSize("press", _("Presse"), Use.PRESS, PictureSize(4000, 4000, quality=92), weight=0.4),
    DownloadSize("advertising", _("Publicité"), Use.ADVERTISING, PictureSize(4961, 4961, quality=92), weight=0.4),
    DownloadSize("original", _("Original"), Use.PRINT, PictureSize(as_given=True)),
)
BY_CODE = {size.code: size for size in SIZES}


def drawn_weights(pictures: Collection[Picture]) -> dict[tuple[int, str], int]:
    """The bytes of the files of these pictures that were drawn in one of our sizes, by picture and `filter_spec`."""
    drawn = PictureRendition.objects.filter(
        image__in=[picture.pk for picture in pictures],
        filter_spec__in=[size.size.filter_spec for size in SIZES],
        file_size__isnull=False,
    )
    return {(pk, spec): weight for pk, spec, weight in drawn.order_by("pk").values_list("image", "filter_spec", "file_size")}


def sizes_for(picture: Picture) -> list[DownloadSize]:
    """The sizes whose use is allowed; nothing is cut off where no change is."""
    return [size for size in SIZES if size.use in picture.uses and size.suits(picture)]
