"""An event as a line of a list, a tile or a cell of the month: plain values for the components."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime, time
from typing import NamedTuple, TypeVar

from django.db.models import JSONField, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from common.access import Audience
from common.date_formats import formats_of
from common.models import LINE_COLUMNS, Picture, fetch_substitutes, line_picture
from common.slugs import slug_of
from common.statements import rows_for
from common.translations import TextInLanguage, chosen_texts, text_in
from destination.agenda.models import Category, Event, EventState, EventTranslation, Occurrence, event_state
from destination.agenda.schedule import PARIS
from destination.places.choices import Setting
from destination.places.models import Place, PlaceTranslation
from destination.places.presenters.directions import go_url
from destination.places.presenters.prices import amount_in_words

PRICE_LABELS = {
    "full": gettext_lazy("Plein tarif"),
    "reduced": gettext_lazy("Tarif réduit"),
    "child": gettext_lazy("Enfant"),
    "group": gettext_lazy("Groupe"),
    "member": gettext_lazy("Adhérent"),
}
UNTITLED = {"title": gettext_lazy("Événement sans titre"), "summary": ""}


class ListedEvent(NamedTuple):
    """What a list says of an event, in the active language: values alone, since four model objects for a line cost more than
    all questions. `lang` is empty where the words are in that language, `place` the announced one (`announced_place`)."""

    pk: int
    state: str
    free: bool
    prices: list
    title: str
    summary: str
    lang: str
    url: str
    place: str
    category: str
    category_name: str
    picture: Picture | None


class ListedDate(NamedTuple):
    """An occurrence as lists need it."""

    event_id: int
    day: date
    last_day: date
    starts_at: datetime
    ends_at: datetime | None
    hour_known: bool
    all_day: bool
    cancelled: bool
    state: str
    where: str


AnyDate = TypeVar("AnyDate", ListedDate, Occurrence)


def listed_events(ids: Iterable[int], user, with_pictures: bool = True) -> dict[int, ListedEvent]:
    """The events of `ids` that `user` may see, in three queries, and one for their pictures. The category is the first
    one, the picture theirs where `user` may see it."""
    ids = list(ids)
    rows = rows_for(_rows_of_events, user, ids) if ids else []
    titles = titles_of([row[0] for row in rows])
    place_ids = {row[6] for row in rows if row[7] and row[8] == Audience.PUBLIC}
    places = chosen_texts(rows_for(_names_of_places, place_ids), "name") if place_ids else {}
    pictures = _pictures([row[5] for row in rows if row[5]], user) if with_pictures else {}
    language, listed = get_language(), {}
    for pk, state, free, prices, meeting_point, picture, place, _live, _audience, commune, code, names in rows:
        title = titles[pk]
        listed[pk] = ListedEvent(
            pk,
            state,
            free,
            prices,
            title.text,
            title.summary,
            title.lang,
            title.url,
            _with_commune(places[place].text["name"] if place in places else meeting_point, commune or ""),
            code or "",
            Category(code=code, names=names).name_in(language) if code else "",
            pictures.get(picture),
        )
    return listed


def _rows_of_events(user, ids: list[int]) -> QuerySet:
    first_category = Category.objects.filter(events=OuterRef("pk"))[:1]
    return Event.objects.published().visible_to(user).filter(pk__in=ids).order_by().values_list(
        "pk", "state", "free", "prices", "meeting_point", "picture_id", "place_id", "place__live", "place__audience",
        "commune__name", Subquery(first_category.values("code")),
        Subquery(first_category.values("names"), output_field=JSONField()),
    )  # fmt: skip


def _names_of_places(ids: list[int]) -> QuerySet:
    return PlaceTranslation.objects.filter(place__in=ids).order_by("pk").values_list("place_id", "language", "name")


class Title(NamedTuple):
    """The words of an event for a list, and its page; `lang` is empty where they are in the active language."""

    text: str
    summary: str
    lang: str
    url: str


def titles_of(ids: Collection[int], user=None) -> dict[int, Title]:
    """The titles of these events, in one query; with `user` of those that they may see and that have words."""
    ids = list(ids)
    rows = () if not ids else rows_for(_words_of, ids) if user is None else rows_for(_words_open_to, user, ids)
    words = chosen_texts(rows, "title", "summary")
    language, base, titles = get_language(), reverse("agenda:list"), {}
    for pk in ids if user is None else words:
        text, found = (words[pk].text, words[pk].language) if pk in words else (UNTITLED, language)
        # What `Event.get_absolute_url` gives, without resolving hundreds of times.
        url = f"{base}{slug_of(str(text['title']), 'evenement')}-{pk}/"
        titles[pk] = Title(str(text["title"]), text["summary"], "" if found == language else found, url)
    return titles


def _words_of(ids: list[int]) -> QuerySet:
    rows = EventTranslation.objects.filter(event__in=ids)
    return rows.order_by("pk").values_list("event_id", "language", "title", "summary")


def _words_open_to(user, ids: list[int]) -> QuerySet:
    return _words_of(Event.objects.published().visible_to(user).filter(pk__in=ids))


def _pictures(ids: Collection[int], user) -> dict[int, Picture | None]:
    if not ids:
        return {}
    pictures = {picture.pk: picture for picture in Picture.objects.filter(pk__in=ids).only(*LINE_COLUMNS)}
    fetch_substitutes(pictures.values())
    return {pk: line_picture(picture, user) for pk, picture in pictures.items()}


def listed_dates(ids: Iterable[int], first: date, last: date) -> dict[int, list[ListedDate]]:
    """The dates of these events that touch these days, in order, in one query."""
    dates = Occurrence.objects.filter(event__in=list(ids)).between(first, last).order_by("starts_at", "pk")
    by_event = defaultdict(list)
    for row in dates.values_list(*ListedDate._fields):
        by_event[row[0]].append(ListedDate._make(row))
    return by_event


def on_day(dates: Iterable[AnyDate], day: date) -> list[AnyDate]:
    """Those that touch this day."""
    return [each for each in dates if each.day <= day <= each.last_day]


def card(event: ListedEvent, dates: list[ListedDate], day: date, now: datetime | None = None) -> dict:
    """An event on a day, for `row_event` and `tile_event`; `dates` are those of that day."""
    state = event_state(event, dates, now)
    return {
        "pk": event.pk,
        "title": event.title,
        "lang": event.lang,
        "url": event.url,
        "go_url": go_url(event.url) if state.is_reachable else "",
        "date": day,
        "time": times_in_words(dates, day, get_language()),
        "place": place_in_words(state, dates, event.place),
        "category": event.category,
        "category_name": event.category_name,
        "price": prices_in_words(event),
        "state": state.component,
        "state_words": state.label,
        "free": event.free,
        "image": event.picture,
    }


def times_in_words(occurrences: Iterable[AnyDate], day: date, language: str) -> str:
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


def _end_of_the_next_day(occurrence: ListedDate | Occurrence) -> time | None:
    """The hour at which what began the day before ends: « 24 heures de VTT », until noon."""
    if not occurrence.hour_known or not occurrence.ends_at:
        return None
    begins, ends = (moment.astimezone(PARIS) for moment in (occurrence.starts_at, occurrence.ends_at))
    return ends.time() if ends.time() < begins.time() and (ends.date() - begins.date()).days == 1 else None


def until_in_words(day: date, language: str) -> str:
    """« Jusqu’au 3 mai », with the year when it is another one."""
    return _("Jusqu’au %(day)s") % {"day": formats_of(language).day(day, year=day.year != timezone.localdate().year)}


def place_in_words(state: EventState, dates: Iterable, announced: str) -> str:
    """« En ligne » where it takes place online instead; the other place of these dates, where they have one; else the announced
    one."""
    return _("En ligne") if state.is_online else place_of_dates(dates) or announced


def place_of_dates(dates: Iterable) -> str:
    """The other place of these dates, where they have the same one; else nothing."""
    places = {each.where for each in dates}
    return places.pop() if len(places) == 1 else ""


def place_to_go(event: Event, occurrences: Iterable[Occurrence]) -> Place | None:
    """Where these dates are, if everybody may see it: their other place where they have one that is known, else the event's."""
    if where := place_of_dates(occurrences):
        return Place.objects.named([where]).get(where)
    return shown_place(event)


