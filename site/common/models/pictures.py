"""Pictures, with their credit, their licence and their audience. What governs them beyond comes from `models.rights`. Their files
leave only through guarded views."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import lru_cache
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import OperationalError, models, transaction
from django.db.models import Q
from django.db.models.signals import post_delete
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    ImageQuerySet,
    SourceImageIOError,
    WagtailImageFieldFile,
)
from wagtail.utils.file import hash_filelike
from willow.image import UnrecognisedImageFormatError

from common.access import Audience, AudienceMixin, AudienceQuerySet, can_see, opens_to, reader_keys
from common.choices import Licence
from common.imaging import client as imaging
from common.imaging.head import read_size
from common.imaging.size import PictureSize
from common.models.given_files import GivenFileMixin, delete_given_file
from common.models.picture_words import CreditedMixin
from common.models.rights import rights
from common.models.scans import HELD, ScannedFilesMixin
from common.storages import StorageAway

TOO_SLOW_FOR_SECONDS = 3600  # a file that took too long is not tried again before


def picture_mark(pk: int, version: str, size: str, kind: str) -> str:
    """A short signature, so that nobody can ask the server for ten thousand sizes, and another one for another `version`."""
    return salted_hmac("common.picture", f"{pk}/{version}/{size}/{kind}").hexdigest()[:16]


@lru_cache(maxsize=8192)
def picture_address(pk: int, version: str, size: str, kind: str) -> str:
    """A page with twenty pictures needs three hundred of them, always the same."""
    mark = picture_mark(pk, version, size, kind)
    return reverse("common:picture", kwargs={"pk": pk, "mark": mark, "size": size, "kind": kind})


def on_the_web() -> list[str]:
    """What a picture given without a word is at least for: the pages of the office. A code of the photo library's `Use`."""
    return ["web"]


@lru_cache(maxsize=512)
def size_of(width: int, kind: str, ratio: str, contained: bool = False) -> PictureSize:
    """`ratio` such as "16:9" or empty."""
    across, _colon, down = ratio.partition(":")
    proportions = (int(across), int(down)) if ratio else None
    return PictureSize(width, ratio=proportions, kind=kind, contained=contained and bool(ratio))


class SizeFilter(Filter):
    """Wagtail's filter for one of our sizes: it carries the size itself, so that nothing is parsed back from its words."""

    def __init__(self, size: PictureSize):
        super().__init__(spec=size.filter_spec)
        self.size = size


class PictureQuerySet(AudienceQuerySet, ImageQuerySet):
    pass


