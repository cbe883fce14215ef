"""What a picture may be used for, and why one is refused."""

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


class Reason(models.TextChoices):
    """Why a picture is refused, in the language of who gave it."""

    BLURRED = "blurred", _("La photo est floue, trop sombre ou trop petite pour être publiée.")
    DUPLICATE = "duplicate", _("Nous avons déjà cette photo, ou une autre très proche.")
    CONSENT = "consent", _("On y reconnaît des personnes dont nous n’avons pas l’accord écrit.")
    AUTHOR = "author", _("Nous ne savons pas qui est l’auteur, ou s’il est d’accord.")
    SUBJECT = "subject", _("La photo ne montre pas la destination.")
    MARKS = "marks", _("La photo porte un texte, un logo ou un cadre.")
