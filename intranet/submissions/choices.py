"""Where a person's event stands, in one word."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    DRAFT = "brouillon", _("Brouillon")
    SENT_BACK = "a-corriger", _("À corriger")
    WAITING = "en-attente", _("En attente")
    PUBLISHED = "publie", _("Publié")
    CANCELLED = "annule", _("Annulé")
    REFUSED = "refuse", _("Refusé")
    WITHDRAWN = "retire", _("Retiré")
    PAST = "termine", _("Terminé")


TONES = {
    Stage.DRAFT: "",
    Stage.SENT_BACK: "warning",
    Stage.WAITING: "accent",
    Stage.PUBLISHED: "success",
    Stage.CANCELLED: "refusal",
    Stage.REFUSED: "refusal",
    Stage.WITHDRAWN: "",
    Stage.PAST: "",
}
