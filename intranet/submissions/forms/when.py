"""When: dates, hours, repetition, and the days it skips. Everything typed becomes one `Schedule`."""

from dataclasses import replace
from datetime import date, timedelta

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from common.forms.typed_fields import DayField, DaysField, HourField, Typed
from destination.agenda.schedule import Schedule, ScheduleError, Slot, Timing
from destination.agenda.schedule.checks import clean_schedule
from destination.agenda.schedule.dates import without_idle_changes
from destination.agenda.schedule.recurrence import Frequency, Rule
from destination.agenda.schedule.serialization import schedule_from_json
from intranet.submissions.forms.rows import blank, rows
from intranet.submissions.forms.section import Section

ONCE, SEVERAL, REPEATED = "once", "several", "repeated"
NEVER, UNTIL, COUNT = "never", "until", "count"
SAME_DAY, SAME_WEEKDAY, LAST_WEEKDAY = "day", "nth", "last"


class DateRow(Typed):
    day = DayField(label=_("Jour"), required=False)
    start = HourField(label=_("Début"), required=False)
    end = HourField(label=_("Fin"), required=False)
    last_day = DayField(label=_("Dernier jour"), required=False)

    def clean(self):
        cleaned = super().clean()
        if (
            not cleaned.get("day")
            and "day" not in self.errors
            and any(cleaned.get(name) for name in ("start", "end", "last_day"))
        ):
            self.add_error("day", _("Indiquez le jour."))
        return cleaned

    @property
    def slot(self) -> Slot | None:
        values = getattr(self, "cleaned_data", {})
        if not values.get("day"):
            return None
        return Slot(day=values["day"], last_day=values.get("last_day"), start=values.get("start"), end=values.get("end"))


