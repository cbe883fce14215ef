"""An event as a line of a list, a tile or a cell of the month: plain values for the components."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time

from django.db.models import JSONField, OuterRef, Prefetch, Subquery
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from common.access import Audience
from common.date_formats import formats_of
from common.models import fetch_substitutes, line_picture
from destination.agenda.models import Category, Event, EventTranslation, Occurrence, event_state
from destination.agenda.schedule import PARIS
from destination.places.models import Place, PlaceTranslation

PRICE_LABELS = {
    "full": gettext_lazy("Plein tarif"),
    "reduced": gettext_lazy("Tarif réduit"),
    "child": gettext_lazy("Enfant"),
    "group": gettext_lazy("Groupe"),
    "member": gettext_lazy("Adhérent"),
}
# The columns that a line shows; the others of an event and of what it points to would cost more than the query.
CARD_COLUMNS = (
    "state", "last_day", "free", "prices", "meeting_point", "place__live", "place__audience", "commune__name",
    "picture__title", "picture__file_hash", "picture__width", "picture__height", "picture__audience", "picture__uses",
    "picture__valid_from", "picture__valid_until", "picture__consented_until", "picture__awaits_consent",
    "picture__substitute", "picture__author", "picture__organisation",
)  # fmt: skip
FEED_COLUMNS = (
    "uid", "created_at", "changed_at", "first_published_at", "last_published_at", "organiser", "organisation__name",
)  # fmt: skip


def events_by_id(ids: Iterable[int], user, columns: tuple[str, ...] = ()) -> dict[int, Event]:
    """The events of `ids` that `user` may see, with what a line shows of them (and `columns`), in three queries.

    `category_code` and `category_names` are those of its first category, `line_picture` its picture where `user` may see it.
    """
    related = {"place", "commune", "picture", *(name.split("__")[0] for name in columns if "__" in name)}
    events = Event.objects.published().visible_to(user).filter(pk__in=list(ids)).select_related(*related)
    words = Prefetch("words", EventTranslation.objects.only("event_id", "language", "title", "summary"))
    place_words = Prefetch("place__words", PlaceTranslation.objects.only("place_id", "language", "name"))
    first_category = Category.objects.filter(events=OuterRef("pk"))[:1]
    events = events.only(*CARD_COLUMNS, *columns).annotate(
        category_code=Subquery(first_category.values("code")),
        category_names=Subquery(first_category.values("names"), output_field=JSONField()),
    )
    by_id = {event.pk: event for event in events.prefetch_related(words, place_words)}
    fetch_substitutes(event.picture for event in by_id.values())
    for event in by_id.values():
        event.line_picture = line_picture(event.picture, user)
    return by_id


def occurrences_by_event(ids: Iterable[int], first: date, last: date) -> dict[int, list[Occurrence]]:
    """The occurrences of these events that touch these days, in order, in one query."""
    by_event = defaultdict(list)
    for occurrence in Occurrence.objects.filter(event__in=list(ids)).between(first, last).order_by("starts_at", "pk"):
        by_event[occurrence.event_id].append(occurrence)
    return by_event


def on_day(occurrences: Iterable[Occurrence], day: date) -> list[Occurrence]:
    """Those that touch this day."""
    return [occurrence for occurrence in occurrences if occurrence.day <= day <= occurrence.last_day]


def card(event: Event, occurrences: list[Occurrence], day: date, now: datetime | None = None) -> dict:
    """An event (of `events_by_id`) on a day, for `row_event` and `tile_event`; `occurrences` are those of that day."""
    state = event_state(event, occurrences, now)
    language = get_language()
    words = event.words_in(language)
    category = Category(code=event.category_code, names=event.category_names) if event.category_code else None
    return {
        "pk": event.pk,
        "title": words.title if words else event.title,
        "lang": words.language if words and words.language != language else "",
        "url": event.get_absolute_url(),
        "date": day,
        "time": times_in_words(occurrences, day, language),
        "place": place_in_words(event, occurrences),
        "category": category.code if category else "",
        "category_name": category.name_in(language) if category else "",
        "price": prices_in_words(event),
        "state": state.component,
        "state_words": state.label,
        "free": event.free,
        "image": event.line_picture,
    }


def times_in_words(occurrences: list[Occurrence], day: date, language: str) -> str:
    """« 18 h 30 », « 10 h, 15 h », « Jusqu’au 3 mai »; empty for the whole day."""
    formats = formats_of(language)
    parts = []
    for occurrence in occurrences:
        if occurrence.last_day > occurrence.day and occurrence.day != day:
            if hour := _end_of_the_next_day(occurrence):
                parts.append(capfirst(formats.until_hour(hour)))
                continue
            parts.append(_("Dernier jour") if day == occurrence.last_day else until_in_words(occurrence.last_day, language))
        elif occurrence.hour_known:
            parts.append(formats.hour(occurrence.starts_at.astimezone(PARIS).time()))
        elif not occurrence.all_day:
            parts.append(_("Heure à préciser"))
    return ", ".join(dict.fromkeys(parts))


def _end_of_the_next_day(occurrence: Occurrence) -> time | None:
    """The hour at which what began the day before ends: « 24 heures de VTT », until noon."""
    if not occurrence.hour_known or not occurrence.ends_at:
        return None
    begins, ends = (moment.astimezone(PARIS) for moment in (occurrence.starts_at, occurrence.ends_at))
    return ends.time() if ends.time() < begins.time() and (ends.date() - begins.date()).days == 1 else None


def until_in_words(day: date, language: str) -> str:
    """« Jusqu’au 3 mai », with the year when it is another one."""
    return _("Jusqu’au %(day)s") % {"day": formats_of(language).day(day, year=day.year != timezone.localdate().year)}


def place_in_words(event: Event, occurrences: Iterable[Occurrence] = ()) -> str:
    """« Théâtre de verdure, Port-Aurelle », or the meeting point, or the commune; « En ligne » where it takes place online
    instead; the other place of these dates, where they have one."""
    if event_state(event, occurrences).is_online:
        return _("En ligne")
    return place_of_dates(occurrences) or announced_place(event)


def place_of_dates(occurrences: Iterable[Occurrence]) -> str:
    """The other place of these dates, where they have the same one; else nothing."""
    places = {occurrence.where for occurrence in occurrences}
    return places.pop() if len(places) == 1 else ""


def place_to_go(event: Event, occurrences: Iterable[Occurrence]) -> Place | None:
    """Where these dates are, if everybody may see it: their other place where they have one that is known, else the event's."""
    if where := place_of_dates(occurrences):
        return Place.objects.named([where]).get(where)
    return shown_place(event)


