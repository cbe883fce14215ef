"""Closed lists that people choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SpokenLanguage(models.TextChoices):
    """What a person can be spoken to in: ISO 639-1, and 639-3 for the language that has no shorter code."""

    FRENCH = "fr", _("français")
    ENGLISH = "en", _("anglais")
    CATALAN = "ca", _("catalan")
    SPANISH = "es", _("espagnol")
    GERMAN = "de", _("allemand")
    ITALIAN = "it", _("italien")
    DUTCH = "nl", _("néerlandais")
    PORTUGUESE = "pt", _("portugais")
    OCCITAN = "oc", _("occitan")
    BASQUE = "eu", _("basque")
    BRETON = "br", _("breton")
    CORSICAN = "co", _("corse")
    ALSATIAN = "gsw", _("alsacien")
    ARABIC = "ar", _("arabe")
    CHINESE = "zh", _("chinois")
    JAPANESE = "ja", _("japonais")
    POLISH = "pl", _("polonais")
    RUSSIAN = "ru", _("russe")
    UKRAINIAN = "uk", _("ukrainien")
    SIGNS = "fsl", _("langue des signes française")
