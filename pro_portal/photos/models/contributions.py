"""What providers and members give to the library."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from common.responsibility import ResponsibleMixin, responsible_q
from common.uploads import ResumableUpload, UploadPieceBase, piece_name  # noqa: F401  a migration names it here


class ContributionQuerySet(models.QuerySet):
    def given(self):
        """Those that were signed."""
        return self.exclude(state=Contribution.State.OPEN)

    def looked_after_by(self, person):
        """Those this person answers for: they gave them, or took them over from who left."""
        return self.filter(responsible_q(person))


class Contribution(ResponsibleMixin, models.Model):
    """A lot of pictures given at once, with one form for all of them and the transfer of rights signed by name."""

    class State(models.TextChoices):
        OPEN = "open", _("en cours")
        GIVEN = "given", _("à examiner")
        DECIDED = "decided", _("examinée")

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    # Who answers for it where its author has left: None is the author.
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN, db_index=True)
    facts = models.JSONField(default=dict)  # the answers of the form, for every picture of the lot
    keeps_position = models.BooleanField(_("garder l’endroit de la prise de vue"), default=False)
    signed_name = models.CharField(_("nom du signataire"), max_length=200, blank=True)
    signed_text = models.TextField(blank=True)  # the words of the transfer as they were signed
    signed_version = models.PositiveSmallIntegerField(null=True, editable=False)  # of that text; None before it was kept
    signed_at = models.DateTimeField(null=True, blank=True)
    consents_requested_at = models.DateTimeField(null=True, blank=True, editable=False)  # its author knows that some are missing
    begun_at = models.DateTimeField(auto_now_add=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("don de photos")
        verbose_name_plural = _("dons de photos")

    def __str__(self):
        return f"{self.author}, {self.begun_at:%Y-%m-%d}"


class Upload(ResumableUpload):
    """A picture on its way."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="uploads")
    refusal = models.CharField(max_length=20, blank=True)  # a code of `imaging.client.Refused`, or `scan_` and a `ScanState`
    picture = models.ForeignKey(settings.WAGTAILIMAGES_IMAGE_MODEL, models.SET_NULL, null=True, related_name="+")
    looks_like = models.ForeignKey(settings.WAGTAILIMAGES_IMAGE_MODEL, models.SET_NULL, null=True, related_name="+")


class UploadPiece(UploadPieceBase):
    upload = models.ForeignKey(Upload, models.CASCADE, related_name="pieces")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "offset"], name="one_piece_at_an_offset")]
