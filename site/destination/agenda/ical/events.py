"""Any calendar file, read for a person of an office: the events, and what was not understood."""

import hashlib
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import unescape
from time import monotonic

import nh3
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import vCategory

from destination.agenda.ical.components import MAX_PROBLEMS, Component, Problem, Reader, parameter, text_of
from destination.agenda.ical.schedules import UnreadableEvent, read_schedule
from destination.agenda.ical.timezones import Zones, moment_of
from destination.agenda.schedule import PARIS, Schedule, ScheduleError

logger = logging.getLogger(__name__)

# The calendar of a whole region is 5 MB; beyond twenty it is a mistake or an attack.
MAX_BYTES = 20 * 1024 * 1024
MAX_EVENTS = 5000
# A person is waiting: what is read by then is given.
MAX_SECONDS = 10
LOOKS_LIKE_HTML = re.compile(r"</?(?:p|br|div|span|a|b|i|u|ul|ol|li|strong|em|html|body|table|h[1-6])\b[^<]*>", re.I)
LINE_ENDING_TAG = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6]|tr)\s*>", re.I)


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """One event as the file tells it. ``status`` is confirmed, tentative or cancelled; texts are plain."""

    uid: str
    title: str
    description: str
    schedule: Schedule
    location_text: str
    geo: tuple[float, float] | None
    url: str
    status: str
    categories: tuple[str, ...]
    organizer_name: str
    sequence: int
    modified: datetime | None


@dataclass(frozen=True, slots=True)
class ImportedCalendar:
    """``problems`` is never empty when ``events`` is."""

    name: str
    events: list[ImportedEvent]
    problems: list[Problem]


def read_calendar(raw: bytes, today: date | None = None) -> ImportedCalendar:
    """Read the bytes of an .ics file. Never raises: at worst no event and one problem."""
    if len(raw) > MAX_BYTES:
        size = MAX_BYTES // (1024 * 1024)
        return _nothing(_("Le fichier est trop gros : %(size)d Mo au plus. Exportez une période plus courte.") % {"size": size})
    try:
        return CalendarReading(today or datetime.now(PARIS).date()).read(raw)
    except Exception:
        # The file comes from anyone: whatever it holds, the person gets a sentence and we get the trace.
        logger.warning("A calendar file could not be read", exc_info=True)
        return _nothing(_("Le fichier n’a pas pu être lu : exportez-le à nouveau, ou saisissez l’événement."))


def _nothing(sentence: str) -> ImportedCalendar:
    return ImportedCalendar("", [], [Problem(_("fichier"), sentence)])


