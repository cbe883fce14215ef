"""The dates of one event of a calendar file, as our ``Schedule``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext as _

from destination.agenda.ical_lines import Component
from destination.agenda.ical_rules import parts_of, rule_of, spelled_out
from destination.agenda.ical_values import Zones, keeps_clock_of_paris, length, local, moment, moment_of, moments_of
from destination.agenda.schedule import MAX_DAYS_LONG, MAX_OCCURRENCES, Change, Schedule, Slot, Timing


class NotUnderstood(Exception):
    """An event that cannot be taken over, with the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Understood:
    schedule: Schedule
    remarks: list[str]


def schedule_of(master: Component, overrides: list[Component], zones: Zones, today: date) -> Understood:
    """The cleaned schedule of an event and its changed occurrences.

    Raises ``NotUnderstood`` or ``ScheduleError``, both with a sentence for the person.
    """
    return _Dates(master, zones, today).schedule(overrides)


class _Dates:
    """One event being understood: its start, its length, then every date."""

    def __init__(self, component: Component, zones: Zones, today: date):
        self.component, self.zones, self.today = component, zones, today
        self.remarks: list[str] = []
        self.start = self._start()
        self.duration = self._duration()
        self.all_day = self._is_all_day()

    def schedule(self, overrides: list[Component]) -> Understood:
        slots, rule, excluded = self._dates()
        timing = Timing.ALL_DAY if self.all_day else Timing.TIMED
        changes = self._changes(overrides, slots, rule is not None)
        found = Schedule(timing, tuple(slots), rule, tuple(excluded), tuple(changes))
        return Understood(found.clean(self.today), self.remarks)

    def _start(self) -> date | datetime:
        found = self.component.first("DTSTART")
        if not found:
            raise NotUnderstood(_("Cet événement n’a pas de date de début."))
        start = moment_of(found, self.zones)
        if start is None:
            sentence = _("La date de début n’est pas lisible : « %(value)s » (ligne %(line)d).")
            raise NotUnderstood(sentence % {"value": found.value[:40], "line": found.line})
        return start

    def _duration(self) -> timedelta | None:
        """From DTEND or DURATION; None when the end is not known."""
        duration = self._written_duration()
        if duration is None:
            return None
        if duration < timedelta():
            self.remarks.append(_("La fin était avant le début : elle a été laissée de côté."))
            return None
        if duration > timedelta(days=MAX_DAYS_LONG):
            self.remarks.append(_("La fin était à plus de trois ans du début : elle a été laissée de côté."))
            return None
        return duration or None

    def _written_duration(self) -> timedelta | None:
        if ended := self.component.first("DTEND"):
            end = moment_of(ended, self.zones)
            if end is None:
                self.remarks.append(_("La date de fin n’est pas lisible : elle a été laissée de côté."))
                return None
            return _between(self.start, end)
        if lasting := self.component.first("DURATION"):
            duration = length(lasting.value)
            if duration is None:
                self.remarks.append(_("La durée n’est pas lisible : elle a été laissée de côté."))
            return duration
        return None

    def _is_all_day(self) -> bool:
        """A date without hour, or whole days from midnight to midnight as some programs write them."""
        if not isinstance(self.start, datetime):
            return True
        day = timedelta(days=1)
        begins = local(self.start)
        return bool(
            begins.time() == time()
            and self.duration
            and local(self.start + self.duration).time() == time()
            and round(self.duration / day) >= 1
        )

    def _slot(self, start: date | datetime, duration: timedelta | None) -> Slot:
        """The slot on the clock of Paris of an occurrence that starts then."""
        if self.all_day:
            day = local(start).date() if isinstance(start, datetime) else start
            days = max(round((duration or timedelta(days=1)) / timedelta(days=1)), 1)
            return Slot(day, day + timedelta(days=days - 1))
        begins = local(start)
        if not duration:
            return Slot(begins.date(), start=begins.time().replace(second=0))
        ends = local((start.astimezone(UTC) + duration).astimezone(UTC))
        first, last = begins.date(), ends.date()
        if last == first + timedelta(days=1) and ends.time() < begins.time():
            last = first
        return Slot(first, last, begins.time().replace(second=0), ends.time().replace(second=0))

    def _dates(self):
        """The slots, our rule if it can say theirs, and the days it must leave out."""
        first = self._slot(self.start, self.duration)
        rules = [parts_of(one.value) for one in self.component.every("RRULE") if one.value.strip()]
        if self.component.first("EXRULE"):
            self.remarks.append(_("Une règle d’exception (EXRULE) n’a pas été reprise : vérifiez les dates."))
        extra = [slot for one in self.component.every("RDATE") for slot in self._extra(one)]
        left_out = [local(when) for one in self.component.every("EXDATE") for when, _end in moments_of(one, self.zones)]
        rule = self._our_rule(rules)
        if rule:
            return self._with_rule(first, rule, extra, left_out)
        slots = [first, *extra]
        if rules:
            slots = self._spelled_out(rules) + extra
        slots = [slot for slot in dict.fromkeys(slots) if not _is_left_out(slot, left_out)]
        if not slots:
            raise NotUnderstood(_("Toutes les dates de cet événement sont annulées."))
        return self._bounded(slots), None, []

    def _our_rule(self, rules):
        if len(rules) != 1:
            return None
        if isinstance(self.start, datetime) and not keeps_clock_of_paris(self.start.tzinfo, self.start.year):
            return None
        rule = rule_of(rules[0], local(self.start))
        if not rule or not self._moments_of_rule_are_few(rule):
            return None
        return rule

    def _moments_of_rule_are_few(self, rule) -> bool:
        """Whether the rule gives a date at all, on a calendar we keep."""
        day = local(self.start)
        day = day.date() if isinstance(day, datetime) else day
        return not (rule.until and rule.until < day) and rule.next_day(day) is not None

    def _with_rule(self, first: Slot, rule, extra: list[Slot], left_out: list):
        days = {when.date() if isinstance(when, datetime) else when for when in left_out}
        if rule.next_day(first.day) != first.day:
            # The standard counts the start among the dates even when the rule would not give it.
            if first.day not in days:
                extra = [first, *extra]
            if rule.count == 1:
                return [first, *extra], None, []
            rule = replace(rule, count=rule.count - 1) if rule.count else rule
            first = first.moved_to(rule.next_day(first.day))
        last = max(days, default=first.day)
        excluded = sorted(days.intersection(rule.days(first.day, last)))
        extra = [slot for slot in extra if not _is_left_out(slot, left_out)]
        return [first, *extra], rule, excluded

    def _spelled_out(self, rules: list[dict]) -> list[Slot]:
        zone = self.start.tzinfo if isinstance(self.start, datetime) else UTC
        found = [
            self._slot(start, self.duration) for parts in rules for start in spelled_out(parts, self.start, zone, self.today)
        ]
        if len(set(found)) == 1:
            self.remarks.append(_("La répétition n’a pas été comprise : seule la première date a été reprise."))
        else:
            self.remarks.append(_("La répétition a été reprise date par date, pour deux ans au plus."))
        return found

    def _bounded(self, slots: list[Slot]) -> list[Slot]:
        if len(slots) <= MAX_OCCURRENCES:
            return slots
        slots = sorted(slots, key=lambda slot: slot.sort_key)
        coming = [slot for slot in slots if slot.last_day >= self.today]
        kept = coming[:MAX_OCCURRENCES] if coming else slots[-MAX_OCCURRENCES:]
        sentence = _("Cet événement a trop de dates : %(kept)d ont été reprises sur %(all)d.")
        self.remarks.append(sentence % {"kept": len(kept), "all": len(slots)})
        return kept

    def _extra(self, one) -> list[Slot]:
        """The additional dates of an RDATE, each with the length of its period if it has one."""
        zone = self.zones.zone(one.parameters.get("TZID"))
        found = []
        for when, end in moments_of(one, self.zones)[: 10 * MAX_OCCURRENCES]:
            if not isinstance(when, datetime) and isinstance(self.start, datetime):
                when = datetime.combine(when, self.start.time(), tzinfo=self.start.tzinfo)
            elif isinstance(when, datetime) and not isinstance(self.start, datetime):
                when = local(when).date()
            duration = self.duration
            if end:
                stop = moment(end, zone)
                period = length(end) if stop is None else _between(when, stop)
                duration = period if period and timedelta() < period < timedelta(days=MAX_DAYS_LONG) else duration
            found.append(self._slot(when, duration))
        return found

    def _changes(self, overrides: list[Component], slots: list[Slot], repeated: bool) -> list[Change]:
        changes = {}
        for component in overrides:
            change = self._change(component, slots, repeated)
            if change:
                # In order of SEQUENCE: the newest is the last.
                changes[change.original_day, change.original_start] = change
        return list(changes.values())

    def _change(self, component: Component, slots: list[Slot], repeated: bool) -> Change | None:
        recurrence = component.first("RECURRENCE-ID")
        when = moment_of(recurrence, self.zones)
        if when is None:
            self.remarks.append(_("Une date déplacée n’a pas été comprise (ligne %(line)d).") % {"line": recurrence.line})
            return None
        if "THISANDFUTURE" in recurrence.parameters.get("RANGE", "").upper():
            self.remarks.append(
                _("Un changement valait pour toutes les dates suivantes : il n’a été repris que pour la première.")
            )
        original = local(when)
        day = original.date() if isinstance(original, datetime) else original
        hour = original.time().replace(second=0) if isinstance(original, datetime) and not self.all_day else None
        same_day = [slot for slot in slots if slot.day == day]
        hour = hour if not repeated and any(slot.start == hour for slot in same_day) else None
        if component.text("STATUS").upper() == "CANCELLED":
            return Change(day, None, hour)
        slot = self._changed_slot(component, slots[0])
        return Change(day, slot, hour) if slot else None

    def _changed_slot(self, component: Component, pattern: Slot) -> Slot | None:
        try:
            dates = _Dates(component, self.zones, self.today)
        except NotUnderstood as reason:
            self.remarks.append(str(reason))
            return None
        slot = dates._slot(dates.start, dates.duration)
        if dates.all_day == self.all_day:
            return slot
        # A schedule has hours everywhere or nowhere: the usual ones are kept on the new day.
        self.remarks.append(_("Une date déplacée n’avait pas les mêmes heures que les autres : vérifiez-la."))
        return pattern.moved_to(slot.day)


def _between(start: date | datetime, end: date | datetime) -> timedelta:
    """The time from start to end; by days when one of them has no hour."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end.astimezone(UTC) - start.astimezone(UTC)
    start, end = ((one.date() if isinstance(one, datetime) else one) for one in (start, end))
    return end - start


def _is_left_out(slot: Slot, left_out: list[date | datetime]) -> bool:
    for when in left_out:
        if not isinstance(when, datetime):
            if when == slot.day:
                return True
        elif when.date() == slot.day and slot.start in (None, when.time().replace(second=0)):
            return True
    return False
