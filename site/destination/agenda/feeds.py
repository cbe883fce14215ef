"""RSS and Atom of a filtered agenda: the next events, each once, with its date in the title."""

from __future__ import annotations

from datetime import date

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.absolute_urls import absolute
from destination.agenda.filters import AgendaFilters
from destination.agenda.ical.feed import agenda_name
from destination.agenda.listing import Listing
from destination.agenda.rows import FEED_COLUMNS, events_by_id, place_in_words, state_of
from destination.agenda.schedule.sentences import day_in_words

MOST_ITEMS = 50


def written_feed(kind: type, filters: AgendaFilters, user, feed_url: str) -> bytes:
    """The feed in the active language; `kind` a class of Django's feed generator."""
    listing = Listing(filters, user)
    name = agenda_name(filters, listing.events)
    feed = kind(
        title=name,
        link=absolute(reverse("agenda:list") + filters.query()),
        description=_("Les prochains rendez-vous de la destination."),
        language=get_language(),
        feed_url=feed_url,
        ttl="60",
    )
    dates = _dates(listing)
    events = events_by_id(dates, user, FEED_COLUMNS)
    prefetch_related_objects(list(events.values()), "categories")
    for pk, day in dates.items():
        if pk in events:
            feed.add_item(**_item(events[pk], day))
    return feed.writeString("utf-8").encode()


def _dates(listing: Listing) -> dict[int, date]:
    found: dict[int, date] = {}
    for day, _number in listing.dated:
        for pk in listing.on_day(day):
            found.setdefault(pk, day)
        if len(found) >= MOST_ITEMS:
            break
    for pk in listing.ongoing_ids:
        found.setdefault(pk, max(listing.first, listing.today))
    return dict(sorted(found.items(), key=lambda item: item[1])[:MOST_ITEMS])


def _item(event, day: date) -> dict:
    language = get_language()
    words = event.words_in(language)
    title = words.title if words else event.title
    when = day_in_words(day, language, with_year=day.year != timezone.localdate().year)
    marks = {"cancelled": _("Annulé"), "postponed": _("Reporté"), "full": _("Complet")}
    mark = marks.get(state_of(event, []))
    place = place_in_words(event)
    titled = _("%(day)s : %(title)s") % {"day": when, "title": title}
    item = {
        "title": f"[{mark}] {titled}" if mark else titled,
        "link": absolute(event.get_absolute_url()),
        "description": " · ".join(filter(None, [place, words.summary if words else ""])),
        # The same UID as in calendars: a program that reads both knows it is one event.
        "unique_id": f"urn:uuid:{event.uid}",
        "unique_id_is_permalink": False,
        "pubdate": event.first_published_at or event.created_at,
        "updateddate": event.last_published_at or event.changed_at,
        "categories": [category.name_in(language) for category in event.categories.all()],
    }
    if event.organiser or event.organisation:
        item["author_name"] = event.organiser or event.organisation.name
    return item
