"""RSS and Atom of a filtered agenda: the next events, each once, with its date in the title."""

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.absolute_urls import absolute
from destination.agenda.filters import AgendaFilters
from destination.agenda.ical.feed import agenda_name
from destination.agenda.models import Event, event_state
from destination.agenda.presenters.event_cards import ListedDate, ListedEvent, listed_events, organiser_in, place_in_words
from destination.agenda.presenters.listing import Listing
from destination.agenda.presenters.upcoming import next_dates_of_listing
from destination.agenda.schedule.sentences import day_in_words

MOST_ITEMS = 50
# The columns that say who announced an event, and when.
FEED_COLUMNS = (
    "uid", "created_at", "changed_at", "first_published_at", "last_published_at", "organiser", "organisation__name",
    "organisation__translated_names",
)  # fmt: skip


def feed_content(kind: type, filters: AgendaFilters, user, feed_url: str) -> bytes:
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
    next_dates = next_dates_of_listing(listing, MOST_ITEMS, ongoing=True)
    listed = listed_events(next_dates, user)
    events = Event.objects.select_related("organisation").prefetch_related("categories").only(*FEED_COLUMNS).in_bulk(list(listed))
    for pk, (day, dates) in next_dates.items():
        if pk in events:
            feed.add_item(**_item(events[pk], listed[pk], day, dates))
    return feed.writeString("utf-8").encode()


def _item(event: Event, listed: ListedEvent, day: date, dates: list[ListedDate]) -> dict:
    language = get_language()
    when = day_in_words(day, language, with_year=day.year != timezone.localdate().year)
    state = event_state(listed, dates)
    mark, place = state.title_mark, place_in_words(state, dates, listed.place)
    titled = _("%(day)s : %(title)s") % {"day": when, "title": listed.title}
    item = {
        "title": f"[{mark}] {titled}" if mark else titled,
        "link": absolute(listed.url),
        "description": " · ".join(filter(None, [place, listed.summary])),
        # The same UID as in calendars: a program that reads both knows it is one event.
        "unique_id": f"urn:uuid:{event.uid}",
        "unique_id_is_permalink": False,
        "pubdate": event.first_published_at or event.created_at,
        "updateddate": event.last_published_at or event.changed_at,
        "categories": [category.name_in(language) for category in event.categories.all()],
    }
    if organiser := organiser_in(event, language):
        item["author_name"] = organiser.text["text"]
    return item
