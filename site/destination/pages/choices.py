"""Lists to choose from in a block: read when a form is drawn, so that a new category needs no migration."""

from django.conf import settings
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory
from destination.agenda.models import Category
from destination.pages.page_cache import cached


def category_choices() -> list[tuple[str, str]]:
    language = get_language() or settings.LANGUAGE_CODE
    return cached(
        f"pages:categories:{language}",
        lambda: [(category.code, category.name_in(language)) for category in Category.objects.all()],
    )


def commune_choices() -> list[tuple[str, str]]:
    return cached("pages:communes", lambda: list(Territory.objects.values_list("slug", "name")))


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
        ("food", _("Cuisine")),
        ("home", pgettext_lazy("icône", "Maison")),
    ]
