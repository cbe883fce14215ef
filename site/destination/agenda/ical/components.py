"""The outside of a calendar file: encoding, lines, components. What stands inside a component is parsed by ``icalendar``.

Each component is given to the library alone, without the properties that nobody reads here and bounded in size: its time grows
with both and cannot be stopped half-way. So a faulty line costs itself, not the calendar, and a deadline holds between two
components. ``TZID`` is given under another name: the library would look zones up, and keep those of one file for the next.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from time import monotonic

import icalendar
from django.utils.translation import gettext as _
from icalendar.parser import unescape_backslash
from icalendar.parser_tools import to_unicode

from common.decoding import decoded_utf8

LOGICAL_LINE = re.compile(rb"[^\r\n]+(?:[\r\n]+[ \t][^\r\n]*)*")
FOLD = re.compile(rb"[\r\n]+[ \t]")
DELIMITER = re.compile(r"\s*(BEGIN|END)\s*(?:;[^:]*)?:(.*)", re.I)
NAME = re.compile(r"\s*([A-Za-z0-9-]+)\s*(?=[;:])")
PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*=\s*("[^"]*"|[^";:]*)|;[^";:]*')
TZID = re.compile(r"(^|;)\s*TZID\s*(?=[=;]|$)", re.I)
ZONE_NAME = re.compile(r";\s*TZID\s*=", re.I)
FIRST_MOMENT = re.compile(r":(?=\d{4}-?\d{2}-?\d{2})")
ZONE = "X-TZID"
ALL_DAY = "X-MICROSOFT-CDO-ALLDAYEVENT"
MOMENTS = {"DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"}
# « \" » is no escape of RFC 5545, and some programs write it all the same.
STRAY_BACKSLASH = re.compile(r"(\\\\)|\\(?![\\;,nN])")
# vCalendar 1.0 writes letters with accents as « =C3=A9 », and cuts lines after a lone « = ».
QUOTED, BASE64 = b"QUOTED-PRINTABLE", b"BASE64"
SHORT_NAMES = {
    b"Q": QUOTED,
    b"B": BASE64,
    b"7BIT": b"",
    b"8BIT": b"",
    b"BINARY": b"",
    b"": b"",
}  # those that say nothing are empty
SOFT_LINE_END = re.compile(rb"=\r?\n")
FOLLOWING_LINE = re.compile(rb"\r?\n[^\r\n]*")
LONGEST_PARAMETERS = 1_000
ENCODING = re.compile(r";\s*(?:ENCODING\s*=\s*)?(?:QUOTED-PRINTABLE|BASE64|B|Q)(?=\s*(?:;|$))", re.I)
CHARSET = re.compile(r";\s*CHARSET\s*=\s*\"?([\w.:-]+)\"?", re.I)
# « X-MICROSOFT-CDO-ALLDAYEVENT », and the names that other programs gave to the same answer.
WHOLE_DAY = re.compile(r"X-[A-Z0-9-]*ALL-?DAY(?:-?EVENT)?(?:-IANA)?")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# A line of RFC 5545 has no limit, but a picture in base64 is of no use here.
MAX_LINE = 200_000
# An honest event has a thousand dates, on a line each at worst, and a description.
MAX_COMPONENT_LINES = 5_000
MAX_COMPONENT_SIZE = 500_000
# Real components nest twice.
MAX_DEPTH = 50
# As many as a person can be expected to read.
MAX_PROBLEMS = 200
READ_PROPERTIES = {
    "VEVENT": {
        "UID", "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "GEO", "URL", "STATUS", "CLASS", "CATEGORIES", "ORGANIZER",
        "SEQUENCE", "LAST-MODIFIED", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE",
        "RECURRENCE-ID", "METHOD", ALL_DAY,
    },
    "VTIMEZONE": {"TZID", "X-LIC-LOCATION", "TZOFFSETFROM", "TZOFFSETTO", "DTSTART", "RRULE", "RDATE"},
    "VCALENDAR": {"NAME", "X-WR-CALNAME", "METHOD"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not understood: where (« ligne 12 », a title), and a sentence."""

    where: str
    message: str


