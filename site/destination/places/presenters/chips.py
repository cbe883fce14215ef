"""The filters as chips: each shows how many places it would give, and its link turns it on or off."""

from django.utils.translation import gettext as _

from common.filters import chip
from destination.places.choices import Setting
from destination.places.models import Access, PlaceKind
from destination.places.presenters.distances import around_in_words
from destination.places.presenters.listing import Listing

ACCESS_ICONS = {"motor": "accessible", "hearing": "ear", "sight": "eye", "cognitive": "brain", "psychic": "mind"}
KIND_ICONS = {"tourist_office": "info"}


def first_chips(listing: Listing, url: str) -> list[dict]:
    """The filters always in sight: open now, family, indoors, then the kinds that have something to show."""
    filters = listing.filters
    chips = [
        filters.chip(url, "open_now", True, _("Ouvert maintenant"), listing.count("open", True), "clock"),
        filters.chip(url, "family", True, _("En famille"), listing.count("family", True), "family"),
    ]
    if (number := listing.count("setting", Setting.INDOORS)) or filters.setting == Setting.INDOORS:
        chips.append(filters.chip(url, "setting", Setting.INDOORS, _("S’il pleut"), number, "indoors"))
    for kind, label in PlaceKind.choices:
        number = listing.count("kind", kind)
        if number or kind in filters.kinds:
            chips.append(filters.chip(url, "kinds", kind, label, number, KIND_ICONS.get(kind, kind)))
    return chips


def groups(listing: Listing, url: str) -> list[dict]:
    """The groups of chips under « Plus de filtres »: title and chips."""
    filters = listing.filters
    communes = [
        filters.chip(url, "communes", commune.slug, commune.name, number)
        for commune in listing.communes.values()
        if (number := listing.count("commune", commune.pk)) or commune.slug in filters.communes
    ]
    access = [
        filters.chip(url, "access", kind, label, listing.count("access", kind), ACCESS_ICONS[kind])
        for kind, label in Access.choices
    ]
    number = listing.count("setting", Setting.OUTDOORS)
    outdoors = [filters.chip(url, "setting", Setting.OUTDOORS, _("En plein air"), number, "outdoors")]
    chip_groups = [
        (_("Commune"), communes),
        (_("Cadre"), outdoors if number or outdoors[0]["is_on"] else []),
        (_("Accessible aux personnes en situation de handicap"), access),
    ]
    return [{"title": title, "chips": chips} for title, chips in chip_groups if chips]


def removable(listing: Listing, url: str) -> list[dict]:
    """The filters that are on and in no chip in sight, each with the address without it."""
    filters = listing.filters
    on = [item for group in groups(listing, url) for item in group["chips"] if item["is_on"]]
    if filters.text:
        on.append(chip(_("« %(words)s »") % {"words": filters.text}, url + filters.replace(text="").query(), is_on=True))
    if filters.near:
        words = around_in_words(filters.near, listing.communes.values())
        on.append(chip(words, url + filters.replace(near=None).query(), is_on=True))
    return on
