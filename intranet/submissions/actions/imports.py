"""From a calendar file to proposals: each event of the file once, whoever asks and however often."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Territory, User
from common.text import plain
from destination.agenda.ical.events import ImportedEvent, read_calendar
from destination.agenda.models import Category, Event, EventTranslation
from destination.agenda.schedule import Schedule, ScheduleError, default_horizon
from destination.agenda.schedule.checks import clean_schedule
from destination.agenda.schedule.serialization import schedule_from_json, schedule_to_json
from destination.places.models import Place, PlaceKind
from intranet.submissions.actions.cancellations import Cancellation, cancellation_of, carry_out
from intranet.submissions.actions.proposals import hand_over, save_proposed
from intranet.submissions.actions.workflow import ModerationError
from intranet.submissions.models import CalendarImport
from intranet.submissions.querysets.places import PlaceIndex, new_place
from notifications.actions import as_one_deed

SOURCE = "ical"
# A request must end while the person is still looking; the same button takes the following ones.
MOST_AT_ONCE = 100
LONGEST_UID = 250


@dataclass
class Choice:
    """What the person completes for one event of the file."""

    category: Category | None = None
    place_name: str = ""
    commune: Territory | None = None
    create_place: bool = False


@dataclass
class Report:
    """The result of an import: the proposals made, what was cancelled as the file asks, and title and reason of each of the other
    events."""

    cancelled: list[Cancellation] = field(default_factory=list)
    proposed: list[Event] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


class Refusal(Exception):
    """Why one event of the file cannot be proposed, as a sentence."""


def understand(raw: bytes, name: str, person: User, address: str = "") -> CalendarImport:
    """Read a calendar file for a person and keep what was understood; never raises because of the file."""
    calendar = read_calendar(raw)
    index = PlaceIndex(person)
    return CalendarImport.objects.create(
        author=person,
        name=plain(calendar.name or name).strip()[:250] or _("Calendrier"),
        address=address[:500],
        rows=[_row(event, index) for event in calendar.events],
        problems=[
            {"where": plain(str(problem.where))[:200], "message": plain(str(problem.message))[:500]}
            for problem in calendar.problems
        ],
    )


def _row(event: ImportedEvent, index: PlaceIndex) -> dict:
    place_id, commune = index.recognise(event.location_text)
    return {
        "uid": source_id(event.uid),
        "title": plain(event.title).strip(),
        "text": plain(event.description).strip(),
        "schedule": schedule_to_json(event.schedule),
        "place_text": " ".join(plain(event.location_text).split()),
        "place": place_id,
        "commune": commune.pk if commune else None,
        "url": event.url if event.url.startswith(("http://", "https://")) and len(event.url) <= 300 else "",
        "organiser": plain(event.organizer_name).strip()[:160],
        "status": event.status,
        "series": source_id(event.series),
        "date": _date_text(event.occurrence),
    }


def _date_text(occurrence: date | datetime | None) -> str:
    """« 2026-07-16T18:30 », without an hour for a whole day, empty where the row speaks of its event."""
    if isinstance(occurrence, datetime):
        return f"{occurrence:%Y-%m-%dT%H:%M}"
    return occurrence.isoformat() if occurrence else ""


def source_id(uid: str) -> str:
    """The UID of the file; one too long for its column is replaced by its fingerprint."""
    uid = plain(uid)
    return uid if len(uid) <= LONGEST_UID else hashlib.sha256(uid.encode()).hexdigest()


def known_uid(row: dict) -> str:
    """The UID under which the agenda may know what a row speaks of: that of its event for a date alone."""
    return row["series"] if row.get("date") else row["uid"]


def events_by_uid(rows: list[dict]) -> dict[str, Event]:
    """The events already made from these rows, by `known_uid`, deleted ones included."""
    events = {}
    uids = list(dict.fromkeys(map(known_uid, rows)))
    for start in range(0, len(uids), 500):
        events |= {
            event.source_id: event for event in Event.objects.filter(source=SOURCE, source_id__in=uids[start : start + 500])
        }
    return events


def is_past(schedule: Schedule) -> bool:
    today = timezone.localdate()
    horizon = default_horizon(today, schedule.first_day)
    return not schedule.occurrences(horizon, horizon_start=today, limit=1)


def why_not(row: dict) -> str:
    """A sentence when the row is not worth proposing by itself: past, cancelled, without a title; else empty."""
    if not row["title"]:
        return _("il n’a pas de titre")
    if row["status"] == "cancelled":
        return _("il est annulé dans le fichier")
    try:
        if is_past(schedule_from_json(row["schedule"])):
            return _("il est déjà passé")
    except ScheduleError as problem:
        return str(problem.message)
    return ""


def keep_choices(calendar: CalendarImport, choices: dict[int, dict]) -> None:
    """Keep what was ticked and completed on a page of the rows, by row number, until they are proposed: `chosen`, `place_name`,
    `create_place`, and the keys of `category` and `commune` or None."""
    with transaction.atomic():
        current = CalendarImport.objects.select_for_update().get(pk=calendar.pk)
        for number, choice in choices.items():
            current.rows[number]["choice"] = choice
        current.save(update_fields=["rows"])
    calendar.rows = current.rows


def propose_rows(
    calendar: CalendarImport, person: User, choices: dict[int, Choice], *, most: int | None = MOST_AT_ONCE
) -> Report:
    """Propose the rows chosen (`choices` by row number). Each stands alone: one that fails leaves the others; one mail tells of
    them all."""
    with as_one_deed():
        return _propose_rows(calendar, person, choices, most)


def _propose_rows(calendar: CalendarImport, person: User, choices: dict[int, Choice], most: int | None) -> Report:
    report = Report()
    for number, choice in list(choices.items())[:most]:
        row = calendar.rows[number]
        event = events_by_uid([row]).get(known_uid(row))
        try:
            with transaction.atomic():
                if event:
                    report.cancelled.append(_cancelled(row, event, person))
                else:
                    event = _proposed(row, person, choice)
                    report.proposed.append(event)
                    row["event"] = event.pk
            row["failure"] = ""
            row.pop("choice", None)
        except (Refusal, ModerationError, ScheduleError) as problem:
            row["failure"] = str(problem)
        except IntegrityError:  # proposed by someone else in the same instant
            row["failure"] = _("il est déjà dans l’agenda")
        if row.get("failure"):
            report.refused.append((row["title"] or _("Événement sans titre"), row["failure"]))
    calendar.save(update_fields=["rows"])
    return report


def _cancelled(row: dict, event: Event, person: User) -> Cancellation:
    """What the row cancels of an event of the agenda, carried out."""
    cancellation = cancellation_of(row, event, person)
    if cancellation is None or not cancellation.is_allowed:
        raise Refusal(_("il est déjà dans l’agenda"))
    carry_out(cancellation, person)
    return cancellation


def _proposed(row: dict, person: User, choice: Choice) -> Event:
    if not row["title"]:
        raise Refusal(_("il n’a pas de titre"))
    event = Event(live=False, author=person, organisation=person.organisation, source=SOURCE, source_id=row["uid"])
    event.schedule = clean_schedule(schedule_from_json(row["schedule"]))
    event.organiser = row["organiser"] or (person.organisation.name[:160] if person.organisation else "")
    event.website = row["url"]
    event.state = row["status"] if row["status"] in Event.State.values else Event.State.CONFIRMED
    _put_somewhere(event, row, person, choice)
    event.words.add(EventTranslation(language=person.language, title=row["title"][:140], text=row["text"][:10_000]))
    if choice.category:
        event.categories = [choice.category]
    save_proposed(event, person)
    hand_over(event, person)
    return event


def _put_somewhere(event: Event, row: dict, person: User, choice: Choice) -> None:
    """The place recognised or completed, else the commune with the words of the file as meeting point."""
    location = choice.place_name or row["place_text"]
    place_id, commune = PlaceIndex(person).recognise(location) if choice.place_name else (row["place"], None)
    event.place = Place.objects.select_related("commune").filter(pk=place_id).first() if place_id else None
    event.commune = (
        event.place.commune if event.place else (choice.commune or commune or Territory.objects.filter(pk=row["commune"]).first())
    )
    if event.place is None and choice.create_place and location:
        if not event.commune:
            raise Refusal(_("pour ajouter son lieu, choisissez une commune"))
        name = location.split(",")[0].strip()[:160]
        event.place = new_place(person=person, name=name, kind=PlaceKind.HALL, commune=event.commune, address=location[:250])
        event.place.save()
        event.place = event.place
    elif event.place is None:
        event.meeting_point = location[:200]
    if not (event.place or event.commune or event.meeting_point):
        raise Refusal(_("on ne sait pas où il a lieu : choisissez une commune"))


def usual_commune(person: User) -> Territory | None:
    """The commune of an office that covers only one."""
    communes = list(person.organisation.territories.all()[:2]) if person.organisation else []
    return communes[0] if len(communes) == 1 else None


def report_in_words(report: Report) -> str:
    """« 12 propositions envoyées, 2 événements laissés de côté. »"""
    sent, cancelled, refused = map(len, (report.proposed, report.cancelled, report.refused))
    parts = []
    if sent or not cancelled:
        parts.append(ngettext("%(number)d proposition envoyée", "%(number)d propositions envoyées", sent) % {"number": sent})
    if cancelled:
        words = ngettext("%(number)d annulation annoncée", "%(number)d annulations annoncées", cancelled)
        parts.append(words % {"number": cancelled})
    if refused:
        words = ngettext("%(number)d événement laissé de côté", "%(number)d événements laissés de côté", refused)
        parts.append(words % {"number": refused})
    return ", ".join(parts) + "."
