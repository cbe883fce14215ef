"""The agenda as a calendar feed: its events and their properties."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Organisation
from common.absolute_urls import absolute
from common.phones import phones_of
from common.slugs import slug_of
from common.translations import TextInLanguage, choose_version, texts_of
from destination.agenda.facets import AgendaRows
from destination.agenda.filters import AgendaFilters
from destination.agenda.ical.writer import CalendarEvent, calendar
from destination.agenda.models import Announcement, Category, Event, EventTranslation, StateCode, state_of
from destination.agenda.presenters.event_cards import organiser_names
from destination.agenda.schedule import Schedule, ScheduleError
from destination.agenda.schedule.serialization import schedule_from_json
from destination.places.models import Place, PlaceTranslation

# Calendars keep what they were given; a month of the past lets a new subscriber see what was just missed.
PAST_DAYS = 30
# A cancelled event stays until every subscriber has surely polled again.
CANCELLED_DAYS = 60
# Beyond, telephones refuse the calendar; the soonest events come first.
MOST_EVENTS = 2000
FACTS = (
    "pk", "uid", "sequence", "state", "reasons", "former_place", "schedule_data", "changed_at", "meeting_point", "online_url",
    "organiser", "phone", "email", "place_id", "place__live", "place__audience", "place__address", "place__postcode",
    "place__latitude", "place__longitude", "commune__name", "organisation_id",
)  # fmt: skip


def feed_ids(agenda: AgendaRows, filters: AgendaFilters, user) -> list[int]:
    """The events of the feed: those of the filters, MOST_EVENTS at most, the soonest first; where no day is asked for, also
    those of the last PAST_DAYS, and the cancelled ones of the last CANCELLED_DAYS."""
    bits = agenda.matching(filters, user)
    first, last = agenda.bounds(filters)
    recent = first
    if filters.day is None and filters.first is None:
        recent, first = first - timedelta(days=PAST_DAYS), first - timedelta(days=CANCELLED_DAYS)
    old = bits & agenda.having("cancelled", True)
    positions: dict[int, None] = {}
    for lasting in agenda.long:
        if lasting.last_day >= recent and lasting.first_day <= last and bits >> lasting.position & 1:
            positions[lasting.position] = None
    for day, members in agenda.days.items():
        if len(positions) >= MOST_EVENTS:
            break
        current = bits if day >= recent else old
        if first <= day <= last and members & current:
            positions.update((position, None) for position in agenda.in_order(day) if current >> position & 1)
    return [agenda.ids[position] for position in list(positions)[:MOST_EVENTS]]


def calendar_of(ids: Iterable[int], user, name: str, url: str, withdrawn: Iterable[Announcement] = ()) -> bytes:
    """The feed of the events that `user` may see, then what was withdrawn from them; a few queries. What many
    events share is read once: their categories, their organisations."""
    language = get_language()
    ids = list(ids)
    events = Event.objects.published().visible_to(user)
    facts = {row["pk"]: row for row in events.filter(pk__in=ids).values(*FACTS)}
    words = texts_of(EventTranslation.objects.filter(event__in=list(facts)), "event_id", "title", "summary", "text")
    categories = _categories_of(facts, language)
    places = _places_of(facts)
    base = absolute(reverse("agenda:list"))
    spots = _spots_of(facts)
    organisations = _organisations_of(facts)
    lines = (
        _line(facts[pk], words.get(pk), categories.get(pk, ()), places.get(facts[pk]["place_id"], ""), base, spots, organisations)
        for pk in ids
        if pk in facts
    )
    gone = (_withdrawn_line(announcement, language) for announcement in withdrawn)
    readable = (line for line in [*lines, *gone] if line)
    return calendar(readable, name, url, language)


def _categories_of(facts: dict, language: str) -> dict[int, tuple[str, ...]]:
    names = {pk: choose_version(versions, language) for pk, versions in Category.objects.values_list("pk", "names")}
    links = Event.categories.through.objects.filter(event__in=list(facts)).order_by("category__order")
    names_of: dict[int, tuple[str, ...]] = {}
    for event, category in links.values_list("event_id", "category_id"):
        if name := names[category]:
            names_of[event] = (*names_of.get(event, ()), name)
    return names_of


def _organisations_of(facts: dict) -> dict[int, tuple[str, dict[str, str]]]:
    """The name of each organisation, and its names by language."""
    rows = Organisation.objects.filter(pk__in={row["organisation_id"] for row in facts.values()})
    names = rows.values_list("pk", "name", "translated_names")
    return {pk: (name, {settings.LANGUAGE_CODE: name, **translated}) for pk, name, translated in names}


def _places_of(facts: dict) -> dict[int, str]:
    ids = {row["place_id"] for row in facts.values() if row["place__live"] and row["place__audience"] == "public"}
    names = texts_of(PlaceTranslation.objects.filter(place__in=ids), "place_id", "name")
    return {pk: name.text["name"] for pk, name in names.items()}


def _spots_of(facts: dict) -> dict[str, tuple[float, float]]:
    """Where the other places of dates are, by their names; two queries, where some date has one."""
    schedules = (row["schedule_data"] for row in facts.values() if isinstance(row["schedule_data"], dict))
    changes = (change for raw in schedules for change in raw.get("changes") or () if isinstance(change, dict))
    names = {where for change in changes if isinstance(where := change.get("where"), str) and where}
    places = Place.objects.named(names)
    return {name: (place.latitude, place.longitude) for name, place in places.items() if place.has_position}


def _line(
    facts: dict,
    words: TextInLanguage | None,
    categories: tuple,
    place: str,
    base: str,
    spots: dict[str, tuple[float, float]],
    organisations: dict[int, tuple[str, dict[str, str]]],
) -> CalendarEvent | None:
    schedule = _schedule(facts["schedule_data"])
    if schedule is None or words is None:
        return None
    title = words.text["title"]
    url = f"{base}{slug_of(title, 'evenement')}-{facts['pk']}/"
    address = " ".join(filter(None, [facts["place__postcode"], facts["commune__name"]])) if place else facts["commune__name"]
    street = facts["place__address"] if place else ""
    location = [place or facts["meeting_point"], street, "" if address and street.endswith(address) else address]
    latitude, longitude = facts["place__latitude"], facts["place__longitude"]
    state = state_of(facts["state"])
    former = facts["former_place"]
    if state.is_online:
        former, location, place = former or ", ".join(filter(None, location)), [facts["online_url"] or _("En ligne")], ""
    reason = facts["reasons"] and choose_version(facts["reasons"])
    instead = _("Au lieu de : %(place)s") % {"place": former} if former else ""
    organisers = organiser_names(facts["organiser"], *organisations.get(facts["organisation_id"], (None, None)))
    paragraphs = [reason, instead, words.text["summary"], words.text["text"], facts["online_url"], url]
    return CalendarEvent(
        uid=uid_of(facts["uid"]),
        schedule=schedule,
        title=title,
        sequence=facts["sequence"],
        modified=facts["changed_at"],
        state=state,
        description="\n\n".join(filter(None, paragraphs)),
        location=", ".join(filter(None, location)),
        geo=(latitude, longitude) if place and None not in (latitude, longitude) else None,
        url=url,
        categories=categories,
        language=words.language,
        contact=", ".join(filter(None, [*map(str, phones_of(facts["phone"])), facts["email"]])),
        organizer_name=choose_version(organisers) or "",
        spots=spots,
    )


def _withdrawn_line(announcement: Announcement, language: str) -> CalendarEvent | None:
    schedule = _schedule(announcement.schedule_data)
    return schedule and CalendarEvent(
        uid=uid_of(announcement.uid),
        schedule=schedule,
        title=announcement.title_in(language),
        sequence=announcement.sequence + 1,
        modified=announcement.withdrawn_at,
        state=state_of(StateCode.CANCELLED),
        language=language,
    )


def _schedule(raw: dict) -> Schedule | None:
    try:
        return schedule_from_json(raw)
    except ScheduleError:  # one unreadable event costs itself, not the feed
        return None


def uid_of(uid) -> str:
    """The UID of RFC 5545: the same whatever the address of the installation."""
    return f"{uid}@escale"


def agenda_name(filters: AgendaFilters, agenda: AgendaRows) -> str:
    """« Agenda : Concerts, Port-Aurelle », the name a calendar program shows."""
    language = get_language()
    parts = [category.name_in(language) for category in agenda.categories if category.code in filters.categories]
    parts += [commune.name for commune in agenda.communes if commune.slug in filters.communes]
    parts += [_("gratuit")] if filters.free else []
    parts += [_("en famille")] if filters.family else []
    name = _("Agenda")
    return _("%(name)s : %(filters)s") % {"name": name, "filters": ", ".join(parts)} if parts else name
