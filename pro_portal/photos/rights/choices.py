"""What a picture may be used for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Use(models.TextChoices):
    """What a picture may be used for, by whoever may take it."""

    WEB = "web", _("Site internet")
    SOCIAL = "social", _("Réseaux sociaux")
    PRINT = "print", _("Imprimés")
    PRESS = "press", _("Presse")
    ADVERTISING = "advertising", _("Publicité")


def uses_in_words(picture) -> list[str]:
    return [str(use.label) for use in Use if use in picture.uses]
