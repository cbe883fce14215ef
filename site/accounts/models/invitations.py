"""Invitations: the only way to open an account."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.people import Organisation

SALT = "accounts.invitation"
# A week covers days off, and is short enough for a link that opens an account.
LIFETIME = timedelta(days=7)


def new_nonce() -> str:
    return secrets.token_urlsafe(9)


class InvitationQuerySet(models.QuerySet):
    def open(self):
        """Neither accepted nor withdrawn: waiting, or expired and free to be sent again."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def from_token(self, token: str):
        """The invitation that a link speaks of, whatever its state; None for a link that we did not make, or an old one."""
        try:
            pk, nonce = signing.loads(token, salt=SALT)
        except (signing.BadSignature, ValueError, TypeError):
            return None
        return self.filter(pk=pk, nonce=nonce).first()


class Invitation(models.Model):
    email = models.EmailField(_("courriel"))
    first_name = models.CharField(_("prénom"), max_length=150, blank=True)
    last_name = models.CharField(_("nom de famille"), max_length=150, blank=True)
    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.CASCADE, null=True, related_name="invitations", verbose_name=_("organisme")
    )
    roles = models.JSONField(_("rôles"), default=list, blank=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    nonce = models.CharField(max_length=20, default=new_nonce)  # renewed at each sending: only the last link works

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="accounts_invitation_open_once",
            )
        ]

    def __str__(self):
        return self.email

    @property
    def expires_at(self):
        return self.sent_at + LIFETIME

    @property
    def is_expired(self) -> bool:
        return self.expires_at < timezone.now()

    @property
    def is_usable(self) -> bool:
        return not (self.accepted_at or self.withdrawn_at or self.is_expired)

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_for_member(self) -> bool:
        """Whether the intranet, and so its manual, concerns who is invited."""
        return self.organisation is None or self.organisation.kind != Organisation.Kind.PROVIDER

    @property
    def mail_key(self) -> str:
        """Of the mail that carries the link, in the outbox."""
        return f"invitation:{self.pk}:{self.nonce}"

    @property
    def token(self) -> str:
        return signing.dumps([self.pk, self.nonce], salt=SALT)

    def get_absolute_url(self) -> str:
        return reverse("accounts:invitation", args=[self.token])
