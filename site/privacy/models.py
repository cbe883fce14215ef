"""What somebody asked about their own data, and the log of what was done."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from common.storages import private_storage
from common.zips import size_of


def digest_of(email: str) -> str:
    """A keyed digest of an address: the same for the same address, and nothing of it for who does not have SECRET_KEY."""
    return salted_hmac("privacy.address", email.strip().lower(), algorithm="sha256").hexdigest()


def key_mark() -> str:
    """Of the SECRET_KEY with which digests are made: those of another key can be compared with nothing."""
    return salted_hmac("privacy.key", "", algorithm="sha256").hexdigest()[:12]


class Export(models.Model):
    """Everything held about a person as one zip, made by the worker, given to who asked for it, for a week."""

    class State(models.TextChoices):
        WAITING = "waiting", _("en préparation")
        READY = "ready", _("prêt")
        FAILED = "failed", _("impossible")

    FOLDER = "personal-data"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("courriel"))
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    language = models.CharField(max_length=10, default=settings.LANGUAGE_CODE)
    state = models.CharField(_("état"), max_length=10, choices=State, default=State.WAITING)
    file = models.FileField(upload_to=FOLDER, storage=private_storage, blank=True)
    requested_at = models.DateTimeField(_("demandé le"), auto_now_add=True, db_index=True)
    waiting_since = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("export de données personnelles")
        verbose_name_plural = _("exports de données personnelles")

    def __str__(self):
        return str(self.pk)

    @property
    def is_own(self) -> bool:
        return self.account_id == self.requested_by_id

    @property
    def file_size(self) -> int | None:
        return size_of(self)


class ErasureRequest(models.Model):
    """A person wants their account erased. Until `due_at` they can take it back; without `confirmed_at` they have not yet proved
    that it is they who ask."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="erasure_request")
    requested_at = models.DateTimeField(_("demandé le"), auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(_("effacé le"))

    class Meta:
        verbose_name = _("demande d’effacement")
        verbose_name_plural = _("demandes d’effacement")

    def __str__(self):
        return str(self.account)


class Act(models.Model):
    """A line of the log: what was done, when, by whom, about which address as a digest. Nothing else tells of whom."""

    class Action(models.TextChoices):
        LOOK_UP = "look_up", _("recherche")
        EXPORT = "export", _("export")
        REQUEST = "request", _("effacement demandé")
        TAKEN_BACK = "taken_back", _("effacement annulé")
        ERASURE = "erasure", _("effacement")
        AGAIN = "again", _("effacé à nouveau après une restauration")
        CLOSED = "closed", _("effacement d’un compte fermé depuis longtemps")

    #: Those after which a restored backup is looked through again.
    ERASURES = (Action.ERASURE, Action.CLOSED)

    action = models.CharField(_("action"), max_length=10, choices=Action)
    digest = models.CharField(_("empreinte"), max_length=64, db_index=True)
    key_mark = models.CharField(max_length=12, default=key_mark)
    at = models.DateTimeField(_("date"), default=timezone.now, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("par")
    )
    is_own = models.BooleanField(_("par la personne elle-même"), default=False)
    outcome = models.JSONField(_("résultat"), default=dict)  # {key of a kind: [deleted, blanked, retained]}

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("ligne du journal")
        verbose_name_plural = _("journal")

    def __str__(self):
        return f"{self.get_action_display()} {self.digest[:8]}"