class Component:
    """A BEGIN…END block of a file, with the VCALENDAR around it. ``parse`` comes before any question about its properties."""

    def __init__(self, name: str, line: int, calendar: "Component | None" = None):
        self.name, self.line, self.calendar = name, line, calendar
        self.lines: list[tuple[int, str]] = []
        self.size = 0
        self.parsed: icalendar.Component = icalendar.Event()

    def add(self, number: int, line: str) -> bool:
        """Keep a line that is read later; False when the component is full."""
        name = property_name(line)
        if name.startswith("X-") and self.name == "VEVENT" and WHOLE_DAY.fullmatch(name):
            line, name = f"{ALL_DAY}:{line.partition(':')[2]}", ALL_DAY
        if name not in READ_PROPERTIES.get(self.name, ()):
            return True
        if len(self.lines) >= MAX_COMPONENT_LINES or self.size + len(line) > MAX_COMPONENT_SIZE:
            return False
        self.size += len(line)
        if name in MOMENTS and (line.count('"') % 2 or line.endswith('"')):
            line = line.replace('"', "")  # the quotes around the name of a zone end too late or not at all
        if name in MOMENTS and '"' not in line:
            line = _with_quoted_zone(line)
        # The zone stands in the parameters, or is the property itself in a description of a zone.
        head, colon, value = line.strip().partition(":")
        self.lines.append((number, TZID.sub(rf"\1{ZONE}", head) + colon + STRAY_BACKSLASH.sub(r"\1", value)))
        return True

    def add_nested(self, word: str, name: str) -> None:
        """The parts of a time zone are its rules; those of an event (alarms) are not read."""
        if self.name == "VTIMEZONE" and len(self.lines) < MAX_COMPONENT_LINES:
            self.lines.append((0, f"{word}:{name}"))

    def parse(self) -> list[int]:
        """Let ``icalendar`` read the properties; returns the numbers of the lines that it cannot read."""
        kind = icalendar.Timezone if self.name == "VTIMEZONE" else icalendar.Event
        parsed = _parsed(kind, [line for _number, line in self.lines])
        sound, unread = [], []
        if parsed is None and kind is icalendar.Event:
            for number, line in self.lines:
                readable = next((candidate for candidate in (line, _mended(line)) if _parsed(kind, [candidate])), None)
                sound += [readable] if readable else []
                unread += [] if readable else [number]
            parsed = _parsed(kind, sound)
        self.parsed = kind() if parsed is None else parsed
        return unread

    def every(self, name: str) -> list:
        """The values of a property, as the library's types; a value that is not of its type is a text."""
        values = self.parsed.get(name, [])
        return values if isinstance(values, list) else [values]

    def first(self, name: str):
        return next(iter(self.every(name)), None)

    def text(self, name: str) -> str:
        """The first value as plain text, empty when there is none."""
        value = self.first(name)
        return "" if value is None else text_of(value).strip()

    def written(self, name: str) -> str:
        """The value as it stands in the file, for what the library's type no longer says (24 hours, or one day)."""
        return next((line.partition(":")[2].strip() for _number, line in self.lines if property_name(line) == name), "")

    def line_of(self, name: str) -> int:
        return next((number for number, line in self.lines if property_name(line) == name), self.line)


