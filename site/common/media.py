"""Pictures and documents: one model each, with credit, licence and audience. Their files leave only through guarded views."""

from functools import lru_cache

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet
from wagtail.utils.file import hash_filelike

from common.access import AudienceMixin, AudienceQuerySet


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
    audience_circles = models.ManyToManyField("accounts.Circle", blank=True, related_name="+", verbose_name=_("groupes"))
    credit = models.CharField(_("crédit"), max_length=200, blank=True, help_text=_("Le nom à afficher sous la photo."))
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, default=Licence.UNKNOWN)
    rights_confirmed_at = models.DateTimeField(_("droits confirmés le"), null=True, blank=True, editable=False)
    alternatives = models.JSONField(
        _("texte de remplacement par langue"), default=dict, blank=True, editable=False
    )  # {"fr": "…", "en": "…", "ca": "…"}

    admin_form_fields = ("title", "file", "description", "credit", "licence", "audience", "organisation", "collection", "tags",
                         "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")  # fmt: skip
    objects = PictureQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        permissions = [("choose_picture", "Can choose picture")]

    def save(self, *args, **kwargs):
        if self.file and not self.file_hash:
            with self.open_file() as content:  # part of every rendition's address: a new file is a new address
                self.file_hash = hash_filelike(content)
        super().save(*args, **kwargs)

    def url_for(self, width: int, kind: str = "jpeg", ratio: str = "") -> str:
        """The address of this picture `width` pixels wide (never enlarged) as `avif`, `webp` or `jpeg`, cropped to `ratio`
        ("16:9") around its focal point where one is given. Making the address asks nothing of the database."""
        size = f"w{width}" + (f"-r{ratio.replace(':', 'x')}" if ratio else "")
        return picture_address(self.pk, self.file_hash, size, kind)

    def alternative(self, language: str) -> str:
        """What the picture shows, for who cannot see it; empty when nobody wrote it."""
        return self.alternatives.get(language) or self.alternatives.get(settings.LANGUAGE_CODE) or self.description


class PictureRendition(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class SharedDocument(AudienceMixin, AbstractDocument):
    """A file to download, with its audience."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")
    audience_circles = models.ManyToManyField("accounts.Circle", blank=True, related_name="+")

    admin_form_fields = ("title", "file", "audience", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_shareddocument", "Can choose document")]

    @property
    def url(self) -> str:
        """Behind the guarded door, also for the links of rich text."""
        return reverse("common:document", kwargs={"pk": self.pk, "filename": self.filename})
