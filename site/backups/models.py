"""What was done and when: backups, checks, restores."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BackupRunQuerySet(models.QuerySet):
    def of(self, kind: str):
        return self.filter(kind=kind)

    def succeeded(self):
        return self.filter(succeeded=True)

    def unfinished(self):
        return self.filter(ended_at=None)


class BackupRun(models.Model):
    """A backup, a check or a restore: asked for, at work or ended."""

    class Kind(models.TextChoices):
        BACKUP = "backup", _("sauvegarde")
        CHECK = "check", _("vérification")
        RESTORE = "restore", _("restauration")

    kind = models.CharField(_("sorte"), max_length=10, choices=Kind)
    started_at = models.DateTimeField(_("commencée"), default=timezone.now, db_index=True)
    ended_at = models.DateTimeField(_("terminée"), null=True, blank=True)
    succeeded = models.BooleanField(_("réussie"), default=False)
    message = models.TextField(_("message"), blank=True)  # in the site's first language
    name = models.CharField(_("nom"), max_length=40, blank=True)  # of the backup
    location = models.CharField(_("lieu"), max_length=300, blank=True)  # without secrets
    size = models.PositiveBigIntegerField(_("taille"), default=0)  # bytes that the backup would take alone
    files = models.PositiveIntegerField(_("fichiers"), default=0)

    objects = BackupRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("sauvegarde")
        verbose_name_plural = _("sauvegardes")
        ordering = ["-started_at", "-pk"]

    def __str__(self):
        return f"{self.kind} {self.name or self.started_at:%Y-%m-%d %H:%M}"