class Reader:
    """Gives the components of a file one after the other, and gathers what is wrong with its form."""

    def __init__(self, raw: bytes, deadline: float):
        """``deadline`` is a moment of ``time.monotonic``; ``late`` says that the end was not read."""
        self.raw = _utf8(raw)
        self.deadline = deadline
        self.late = False
        self.problems: list[Problem] = []
        self.calendars = 0
        self._other_encoding = False

    def components(self) -> Iterator[Component]:
        """VCALENDAR (its own properties, given at its end), VEVENT, VTIMEZONE and the other kinds, not parsed yet."""
        calendar: Component | None = None
        component: Component | None = None
        nested: list[str] = []
        for number, line in self._lines():
            delimiter = DELIMITER.fullmatch(line)
            if not delimiter:
                self._add(number, line, calendar, component, nested)
                continue
            begins, name = delimiter[1].upper() == "BEGIN", delimiter[2].strip().upper()
            in_alarm = component and component.name == "VEVENT" and nested
            if component and (name == "VCALENDAR" or (begins and name == "VEVENT" and not in_alarm)):
                self._note_unfinished(component)
                yield component
                component, nested = None, []
            if name == "VCALENDAR":
                if calendar:
                    yield calendar
                calendar = Component(name, number) if begins else None
                self.calendars += begins
            elif begins and component is None:
                component, nested = Component(name, number, calendar), []
            elif begins and len(nested) < MAX_DEPTH:
                nested.append(name)
                component.add_nested("BEGIN", name)
            elif name in nested:
                while nested[-1:] and nested.pop() != name:
                    pass
                component.add_nested("END", name)
            elif component and name == component.name:
                yield component
                component, nested = None, []
        if component and component.name == "VEVENT":
            self._note(component.line, _("Le fichier est coupé au milieu d’un événement."))
            yield component
        if calendar:
            yield calendar

    def note_unread_line(self, number: int) -> None:
        # A hostile file may have millions of such lines: no sentence is made for those that are not reported.
        if len(self.problems) < MAX_PROBLEMS:
            self._note(number, _("Cette ligne n’a pas été comprise et a été laissée de côté."))

    def _add(self, number: int, line: str, calendar: Component | None, component: Component | None, nested: list[str]) -> None:
        owner = component or calendar
        if owner is None or not line.strip():
            return
        if (
            not property_name(line)
            or ":" not in line
            or (not nested or owner.name == "VTIMEZONE")
            and not owner.add(number, line)
        ):
            self.note_unread_line(number)

    def _lines(self) -> Iterator[tuple[int, str]]:
        """Unfolded lines with the number of their first physical line, decoded.

        Unfolding comes before decoding: some programs fold in the middle of a character.
        """
        # Files of old Macintoshes end their lines with a lone CR.
        ending = b"\n" if b"\n" in self.raw else b"\r"
        line_number, position = 1, 0
        end_of_encoded = 0
        for number, line in enumerate(LOGICAL_LINE.finditer(self.raw)):
            if number % 2000 == 1999 and monotonic() > self.deadline:
                self.late = True
                return
            line_number += self.raw.count(ending, position, line.start())
            position = line.start()
            if position < end_of_encoded:
                continue
            content = self.raw[position : min(line.end(), position + MAX_LINE)]
            encoding = _encoding_of(content)
            if encoding in (QUOTED, BASE64):
                end_of_encoded = self._end_of_encoded(line.end(), position + MAX_LINE) if encoding == QUOTED else line.end()
                yield line_number, self._plain_line(encoding, self.raw[position : min(end_of_encoded, position + MAX_LINE)])
                continue
            text = self._decoded(FOLD.sub(b"", content))
            if encoding and property_name(text) in READ_PROPERTIES["VEVENT"]:
                sentence = _("L’encodage « %(value)s » n’est pas connu : vérifiez les mots.")
                self._note(line_number, sentence % {"value": encoding.decode("ascii", "replace")[:40]})
            yield line_number, text

    def _end_of_encoded(self, end: int, most: int) -> int:
        """Where a line ends whose pieces end with « = »."""
        while self.raw[end - 1 : end] == b"=" and end < most and (following := FOLLOWING_LINE.match(self.raw, end)):
            end = following.end()
        return end

    def _plain_line(self, encoding: bytes, content: bytes) -> str:
        """An encoded line as RFC 5545 would have it: text, line ends as « \\n »."""
        if encoding == QUOTED:
            content = SOFT_LINE_END.sub(b"", content)
        head, _colon, value = FOLD.sub(b"", content).partition(b":")
        head = self._decoded(head)
        if property_name(f"{head}:") not in READ_PROPERTIES["VEVENT"]:  # a picture, most of the time
            return f"{head}:"
        try:
            raw = quopri.decodestring(value) if encoding == QUOTED else base64.b64decode(b"".join(value.split()))
        except (ValueError, binascii.Error):
            return head.partition(";")[0]  # no property: told as a line that cannot be read
        charset = CHARSET.search(head)
        try:
            text = raw.decode(charset[1] if charset else "utf-8")
        except (LookupError, ValueError):
            text = self._decoded(raw)
        text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).replace("\n", "\\n")
        return f"{CHARSET.sub('', ENCODING.sub('', head))}:{text}"

    def _decoded(self, line: bytes) -> str:
        try:
            text = line.decode()
        except UnicodeDecodeError:
            text = decoded_utf8(line) or line.decode("cp1252", errors="replace")
            if not self._other_encoding:
                self._other_encoding = True
                self.problems.append(Problem(_("fichier"), _("Le fichier n’est pas en UTF-8 : vérifiez les accents.")))
        return CONTROL.sub("", text)

    def _note_unfinished(self, component: Component) -> None:
        if component.name == "VEVENT":
            self._note(component.line, _("Un événement n’est pas terminé (il manque « END:VEVENT »)."))

    def _note(self, line: int, message: str) -> None:
        if len(self.problems) <= MAX_PROBLEMS:
            self.problems.append(Problem(_("ligne %(number)d") % {"number": line}, message))