def announced_place(event: Event) -> str:
    """« Théâtre de verdure, Port-Aurelle », or the meeting point, or the commune: the place that stands in the event, even where
    it takes place online instead."""
    place = shown_place(event)
    words = place.words_in() if place else None
    return _with_commune(words.name if words else event.meeting_point, event.commune.name if event.commune else "")


def _with_commune(name: str, commune: str) -> str:
    return name if not commune or commune in name else ", ".join(filter(None, [name, commune]))


def shown_place(event: Event) -> Place | None:
    """The event's place where everybody may see it: an event never reveals a place that is not public."""
    place = event.place if event.place_id else None
    return place if place and place.live and place.audience == Audience.PUBLIC else None


def organiser_in(event: Event, language: str | None = None) -> TextInLanguage | None:
    """Who organises it, in this language, by default the active one; None where it is not known."""
    organisation = event.organisation
    return text_in(
        organiser_names(event.organiser, organisation and organisation.name, organisation and organisation.names), language
    )


def organiser_names(typed: str, name: str | None, names: dict[str, str] | None) -> dict[str, str]:
    """The organiser by language: as it was typed, in a language that nobody knows, else the names of the organisation."""
    return {"": typed} if typed and typed != name else names or {}


def setting_of(event: Event) -> Setting:
    """Whether it takes place indoors: as it says itself, else as its place does."""
    place = shown_place(event)
    return Setting(event.setting or (place.setting if place and event.state != Event.State.MOVED_ONLINE else ""))


def prices_in_words(event: Event | ListedEvent) -> str:
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
