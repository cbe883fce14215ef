"""What an editor ticks of a place or an event, named one by one: a visitor needs to know what exactly."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.translations import name_of_language


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


class Setting(models.TextChoices):
    """Whether the rain falls on those who come."""

    UNKNOWN = "", _("Non précisé")
    INDOORS = "indoors", _("À l’intérieur")
    OUTDOORS = "outdoors", _("En plein air")
    BOTH = "both", _("Dedans et dehors")


#: What one may ask for; a place or an event that is both is found by either.
SETTINGS = (Setting.INDOORS, Setting.OUTDOORS)


def settings_found(setting: str) -> tuple[str, ...]:
    """The values of SETTINGS by which something with this setting is found."""
    return SETTINGS if setting == Setting.BOTH else tuple(filter(None, (setting,)))


class PriceUnit(models.TextChoices):
    """What the lowest price of a place buys."""

    NIGHT = "night", _("une nuit")
    NIGHT_EACH = "night_each", _("une nuit par personne")
    MEAL = "meal", _("un repas")
    ENTRY = "entry", _("une entrée")
    PERSON = "person", _("une personne")
    DAY = "day", _("une journée")


class Payment(models.TextChoices):
    CASH = "cash", _("espèces")
    CARD = "card", _("carte bancaire")
    CHEQUE = "cheque", _("chèque")
    TRANSFER = "transfer", _("virement")
    HOLIDAY_VOUCHERS = "holiday_vouchers", "Chèques-Vacances"
    MEAL_VOUCHERS = "meal_vouchers", _("titres-restaurant")
    CULTURE_PASS = "culture_pass", "pass Culture"


class Label(models.TextChoices):
    """Marks that others award; their names are the same in every language."""

    ACCUEIL_VELO = "accueil_velo", "Accueil Vélo"
    BIENVENUE_FERME = "bienvenue_ferme", "Bienvenue à la ferme"
    CLEF_VERTE = "clef_verte", "La Clef Verte"
    CLEVACANCES = "clevacances", "Clévacances"
    ECOLABEL = "ecolabel", "Écolabel européen"
    FAMILLE_PLUS = "famille_plus", "Famille Plus"
    GITES_DE_FRANCE = "gites_de_france", "Gîtes de France"
    JARDIN_REMARQUABLE = "jardin_remarquable", "Jardin remarquable"
    LOGIS = "logis", "Logis Hôtels"
    MAITRE_RESTAURATEUR = "maitre_restaurateur", "Maître Restaurateur"
    MONUMENT_HISTORIQUE = "monument_historique", "Monument historique"
    MUSEE_DE_FRANCE = "musee_de_france", "Musée de France"
    PAVILLON_BLEU = "pavillon_bleu", "Pavillon Bleu"
    QUALITE_TOURISME = "qualite_tourisme", "Qualité Tourisme"
    TOURISME_HANDICAP = "tourisme_handicap", "Tourisme & Handicap"
    VIGNOBLES = "vignobles", "Vignobles & Découvertes"


class Cooking(models.TextChoices):
    REGIONAL = "regional", _("cuisine régionale")
    TRADITIONAL = "traditional", _("cuisine traditionnelle")
    GASTRONOMIC = "gastronomic", _("cuisine gastronomique")
    SEAFOOD = "seafood", _("poisson et fruits de mer")
    GRILL = "grill", _("grillades")
    PIZZA = "pizza", _("pizzas")
    CREPES = "crepes", _("crêpes et galettes")
    WORLD = "world", _("cuisine du monde")
    VEGETARIAN = "vegetarian", _("plats végétariens")
    VEGAN = "vegan", _("plats végétaliens")
    BRASSERIE = "brasserie", _("bistrot ou brasserie")
    QUICK = "quick", _("sur le pouce")
    TEA_ROOM = "tea_room", _("salon de thé ou glacier")


# The languages that an office's visitors ask for, by their ISO 639-1 codes; each has its name in those of the site from Django.
SPOKEN_LANGUAGES = ("fr", "en", "ca", "es", "de", "nl", "it", "pt", "pl", "ru", "sv", "da", "ar", "ja")


def spoken_languages() -> list[tuple[str, str]]:
    """Code and name of each language that may be spoken at a place, in the active language."""
    return [(code, name_of_language(code)) for code in SPOKEN_LANGUAGES]


def in_words(choices: type[models.TextChoices], codes: Iterable[str] | None) -> list[str]:
    """The labels of the known codes, in the order of the choices, in the active language."""
    return [str(label) for code, label in choices.choices if code and code in (codes or ())]


def access_details_in_words(codes: Iterable[str] | None) -> list[str]:
    return in_words(AccessDetail, codes)
