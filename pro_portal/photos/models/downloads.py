"""Who takes which picture, for what: the basket, the zip, the log, the partners' keys."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Organisation
from common.models import Picture
from common.zips import size_of
from pro_portal.photos.models.rights import LicenceText, private_storage
from pro_portal.photos.rights.choices import Use


def new_secret() -> str:
    return get_random_string(32)


class LicenceAcceptance(models.Model):
    """A person accepted a version of the conditions. Visitors' acceptance stays in their session."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    text = models.ForeignKey(LicenceText, models.CASCADE, related_name="acceptances")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "text"], name="one_acceptance_of_a_text")]

    def __str__(self):
        return f"{self.person}, {self.text}"


class Taking(models.Model):
    """One file that left. `name` and `email` are what someone without an account said of themselves."""

    picture = models.ForeignKey(Picture, models.CASCADE, related_name="takings")
    size = models.CharField(_("taille"), max_length=20)
    use = models.CharField(_("usage"), max_length=12, choices=Use)
    purpose = models.CharField(_("pour quoi"), max_length=300, blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(_("établissement"), max_length=200, blank=True)
    email = models.EmailField(_("courriel"), blank=True)
    text = models.ForeignKey(LicenceText, models.SET_NULL, null=True, related_name="+")
    ends_on = models.DateField(_("jusqu’au"), null=True, blank=True)
    end_told_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("photo prise")
        verbose_name_plural = _("photos prises")

    @property
    def who(self) -> str:
        return str(self.person or "") or self.name

    def __str__(self):
        return f"{self.picture}, {self.who}"


class BasketLine(models.Model):
    """A picture set aside by someone with an account; visitors' baskets stay in their session until they sign in."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="basket")
    picture = models.ForeignKey(Picture, models.CASCADE, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["person", "picture"], name="one_line_a_picture_in_a_basket")]

    def __str__(self):
        return str(self.picture)


class Bundle(models.Model):
    """A zip of pictures in one size, made by the worker, kept for a week, given to who asked for it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("en préparation")
        READY = "ready", _("prête")
        FAILED = "failed", _("impossible")

    FOLDER = "bundles"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    secret = models.CharField(max_length=32, default=new_secret)  # in a visitor's session
    pictures = models.JSONField(default=list)  # primary keys, in the basket's order; once made, of what is inside
    size = models.CharField(max_length=20)
    purpose = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=10, default=settings.LANGUAGE_CODE)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    left_out = models.PositiveIntegerField(default=0)  # pictures whose right ended meanwhile
    file = models.FileField(upload_to=FOLDER, storage=private_storage, blank=True)
    asked_at = models.DateTimeField(auto_now_add=True, db_index=True)
    waiting_since = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return str(self.pk)

    @property
    def file_size(self) -> int | None:
        return size_of(self)

    @property
    def is_given_up(self) -> bool:
        """It could not be made, for a reason that is not in its pictures."""
        return self.state == self.State.FAILED and bool(self.pictures)

    def wait_again(self) -> None:
        """It is to be made anew; the caller enqueues it."""
        self.state, self.waiting_since = self.State.WAITING, timezone.now()
        self.save(update_fields=["state", "waiting_since"])


class PartnerKey(models.Model):
    """A partner's key to `/api/photos/`. Only a fingerprint of it is kept."""

    name = models.CharField(_("partenaire"), max_length=200)
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="+")
    fingerprint = models.CharField(max_length=64, unique=True)
    beginning = models.CharField(max_length=8)  # shown, so that one key is told from another
    uses = models.JSONField(_("usages accordés"), default=list)
    sees_professional = models.BooleanField(_("voit aussi ce qui est réservé aux professionnels"), default=False)
    active = models.BooleanField(pgettext_lazy("clé", "active"), default=True)
    made_at = models.DateTimeField(auto_now_add=True)
    last_used_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("clé de partenaire")
        verbose_name_plural = _("clés de partenaires")

    def __str__(self):
        return self.name
