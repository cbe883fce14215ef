"""Pictures and documents: one model each, with credit, licence and audience. Their files leave only through guarded views."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet, SourceImageIOError, WagtailImageFieldFile
from wagtail.utils.file import hash_filelike

from common.access import Audience, AudienceMixin, AudienceQuerySet, can_see, opens_to, reader_keys
from common.darkroom import client as darkroom
from common.renditions import wanted


class Licence(models.TextChoices):
    UNKNOWN = "unknown", _("Inconnue")
    ALL_RIGHTS = "all_rights", _("Tous droits réservés, utilisation accordée à l’office")
    CC_BY = "cc_by", "CC BY 4.0"
    CC_BY_SA = "cc_by_sa", "CC BY-SA 4.0"
    CC_BY_NC = "cc_by_nc", "CC BY-NC 4.0"
    CC_BY_ND = "cc_by_nd", "CC BY-ND 4.0"
    CC_BY_NC_ND = "cc_by_nc_nd", "CC BY-NC-ND 4.0"
    CC0 = "cc0", "CC0"
    OPEN_LICENCE = "etalab", "Licence Ouverte 2.0"

    @property
    def address(self) -> str:
        """The licence's public text, empty where there is none."""
        if self.value.startswith("cc_"):
            return f"https://creativecommons.org/licenses/{self.value[3:].replace('_', '-')}/4.0/"
        return {
            "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
            "etalab": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        }.get(self.value, "")


def picture_mark(pk: int, file_hash: str, size: str, kind: str) -> str:
    """A short signature, so that nobody can ask the server for ten thousand sizes."""
    return salted_hmac("common.picture", f"{pk}/{file_hash}/{size}/{kind}").hexdigest()[:16]


@lru_cache(maxsize=8192)
def picture_address(pk: int, file_hash: str, size: str, kind: str) -> str:
    """A page with twenty pictures needs three hundred of them, always the same."""
    mark = picture_mark(pk, file_hash, size, kind)
    return reverse("common:picture", kwargs={"pk": pk, "mark": mark, "size": size, "kind": kind})


class Use(models.TextChoices):
    """What a picture may be used for, by whoever may take it."""

    WEB = "web", _("Site internet")
    SOCIAL = "social", _("Réseaux sociaux")
    PRINT = "print", _("Imprimés")
    PRESS = "press", _("Presse")
    ADVERTISING = "advertising", _("Publicité")


def on_the_web() -> list[str]:
    """What a picture given without a word is at least for: the pages of the office."""
    return [Use.WEB.value]


class PictureQuerySet(AudienceQuerySet, ImageQuerySet):
    pass


