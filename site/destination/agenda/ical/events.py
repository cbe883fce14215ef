"""Any calendar file, read for a person of an office: the events, and what was not understood."""

import hashlib
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from time import monotonic

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import vCategory

from common.positions import is_in_france, is_swapped
from destination.agenda.ical.components import MAX_PROBLEMS, Component, Problem, Reader, parameter, property_name, text_of
from destination.agenda.ical.schedules import UnreadableEvent, read_schedule
from destination.agenda.ical.states import ANNOUNCING_METHODS, TENTATIVE, method_of, state_in_title, state_of_status, strongest
from destination.agenda.ical.texts import plain_line, plain_text, web_address, without_entities
from destination.agenda.ical.timezones import Zones, local, moment_of
from destination.agenda.models.state import StoredState
from destination.agenda.schedule import PARIS, Schedule, ScheduleError

logger = logging.getLogger(__name__)

# The calendar of a whole region is 5 MB; beyond twenty it is a mistake or an attack.
MAX_BYTES = 20 * 1024 * 1024
MAX_EVENTS = 5000
# Where programs keep an event for themselves: nothing that a visitor could open.
NO_PAGE = re.compile(r"(?:mailto|cid|urn|x-[\w-]+|content|caldav|message|outlook|onenote|javascript|data|file):", re.I)
# A person is waiting: what is read by then is given.
MAX_SECONDS = 10
# Versions of one date beyond which nobody compares them.
MOST_VERSIONS = 20


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """One event as the file tells it. ``status`` is confirmed, tentative, cancelled, postponed or full; texts are plain.
    ``occurrence`` is the date alone of which a file speaks that does not hold its event, on the clock of Paris; ``series`` the
    UID of that event."""

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
    series: str = ""
    occurrence: date | datetime | None = None


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
                self.name = self.name or plain_line(component.text("NAME") or component.text("X-WR-CALNAME"))
                self._check_method(component)
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
        public = [component for component in components if self._is_public(component)]
        for uid, masters, overrides, superseded in _families(public):
            if superseded:
                sentence = _("Le fichier donne plusieurs versions de cet événement : seule la plus récente a été reprise.")
                self._tell(_where(next(iter(masters or overrides))), sentence)
            for number, master in enumerate(masters, start=1):
                if monotonic() > self.deadline:
                    self._tell_late()
                    return events
                is_first = number == 1
                event = self._event(uid if is_first else f"{uid}-{number}", master, overrides if is_first else [], uid)
                events += [event] if event else []
        for name in sorted(self.zones.unknown):
            sentence = _("Le fuseau horaire « %(name)s » est inconnu : les heures ont été lues comme celles de Paris.")
            self._tell(_("fichier"), sentence % {"name": name[:60]})
        return events

    def _is_public(self, component: Component) -> bool:
        access = component.text("CLASS").upper()
        if access in ("", "PUBLIC"):
            return True
        if access in ("PRIVATE", "CONFIDENTIAL"):
            self._tell(_where(component), _("Cet événement est marqué comme privé : il n’a pas été repris."))
        else:  # RFC 5545, 3.8.1.3: one that is not known is to be taken for private
            sentence = _("La confidentialité « %(value)s » n’est pas connue : l’événement n’a pas été repris, par prudence.")
            self._tell(_where(component), sentence % {"value": access[:40]})
        return False

    def _check_method(self, calendar: Component) -> None:
        method = calendar.text("METHOD")
        if method_of(method) not in ANNOUNCING_METHODS:
            sentence = _("Ce fichier n’est pas une annonce (METHOD : %(method)s) : vérifiez que ses événements ont lieu.")
            self._tell(_("fichier"), sentence % {"method": method[:40]})

    def _event(self, uid: str, master: Component, overrides: list[Component], series: str) -> ImportedEvent | None:
        where = _where(master)
        try:
            schedule, remarks, words = read_schedule(master, overrides, self.zones, self.today)
        except (UnreadableEvent, ScheduleError) as reason:
            self._tell(where, str(reason))
            return None
        for sentence in remarks:
            self._tell(where, sentence)
        title, status = self._title_and_status(master)
        title = state_in_title(_title(words))[1] or title
        if not title:
            self._tell(where, _("Cet événement n’a pas de titre : il faudra lui en donner un."))
        written = words.text("URL") or master.text("URL")
        url = web_address(words.text("URL")) or web_address(master.text("URL"))
        if written and not url and not NO_PAGE.match(written):
            sentence = _("L’adresse « %(value)s » n’est pas celle d’une page : elle a été laissée de côté.")
            self._tell(where, sentence % {"value": written[:60]})
        return ImportedEvent(
            uid=uid,
            title=title,
            description=_description(words) or _description(master),
            schedule=schedule,
            location_text=plain_text(master.text("LOCATION")),
            geo=self._position(master),
            url=url,
            status=status,
            categories=_categories(master),
            organizer_name=_organizer(master),
            sequence=_sequence(master),
            modified=_modified(master, self.zones),
            series=series,
            occurrence=_occurrence(master, self.zones),
        )

    def _title_and_status(self, component: Component) -> tuple[str, str]:
        """The title without the state that somebody wrote into it, and the state."""
        written, where = _title(component), _where(component)
        by_title, title = state_in_title(written)
        by_status, unknown = state_of_status(component)
        if unknown:
            sentence = _("L’état « %(value)s » n’est pas connu : l’événement est repris comme confirmé.")
            self._tell(where, sentence % {"value": unknown[:40]})
        if by_status == TENTATIVE:
            self._tell(where, _("Cet événement est donné comme provisoire : vérifiez qu’il a lieu."))
        if by_title and title != written:
            sentence = _("Le titre dit « %(state)s » : c’est devenu l’état de l’événement, et le titre « %(title)s ».")
            self._tell(where, sentence % {"state": StoredState(by_title).label, "title": title[:80]})
        return title, strongest(by_status, by_title)

    def _position(self, component: Component) -> tuple[float, float] | None:
        written = component.text("GEO")
        position = position_in(written)
        if position is None and not re.fullmatch(r"[-+0.,;\s]*", written):
            sentence = _("La position (GEO) n’est pas lisible : « %(value)s ». Vérifiez le lieu.")
            self._tell(_where(component), sentence % {"value": written[:40]})
        if position is None or is_in_france(*position):
            return position
        if is_swapped(*position):
            self._tell(_where(component), _("La latitude et la longitude étaient échangées : elles sont remises dans l’ordre."))
            return position[1], position[0]
        self._tell(_where(component), _("La position (GEO) est hors de France : vérifiez le lieu."))
        return position

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