class Picture(CreditedMixin, AudienceMixin, GivenFileMixin, ScannedFilesMixin, AbstractImage):
    """A picture with its credit. It is private until what it illustrates is published."""

    SCANNED = ("file", "given")

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("déposée par"),
    )
    organisation = models.ForeignKey(
        "accounts.Organisation", models.SET_NULL, null=True, blank=True, related_name="pictures", verbose_name=_("organisme")
    )
    audience_groups = models.ManyToManyField("accounts.WorkGroup", blank=True, related_name="+", verbose_name=_("groupes"))
    credit = models.CharField(_("crédit"), max_length=200, blank=True, help_text=_("Le nom à afficher sous la photo."))
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, default=Licence.UNKNOWN)
    creator = models.CharField(_("auteur de la photo"), max_length=200, blank=True)
    uses = models.JSONField(_("usages permis"), default=on_the_web, blank=True)  # codes of the library's Use
    changes_allowed = models.BooleanField(_("peut être recadrée ou retouchée"), default=True)
    third_parties_allowed = models.BooleanField(_("peut être reprise par les professionnels et les partenaires"), default=False)
    use_territory = models.CharField(
        _("territoire d’utilisation"), max_length=100, blank=True, help_text=_("Vide : le monde entier.")
    )
    valid_from = models.DateField(_("droits à partir du"), null=True, blank=True)
    valid_until = models.DateField(_("droits jusqu’au"), null=True, blank=True, db_index=True, help_text=_("Ce jour compris."))
    # The last day on which everyone shown agrees; computed by the photo library from the consents.
    consented_until = models.DateField(null=True, blank=True, editable=False, db_index=True)
    # Whether somebody is recognised on it whose agreement is missing; computed by the photo library too.
    awaits_consent = models.BooleanField(default=False, editable=False)
    substitute = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo de remplacement"),
        help_text=_("Montrée à sa place quand ses droits sont finis."),
    )  # fmt: skip
    rights_confirmed_at = models.DateTimeField(_("droits confirmés le"), null=True, blank=True, editable=False)
    alternatives = models.JSONField(
        _("texte de remplacement par langue"), default=dict, blank=True, editable=False
    )  # {"fr": "…", "en": "…", "ca": "…"}

    admin_form_fields = ("title", "file", "credit", "creator", "licence", "uses", "changes_allowed",
                         "third_parties_allowed", "use_territory", "valid_from", "valid_until",
                         "audience", "audience_groups", "organisation", "collection", "tags",
                         "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")  # fmt: skip
    objects = PictureQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        permissions = [("choose_picture", "Can choose picture")]

    @property
    def first_day(self) -> date | None:
        """The first day on which it may be shown; None where it always might have been."""
        return rights().period(self)[0]

    @property
    def last_day(self) -> date | None:
        """The last day on which it may be shown; None where no end is known."""
        return rights().period(self)[1]

    @property
    def is_in_force(self) -> bool:
        """Whether its rights hold today, and the virus scanner does not hold its file."""
        if self.is_held or not rights().allow_showing(self):
            return False
        first, last = rights().period(self)
        today = timezone.localdate()
        return (first is None or first <= today) and (last is None or today <= last)

    @property
    def is_closed_to_all(self) -> bool:
        return not self.is_in_force

    @property
    def may_illustrate(self) -> bool:
        """Whether pages of the site may show it today."""
        return self.is_in_force and rights().allow_pages(self)

    @property
    def page_light(self) -> str:
        """Its rights on a page as a traffic light: « green », « amber » with an end, « red » where it may not stand there."""
        if not self.may_illustrate:
            return "red"
        return "amber" if self.last_day else "green"

    @classmethod
    def in_force_q(cls, day: date | None = None) -> Q:
        """`is_in_force` as a database condition."""
        return ~Q(scan_state__in=HELD) & rights().in_force_q(day or timezone.localdate())

    @classmethod
    def visible_q(cls, user) -> Q:
        visible = super().visible_q(user)
        return cls.in_force_q() if visible is None else cls.in_force_q() & visible

    @classmethod
    def workable_q(cls, user) -> Q:
        """What is out of force opens on its keepers' page alone."""
        return cls.visible_q(user)

    @property
    def may_be_cropped(self) -> bool:
        """Whether its author and its licence let anything be cut off it. Where they do not, it stands whole in every frame."""
        return self.changes_allowed and Licence(self.licence).allows_changes

    def allowed(self, size: PictureSize) -> PictureSize:
        """The size, in the frame that the rights allow: every drawing of a picture passes here."""
        if self.may_be_cropped or not size.ratio or size.contained:
            return size
        return replace(size, contained=True)

    def rendition(self, size: PictureSize) -> "PictureRendition":
        """This picture in one of our sizes, drawn where it was not yet. Raises `SourceImageIOError` where the original cannot be
        read."""
        return self.get_rendition(SizeFilter(self.allowed(size)))

    def stored_rendition(self, size: PictureSize) -> "PictureRendition | None":
        """The rendition that was drawn before, if any."""
        size_filter = SizeFilter(self.allowed(size))
        spec, key = size_filter.spec, size_filter.get_cache_key(self)
        return next(iter(PictureRendition.objects.filter(image=self.pk, filter_spec=spec, focal_point_key=key)), None)

    def create_rendition(self, filter):
        with _file_away_told():
            return super().create_rendition(filter)

    def create_renditions(self, *filters):
        with _file_away_told():
            return super().create_renditions(*filters)

    def generate_rendition_file(self, filter, *, source=None):
        """In a process of its own, with the credit and the licence inside. `source` is of no use there."""
        size = getattr(filter, "size", None) or PictureSize.from_filter_spec(filter.spec, self.file.name)
        if size is None:  # Wagtail would draw it, but in this process
            raise InvalidFilterSpecError(f"{filter.spec} holds an operation that is not drawn here")
        size = self.allowed(size)
        refusal = f"rendition-refused-{self.file_hash}-{filter.spec}"
        if cache.get(refusal):
            raise SourceImageIOError("too_slow")
        name = f"{self.file_hash[:12]}.{filter.get_cache_key(self)}.{filter.spec.replace('|', '.')}"[:90]
        is_given = size.as_given and bool(self.given)
        with imaging.local_copy(self.given if is_given else self.file) as original, NamedTemporaryFile() as target:
            try:
                answer = imaging.render(
                    original, target.name, size, focus=self.focus, credits=self.credits_inside(), given=is_given
                )
            except imaging.Refused as refused:
                if refused.code == "too_slow":  # each reader would hold up all the other pictures for as long again
                    cache.set(refusal, True, TOO_SLOW_FOR_SECONDS)
                raise SourceImageIOError(str(refused)) from refused
            return ContentFile(target.read(), name=f"{name}.{answer['ending']}")

    @property
    def focus(self) -> tuple[float, float] | None:
        """The middle of the focal point in pixels, where an editor chose one."""
        return (
            (self.focal_point_x, self.focal_point_y)
            if self.focal_point_x is not None and self.focal_point_y is not None
            else None
        )

    def get_file_size(self):
        """Wagtail's own writes what it measured: a page is shown from a full disk too."""
        if self.file_size is None:
            try:
                self.file_size = self.file.size
            except OSError as error:
                raise SourceImageIOError(str(error)) from error
        return self.file_size

    def save(self, *args, **kwargs):
        self._delete_renditions_with_old_credits()
        if self.file and not self.file_hash:
            self.file_size = self.file_size or self.file.size
            with self.open_file() as content:  # part of every rendition's address: a new file is a new address
                self.file_hash = hash_filelike(content)
        super().save(*args, **kwargs)

    @transaction.atomic
    def delete(self, *args, **kwargs):
        """Locked first: a rendition that a page asks for meanwhile would be left without its picture."""
        Picture.objects.select_for_update().filter(pk=self.pk).values_list("pk").first()
        return super().delete(*args, **kwargs)

    def _delete_renditions_with_old_credits(self) -> None:
        """A file that left with another credit or licence is made anew at the next request."""
        before = Picture.objects.filter(pk=self.pk).first() if self.pk else None
        if before and before.credits_inside() != self.credits_inside():
            for rendition in self.renditions.all():
                rendition.delete()

    def url_for(self, width: int, kind: str = "jpeg", ratio: str = "") -> str:
        """The address of this picture `width` pixels wide (never enlarged) as `avif`, `webp` or `jpeg`, where a `ratio` ("16:9")
        is given cropped to it around its focal point, or whole in a frame of it where it may not be cropped. Making the address
        asks nothing of the database."""
        size = size_of(width, kind, ratio, not self.may_be_cropped)
        return picture_address(self.pk, self.version_of(size), size.in_address, kind)

    def version_of(self, size: PictureSize) -> str:
        """What another drawing of this size would differ by: browsers keep the one that they have for a year."""
        focus = self.focus if size.ratio and not size.contained else None
        return f"{self.file_hash}@{focus[0]},{focus[1]}" if focus else self.file_hash


