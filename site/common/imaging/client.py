"""Asking the process that decodes pictures (`common.job_process`): however many visitors ask, the memory is that of one picture,
and no picture takes longer than CEILING_SECONDS."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.imaging.size import PictureSize
from common.job_process.client import JobProcess, JobRefused

SCRIPT = Path(__file__).with_name("process.py")
# Fifty megapixels written as the largest AVIF take three on a slow machine; ten times that is a file made to hold us up.
CEILING_SECONDS = 30


DAMAGED = _("Cette photo est abîmée et ne peut pas être ouverte : choisissez-en une autre.")
SENTENCES = {
    "no_picture": _("Ce fichier n’est pas une photo : choisissez un fichier JPEG, PNG, WebP ou HEIC."),
    "empty": _("Ce fichier est vide : choisissez-en un autre."),
    "svg": _("Ce fichier est un dessin vectoriel (SVG), pas une photo : enregistrez-le en PNG ou en JPEG."),
    "pdf": _("Ce fichier est un PDF, pas une photo : choisissez la photo elle-même."),
    "video": _("Ce fichier est une vidéo ou un son, pas une photo : choisissez un fichier JPEG, PNG, WebP ou HEIC."),
    "raw": _("Ce fichier est le négatif numérique de l’appareil (RAW) : enregistrez-le en JPEG."),
    "archive": _("Ce fichier est une archive ou un document de bureau : sortez-en la photo, puis choisissez-la."),
    "web_page": _("Ce fichier est une page web, pas une photo : ouvrez la page et enregistrez l’image elle-même."),
    "wrong_kind": _("Ce genre d’image n’est pas accepté : choisissez un fichier JPEG, PNG, WebP ou HEIC."),
    "too_small": format_lazy(
        _("Cette image est trop petite : il faut au moins {least} pixels de côté."), least=settings.PICTURE_SMALLEST_SIDE
    ),
    "too_many_pixels": format_lazy(
        _("Cette image dépasse {most} millions de pixels : enregistrez-la en plus petit."),
        most=settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 10**6,
    ),
}


class Refused(ValueError):
    """A file that cannot be used; `code` is one of SENTENCES, `damaged` or `too_slow`."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code

    @property
    def sentence(self):
        """Why, and what to do; lazy."""
        return SENTENCES.get(self.code, DAMAGED)


def inspect(source: str, target: str, smallest_side: int | None = None) -> dict:
    """Look at a new file and write it upright to `target`. Answers `metadata` (see `metadata.reading`), `width`, `height`,
    `ending`, `likeness`, `colour`, and `given`: the ending of the file itself where it is of another kind than `target`
    and can leave with its rights (empty: it is not kept); raises `Refused`."""
    smallest = settings.PICTURE_SMALLEST_SIDE if smallest_side is None else smallest_side
    # Of the alternatives in a file, those in the site's languages, its own first.
    languages = sorted((code for code, _name in settings.LANGUAGES), key=lambda code: code != settings.LANGUAGE_CODE)
    job = {"job": "inspect", "source": source, "target": target, "smallest_side": smallest, "languages": languages}
    return _process.answer(job)


def render(
    source: str,
    target: str,
    size: PictureSize,
    *,
    focus: tuple[float, float] | None = None,
    credits: dict | None = None,
    part: tuple[float, float, float, float] | None = None,
    given: bool = False,
) -> dict:
    """Write a rendition to `target`; `focus` is in pixels of the original, `credits` are written inside (see
    `metadata.writing.packet`).
    `given`: `source` is the file that `inspect` gave an ending to.
    Of a `part` alone, (left, top, right, bottom) as fractions of the upright picture, where one is given. Answers `width`,
    `height` and the `ending` of what was written; raises `Refused`."""
    job = {"job": "render", "source": source, "target": target, "size": size.as_job(), "focus": focus, "credits": credits or {}}
    job |= {"part": part, "given": given}
    return _process.answer(job)


@contextmanager
def local_copy(file) -> Iterator[str]:
    """The path of a stored file on this machine: its own, or that of a copy while it lasts."""
    try:
        path = file.path
    except NotImplementedError:  # stored elsewhere (S3)
        with NamedTemporaryFile() as copy, file.open("rb") as content:
            for chunk in content.chunks():
                copy.write(chunk)
            copy.flush()
            yield copy.name
    else:
        yield path


class ImagingProcess(JobProcess):
    """The process that decodes pictures."""

    def __init__(self):
        super().__init__(SCRIPT)

    def answer(self, job: dict) -> dict:
        """The answer of the process to a job; raises `Refused`."""
        try:
            return super().answer(job | {"most_pixels": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS}, CEILING_SECONDS)
        except JobRefused as refused:
            raise Refused("damaged" if refused.code == "ended" else refused.code) from None


_process = ImagingProcess()