def _families(components: Iterable[Component]) -> Iterator[tuple[str, list[Component], list[Component], bool]]:
    """Events by UID: those that stand alone, the changed occurrences of the first, and whether other versions were left out.

    The same UID twice is a newer version when SEQUENCE grows; otherwise a careless program gave two events one name.
    """
    families: dict[str, tuple[dict[tuple, Component], list[Component]]] = {}
    superseded = set()
    for component in components:
        uid = component.text("UID")[:200] or _made_up_uid(component)
        masters, overrides = families.setdefault(uid, ({}, []))
        first_master = next(iter(masters.values()), component)
        if component.first("RECURRENCE-ID") is not None:
            if any(_same_occurrence(component, other) for other in overrides[-MOST_VERSIONS:]):
                superseded.add(uid)
            overrides.append(component)
        elif _sequence(first_master) == _sequence(component):
            same = masters.setdefault(_signature(component), component)
            if _facts(same) != _facts(component):
                superseded.add(uid)
        else:
            superseded.add(uid)
            if _sequence(first_master) < _sequence(component):
                masters.clear()
                masters[_signature(component)] = component
    for uid, (masters, overrides) in families.items():
        # Changed occurrences whose event is not in the file stand alone.
        changed = sorted(overrides, key=_sequence) if masters else []
        yield uid, list(masters.values()) or overrides, changed, uid in superseded


def _signature(component: Component) -> tuple[str, str]:
    return component.text("SUMMARY"), component.text("DTSTART")


def _same_occurrence(one: Component, other: Component) -> bool:
    return one.written("RECURRENCE-ID") == other.written("RECURRENCE-ID")


def _facts(component: Component) -> list[str]:
    """What a version says, without the moment at which it was written."""
    return [line for _number, line in component.lines if property_name(line) not in ("DTSTAMP", "LAST-MODIFIED")]


def _made_up_uid(component: Component) -> str:
    """The same for the same event, so that a second import recognises it."""
    return "sans-uid-" + hashlib.sha256(repr(_signature(component)).encode()).hexdigest()[:24]


def _title(component: Component) -> str:
    return plain_line(component.text("SUMMARY"))


def _description(component: Component) -> str:
    return plain_text(component.text("DESCRIPTION") or component.text("X-ALT-DESC"))


def _where(component: Component) -> str:
    return _title(component)[:80] or _("ligne %(number)d") % {"number": component.line}


def _not_a_calendar(raw: bytes) -> str:
    start = raw[:2000].lower()
    if not raw.strip():
        return _("Le fichier est vide.")
    if b"<html" in start or b"<!doctype" in start:
        return _("C’est une page web, pas un calendrier : cherchez sur cette page le lien « iCal » ou « .ics ».")
    return _("Ce fichier n’est pas un calendrier (.ics).")


def position_in(text: str) -> tuple[float, float] | None:
    """« 42.5;2.75 », « 42.5,2.75 », « 42,5;2,75 », « geo:42.5,2.75 » as programs write it; (0, 0) is what they write when they do
    not know."""
    text = text.lower().removeprefix("geo:")
    text = text.replace(",", ".") if ";" in text else text.replace(",", ";")
    try:
        latitude, longitude = (float(part) for part in text.split(";"))
    except ValueError:
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180) or (latitude, longitude) == (0, 0):
        return None
    return latitude, longitude


def _categories(component: Component) -> tuple[str, ...]:
    values = component.every("CATEGORIES")
    names = (name for value in values for name in (value.cats if isinstance(value, vCategory) else [text_of(value)]))
    return tuple(dict.fromkeys(word for name in names if (word := without_entities(str(name)).strip())))


def _organizer(component: Component) -> str:
    organizer = component.first("ORGANIZER")
    return "" if organizer is None else without_entities(parameter(organizer, "CN")).strip()


def _sequence(component: Component) -> int:
    text = component.text("SEQUENCE")
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0


def _occurrence(component: Component, zones: Zones) -> date | datetime | None:
    value = component.first("RECURRENCE-ID")
    when = None if value is None else moment_of(value, zones)
    return local(when) if isinstance(when, datetime) else when


def _modified(component: Component, zones: Zones) -> datetime | None:
    values = [component.first(name) for name in ("LAST-MODIFIED", "DTSTAMP")]
    value = next((value for value in values if value is not None), None)
    when = None if value is None else moment_of(value, zones)
    return when.astimezone(UTC) if isinstance(when, datetime) else None
