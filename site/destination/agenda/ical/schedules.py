"""The dates of one event of a calendar file, as our ``Schedule``."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext as _
from icalendar import vRecur

from common.names import fold_name
from destination.agenda.ical.components import ALL_DAY, Component, parameter, text_of
from destination.agenda.ical.following import Following, with_following
from destination.agenda.ical.recurrence import dates_of_rule, recurrence_of, rule_of
from destination.agenda.ical.states import CANCELLED, FULL, POSTPONED, state_in_title, state_of_status, strongest
from destination.agenda.ical.texts import plain_line, plain_text, web_address
from destination.agenda.ical.timezones import (
    Length,
    Zones,
    duration,
    is_ours,
    keeps_clock_of_paris,
    local,
    moment_of,
    moments_of,
)
from destination.agenda.schedule import MAX_OCCURRENCES, Change, DateState, Rule, Schedule, Slot, Timing, default_horizon
from destination.agenda.schedule.checks import clean_schedule
from destination.agenda.schedule.model import MAX_DAYS_LONG
from destination.agenda.schedule.serialization import LONGEST_PLACE

DAY = timedelta(days=1)
STATES_OF_A_DATE = (CANCELLED, POSTPONED, FULL)
YES_AND_NO = {"true": True, "1": True, "yes": True, "": False, "false": False, "0": False, "no": False}
# RFC 5545 allows one rule; some programs write several.
MAX_RULES = 5


class UnreadableEvent(Exception):
    """An event that cannot be taken over, with the sentence that says why."""


def read_schedule(
    event: Component, overrides: list[Component], zones: Zones, today: date
) -> tuple[Schedule, list[str], Component]:
    """The clean schedule of an event with its changed occurrences, remarks for the person, and which component has the words of
    the dates to come.

    Raises ``UnreadableEvent`` or ``ScheduleError``, both with a sentence for the person.
    """
    dates = _Dates(event, zones, today)
    return *dates.read(overrides), dates.words


class _Dates:
    """One event: its start, its length, then every date."""

    def __init__(self, component: Component, zones: Zones, today: date):
        self.component, self.zones, self.today = component, zones, today
        self.words = component  # which tells what every date to come is called
        self.remarks: list[str] = []
        self.says_whole_day = self._says_whole_day()
        self.start = self._start()
        self.duration = self._duration()
        self.all_day = self._is_all_day()

    def read(self, overrides: list[Component]) -> tuple[Schedule, list[str]]:
        slots, rule, excluded = self._dates()
        timing = Timing.ALL_DAY if self.all_day else Timing.TIMED
        # In order of SEQUENCE: the newest is the last.
        changes = [self._change(component, slots, rule is not None) for component in overrides]
        newest = {(change.original_day, change.original_start): change for change in changes if isinstance(change, Change)}
        schedule = Schedule(timing, tuple(slots), rule, tuple(excluded), tuple(newest.values()))
        followings = {
            each.day: (each, component) for component, each in zip(overrides, changes, strict=True) if isinstance(each, Following)
        }
        if followings:
            schedule = self._with_following(schedule, followings)
        return clean_schedule(schedule, self.today), self.remarks

    def _with_following(self, schedule: Schedule, followings: dict[date, tuple[Following, Component]]) -> Schedule:
        """The schedule with what holds from a date on. Its words are the event’s where they are those of every date to come."""
        horizon = default_horizon(self.today, schedule.first_day)
        soonest = next((slot.day for slot in schedule.original_slots(horizon) if slot.last_day >= self.today), horizon)
        for day, (following, component) in sorted(followings.items()):
            if day <= soonest:
                self.words = component
            elif following.state != DateState.CANCELLED:
                self._tell_other_words(component, day)
        schedule, is_written_out = with_following(
            schedule, [following for following, _component in followings.values()], self.today
        )
        if is_written_out:
            sentence = _(
                "Un changement vaut pour toutes les dates suivantes : elles ont été reprises une à une, pour deux ans au plus."
            )
            self.remarks.append(sentence)
        return schedule

    def _says_whole_day(self) -> bool:
        """What Outlook and others say beside hours that mean nothing."""
        word = self.component.text(ALL_DAY).lower()
        if word not in YES_AND_NO:
            sentence = _("La valeur « %(value)s » de « toute la journée » n’est pas connue : vérifiez les heures.")
            self.remarks.append(sentence % {"value": word[:40]})
        return YES_AND_NO.get(word, False)

    def _start(self) -> date | datetime:
        value = self.component.first("DTSTART")
        if value is None:
            raise UnreadableEvent(_("Cet événement n’a pas de date de début."))
        start = moment_of(value, self.zones)
        if start is None:
            sentence = _("La date de début n’est pas lisible : « %(value)s » (ligne %(line)d).")
            line = self.component.line_of("DTSTART")
            raise UnreadableEvent(sentence % {"value": text_of(value)[:40], "line": line})
        return _day_meant(start) if self.says_whole_day else start

    def _duration(self) -> Length | None:
        """From DTEND or DURATION; None when the end is not known."""
        end, length, given = self.component.first("DTEND"), self.component.written("DURATION"), None
        if end is not None:
            moment = moment_of(end, self.zones)
            if moment is not None and self.says_whole_day:
                moment = _day_meant(moment)
            given = None if moment is None else _between(self.start, moment)
            if given is None:
                self.remarks.append(_("La date de fin n’est pas lisible : elle a été laissée de côté."))
        elif length:
            given = duration(length)
            if given is None:
                self.remarks.append(_("La durée n’est pas lisible : elle a été laissée de côté."))
        if given and given.about < timedelta():
            self.remarks.append(_("La fin était avant le début : elle a été laissée de côté."))
            return None
        if given and given.about > MAX_DAYS_LONG * DAY:
            self.remarks.append(_("La fin était à plus de trois ans du début : elle a été laissée de côté."))
            return None
        return given if given and given.about else None

    def _is_all_day(self) -> bool:
        """A date without hour, or whole days from midnight to midnight as some programs write them."""
        if not isinstance(self.start, datetime):
            return True
        if not self.duration or local(self.start).time() != time():
            return False
        return local(self.duration.end_of(self.start)).time() == time() and round(self.duration.about / DAY) >= 1

    def _slot(self, start: date | datetime, length: Length | None) -> Slot:
        """The slot on the clock of Paris of an occurrence that starts then."""
        if self.all_day:
            day = local(start).date() if isinstance(start, datetime) else start
            return Slot(day, day + (max(round(length.about / DAY) if length else 1, 1) - 1) * DAY)
        begins = local(start)
        if not length:
            return Slot(begins.date(), start=begins.time().replace(second=0))
        ends = local(length.end_of(start))
        return Slot(begins.date(), ends.date(), begins.time().replace(second=0), ends.time().replace(second=0))

    def _dates(self) -> tuple[list[Slot], Rule | None, list[date]]:
        """The slots, our rule if it can say theirs, and the days it must leave out."""
        first = self._slot(self.start, self.duration)
        recurrences = self._recurrences()
        if self.component.first("EXRULE") is not None:
            self.remarks.append(_("Une règle d’exception (EXRULE) n’a pas été reprise : vérifiez les dates."))
        extra = self._extra()
        excluded = _Excluded(local(when) for when, _end in self._listed("EXDATE"))
        rule = self._our_rule(recurrences)
        if rule:
            return self._with_rule(first, rule, extra, excluded)
        slots = [*(self._slots_of_rules(recurrences) if recurrences else [first]), *extra]
        slots = [slot for slot in dict.fromkeys(slots) if slot not in excluded]
        if not slots:
            raise UnreadableEvent(_("Toutes les dates de cet événement sont annulées."))
        return self._bounded(slots), None, []

    def _recurrences(self) -> list[vRecur]:
        recurrences = [recurrence_of(value) for value in self.component.every("RRULE")[:MAX_RULES] if text_of(value).strip()]
        if not recurrences and self.component.written("RRULE"):
            self.remarks.append(_("La répétition n’a pas été comprise : seule la première date a été reprise."))
        if any("UNTIL" in recurrence and not is_ours(next(iter(recurrence["UNTIL"]), None)) for recurrence in recurrences):
            self.remarks.append(_("La fin de la répétition n’est pas lisible : vérifiez les dates."))
        return recurrences

    def _listed(self, name: str) -> list[tuple[date | datetime, datetime | Length | None]]:
        """The moments of EXDATE or RDATE; that some cannot be read is told."""
        moments = [moment for value in self.component.every(name) for moment in moments_of(value, self.zones)]
        readable = [(when, end) for when, end in moments if when is not None]
        if len(readable) < len(moments):
            sentence = _("Une date ajoutée ou supprimée (%(name)s) n’est pas lisible : vérifiez les dates.")
            self.remarks.append(sentence % {"name": name})
        return readable

    def _our_rule(self, recurrences: list[vRecur]) -> Rule | None:
        """The rule, when it is the only one, keeps the clock of Paris and gives a date at all on a calendar we keep."""
        if len(recurrences) != 1:
            return None
        if isinstance(self.start, datetime) and not keeps_clock_of_paris(self.start.tzinfo, self.start.year):
            return None
        start = local(self.start)
        rule = rule_of(recurrences[0], start)
        day = start.date() if isinstance(start, datetime) else start
        return rule if rule and not (rule.until and rule.until < day) and rule.next_day(day) else None

    def _with_rule(self, first: Slot, rule: Rule, extra: list[Slot], excluded: "_Excluded"):
        pattern_day = rule.next_day(first.day)
        if pattern_day != first.day:
            # The standard counts the start among the dates even when the rule would not give it.
            if first.day not in excluded.all_days:
                extra = [first, *extra]
            if rule.count == 1:
                return [first, *extra], None, []
            rule = replace(rule, count=rule.count - 1) if rule.count else rule
            first = first.moved_to(pattern_day)
        last = max(excluded.all_days, default=first.day)
        days = sorted(excluded.all_days.intersection(rule.days(first.day, last)))
        return [first, *(slot for slot in extra if slot not in excluded)], rule, days

    def _slots_of_rules(self, recurrences: list[vRecur]) -> list[Slot]:
        zone = self.start.tzinfo if isinstance(self.start, datetime) else UTC
        starts = (start for recurrence in recurrences for start in dates_of_rule(recurrence, self.start, zone, self.today))
        slots = [self._slot(start, self.duration) for start in starts]
        if len(set(slots)) == 1:
            self.remarks.append(_("La répétition n’a pas été comprise : seule la première date a été reprise."))
        else:
            self.remarks.append(_("La répétition a été reprise date par date, pour deux ans au plus."))
        return slots

    def _bounded(self, slots: list[Slot]) -> list[Slot]:
        if len(slots) <= MAX_OCCURRENCES:
            return slots
        slots = sorted(slots, key=lambda slot: slot.sort_key)
        future = [slot for slot in slots if slot.last_day >= self.today]
        selection = future[:MAX_OCCURRENCES] if future else slots[-MAX_OCCURRENCES:]
        sentence = _("Cet événement a trop de dates : %(kept)d ont été reprises sur %(all)d.")
        self.remarks.append(sentence % {"kept": len(selection), "all": len(slots)})
        return selection

    def _extra(self) -> list[Slot]:
        """The additional dates of RDATE, each with the length of its period if it has one."""
        slots = []
        for when, end in self._listed("RDATE"):
            period = end if end is None or isinstance(end, Length) else _between(when, end)
            if not isinstance(when, datetime) and isinstance(self.start, datetime):
                when = datetime.combine(when, self.start.time(), tzinfo=self.start.tzinfo)
            elif isinstance(when, datetime) and not isinstance(self.start, datetime):
                when = local(when).date()
            is_valid = period and timedelta() < period.about < MAX_DAYS_LONG * DAY
            slots.append(self._slot(when, period if is_valid else self.duration))
        return slots

    def _change(self, component: Component, slots: list[Slot], repeated: bool) -> Change | Following | None:
        value = component.first("RECURRENCE-ID")
        when = moment_of(value, self.zones)
        if when is None:
            line = component.line_of("RECURRENCE-ID")
            self.remarks.append(_("Une date déplacée n’a pas été comprise (ligne %(line)d).") % {"line": line})
            return None
        span = parameter(value, "RANGE").upper()
        goes_on = span == "THISANDFUTURE"
        if span and not goes_on:
            sentence = _("Un changement valait pour d’autres dates (« %(value)s ») : il n’a été repris que pour la sienne.")
            self.remarks.append(sentence % {"value": span[:40]})
        original = local(when)
        day = original.date() if isinstance(original, datetime) else original
        hour = original.time().replace(second=0) if isinstance(original, datetime) and not self.all_day else None
        has_own_slot = not repeated and any(slot.day == day and slot.start == hour for slot in slots)
        state = self._state_of_date(component, day)
        if goes_on:
            return self._following(component, Slot(day, start=hour), slots[0], state)
        hour = hour if has_own_slot else None
        if state == DateState.CANCELLED:
            return Change(day, None, hour)
        self._tell_other_words(component, day)
        slot, where = self._changed_slot(component, slots[0]), self._other_place(component)
        if state == DateState.POSTPONED and (slot is None or slot.day == day):
            return Change(day, None, hour, state)
        if where and not state:
            state = DateState.MOVED_ONLINE if web_address(where) else DateState.MOVED
        return Change(day, slot, hour, state if state != DateState.POSTPONED else None, where) if slot else None

    def _following(self, component: Component, planned: Slot, pattern: Slot, state: DateState | None) -> Following:
        """What is true of a date and of all that follow."""
        if state == DateState.CANCELLED:
            return Following(planned.day, planned.start, None, state)
        slot, where = self._changed_slot(component, pattern), self._other_place(component)
        if slot and slot.start and not (component.first("DTEND") or component.written("DURATION")):
            slot = _as_long_as(pattern, slot)
        if where and not state:
            state = DateState.MOVED_ONLINE if web_address(where) else DateState.MOVED
        is_as_planned = slot is None or slot == pattern.moved_to(planned.day)
        return Following(planned.day, planned.start, None if is_as_planned else slot, state, where)

    def _state_of_date(self, component: Component, day: date) -> DateState | None:
        """The state of one date alone; a word of STATUS that is not known is told."""
        states, unknown = zip(*(_states_of(one) for one in (component, self.component)), strict=True)
        if unknown[0] and unknown[0] != unknown[1]:
            sentence = _("L’état de la seule date du %(day)s (« %(state)s ») n’est pas connu : il n’a pas été repris.")
            self.remarks.append(sentence % {"day": f"{day:%d/%m/%Y}", "state": unknown[0][:40]})
        return DateState(states[0]) if states[0] in STATES_OF_A_DATE and states[0] != states[1] else None

    def _other_place(self, component: Component) -> str:
        """Where this date takes place, empty where it is the usual place."""
        place, usual = (" ".join(plain_text(one.text("LOCATION")).split()) for one in (component, self.component))
        place = web_address(place) or place
        return place[:LONGEST_PLACE] if place and fold_name(place) != fold_name(usual) else ""

    def _tell_other_words(self, component: Component, day: date) -> None:
        """An event has one title and one text for all its dates."""
        differences = []
        for name, label in (("SUMMARY", _("titre")), ("DESCRIPTION", _("texte")), ("URL", _("lien"))):
            words, usual = (plain_line(one.text(name)) for one in (component, self.component))
            if name == "SUMMARY":
                words, usual = state_in_title(words)[1], state_in_title(usual)[1]
            if words and words != usual:
                differences.append(f"{label} « {words[:60]} »")
        if differences:
            sentence = _("La date du %(day)s a ses propres mots, qui n’ont pas été repris : %(words)s.")
            self.remarks.append(sentence % {"day": f"{day:%d/%m/%Y}", "words": ", ".join(differences)})

    def _changed_slot(self, component: Component, pattern: Slot) -> Slot | None:
        try:
            dates = _Dates(component, self.zones, self.today)
        except UnreadableEvent as reason:
            self.remarks.append(str(reason))
            return None
        slot = dates._slot(dates.start, dates.duration)
        if dates.all_day == self.all_day:
            return slot
        # A schedule has hours everywhere or nowhere: the usual ones are kept on the new day.
        self.remarks.append(_("Une date déplacée n’avait pas les mêmes heures que les autres : vérifiez-la."))
        return pattern.moved_to(slot.day)


def _states_of(component: Component) -> tuple[str, str]:
    """The state that title and STATUS say, and the word of STATUS where it is not known."""
    by_title, _title = state_in_title(plain_line(component.text("SUMMARY")))
    by_status, unknown = state_of_status(component)
    return strongest(by_title, by_status), unknown


def _as_long_as(pattern: Slot, slot: Slot) -> Slot:
    """The slot with the usual length, where none is said."""
    if pattern.end is None or pattern.start is None:
        return slot
    ends = pattern.last_day + timedelta(days=pattern.past_midnight)
    length = datetime.combine(ends, pattern.end) - datetime.combine(pattern.day, pattern.start)
    end = datetime.combine(slot.day, slot.start) + length
    return Slot(slot.day, end.date(), slot.start, end.time())


class _Excluded:
    """The dates and hours of EXDATE on the clock of Paris: ``slot in excluded``."""

    def __init__(self, moments):
        moments = set(moments)
        self.hours = {when.replace(second=0) for when in moments if isinstance(when, datetime)}
        self.days = {when for when in moments if not isinstance(when, datetime)}
        self.all_days = self.days | {when.date() for when in self.hours}

    def __contains__(self, slot: Slot) -> bool:
        if slot.start is None:
            return slot.day in self.all_days
        return slot.day in self.days or datetime.combine(slot.day, slot.start) in self.hours


def _between(start: date | datetime, end: date | datetime) -> Length:
    """The time from start to end; by days when one of them has no hour."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        return Length(exact=end.astimezone(UTC) - start.astimezone(UTC))
    start, end = ((moment.date() if isinstance(moment, datetime) else moment) for moment in (start, end))
    return Length((end - start).days)


def _day_meant(moment: date | datetime) -> date:
    """The day of an hour that stands for a whole day: midnight where it was written, or in Paris written as an instant."""
    if not isinstance(moment, datetime):
        return moment
    return local(moment).date() if moment.time() != time() == local(moment).time() else moment.date()
