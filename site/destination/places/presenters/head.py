"""What search engines and shared links show of the pages of places and communes."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Territory
from common.absolute_urls import in_every_language
from common.access import Audience
from common.models import Picture
from common.page_head import PageHead, chosen_labels, head_of_list, home_crumb, social_picture
from destination.places.filters import PlaceFilters
from destination.places.models import Place, PlaceTranslation
from destination.places.presenters.communes import commune_address


def list_head(filters: PlaceFilters, total: int, *chips) -> PageHead:
    """`chips` are the groups of the list's filters."""
    description = ngettext(
        "%(count)d lieu à voir : musées, plages, jardins, tables, avec leurs horaires et leur accès.",
        "%(count)d lieux à voir : musées, plages, jardins, tables, avec leurs horaires et leur accès.",
        total,
    )
    words = [f"« {filters.text} »"] if filters.text else []
    return head_of_list(
        _("Lieux"),
        lambda: reverse("places:list"),
        filters,
        description=description % {"count": total},
        choices=[*words, *chosen_labels(*chips)],
        is_empty=not total or bool(filters.text),
    )


def place_head(place: Place, words: PlaceTranslation | None, name: str) -> PageHead:
    """A page that falls back to another language says to robots which page holds these words."""
    languages = {translated.language for translated in place.words.all()}
    paths = in_every_language(place.get_absolute_url)
    kind = f"{place.get_kind_display()}, {place.commune.name}"
    is_public = place.audience == Audience.PUBLIC
    return PageHead(
        f"{name}, {place.commune.name}",
        {code: path for code, path in paths.items() if code in languages} or paths,
        description=(words.summary if words else "") or kind,
        language=words.language if words else "",
        kind="place",
        picture=social_picture(place.picture) if is_public else None,
        is_indexed=is_public,
        crumbs=crumbs_to(name),
    )


def communes_head(count: int) -> PageHead:
    """Of the list of the communes."""
    sentence = ngettext(
        "%(count)d commune : ce qu’on y voit, ce qui s’y passe, comment y aller.",
        "%(count)d communes : ce qu’on y voit, ce qui s’y passe, comment y aller.",
        count,
    )
    return PageHead(
        _("Communes"),
        in_every_language(lambda: reverse("places:communes")),
        description=sentence % {"count": count},
        crumbs=[home_crumb(), {"title": _("Communes"), "url": ""}],
    )


def commune_head(commune: Territory, presentation: str, total: int, picture: Picture | None) -> PageHead:
    sentence = ngettext(
        "À voir et à faire à %(commune)s : %(count)d lieu, et les dates à venir.",
        "À voir et à faire à %(commune)s : %(count)d lieux, et les dates à venir.",
        total,
    )
    communes = {"title": _("Communes"), "url": reverse("places:communes")}
    return PageHead(
        commune.name,
        in_every_language(lambda: commune_address(commune.slug)),
        description=presentation or sentence % {"commune": commune.name, "count": total},
        kind="place",
        picture=social_picture(picture),
        crumbs=[home_crumb(), communes, {"title": commune.name, "url": ""}],
    )


def crumbs_to(title: str) -> list[dict]:
    """The way to a page below the places."""
    return [home_crumb(), {"title": _("Lieux"), "url": reverse("places:list")}, {"title": title, "url": ""}]
