"""The one-time link that opens the setup page of an empty installation; the checklist that a person put away."""

import secrets
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from destination.pages.models import HomePage


def new_token() -> str:
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What is stored of a token: it is random enough that nobody finds it again by trying, so one pass of a hash is right."""
    return sha256(token.encode()).hexdigest()


def is_set_up() -> bool:
    """Whether this installation has a site or somebody who administers it, however they came."""
    return HomePage.objects.exists() or User.objects.filter(is_superuser=True).exists()


class SetupLinkQuerySet(models.QuerySet):
    def from_token(self, token: str) -> "SetupLink | None":
        """The link of a token, whatever its state; None for one that is not ours, or was replaced by a newer one."""
        return self.filter(token_hash=hash_of(token)).first()

    def installation_waits(self) -> bool:
        """Whether this installation waits for somebody to set it up."""
        return self.filter(used_at=None).exists() and not is_set_up()


class SetupLink(models.Model):
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    is_used = models.BooleanField(default=False)

    objects = SetupLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("lien d’installation")
        verbose_name_plural = _("liens d’installation")
        constraints = [
            # Of two links used at the same moment one wins: an installation is set up once.
            models.UniqueConstraint(fields=["is_used"], condition=Q(is_used=True), name="installation_set_up_once")
        ]

    def __str__(self):
        return f"{self.created_at:%Y-%m-%d %H:%M}"

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= timezone.now()


class ChecklistChoice(models.Model):
    """Whether a person put the checklist away."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    put_away_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("liste des premiers pas")
        verbose_name_plural = _("listes des premiers pas")

    def __str__(self):
        return str(self.person)
