"""Why pictures are refused, ready to be chosen; said in the language of who gave them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    BLURRED = "blurred", _("La photo est floue, trop sombre ou trop petite pour être publiée.")
    DUPLICATE = "duplicate", _("Nous avons déjà cette photo, ou une autre très proche.")
    CONSENT = "consent", _("On y reconnaît des personnes dont nous n’avons pas l’accord écrit.")
    AUTHOR = "author", _("Nous ne savons pas qui est l’auteur, ou s’il est d’accord.")
    SUBJECT = "subject", _("La photo ne montre pas la destination.")
    MARKS = "marks", _("La photo porte un texte, un logo ou un cadre.")
