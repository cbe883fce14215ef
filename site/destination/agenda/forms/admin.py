"""The form of an event in the CMS admin: facts held as JSON become plain inputs."""

from datetime import date, time
from decimal import Decimal, InvalidOperation

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from accounts.forms.audience import AudienceAdminForm
from common.forms import language_form
from destination.agenda.models import Event
from destination.agenda.schedule import Schedule, ScheduleError, Slot, Timing
from destination.agenda.schedule.checks import clean_schedule
from destination.agenda.schedule.model import LONGEST_REASON
from destination.places.choices import ACCESS_DETAILS_HELP, AccessDetail
from destination.places.models import Access

MOST_PRICES = 20
LARGEST_AMOUNT = Decimal("99999.99")


def simple_slot(event: Event) -> Slot | None:
    """The only date of an event that has no rule, no other date and no exception."""
    try:
        schedule = event.schedule
    except ScheduleError:
        return None
    return None if schedule.rule or schedule.changes or len(schedule.slots) != 1 else schedule.slots[0]


class PricesField(forms.CharField):
    """One price a line, « Plein tarif : 12,00 »."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value):
        if not isinstance(value, list):
            return value
        return "\n".join(f"{price.get('label') or price.get('code', '')} : {price.get('amount', '')}" for price in value)

    def clean(self, value):
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_PRICES:
            raise forms.ValidationError(_("Vingt tarifs au plus."))
        return [self._price(line) for line in lines]

    def _price(self, line: str) -> dict:
        label, _colon, amount = line.rpartition(":")
        try:
            value = Decimal(amount.replace("€", "").replace(",", ".").replace("\u00a0", "").strip())
        except InvalidOperation:
            value = None
        if not label.strip() or value is None or not value.is_finite() or not 0 <= value <= LARGEST_AMOUNT:
            raise forms.ValidationError(
                _("« %(line)s » n’est pas un tarif : écrivez par exemple « Plein tarif : 12,00 ».") % {"line": line[:80]}
            )
        return {"code": "", "label": label.strip()[:80], "amount": f"{value:.2f}"}


class HiddenPlace(forms.TextInput):
    """In the place of the chooser, which would name the place."""

    def format_value(self, value):
        return _("Un lieu réservé à d’autres que vous")


class EventAdminForm(AudienceAdminForm, language_form({"reasons": LONGEST_REASON})):
    """A single date is changed here; a repetition or several dates are shown as a sentence and changed in the front office."""

    day = forms.DateField(label=_("Premier jour"), widget=AdminDateInput)
    until = forms.DateField(label=_("Dernier jour, si l’événement dure"), widget=AdminDateInput, required=False)
    start = forms.TimeField(label=_("Heure de début"), widget=AdminTimeInput, required=False)
    end = forms.TimeField(label=_("Heure de fin"), widget=AdminTimeInput, required=False)
    prices = PricesField(label=_("Tarifs"), required=False, help_text=_("Un par ligne : « Plein tarif : 12,00 »."))
    accessibility = forms.MultipleChoiceField(
        label=_("Accessibilité"), choices=Access, required=False, widget=forms.CheckboxSelectMultiple
    )
    access_details = forms.MultipleChoiceField(
        label=_("Aménagements"),
        choices=AccessDetail,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=ACCESS_DETAILS_HELP,
    )

    DATE_FIELDS = ("day", "until", "start", "end")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for language, _label in settings.LANGUAGES:  # nothing is to be explained of most events
            self.fields[f"reasons_{language}"].required = False
        place = self.instance.place
        if place and self.for_user and not place.is_workable_by(self.for_user) and "place" in self.fields:
            self.fields["place"].widget = HiddenPlace()
            self.fields["place"].disabled = True  # the event keeps it
        slot = simple_slot(self.instance)
        if slot:
            self.initial |= {"day": slot.day, "until": slot.last_day, "start": slot.start, "end": slot.end}
        elif self.instance.schedule_data:
            for name in self.DATE_FIELDS:
                del self.fields[name]

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("place") and not cleaned.get("commune"):
            self.add_error("place", _("Choisissez un lieu ou une commune."))
        if cleaned.get("day"):
            self._read_schedule(cleaned)
        return cleaned

    def _read_schedule(self, cleaned) -> None:
        first: date = cleaned["day"]
        start: time | None = cleaned.get("start")
        timing = Timing.TIMED if start else self._timing_without_hour()
        slot = Slot(first, cleaned.get("until") or first, start, cleaned.get("end") if start else None)
        try:
            self.instance.schedule = clean_schedule(Schedule(timing=timing, slots=(slot,)))
        except ScheduleError as error:
            field = error.field.rsplit(".", 1)[-1]
            self.add_error(
                {"last_day": "until"}.get(field, field) if field in (*self.DATE_FIELDS, "last_day") else "day", error.message
            )

    def _timing_without_hour(self) -> Timing:
        stored_timing = self.instance.schedule_data.get("timing") if self.instance.schedule_data else None
        return Timing.ALL_DAY if stored_timing == Timing.ALL_DAY else Timing.UNKNOWN_HOUR

    def save(self, commit=True):
        if not self.instance.author_id and self.for_user:
            self.instance.author = self.for_user
            self.instance.organisation = self.instance.organisation or self.for_user.organisation
        return super().save(commit)
