"""Lists to choose from in a block: read when a form is drawn, so that a new category needs no migration."""

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory
from destination.agenda.models import Category
from destination.places.models import PlaceKind


def category_choices() -> list[tuple[str, str]]:
    return [(category.code, category.name_in(get_language() or "fr")) for category in Category.objects.all()]


def commune_choices() -> list[tuple[str, str]]:
    return list(Territory.objects.values_list("slug", "name"))


def kind_choices() -> list:
    return PlaceKind.choices


def fact_icons() -> list:
    return [
        ("info", _("Information")),
        ("clock", _("Horloge")),
        ("calendar", _("Calendrier")),
        ("pin", _("Lieu")),
        ("phone", _("Téléphone")),
        ("mail", _("Courriel")),
        ("link", _("Lien")),
        ("ticket", _("Billet")),
        ("euro", _("Prix")),
        ("accessible", _("Accessibilité")),
        ("family", _("Famille")),
        ("dog", _("Chien")),
        ("sun", _("Soleil")),
        ("walk", _("Marche")),
        ("food", _("Table")),
        ("home", pgettext_lazy("icône", "Maison")),
    ]
