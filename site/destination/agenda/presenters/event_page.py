"""The facts on the page of an event: plain values for `components/facts.html`."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.text import web_address
from common.translations import text_in
from destination.agenda.models import Event, EventState, Occurrence, StateCode, event_state, state_of
from destination.agenda.presenters.event_cards import (
    amount_of,
    announced_place,
    organiser_in,
    price_label,
    setting_of,
    times_in_words,
)
from destination.agenda.schedule import Change, DateState, ScheduleError
from destination.agenda.schedule.sentences import day_in_words, days_in_words, schedule_in_words
from destination.agenda.schedule.serialization import schedule_from_json
from destination.places.presenters.place_page import fact, phone_facts, setting_fact, site_name
from destination.places.presenters.prices import amount_in_words


def dates_sentence(schedule_data: dict, language: str = "") -> str:
    """The dates as a sentence with a capital, by default in the active language; empty where they cannot be read."""
    try:
        sentence = schedule_in_words(schedule_from_json(schedule_data), language or get_language() or settings.LANGUAGE_CODE)
    except (ScheduleError, LookupError):  # rows written by hand or by an importer may lack dates
        return ""
    return sentence[:1].upper() + sentence[1:]


def dates_in_words(occurrences: list[Occurrence], language: str) -> list[dict]:
    """Dates: words, the machine's date, the state of each, its reason, the other place (words and address), the day before."""
    return [
        {
            "words": days_in_words(occurrence.day, occurrence.last_day, language),
            "time": times_in_words([occurrence], occurrence.day, language),
            "day": occurrence.day,
            "state": state_of(StateCode.CONFIRMED, occurrence.state or ("cancelled" if occurrence.cancelled else "")).component,
            "is_cancelled": occurrence.cancelled,
            "reason": text_in(occurrence.reasons, language),
            "where": "" if web_address(occurrence.where) else occurrence.where,
            "link": web_address(occurrence.where),
            "instead_of": _("au lieu du %(day)s") % {"day": day_in_words(occurrence.original_day, language, with_year=False)}
            if occurrence.state == DateState.RESCHEDULED and occurrence.original_day != occurrence.day
            else "",
        }
        for occurrence in occurrences
    ]


def state_of_change(change: Change | None) -> EventState:
    """The state of a planned date."""
    return state_of(StateCode.CONFIRMED, (change and change.code) or "")


def notice(event: Event, dates: list[Occurrence], language: str) -> dict | None:
    """What follows the banner of the state, for the dates shown: reason (`TextInLanguage`), instead_of (words), link and
    link_words; None where nothing is known."""
    state = event_state(event, dates)
    states = {occurrence.state for occurrence in dates}
    common = dates[0] if dates and len(states) == 1 and states != {""} else None
    reason = text_in((common.reasons if common else None) or event.reasons, language)
    instead_of, link = "", ""
    if state.is_online:
        instead_of = _("Au lieu de : %(place)s") % {"place": event.former_place or announced_place(event) or "…"}
        link = web_address(common.where if common else "") or event.online_url
    elif common and common.where:
        instead_of = _("Au lieu de : %(place)s") % {"place": announced_place(event)}
    elif event.former_place:
        instead_of = _("Au lieu de : %(place)s") % {"place": event.former_place}
    elif common and common.state == DateState.RESCHEDULED:
        day = day_in_words(common.original_day, language)
        instead_of = _("Au lieu du %(day)s") % {"day": day}
    elif state.code == StateCode.POSTPONED:
        instead_of = _("Nouvelle date à venir.")
    return {"reason": reason, "instead_of": instead_of, "link": link} if reason or instead_of or link else None


def facts(event: Event, state: EventState) -> list[dict]:
    """Price, ages, setting, registration, organiser, contact: each with its icon. Booking is offered while one may book; what
    takes place online is neither indoors nor outdoors."""
    candidates = [
        fact("ticket", _("Réservation"), _("Réserver en ligne"), event.booking_url if state.is_bookable else ""),
        fact("users", _("Inscription"), _("Sur inscription") if event.registration_needed else ""),
        fact("family", _("Public"), _ages(event)),
        *([] if state.is_online else [setting_fact(setting_of(event))]),
        fact("globe", _("En ligne"), _("Suivre en ligne"), event.online_url),
        organiser_fact(event),
        *phone_facts(event.phone),
        fact("mail", _("Courriel"), event.email, f"mailto:{event.email}"),
        fact("link", _("Site internet"), site_name(event.website), event.website),
    ]
    filled = [line for line in candidates if line["value"]]
    return [line for line in filled if line["url"] or line["icon"] not in ("ticket", "globe")]


def organiser_fact(event: Event) -> dict:
    """Who organises it, in the language of the page where the name exists in it."""
    language, organiser = get_language(), organiser_in(event)
    if organiser is None:
        return fact("user", _("Organisateur"), "")
    foreign = organiser.language not in ("", language)
    return fact("user", _("Organisateur"), organiser.text["text"]) | {"lang": organiser.language if foreign else ""}


def prices(event: Event) -> list[dict]:
    """Label and amount of each price; « Gratuit » alone where it is free."""
    if event.free:
        return [{"label": "", "amount": _("Gratuit")}]
    lines = []
    for price in event.prices:
        amount = amount_of(price)
        label = price_label(price)
        words = _("%(amount)s €") % {"amount": amount_in_words(amount)} if amount is not None else ""
        if amount == 0:
            words = _("Gratuit").lower() if label else _("Gratuit")  # « Enfant : gratuit »
        if words or label:
            lines.append({"label": label, "amount": words})
    return lines


def _ages(event: Event) -> str:
    if event.age_min and event.age_max:
        return _("De %(least)d à %(most)d ans") % {"least": event.age_min, "most": event.age_max}
    if event.age_min:
        return _("Dès %(least)d ans") % {"least": event.age_min}
    if event.age_max:
        return _("Jusqu’à %(most)d ans") % {"most": event.age_max}
    return _("En famille") if event.family else ""
