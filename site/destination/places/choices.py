"""What a place or an event has for people with a disability, named one by one: a visitor needs to know what exactly."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AccessDetail(models.TextChoices):
    STEP_FREE = "step_free", _("Entrée de plain-pied ou par une rampe")
    LIFT = "lift", _("Ascenseur ou un seul niveau")
    TOILETS = "toilets", _("Toilettes adaptées")
    PARKING = "parking", _("Place de stationnement réservée à proximité")
    WHEELCHAIR = "wheelchair", _("Fauteuil roulant prêté sur place")
    SEATS = "seats", _("Emplacements réservés aux fauteuils roulants")
    LOOP = "loop", _("Boucle magnétique")
    SIGN_LANGUAGE = "sign_language", _("Langue des signes")
    SUBTITLES = "subtitles", _("Surtitres ou sous-titres")
    TOUCH = "touch", _("Braille, gros caractères ou objets à toucher")
    AUDIO = "audio", _("Audiodescription ou audioguide")
    EASY_READ = "easy_read", _("Textes faciles à lire et à comprendre")
    QUIET = "quiet", _("Heures ou espace calmes")
    GUIDE_DOGS = "guide_dogs", _("Chiens guides et d’assistance bienvenus")
    HELP = "help", _("Quelqu’un pour aider, sur place")


ACCESS_DETAILS_HELP = _("Ne cochez que ce qui est sûr : quelqu’un se déplacera en le croyant.")


def access_details_in_words(codes) -> list[str]:
    """The labels of the known codes, in the order of the list, in the active language."""
    return [str(label) for code, label in AccessDetail.choices if code in (codes or ())]