class CalendarReading:
    """The reading of one file: its events so far, and what was not understood."""

    def __init__(self, today: date):
        self.today = today
        self.deadline = monotonic() + MAX_SECONDS
        self.name = ""
        self.zones = Zones(self.deadline)
        self.problems: list[Problem] = []
        self.others: Counter[str] = Counter()

    def read(self, raw: bytes) -> ImportedCalendar:
        # Half of the time is left to understand what was read in the other half.
        reader = Reader(raw, self.deadline - MAX_SECONDS / 2)
        components = self._components(reader)
        self.problems += reader.problems
        if not reader.calendars and not components:
            return _nothing(_not_a_calendar(raw))
        events = self._events(components)
        self._tell_others()
        if not events and not self.problems:
            self._tell(_("fichier"), _("Ce calendrier ne contient aucun événement."))
        return ImportedCalendar(self.name, events, self._bounded_problems())

    def _components(self, reader: Reader) -> list[Component]:
        """The events of the file; its zones and its name are noted on the way."""
        events = []
        for component in reader.components():
            if component.name == "VEVENT":
                for number in component.parse():
                    reader.note_unread_line(number)
                events.append(component)
            elif component.name == "VTIMEZONE":
                self.zones.describe(component)
            elif component.name == "VCALENDAR":
                component.parse()
                self.name = self.name or component.text("NAME") or component.text("X-WR-CALNAME")
            else:
                self.others[component.name] += 1
            if len(events) >= MAX_EVENTS:
                most = _("Seuls les %(number)d premiers événements ont été lus : exportez une période plus courte.")
                self._tell(_("fichier"), most % {"number": MAX_EVENTS})
                break
            if monotonic() > reader.deadline:
                reader.late = True
                break
        if reader.late:
            self._tell_late()
        return events

    def _events(self, components: list[Component]) -> list[ImportedEvent]:
        events = []
        for uid, masters, overrides in _families(component for component in components if self._is_public(component)):
            for number, master in enumerate(masters, start=1):
                if monotonic() > self.deadline:
                    self._tell_late()
                    return events
                event = self._event(uid if number == 1 else f"{uid}-{number}", master, overrides if number == 1 else [])
                events += [event] if event else []
        for name in sorted(self.zones.unknown):
            sentence = _("Le fuseau horaire « %(name)s » est inconnu : les heures ont été lues comme celles de Paris.")
            self._tell(_("fichier"), sentence % {"name": name[:60]})
        return events

    def _is_public(self, component: Component) -> bool:
        if component.text("CLASS").upper() not in ("PRIVATE", "CONFIDENTIAL"):
            return True
        self._tell(_where(component), _("Cet événement est marqué comme privé : il n’a pas été repris."))
        return False

    def _event(self, uid: str, master: Component, overrides: list[Component]) -> ImportedEvent | None:
        where = _where(master)
        try:
            schedule, remarks = read_schedule(master, overrides, self.zones, self.today)
        except (UnreadableEvent, ScheduleError) as reason:
            self._tell(where, str(reason))
            return None
        for sentence in remarks:
            self._tell(where, sentence)
        title = _title(master)
        if not title:
            self._tell(where, _("Cet événement n’a pas de titre : il faudra lui en donner un."))
        return ImportedEvent(
            uid=uid,
            title=title,
            description=_plain(master.text("DESCRIPTION") or master.text("X-ALT-DESC")),
            schedule=schedule,
            location_text=_plain(master.text("LOCATION")),
            geo=_position(master.text("GEO")),
            url=_web_address(master.text("URL")),
            status=_status(master),
            categories=_categories(master),
            organizer_name=_organizer(master),
            sequence=_sequence(master),
            modified=_modified(master, self.zones),
        )

    def _tell(self, where: str, message: str) -> None:
        self.problems.append(Problem(where, message))

    def _tell_late(self) -> None:
        problem = Problem(_("fichier"), _("Ce fichier est trop long à lire : la fin n’a pas été reprise."))
        self.problems += [] if problem in self.problems else [problem]

    def _tell_others(self) -> None:
        kinds = {"VTODO": _("tâche"), "VJOURNAL": _("note de journal"), "VFREEBUSY": _("disponibilité")}
        for name, number in sorted(self.others.items()):
            sentence = ngettext(
                "%(number)d élément (%(kind)s) laissé de côté : seuls les événements sont repris.",
                "%(number)d éléments (%(kind)s) laissés de côté : seuls les événements sont repris.",
                number,
            )
            self._tell(_("fichier"), sentence % {"number": number, "kind": kinds.get(name, name[:40])})

    def _bounded_problems(self) -> list[Problem]:
        surplus = len(self.problems) - MAX_PROBLEMS
        if surplus <= 0:
            return self.problems
        sentence = ngettext("Et %(number)d autre remarque.", "Et %(number)d autres remarques.", surplus) % {"number": surplus}
        return [*self.problems[:MAX_PROBLEMS], Problem(_("fichier"), sentence)]