class Picture(AudienceMixin, AbstractImage):
    """A picture with its credit. It is private until what it illustrates is published."""

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
    uses = models.JSONField(_("usages permis"), default=on_the_web, blank=True)  # codes of Use
    changes_allowed = models.BooleanField(_("peut être recadrée ou retouchée"), default=True)
    third_parties_allowed = models.BooleanField(_("peut être reprise par les professionnels et les partenaires"), default=False)
    use_territory = models.CharField(
        _("territoire d’utilisation"), max_length=100, blank=True, help_text=_("Vide : le monde entier.")
    )
    valid_from = models.DateField(_("droits à partir du"), null=True, blank=True)
    valid_until = models.DateField(_("droits jusqu’au"), null=True, blank=True, db_index=True, help_text=_("Ce jour compris."))
    # The last day on which everyone shown agrees; kept by the photo library from the consents.
    consented_until = models.DateField(null=True, blank=True, editable=False, db_index=True)
    substitute = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo de remplacement"),
        help_text=_("Montrée à sa place quand ses droits sont finis."),
    )  # fmt: skip
    rights_confirmed_at = models.DateTimeField(_("droits confirmés le"), null=True, blank=True, editable=False)
    alternatives = models.JSONField(
        _("texte de remplacement par langue"), default=dict, blank=True, editable=False
    )  # {"fr": "…", "en": "…", "ca": "…"}

    admin_form_fields = ("title", "file", "description", "credit", "creator", "licence", "uses", "changes_allowed",
                         "third_parties_allowed", "use_territory", "valid_from", "valid_until",
                         "audience", "organisation", "collection", "tags",
                         "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")  # fmt: skip
    objects = PictureQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        permissions = [("choose_picture", "Can choose picture")]

    @property
    def last_day(self) -> date | None:
        """The last day on which it may be shown; None where no end is known."""
        return min(filter(None, (self.valid_until, self.consented_until)), default=None)

    @property
    def is_in_force(self) -> bool:
        """Whether its rights and its consents hold today."""
        today = timezone.localdate()
        return (self.valid_from is None or self.valid_from <= today) and (self.last_day is None or today <= self.last_day)

    @property
    def is_closed_to_all(self) -> bool:
        return not self.is_in_force

    @property
    def may_illustrate(self) -> bool:
        """Whether pages of the site may show it today."""
        return self.is_in_force and Use.WEB in self.uses

    @property
    def page_light(self) -> str:
        """Its rights on a page as a traffic light: « green », « amber » with an end, « red » where it may not stand there."""
        if not self.may_illustrate:
            return "red"
        return "amber" if self.last_day else "green"

    @classmethod
    def in_force_q(cls, day: date | None = None) -> Q:
        """`is_in_force` as a database condition."""
        day = day or timezone.localdate()
        until = Q(valid_until=None) | Q(valid_until__gte=day)
        consented = Q(consented_until=None) | Q(consented_until__gte=day)
        return (Q(valid_from=None) | Q(valid_from__lte=day)) & until & consented

    @classmethod
    def visible_q(cls, user) -> Q:
        seen = super().visible_q(user)
        return cls.in_force_q() if seen is None else cls.in_force_q() & seen

    def words_inside(self) -> dict[str, str]:
        """What is written into each file that leaves (see `darkroom.metadata.packet`)."""
        licence = Licence(self.licence)
        page = getattr(settings, "PICTURE_PAGE", "")
        address = f"{settings.BASE_URL}{reverse(page, kwargs={'pk': self.pk})}" if page and self.pk else ""
        name = self.credit or self.creator
        return {
            "credit": self.credit,
            "creator": self.creator or self.credit,
            "rights": f"© {name}" if name else "",
            "title": self.title,
            "description": self.description,
            "terms": self.terms_in_words(),
            "statement": licence.address or address,
            "licensor": address,
        }

    def terms_in_words(self) -> str:
        """The licence and the allowed uses in one line, in the site's first language."""
        with translation.override(settings.LANGUAGE_CODE):
            parts = [str(Licence(self.licence).label) if self.licence != Licence.UNKNOWN else ""]
            parts.append(", ".join(str(use.label) for use in Use if use in self.uses))
            parts.append("" if self.changes_allowed else _("sans modification"))
            parts.append(_("jusqu’au %(day)s") % {"day": f"{self.last_day:%d/%m/%Y}"} if self.last_day else "")
            return " ; ".join(str(part) for part in parts if part)

    def generate_rendition_file(self, filter, *, source=None):
        """In a process of its own, with the credit and the licence inside. `source` is of no use there."""
        asked = wanted(filter.spec, self.file.name)
        if asked is None:
            return super().generate_rendition_file(filter, source=source)
        name = f"{self.file_hash[:12]}.{filter.get_cache_key(self)}.{filter.spec.replace('|', '.')}"[:90]
        ending = "jpg" if asked.kind == "jpeg" else asked.kind
        with darkroom.local_copy(self.file) as original, NamedTemporaryFile() as made:
            try:
                darkroom.render(
                    original, made.name, kind=asked.kind, quality=asked.quality, within=asked.within, ratio=asked.ratio,
                    focus=self.focus, words=self.words_inside(),
                )  # fmt: skip
            except darkroom.Refused as refused:
                raise SourceImageIOError(str(refused)) from refused
            return ContentFile(made.read(), name=f"{name}.{ending}")

    @property
    def focus(self) -> tuple[float, float] | None:
        """The middle of the focal point in pixels, where an editor chose one."""
        return (
            (self.focal_point_x, self.focal_point_y)
            if self.focal_point_x is not None and self.focal_point_y is not None
            else None
        )

    def save(self, *args, **kwargs):
        self._forget_renditions_with_old_words()
        if self.file and not self.file_hash:
            with self.open_file() as content:  # part of every rendition's address: a new file is a new address
                self.file_hash = hash_filelike(content)
        super().save(*args, **kwargs)

    @transaction.atomic
    def delete(self, *args, **kwargs):
        """Locked first: a rendition that a page asks for meanwhile would be left without its picture."""
        Picture.objects.select_for_update().filter(pk=self.pk).values_list("pk").first()
        return super().delete(*args, **kwargs)

    def _forget_renditions_with_old_words(self) -> None:
        """A file that left with another credit or licence is made anew the next time it is asked for."""
        before = Picture.objects.filter(pk=self.pk).first() if self.pk else None
        if before and before.words_inside() != self.words_inside():
            for rendition in self.renditions.all():
                rendition.delete()

    def url_for(self, width: int, kind: str = "jpeg", ratio: str = "") -> str:
        """The address of this picture `width` pixels wide (never enlarged) as `avif`, `webp` or `jpeg`, cropped to `ratio`
        ("16:9") around its focal point where one is given. Making the address asks nothing of the database."""
        size = f"w{width}" + (f"-r{ratio.replace(':', 'x')}" if ratio else "")
        return picture_address(self.pk, self.file_hash, size, kind)

    def alternative(self, language: str) -> str:
        """What the picture shows, for who cannot see it; empty when nobody wrote it."""
        return self.alternatives.get(language) or self.alternatives.get(settings.LANGUAGE_CODE) or self.description