class When(Section):
    slug = "quand"
    title = _("Quand")
    before_parts = ("when", "timing")

    when = forms.ChoiceField(
        label=_("L’événement a lieu"),
        choices=[
            (ONCE, _("À une date, ou plusieurs jours de suite")),
            (SEVERAL, _("À plusieurs dates")),
            (REPEATED, _("Régulièrement")),
        ],
        widget=forms.RadioSelect,
        initial=ONCE,
    )
    timing = forms.ChoiceField(
        label=_("Les heures"),
        choices=[
            (Timing.TIMED.value, _("Une heure de début, une fin si elle est connue")),
            (Timing.ALL_DAY.value, _("Toute la journée")),
            (Timing.UNKNOWN_HOUR.value, _("Heure à préciser")),
        ],
        widget=forms.RadioSelect,
        initial=Timing.TIMED.value,
    )
    frequency = forms.ChoiceField(
        label=_("Se répète"),
        choices=[
            (Frequency.DAILY.value, _("tous les jours")),
            (Frequency.WEEKLY.value, _("toutes les semaines")),
            (Frequency.MONTHLY.value, _("tous les mois")),
            (Frequency.YEARLY.value, _("tous les ans")),
        ],
        initial=Frequency.WEEKLY.value,
        required=False,
    )
    interval = forms.IntegerField(
        label=_("Une fois sur"),
        min_value=1,
        max_value=400,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4}),
        help_text=_("2 pour une semaine sur deux, un mois sur deux…"),
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Quels jours"),
        choices=[(number, name) for number, name in WEEKDAYS.items()],
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Pour une répétition par semaine. Sans rien cocher : le jour de la première date."),
    )
    monthly_by = forms.ChoiceField(
        label=_("Dans le mois"),
        choices=[
            (SAME_DAY, _("le même numéro de jour (le 16)")),
            (SAME_WEEKDAY, _("le même jour de la semaine (le 3ᵉ jeudi)")),
            (LAST_WEEKDAY, _("le dernier jour de la semaine du mois (le dernier jeudi)")),
        ],
        widget=forms.RadioSelect,
        initial=SAME_DAY,
        required=False,
        help_text=_("D’après la première date, pour une répétition par mois ou par an."),
    )
    ends = forms.ChoiceField(
        label=_("Fin de la répétition"),
        choices=[(UNTIL, _("à une date")), (COUNT, _("après un nombre de fois")), (NEVER, _("sans fin prévue"))],
        widget=forms.RadioSelect,
        initial=UNTIL,
        required=False,
    )
    until = DayField(label=_("Jusqu’au"), required=False, help_text=_("Ce jour est compris."))
    count = forms.IntegerField(
        label=_("Nombre de fois"),
        min_value=1,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 9}),
    )
    excluded = DaysField(
        label=_("Sauf ces jours"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "14/07/2026, 15/08/2026"}),
        help_text=_("Les jours où il n’a pas lieu, entre virgules."),
    )
    changes = forms.CharField(
        required=False, widget=forms.HiddenInput
    )  # dates moved since (JSON), kept through the form as they are

    def __init__(self, raw, *, checked, person, event=None):
        super().__init__(raw, checked=checked, person=person, event=event)
        self.dates = rows(DateRow, raw, "date", checked=checked)
        self.blank_date = blank(DateRow, "date")
        self.schedule: Schedule | None = None

    def parts(self):
        return self.dates

    def is_filled(self):
        return any(row.typed_something() for row in self.dates)

    def clean(self):
        cleaned = super().clean()
        if self.errors or any(row.errors for row in self.dates):
            return cleaned
        try:
            self.schedule = clean_schedule(self._schedule(cleaned))
        except ScheduleError as problem:
            self._say(problem)
        return cleaned

    def _filled_rows(self) -> list[DateRow]:
        filled_rows = [row for row in self.dates if row.slot]
        return filled_rows[:1] if self.cleaned_data.get("when") == ONCE else filled_rows

    def _schedule(self, cleaned: dict) -> Schedule:
        slots = [row.slot for row in self._filled_rows()]
        rule = self._rule(cleaned, slots[0].day) if cleaned["when"] == REPEATED and slots else None
        changes = cleaned.get("changes") or "[]"
        parsed = schedule_from_json(f'{{"timing": "{cleaned["timing"]}", "slots": [], "changes": {changes}}}')
        excluded = tuple(cleaned.get("excluded") or ()) if rule else ()
        return Schedule(Timing(cleaned["timing"]), tuple(slots), rule, excluded, parsed.changes)

    def _rule(self, cleaned: dict, first: date) -> Rule:
        frequency = Frequency(cleaned.get("frequency") or Frequency.WEEKLY)
        ends = cleaned.get("ends") or UNTIL
        if ends == UNTIL and not cleaned.get("until"):
            raise ScheduleError("rule.until", "no_end", _("Indiquez le dernier jour, ou choisissez « sans fin prévue »."))
        if ends == COUNT and not cleaned.get("count"):
            raise ScheduleError("rule.count", "no_count", _("Indiquez combien de fois l’événement a lieu."))
        return Rule(
            frequency=frequency,
            interval=cleaned.get("interval") or 1,
            weekdays=tuple(sorted(cleaned.get("weekdays") or ())) if frequency == Frequency.WEEKLY else (),
            nth_weekday=_nth_weekday(cleaned.get("monthly_by"), first)
            if frequency in (Frequency.MONTHLY, Frequency.YEARLY)
            else None,
            until=cleaned.get("until") if ends == UNTIL else None,
            count=cleaned.get("count") if ends == COUNT else None,
        )

    def _say(self, problem: ScheduleError) -> None:
        """Put the schedule's message beside the field it speaks of."""
        parts = problem.field.split(".")
        rows_used = self._filled_rows() or self.dates
        if parts[0] == "slots":
            row = rows_used[int(parts[1])] if len(parts) > 1 and int(parts[1]) < len(rows_used) else rows_used[0]
            row.add_error(parts[2] if len(parts) > 2 else "day", problem.message)
        elif parts[0] == "rule":
            name = parts[1] if len(parts) > 1 and parts[1] in self.fields else "frequency"
            self.add_error(name, problem.message)
        else:
            self.add_error("when", problem.message)

    def fill(self, event):
        """What was said of single dates meanwhile stays said, as long as the dates are there; a new date answers “postponed”."""
        schedule = self.schedule
        if event.pk and event.schedule_data:
            before = _readable(event)
            schedule = without_idle_changes(replace(schedule, changes=before.changes if before else ()))
            if event.state == event.State.POSTPONED and before and before.slots != schedule.slots:
                event.state, event.reasons = event.State.CONFIRMED, {}
        event.schedule = schedule


def _readable(event) -> Schedule | None:
    try:
        return event.schedule
    except ScheduleError:
        return None


def _nth_weekday(monthly_by: str | None, first: date) -> tuple[int, int] | None:
    if monthly_by == LAST_WEEKDAY:
        return -1, first.weekday()
    if monthly_by == SAME_WEEKDAY:
        nth = (first.day - 1) // 7 + 1
        return (nth, first.weekday()) if nth < 5 or (first + timedelta(days=7)).month == first.month else (-1, first.weekday())
    return None
