"""What makes a schedule acceptable, and what is worth saying about one that is."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.relativedelta import relativedelta
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from destination.agenda.schedule.model import (
    FIRST_YEAR,
    HORIZON_MONTHS,
    LAST_YEAR,
    MAX_DAYS_LONG,
    MAX_OCCURRENCES,
    PARIS,
    Change,
    Remark,
    Schedule,
    ScheduleError,
    Slot,
    Timing,
    default_horizon,
)
from destination.agenda.schedule.recurrence import Rule

MAX_INTERVAL = 400


def clean_schedule(schedule: Schedule, today: date | None = None) -> Schedule:
    """The schedule put in order; raises ``ScheduleError`` at the first thing that cannot be."""
    if not schedule.slots:
        raise ScheduleError("slots", "no_date", _("Indiquez au moins une date."))
    if len(schedule.slots) > MAX_OCCURRENCES:
        raise _too_many("slots")
    slots = [_clean_slot(slot, schedule.timing, f"slots.{n}") for n, slot in enumerate(schedule.slots)]
    changes = [_clean_change(change, schedule.timing, f"changes.{n}") for n, change in enumerate(schedule.changes)]
    if schedule.rule:
        _check_rule(schedule.rule, slots[0])
    result = replace(
        schedule,
        slots=_in_order(slots, schedule),
        excluded=tuple(sorted(set(schedule.excluded))),
        changes=tuple(sorted(set(changes), key=lambda change: (change.original_day, change.original_start or time()))),
    )
    _check_number(result, today or datetime.now(PARIS).date())
    return result


def _in_order(slots: list[Slot], schedule: Schedule) -> tuple[Slot, ...]:
    """The pattern first where there is a rule, then the other dates, without those the rule gives already."""
    if not schedule.rule:
        return tuple(sorted(set(slots), key=lambda slot: slot.sort_key))
    pattern, others = slots[0], set(slots[1:])
    if others:
        last = max(slot.day for slot in others)
        others -= {pattern.moved_to(day) for day in replace(schedule, slots=(pattern,)).rule_days(last)}
    return (pattern, *sorted(others, key=lambda slot: slot.sort_key))


def _clean_slot(slot: Slot, timing: Timing, field: str) -> Slot:
    if not (FIRST_YEAR <= slot.day.year <= LAST_YEAR and slot.last_day.year <= LAST_YEAR):
        raise ScheduleError(
            f"{field}.day",
            "year",
            format_lazy(
                _("Vérifiez l’année : elle doit être comprise entre {first} et {last}."),
                first=FIRST_YEAR,
                last=LAST_YEAR,
            ),
        )
    if slot.last_day < slot.day:
        raise ScheduleError(
            f"{field}.last_day",
            "end_before_start",
            _("Le dernier jour est avant le premier : corrigez l’un des deux."),
        )
    if slot.last_day - slot.day > timedelta(days=MAX_DAYS_LONG):
        raise ScheduleError(
            f"{field}.last_day",
            "too_long",
            _("Cette date dure plus de trois ans : vérifiez l’année du dernier jour."),
        )
    if timing != Timing.TIMED:
        return Slot(slot.day, slot.last_day)
    if slot.start is None:
        raise ScheduleError(
            f"{field}.start",
            "no_hour",
            _("Indiquez l’heure de début, ou choisissez « toute la journée » ou « heure à préciser »."),
        )
    if slot.end == slot.start and slot.last_day == slot.day:
        return replace(slot, end=None)
    return slot


def _clean_change(change: Change, timing: Timing, field: str) -> Change:
    if change.slot is None:
        return change
    return replace(change, slot=_clean_slot(change.slot, timing, f"{field}.slot"))


def _check_rule(rule: Rule, pattern: Slot) -> None:
    if not 1 <= rule.interval <= MAX_INTERVAL:
        raise ScheduleError(
            "rule.interval",
            "interval",
            format_lazy(_("L’intervalle doit être un nombre de 1 à {most}."), most=MAX_INTERVAL),
        )
    if rule.count is not None and rule.count < 1:
        raise ScheduleError("rule.count", "count", _("Le nombre de dates doit être d’au moins 1."))
    if rule.count is not None and rule.count > MAX_OCCURRENCES:
        raise _too_many("rule.count")
    if rule.until and rule.until < pattern.day:
        raise ScheduleError(
            "rule.until",
            "until_before_start",
            _("La répétition s’arrête avant la première date : choisissez une fin plus tardive."),
        )
    if rule.until and rule.until.year > LAST_YEAR:
        raise ScheduleError("rule.until", "year", _("Vérifiez l’année de fin de la répétition."))
    first = None if rule.impossible_month_day(pattern.day) else rule.next_day(pattern.day)
    if first is None:
        raise ScheduleError(
            "rule", "no_occurrence", _("Cette répétition ne donne aucune date : vérifiez le jour choisi et la fin.")
        )


def _check_number(schedule: Schedule, today: date) -> None:
    first_day = schedule.first_day
    # A market that has been held for twenty years is no mistake: what is long past is not counted.
    start = max(first_day, today - relativedelta(months=6))
    if len(schedule.occurrences(default_horizon(today, first_day), start, limit=MAX_OCCURRENCES + 1)) > MAX_OCCURRENCES:
        raise _too_many("rule" if schedule.rule else "slots")


def _too_many(field: str) -> ScheduleError:
    return ScheduleError(
        field,
        "too_many",
        format_lazy(
            _("Cela fait plus de {most} dates : rapprochez la fin, ou faites plusieurs événements."),
            most=MAX_OCCURRENCES,
        ),
    )


def schedule_remarks(schedule: Schedule) -> list[Remark]:
    """Endless rule, 29 February, short months, excluded or changed days that never come."""
    notes = []
    rule = schedule.rule
    if rule and rule.endless:
        notes.append(
            Remark(
                "rule.until",
                "endless",
                format_lazy(
                    _("La répétition n’a pas de fin : les dates sont annoncées {months} mois à l’avance."),
                    months=HORIZON_MONTHS,
                ),
            )
        )
    if rule and rule.on_leap_day(schedule.slots[0].day):
        notes.append(
            Remark("rule", "leap_day", _("Le 29 février n’existe que les années bissextiles : une date tous les quatre ans."))
        )
    if rule and rule.skips_short_months(schedule.slots[0].day):
        notes.append(Remark("rule", "short_months", _("Les mois qui n’ont pas ce jour sont sautés.")))
    return notes + _useless_exceptions(schedule)


def _useless_exceptions(schedule: Schedule) -> list[Remark]:
    notes = []
    excluded = set(schedule.excluded)
    if excluded:
        days = schedule.rule.days(schedule.slots[0].day, max(excluded)) if schedule.rule else ()
        produced = set(islice(days, 50_000))
        notes += [
            Remark(f"excluded.{number}", "never_produced", _never(day))
            for number, day in enumerate(schedule.excluded)
            if day not in produced
        ]
    for number, change in enumerate(schedule.changes):
        slots = schedule.original_slots(change.original_day)
        if not any(change.concerns(slot) for slot in slots):
            notes.append(Remark(f"changes.{number}", "never_produced", _never(change.original_day)))
    return notes


def _never(day: date):
    return format_lazy(_("Aucune date n’était prévue le {day} : cette exception ne change rien."), day=f"{day:%d/%m/%Y}")