def shown_picture(picture: Picture | None, user) -> Picture | None:
    """What a page shows this reader: the picture, else the one chosen to replace it, else None (a drawing takes its place)."""
    chosen = _in_its_place(picture)
    return chosen if chosen and can_see(user, chosen) else None


def line_picture(picture: Picture | None, user) -> Picture | None:
    """`shown_picture` for a line of a list, after `fetch_substitutes`. One kept for groups is left out, as knowing who they are
    would cost a query a line."""
    return picture_for_keys(picture, reader_keys(user))


def picture_for_keys(picture: Picture | None, keys: frozenset[str]) -> Picture | None:
    """`line_picture` for who holds these keys."""
    chosen = _in_its_place(picture)
    return chosen if chosen and chosen.audience != Audience.GROUP and opens_to(chosen, keys) else None


def _in_its_place(picture: Picture | None) -> Picture | None:
    if picture is None or picture.may_illustrate:
        return picture
    other = picture.substitute if picture.substitute_id else None
    return other if other and other.may_illustrate else None


def fetch_substitutes(pictures: Iterable[Picture | None]) -> None:
    """Read at once what replaces the pictures of a list whose rights ended: one query, none where all of them hold."""
    models.prefetch_related_objects([each for each in pictures if each and each.substitute_id and not each.may_illustrate],
                                    "substitute")  # fmt: skip


class PictureRendition(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class MeasuredFile(WagtailImageFieldFile):
    """Its width and height are read where the file says them: Wagtail would decode it whole, here, at four bytes a pixel."""

    def get_image_dimensions(self):
        was_closed = self.closed
        try:
            self.open()
            return Image.open(self.file).size
        except UnidentifiedImageError:  # a kind that only Wagtail reads
            return super().get_image_dimensions()
        finally:
            self.close() if was_closed else self.seek(0)


for _model in (Picture, PictureRendition):
    _model._meta.get_field("file").attr_class = MeasuredFile


class SharedDocument(AudienceMixin, AbstractDocument):
    """A file to download, with its audience."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")
    audience_groups = models.ManyToManyField("accounts.WorkGroup", blank=True, related_name="+")

    admin_form_fields = ("title", "file", "audience", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_shareddocument", "Can choose document")]

    @property
    def url(self) -> str:
        """Behind the guarded door, also for the links of rich text."""
        return reverse("common:document", kwargs={"pk": self.pk, "filename": self.filename})
