"""The filters as chips: each shows how many events it would give, and its link turns it on or off."""

from datetime import date

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from common.access import Audience
from common.filters import chip
from destination.agenda.filters import ANY_ACCESS, SHORTCUTS, AgendaFilters
from destination.agenda.presenters.listing import Listing
from destination.agenda.schedule.sentences import day_in_words, days_in_words
from destination.places.choices import Setting
from destination.places.models import Access
from destination.places.presenters.chips import ACCESS_ICONS
from destination.places.presenters.distances import around_in_words

SHORTCUT_WORDS = {
    "today": gettext_lazy("Aujourd’hui"),
    "weekend": gettext_lazy("Ce week-end"),
    "week": gettext_lazy("7 prochains jours"),
}
# The same inside a sentence: « 7 événements, ce week-end ».
PERIOD_WORDS = {
    "today": pgettext_lazy("dans une phrase", "aujourd’hui"),
    "weekend": pgettext_lazy("dans une phrase", "ce week-end"),
    "week": pgettext_lazy("dans une phrase", "dans les 7 prochains jours"),
}
VIEWS = (
    ("agenda:list", gettext_lazy("Liste"), "list"),
    ("agenda:week", gettext_lazy("Semaine"), "calendar"),
    ("agenda:month", gettext_lazy("Mois"), "grid"),
    ("agenda:map", gettext_lazy("Carte"), "map"),
)


def groups(listing: Listing, url: str) -> list[dict]:
    """The groups of chips under « Plus de filtres »: title and chips; `url` is the address of the present view."""
    filters, counts = listing.filters, listing.counts
    chip_groups = [
        ("commune", _("Commune"), [
            filters.chip(url, "communes", commune.slug, commune.name, counts.get(("commune", commune.slug), 0))
            for commune in listing.events.communes
            if counts.get(("commune", commune.slug)) or commune.slug in filters.communes
        ]),
        ("setting", _("Cadre"), [
            filters.chip(url, "setting", Setting.OUTDOORS, _("En plein air"), counts.get(("setting", "outdoors"), 0), "outdoors"),
        ]),
        ("access", _("Accessible aux personnes en situation de handicap"), _access_chips(url, filters, counts)),
    ]  # fmt: skip
    if listing.user.is_authenticated:
        chip_groups.append(("audience", _("Qui peut voir"), _audience_chips(url, filters, counts)))
    return [{"name": name, "title": title, "chips": chips} for name, title, chips in chip_groups if chips]


def first_chips(listing: Listing, url: str) -> list[dict]:
    """The filters always in sight: free, family, indoors, then the categories that have something to show."""
    filters, counts, language = listing.filters, listing.counts, get_language()
    chips = [
        filters.chip(url, "free", True, _("Gratuit"), counts.get(("free", True), 0), "euro"),
        filters.chip(url, "family", True, _("En famille"), counts.get(("family", True), 0), "family"),
    ]
    if (number := counts.get(("setting", Setting.INDOORS), 0)) or filters.setting == Setting.INDOORS:
        chips.append(filters.chip(url, "setting", Setting.INDOORS, _("S’il pleut"), number, "indoors"))
    for category in listing.events.categories:
        number = counts.get(("category", category.code), 0)
        if number or category.code in filters.categories:
            chips.append(filters.chip(url, "categories", category.code, category.name_in(language), number))
    return chips


def shortcuts(listing: Listing, url: str) -> list[dict]:
    """Today, this weekend, the next 7 days."""
    filters = listing.filters
    return [
        chip(
            SHORTCUT_WORDS[word],
            url + filters.replace(day=None if filters.day == word else word, first=None, last=None).query(),
            listing.counts["day", word],
            is_on=filters.day == word,
        )
        | {"parameter": "day", "value": word, "is_single": True}
        for word in SHORTCUTS
    ]


def removable(listing: Listing, url: str) -> list[dict]:
    """The filters that are on and hidden in « Plus de filtres » or in no chip at all, each with the address without it."""
    filters = listing.filters
    on = [item for group in groups(listing, url) for item in group["chips"] if item["is_on"]]
    if filters.near and filters.near.located(listing.events.communes):
        words = around_in_words(filters.near, listing.events.communes)
        on.append(chip(words, url + filters.replace(near=None).query(), is_on=True))
    if filters.organisation:
        names = {organisation.slug: organisation.name_in() for organisation in listing.events.organisations}
        words = names.get(filters.organisation, filters.organisation)
        on.append(chip(words, url + filters.replace(organisation="").query(), is_on=True))
    if filters.ongoing:
        on.append(chip(_("En ce moment"), url + filters.replace(ongoing=False).query(), is_on=True))
    return on


def views(filters: AgendaFilters, current: str) -> list[dict]:
    """The same filters as a list, a week, a month, a map."""
    return [
        {"title": title, "icon": icon, "url": reverse(name) + filters.replace().query(), "is_current": name == current}
        for name, title, icon in VIEWS
    ]


def period_in_words(listing: Listing) -> str:
    """« aujourd’hui », « jeudi 16 juillet », « du 3 au 7 juillet », empty for all that is to come."""
    filters, language = listing.filters, get_language()
    if isinstance(filters.day, str) and filters.day:
        return str(PERIOD_WORDS[filters.day])
    same_year = listing.first.year == listing.last.year == listing.today.year
    if isinstance(filters.day, date):
        return day_in_words(filters.day, language, with_year=not same_year)
    if filters.first and not filters.last:
        return _("à partir du %(day)s") % {"day": day_in_words(filters.first, language, with_year=not same_year)}
    return days_in_words(listing.first, listing.last, language, with_year=not same_year) if filters.last else ""


def _access_chips(url, filters, counts) -> list[dict]:
    chips = [
        filters.chip(url, "access", kind, label, counts.get(("access", kind), 0), ACCESS_ICONS[kind])
        for kind, label in Access.choices
    ]
    if not any(chip["is_on"] for chip in chips):
        any_kind = filters.chip(url, "access", ANY_ACCESS, _("Un accueil préparé"), counts.get(("access", ANY_ACCESS), 0))
        chips.insert(0, any_kind)
    return chips


def _audience_chips(url, filters, counts) -> list[dict]:
    return [
        filters.chip(url, "audience", word, label, counts.get(("audience", word), 0), "" if word == "public" else "lock")
        for word, label in Audience.choices
        if counts.get(("audience", word)) or filters.audience == word
    ]
