"""What search engines and shared links show of the agenda's pages: each form, each period and each page has words of its own."""

from datetime import date

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from common.absolute_urls import in_every_language
from common.access import Audience
from common.page_head import PageHead, chosen_labels, head_of_list, home_crumb, social_picture
from destination.agenda.filters import AgendaFilters
from destination.agenda.models import Event, EventTranslation
from destination.agenda.presenters.listing import Listing
from destination.agenda.schedule.sentences import day_in_words, days_in_words

TITLES_OF_SHORTCUTS = {
    "today": gettext_lazy("Agenda d’aujourd’hui"),
    "weekend": gettext_lazy("Agenda du week-end"),
    "week": gettext_lazy("Agenda des 7 prochains jours"),
}
SENTENCE_LENGTH = 90  # characters of the dates in a description, so that the summary is seen too


def list_head(listing: Listing, filters: AgendaFilters, view: str, heading: str, *chips) -> PageHead:
    """Of the agenda as a list, a week, a month (whose `heading` says when) or a map; `chips` are the groups of its filters."""
    if view == "agenda:week":
        title = _("Agenda de la semaine %(days)s") % {"days": heading}
    elif view == "agenda:month":
        title = _("Agenda, %(month)s") % {"month": heading}
    else:
        title = title_of_period(listing, filters)
        title = _("%(agenda)s : la carte") % {"agenda": title} if view == "agenda:map" else title
    description = ngettext(
        "%(count)d événement : concerts, marchés, visites, fêtes, à voir par jour, par commune et par thème.",
        "%(count)d événements : concerts, marchés, visites, fêtes, à voir par jour, par commune et par thème.",
        listing.total,
    )
    head = head_of_list(
        title,
        lambda: reverse(view),
        filters,
        description=description % {"count": listing.total},
        choices=chosen_labels(*chips),
        is_empty=not listing.total,
    )
    if view != "agenda:list" or filters.day or filters.first or filters.last:
        head.description = f"{head.title}. {description % {'count': listing.total}}"
    return head


def title_of_period(listing: Listing, filters: AgendaFilters) -> str:
    """« Agenda du week-end », « Agenda du samedi 28 novembre 2026 », « Agenda du 3 au 7 juillet 2026 », « Agenda »."""
    language = get_language()
    if isinstance(filters.day, date):
        return _("Agenda du %(day)s") % {"day": day_in_words(filters.day, language, with_year=True)}
    if filters.day:
        return str(TITLES_OF_SHORTCUTS[filters.day])
    if filters.first and not filters.last:
        return _("Agenda à partir du %(day)s") % {"day": day_in_words(filters.first, language, with_year=True)}
    if filters.last:
        return _("Agenda %(days)s") % {"days": days_in_words(listing.first, listing.last, language)}
    return _("Agenda")


def event_head(event: Event, words: EventTranslation | None, when: str, title: str) -> PageHead:
    """`title` says the state of the event where it is not as announced. A page that falls back to another language says to robots
    which page holds these words."""
    languages = {translated.language for translated in event.words.all()}
    paths = in_every_language(event.get_absolute_url)
    short = when if len(when) <= SENTENCE_LENGTH else when[: SENTENCE_LENGTH - 1].rstrip() + "…"
    is_public = event.audience == Audience.PUBLIC
    return PageHead(
        title,
        {code: path for code, path in paths.items() if code in languages} or paths,
        description=f"{short}. {words.summary if words else ''}".strip(),
        language=words.language if words else "",
        kind="article",
        picture=social_picture(event.picture) if is_public else None,
        is_indexed=is_public,
        crumbs=crumbs_to(words.title if words else ""),
    )


def crumbs_to(title: str) -> list[dict]:
    """The way to a page below the agenda."""
    return [home_crumb(), {"title": _("Agenda"), "url": reverse("agenda:list")}, {"title": title, "url": ""}]