def _families(components: Iterable[Component]) -> Iterator[tuple[str, list[Component], list[Component]]]:
    """Events by UID: those that stand alone, and the changed occurrences of the first of them.

    The same UID twice is a newer version when SEQUENCE grows; otherwise a careless program gave two events one name.
    """
    families: dict[str, tuple[dict[tuple, Component], list[Component]]] = {}
    for component in components:
        masters, overrides = families.setdefault(component.text("UID")[:200] or _made_up_uid(component), ({}, []))
        first_master = next(iter(masters.values()), component)
        if component.first("RECURRENCE-ID") is not None:
            overrides.append(component)
        elif _sequence(first_master) == _sequence(component):
            masters.setdefault(_signature(component), component)
        elif _sequence(first_master) < _sequence(component):
            masters.clear()
            masters[_signature(component)] = component
    for uid, (masters, overrides) in families.items():
        # Changed occurrences whose event is not in the file stand alone.
        yield uid, list(masters.values()) or overrides, sorted(overrides, key=_sequence) if masters else []


def _signature(component: Component) -> tuple[str, str]:
    return component.text("SUMMARY"), component.text("DTSTART")


def _made_up_uid(component: Component) -> str:
    """The same for the same event, so that a second import recognises it."""
    return "sans-uid-" + hashlib.sha256(repr(_signature(component)).encode()).hexdigest()[:24]


def _title(component: Component) -> str:
    return _plain(component.text("SUMMARY")).replace("\n", " ")


def _where(component: Component) -> str:
    return _title(component)[:80] or _("ligne %(number)d") % {"number": component.line}


def _not_a_calendar(raw: bytes) -> str:
    start = raw[:2000].lower()
    if not raw.strip():
        return _("Le fichier est vide.")
    if b"<html" in start or b"<!doctype" in start:
        return _("C’est une page web, pas un calendrier : cherchez sur cette page le lien « iCal » ou « .ics ».")
    return _("Ce fichier n’est pas un calendrier (.ics).")


def _plain(text: str) -> str:
    """Plain text without tags, with regular line ends."""
    if LOOKS_LIKE_HTML.search(text):
        text = nh3.clean(LINE_ENDING_TAG.sub("\n", text), tags=set(), clean_content_tags={"script", "style"})
        text = unescape(text)
    lines = (line.rstrip() for line in text.replace("\u00a0\n", "\n").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _position(text: str) -> tuple[float, float] | None:
    """« 42.5;2.75 », with a comma in some programs; (0, 0) is what they write when they do not know."""
    try:
        latitude, longitude = (float(part) for part in re.split("[;,]", text))
    except ValueError:
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180) or (latitude, longitude) == (0, 0):
        return None
    return latitude, longitude


def _web_address(text: str) -> str:
    return text if re.match(r"https?://\S+$", text, re.I) and len(text) <= 2000 else ""


def _status(component: Component) -> str:
    status = component.text("STATUS").lower()
    # RFC 5546, 3.2.5: a message that cancels does not have to say it of each event.
    by_method = component.calendar is not None and component.calendar.text("METHOD").upper() == "CANCEL"
    if by_method or status in ("cancelled", "canceled"):
        return "cancelled"
    return "tentative" if status == "tentative" else "confirmed"


def _categories(component: Component) -> tuple[str, ...]:
    values = component.every("CATEGORIES")
    names = (str(name).strip() for value in values for name in (value.cats if isinstance(value, vCategory) else [text_of(value)]))
    return tuple(dict.fromkeys(name for name in names if name))


def _organizer(component: Component) -> str:
    organizer = component.first("ORGANIZER")
    return "" if organizer is None else parameter(organizer, "CN").strip()


def _sequence(component: Component) -> int:
    text = component.text("SEQUENCE")
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0


def _modified(component: Component, zones: Zones) -> datetime | None:
    values = [component.first(name) for name in ("LAST-MODIFIED", "DTSTAMP")]
    value = next((value for value in values if value is not None), None)
    when = None if value is None else moment_of(value, zones)
    return when.astimezone(UTC) if isinstance(when, datetime) else None