def announced_place(event: Event) -> str:
    """The place that stands in the event, even where it takes place online instead."""
    commune = event.commune.name if event.commune else ""
    place = shown_place(event)
    words = place.words_in() if place else None
    name = words.name if words else event.meeting_point
    return name if not commune or commune in name else ", ".join(filter(None, [name, commune]))


def web_address(text: str) -> str:
    """The text where it is the address of a page, else nothing."""
    return text if text.startswith(("https://", "http://")) else ""


def shown_place(event: Event) -> Place | None:
    """The event's place where everybody may see it: an event never reveals a place that is not public."""
    place = event.place if event.place_id else None
    return place if place and place.live and place.audience == Audience.PUBLIC else None


def prices_in_words(event: Event) -> str:
    """« 12 € », « de 5 à 12 € », « jusqu’à 12 € », empty where it is free or unknown."""
    amounts = sorted(amount for price in event.prices if (amount := amount_of(price)) is not None)
    if event.free or not amounts:
        return ""
    if amounts[0] == amounts[-1]:
        return _("%(amount)s €") % {"amount": amount_in_words(amounts[0])}
    if amounts[0] == 0:
        return _("jusqu’à %(most)s €") % {"most": amount_in_words(amounts[-1])}
    return _("de %(least)s à %(most)s €") % {"least": amount_in_words(amounts[0]), "most": amount_in_words(amounts[-1])}


def price_label(price: dict) -> str:
    """The name of a price: the office's own words, or those of its kind."""
    return price.get("label") or str(PRICE_LABELS.get(price.get("code"), ""))


def amount_of(price: dict) -> float | None:
    try:
        return float(str(price.get("amount") or "").replace(",", "."))
    except (ValueError, AttributeError):
        return None


def amount_in_words(amount: float) -> str:
    """« 12 », « 12,50 » or “12.50”."""
    text = f"{amount:.0f}" if amount == int(amount) else f"{amount:.2f}"
    return text if get_language() == "en" else text.replace(".", ",")
