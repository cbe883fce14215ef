"""The outside of a calendar file: encoding, folded lines, components. Nothing here understands dates.

A tolerant reader, line by line: one faulty line costs itself, not the calendar.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic

from django.utils.translation import gettext as _

NAME = re.compile(r"\s*([A-Za-z0-9-]+)\s*(?=[;:])")
PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*=((?:"[^"]*"|[^";:])*)')
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# A line of RFC 5545 has no limit, but a picture in base64 is of no use here.
MAX_LINE = 200_000
# What a person may be asked to read.
MAX_PROBLEMS = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not understood: where (« ligne 12 », a title), and a sentence."""

    where: str
    message: str


@dataclass(slots=True)
class Property:
    name: str
    parameters: dict[str, str]
    value: str
    line: int

    @property
    def text(self) -> str:
        return unescaped(self.value)


@dataclass(slots=True)
class Component:
    """A BEGIN…END block; what is nested in an event (alarms) is not kept."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        return next((one for one in self.properties if one.name == name), None)

    def every(self, name: str) -> list[Property]:
        return [one for one in self.properties if one.name == name]

    def text(self, name: str) -> str:
        found = self.first(name)
        return found.text.strip() if found else ""


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
        """VCALENDAR (its own properties, given at its end), VEVENT, VTIMEZONE and the other kinds."""
        stack: list[Component] = []
        for number, line in self._lines():
            if not line.strip():
                continue
            read = self._property(number, line)
            if read is None:
                # A hostile file may have millions of such lines: no sentence is made for those not told.
                if stack and len(self.problems) < MAX_PROBLEMS:
                    self._note(number, _("Cette ligne n’a pas été comprise et a été laissée de côté."))
            elif read.name == "BEGIN":
                yield from self._begun(read, stack)
            elif read.name == "END":
                yield from self._ended(read, stack)
            elif stack:
                # The offsets of a time zone are in its inner parts: the zone keeps them.
                inner = len(stack) > 1 and stack[-2].name == "VTIMEZONE"
                stack[-2 if inner else -1].properties.append(read)
        yield from self._cut(stack)

    def _begun(self, read: Property, stack: list[Component]) -> Iterator[Component]:
        name = read.value.strip().upper()
        if name == "VCALENDAR":
            self.calendars += 1
        if name in ("VEVENT", "VCALENDAR") and stack and stack[-1].name == "VEVENT":
            self._note(read.line, _("Un événement n’est pas terminé (il manque « END:VEVENT »)."))
            yield stack.pop()
        # A hostile file may nest without end; real ones have three levels.
        if len(stack) < 50:
            stack.append(Component(name, read.line))

    def _ended(self, read: Property, stack: list[Component]) -> Iterator[Component]:
        name = read.value.strip().upper()
        if not any(component.name == name for component in stack):
            return
        while stack:
            component = stack.pop()
            nested = any(outer.name in ("VEVENT", "VTIMEZONE", "VTODO", "VJOURNAL") for outer in stack)
            if not nested:
                yield component
            if component.name == name:
                return
            if component.name == "VEVENT":
                self._note(component.line, _("Un événement n’est pas terminé (il manque « END:VEVENT »)."))

    def _cut(self, stack: list[Component]) -> Iterator[Component]:
        if any(component.name == "VEVENT" for component in stack):
            where = next(component.line for component in stack if component.name == "VEVENT")
            self._note(where, _("Le fichier est coupé au milieu d’un événement."))
        for component in reversed(stack):
            if component.name in ("VEVENT", "VCALENDAR"):
                yield component

    def _lines(self) -> Iterator[tuple[int, str]]:
        """Unfolded lines with the number of their first physical line.

        Unfolding comes before decoding: some programs fold in the middle of a character.
        """
        pending, first = b"", 0
        for number, line in enumerate(_physical_lines(self.raw), start=1):
            if number % 2000 == 0 and monotonic() > self.deadline:
                self.late = True
                break
            if not line:
                continue
            if line[:1] in (b" ", b"\t") and first:
                if len(pending) < MAX_LINE:
                    pending += line[1:]
                continue
            if first:
                yield first, self._decoded(pending)
            pending, first = line, number
        if first:
            yield first, self._decoded(pending)

    def _decoded(self, line: bytes) -> str:
        line = line[:MAX_LINE]
        try:
            text = line.decode()
        except UnicodeDecodeError:
            text = line.decode("cp1252", errors="replace")
            if not self._other_encoding:
                self._other_encoding = True
                self.problems.append(Problem(_("fichier"), _("Le fichier n’est pas en UTF-8 : vérifiez les accents.")))
        return CONTROL.sub("", text)

    def _property(self, number: int, line: str) -> Property | None:
        named = NAME.match(line)
        if not named:
            return None
        position, parameters = named.end(), {}
        while found := PARAMETER.match(line, position):
            parameters[found[1].upper()] = found[2].strip().strip('"')
            position = found.end()
        # Stray semicolons and parameters without a value are common and harmless.
        colon = line.find(":", position)
        if colon < 0:
            return None
        return Property(named[1].upper(), parameters, line[colon + 1 :], number)

    def _note(self, line: int, message: str) -> None:
        if len(self.problems) > MAX_PROBLEMS:
            return
        self.problems.append(Problem(_("ligne %(number)d") % {"number": line}, message))


def unescaped(value: str) -> str:
    """The text behind RFC 5545's backslashes."""
    if "\\" not in value:
        return value
    return ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def split_unescaped(value: str) -> list[str]:
    """The items of a list separated by commas that are not escaped."""
    return [unescaped(item).strip() for item in re.split(r"(?<!\\),", value)]


def _utf8(raw: bytes) -> bytes:
    for mark, encoding in ((b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace").encode()
    if raw[1:2] == b"\0" and raw[3:4] == b"\0":
        return raw.decode("utf-16-le", errors="replace").encode()
    if raw[:1] == b"\0" and raw[2:3] == b"\0":
        return raw.decode("utf-16-be", errors="replace").encode()
    return raw.removeprefix(b"\xef\xbb\xbf")


def _physical_lines(raw: bytes) -> Iterator[bytes]:
    for line in io.BytesIO(raw):
        line = line.rstrip(b"\r\n")
        # Files of old Macintoshes end their lines with a lone CR.
        if b"\r" in line:
            yield from line.split(b"\r")
        else:
            yield line