def shown_picture(picture: Picture | None, user) -> Picture | None:
    """What a page shows this reader: the picture, else the one chosen to replace it, else None (a drawing takes its place)."""
    visible = _in_its_place(picture)
    return visible if visible and can_see(user, visible) else None


# What is read of a picture that stands in a line of a list: all that drawing it asks for.
LINE_COLUMNS = (
    "title", "file_hash", "width", "height", "focal_point_x", "focal_point_y", "licence", "changes_allowed", "audience", "uses",
    "valid_from", "valid_until", "consented_until", "awaits_consent", "scan_state", "substitute", "author", "organisation",
)  # fmt: skip


def line_picture(picture: Picture | None, user) -> Picture | None:
    """`shown_picture` for a line of a list, after `fetch_substitutes`. One kept for groups is left out, as knowing who they are
    would cost a query a line."""
    return picture_for_keys(picture, reader_keys(user))


def picture_for_keys(picture: Picture | None, keys: frozenset[str]) -> Picture | None:
    """`line_picture` for who holds these keys."""
    visible = _in_its_place(picture)
    return visible if visible and visible.audience != Audience.GROUP and opens_to(visible, keys) else None


def _in_its_place(picture: Picture | None) -> Picture | None:
    if picture is None or picture.may_illustrate:
        return picture
    other = picture.substitute if picture.substitute_id else None
    return other if other and other.may_illustrate else None


def fetch_substitutes(pictures: Iterable[Picture | None]) -> None:
    """Read at once what replaces the pictures of a list whose rights ended: one query, none where all of them hold."""
    replaced = [picture for picture in pictures if picture and picture.substitute_id and not picture.may_illustrate]
    models.prefetch_related_objects(replaced, "substitute")


class PictureFileAway(SourceImageIOError, StorageAway):
    """The storage or the database takes no file now (away, full, locked): Wagtail shows a broken picture in its place, and who
    asks again later may see it."""


@contextmanager
def _file_away_told() -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, SourceImageIOError):  # missing or damaged: asked again, it would be so still
        raise
    except (OSError, OperationalError) as error:
        raise PictureFileAway(str(error)) from error


class PictureRendition(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")
    file_size = models.PositiveIntegerField(null=True, editable=False)  # bytes; None of those drawn before it was kept

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        indexes = [models.Index(fields=["file"])]  # `/media/` asks whose file it serves

    def save(self, *args, **kwargs):
        if self.file_size is None and self.file and not self.file._committed:
            self.file_size = self.file.size
        super().save(*args, **kwargs)


class MeasuredFile(WagtailImageFieldFile):
    """Its width and height, upright, are read where the file says them: Wagtail would decode it whole, here, at four bytes a
    pixel, and take a portrait of a telephone for a landscape."""

    def get_image_dimensions(self):
        was_closed = self.closed
        try:
            self.open()
            if size := read_size(self.file):
                return size
            raise UnrecognisedImageFormatError(f"{self.name} is no picture")
        finally:
            self.close() if was_closed else self.seek(0)


post_delete.connect(delete_given_file, sender=Picture, dispatch_uid="common-picture-given")
for _model in (Picture, PictureRendition):
    _model._meta.get_field("file").attr_class = MeasuredFile