def _with_quoted_zone(line: str) -> str:
    """« TZID=tzone://Microsoft/Utc:2027… » with the quotes that a name with a colon needs."""
    zone = ZONE_NAME.search(line)
    value = FIRST_MOMENT.search(line, zone.end()) if zone else None
    if not value or ":" not in line[zone.end() : value.start()]:
        return line
    return f'{line[: zone.end()]}"{line[zone.end() : value.start()]}"{line[value.start() :]}'


def _encoding_of(content: bytes) -> bytes:
    """QUOTED or BASE64 where the parameters of a line say so, the word itself where it is neither, else empty."""
    head = content[:LONGEST_PARAMETERS].partition(b":")[0]
    if b";" not in head:
        return b""
    for parameter in head.upper().split(b";")[1:]:
        name, equals, value = parameter.partition(b"=")
        value = value.strip(b' "') if equals else name.strip()
        if value in (QUOTED, BASE64):
            return value
        if name.strip() == b"ENCODING":
            return SHORT_NAMES.get(value, value)
    return b""


def property_name(line: str) -> str:
    """The name in capitals, empty when the line is no property."""
    name = NAME.match(line)
    return name[1].upper() if name else ""


def text_of(value) -> str:
    """A value of the library as text: without escapes where it is one, else as it is written in a file."""
    if isinstance(value, icalendar.vUnknown):
        return unescape_backslash(str(value))
    if isinstance(value, str):
        return str(value)
    try:
        return to_unicode(value.to_ical())
    except Exception:  # a value of a type that its property never has, as the file of anyone may say
        return ""


def value_of(value) -> date | timedelta | tuple | None:
    """The moment, length or period that the library read, None where the value is not of such a type."""
    return None if isinstance(value, str) else getattr(value, "dt", None)


def parameter(value, name: str) -> str:
    """A parameter of a value, empty when it has none; a list (commas without quotes) is one text."""
    parameter = value.params.get(name, "")
    return ",".join(parameter) if isinstance(parameter, list) else parameter


def _parsed(kind: type[icalendar.Component], lines: list[str]) -> icalendar.Component | None:
    """The properties as ``icalendar`` reads them, or None where it cannot split one of the lines. A value that is not of its
    type is kept as text."""
    try:
        component = kind.from_ical("\r\n".join([f"BEGIN:{kind.name}", *lines, f"END:{kind.name}", ""]))
    except Exception:  # a file comes from anyone: whatever the library stumbles over, the next line may be sound
        return None
    return component if all(name for name, _error in component.errors) else None


def _mended(line: str) -> str:
    """The line without the parameters that are badly written: stray semicolons are common and harmless."""
    position, parameters = NAME.match(line).end(), ""
    while parameter := PARAMETER.match(line, position):
        parameters += parameter[0] if parameter[1] and parameter[2] else ""
        position = parameter.end()
    return f"{property_name(line)}{parameters}:{line[line.find(':', position) + 1 :]}"


def _utf8(raw: bytes) -> bytes:
    for mark, encoding in ((b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace").encode()
    if raw[1:2] == b"\0" and raw[3:4] == b"\0":
        return raw.decode("utf-16-le", errors="replace").encode()
    if raw[:1] == b"\0" and raw[2:3] == b"\0":
        return raw.decode("utf-16-be", errors="replace").encode()
    return raw.removeprefix(b"\xef\xbb\xbf")
