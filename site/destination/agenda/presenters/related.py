"""What to offer on the page of an event that is over: its next edition, and what comes of the same kind."""

import re

from django.conf import settings
from django.utils.translation import get_language

from destination.agenda.models import Event, EventTranslation
from destination.agenda.presenters.upcoming import cards_of, next_dates, with_day

# « Fête du port 2026 », « 12e Fête du port », “27th Harbour Fair (2026)”: what changes from one year to the next.
OF_ONE_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,3}\s?(?:e|è?me|ᵉ|er|re|st|nd|rd|th|a|è)\b|\b(?:[ée]dition|edició)\b", re.I)
# Titles that begin alike, among which the same one is looked for.
MOST_ALIKE = 60
SIMILAR_SHOWN = 3


def lasting_title(title: str) -> str:
    """What a title keeps from one edition to the next, folded: « Fête du port 2026 » and « 13e fête du port » are one."""
    return " ".join(re.findall(r"\w+", OF_ONE_YEAR.sub(" ", title).casefold()))


def next_edition(event: Event, user) -> dict | None:
    """The dated card of the edition that an editor chose or, of the coming events of the same title, of the one at the same
    place, else in the same commune, else the soonest. None where there is none that `user` may see."""
    chosen = _cards([event.next_edition_id], user) if event.next_edition_id else []
    return chosen[0] if chosen else next(iter(_cards(_same_title(event, user), user, 1)), None)


def _same_title(event: Event, user) -> list[int]:
    titles = {lasting_title(words.title) for words in event.words.all()} - {""}
    longest = [max(words.split(), key=len) for words in titles]
    if not longest:
        return []
    alike = EventTranslation.objects.filter(event__in=Event.objects.published().visible_to(user).upcoming())
    alike = alike.filter(title__icontains=longest[0]).exclude(event=event.pk).order_by("event__first_day", "pk")
    rows = alike.values_list("event", "title", "event__place", "event__commune")[:MOST_ALIKE]
    same = [row for row in rows if lasting_title(row[1]) in titles]
    same.sort(key=lambda row: (event.place_id is None or row[2] != event.place_id, row[3] != event.commune_id))
    return list(dict.fromkeys(row[0] for row in same))


def similar_events(event: Event, user, but: int | None = None) -> list[dict]:
    """The next events with the same first theme, else in the same commune: dated cards, SIMILAR_SHOWN at most."""
    others = Event.objects.exclude(pk__in=[pk for pk in (event.pk, but) if pk])
    category = next(iter(event.categories.all()), None)
    conditions = [{"categories": category}] if category else []
    conditions += [{"commune": event.commune_id}] if event.commune_id else []
    dates = {}
    for condition in conditions:
        dates |= {pk: day for pk, day in next_dates(others.filter(**condition), user, SIMILAR_SHOWN).items() if pk not in dates}
        if len(dates) >= SIMILAR_SHOWN:
            break
    return _dated(dict(list(dates.items())[:SIMILAR_SHOWN]), user)


def _cards(ids: list[int], user, limit: int = 1) -> list[dict]:
    """In the order of the ids."""
    dates = next_dates(Event.objects.filter(pk__in=ids), user, len(ids)) if ids else {}
    return _dated({pk: dates[pk] for pk in [pk for pk in ids if pk in dates][:limit]}, user)


def _dated(dates, user) -> list[dict]:
    language = get_language() or settings.LANGUAGE_CODE
    return [with_day(card, language) for card in cards_of(dates, user)]
