"""What may be said of the dates of a published event: which dates, what, and why."""

from dataclasses import replace

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.fields import WordsField
from common.forms.typed_fields import DayField, HourField, WebField
from common.translations import fallback_languages, name_of_language
from destination.agenda.models import Event, StateCode
from destination.agenda.presenters.event_page import state_of_change
from destination.agenda.schedule import DateState, Slot
from destination.agenda.schedule.dates import PlannedDate
from destination.agenda.schedule.model import LONGEST_REASON, moments
from destination.agenda.schedule.sentences import slot_in_words
from intranet.submissions.models.state_changes import StateChange, dates_of

ALL = "all"
LONGEST_PLACE = 200


class StateForm(forms.Form):
    dates = forms.MultipleChoiceField(
        label=_("Quelles dates"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choisissez au moins une date, ou toutes."),
            "invalid_choice": _("Une date choisie n’existe plus : l’événement a été modifié entre-temps. Choisissez à nouveau."),
        },
    )
    state = forms.ChoiceField(
        label=_("Que se passe-t-il"),
        widget=forms.RadioSelect,
        choices=[
            (DateState.CANCELLED.value, _("Annulé : n’a pas lieu")),
            (DateState.POSTPONED.value, _("Reporté : la nouvelle date viendra plus tard")),
            (DateState.RESCHEDULED.value, _("Reporté à une autre date, ou à une autre heure")),
            (DateState.FULL.value, _("Complet : il n’y a plus de place")),
            (DateState.MOVED.value, _("Déplacé : dans un autre lieu")),
            (DateState.MOVED_ONLINE.value, _("En ligne, et plus sur place")),
            (StateCode.CONFIRMED.value, _("Rétabli : a lieu comme prévu")),
        ],
        error_messages={"required": _("Choisissez ce qui se passe.")},
    )
    day = DayField(label=_("Nouvelle date"), required=False)
    start = HourField(label=_("Début"), required=False, help_text=_("Vide : les heures prévues."))
    end = HourField(label=_("Fin"), required=False)
    place = WordsField(
        label=_("Nouveau lieu"), required=False, max_length=LONGEST_PLACE,
        help_text=_("Comme « Salle des fêtes, Port-Aurelle »."),
    )  # fmt: skip
    link = WebField(label=_("Adresse pour suivre en ligne"), required=False)

    def __init__(self, event: Event, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.event, self.planned = event, dates_of(event)
        codes = dict(settings.LANGUAGES)
        self.languages = [code for code in fallback_languages() if code in codes]
        language = get_language()
        labels = [(each.key, self._label(each, language)) for each in self.planned]
        if len(self.planned) > 1:
            self.fields["dates"].choices = [(ALL, _("Toutes les dates")), *labels]
        else:
            del self.fields["dates"]
        for code in self.languages:
            is_first = code == self.languages[0]
            self.fields[f"reason_{code}"] = WordsField(
                lines=2,
                required=False,
                max_length=LONGEST_REASON,
                label=_("Pourquoi, pour les visiteurs")
                if is_first
                else _("La même chose en %(language)s") % {"language": name_of_language(code)},
                help_text=_("Une phrase suffit : « La scène est sous l’eau ; les billets sont remboursés. »") if is_first else "",
            )

    @staticmethod
    def _label(each: PlannedDate, language: str) -> str:
        words, state = slot_in_words(each.slot, language), state_of_change(each.change).label
        return f"{words}\u00a0: {state}" if state else words

    @property
    def reasons(self) -> list[forms.BoundField]:
        """Those in the other languages, folded in the page."""
        return [self[f"reason_{code}"] for code in self.languages[1:]]

    @property
    def reason(self) -> forms.BoundField:
        """In the language of who writes."""
        return self[f"reason_{self.languages[0]}"]

    def clean(self):
        cleaned = super().clean()
        state, chosen = cleaned.get("state"), self._chosen(cleaned)
        if state == DateState.RESCHEDULED:
            self._check_new_date(cleaned, chosen)
        elif state == DateState.MOVED and not cleaned.get("place") and "place" not in self.errors:
            self.add_error("place", _("Indiquez le nouveau lieu."))
        return cleaned

    def _chosen(self, cleaned: dict) -> list[PlannedDate]:
        keys = cleaned.get("dates") or ()
        return self.planned if "dates" not in self.fields or ALL in keys else [each for each in self.planned if each.key in keys]

    def _check_new_date(self, cleaned: dict, chosen: list[PlannedDate]) -> None:
        if len(chosen) > 1:
            self.add_error("dates", _("Une seule date à la fois se déplace : choisissez laquelle."))
        elif not chosen:
            if "dates" not in self.fields:
                self.add_error("state", _("Cet événement n’a plus de date à venir."))
        elif not cleaned.get("day"):
            if "day" not in self.errors:
                self.add_error("day", _("Indiquez la nouvelle date, ou choisissez « la nouvelle date viendra plus tard »."))
        elif "start" not in self.errors and "end" not in self.errors:
            slot = self._new_slot(cleaned, chosen[0])
            starts_at, ends_at = moments(slot)
            if (ends_at or starts_at) <= timezone.now():
                self.add_error("day", _("Cette date est déjà passée."))
            elif slot == chosen[0].planned:
                self.add_error("day", _("C’est la date prévue : pour y revenir, choisissez « a lieu comme prévu »."))
            cleaned["slot"] = slot

    def _new_slot(self, cleaned: dict, chosen: PlannedDate) -> Slot:
        slot = chosen.planned.moved_to(cleaned["day"])
        if slot.start is None or not cleaned.get("start"):
            return slot
        return replace(slot, start=cleaned["start"], end=cleaned.get("end"))

    @property
    def change(self) -> StateChange:
        """What a form without faults says."""
        cleaned, state = self.cleaned_data, self.cleaned_data["state"]
        keys = tuple(each.key for each in self._chosen(cleaned))
        is_whole = "dates" not in self.fields or ALL in cleaned["dates"]
        of_dates = state == DateState.RESCHEDULED or is_whole and self._takes_back_single_date(state)
        reasons = {code: cleaned[f"reason_{code}"] for code, _name in settings.LANGUAGES if cleaned.get(f"reason_{code}")}
        return StateChange(
            code=state,
            keys=keys if of_dates or not is_whole else (),
            reasons={} if state == StateCode.CONFIRMED else reasons,
            where={DateState.MOVED: cleaned["place"], DateState.MOVED_ONLINE: cleaned["link"]}.get(state, ""),
            slot=cleaned.get("slot") if state == DateState.RESCHEDULED else None,
        )

    def _takes_back_single_date(self, state: str) -> bool:
        """“As planned” concerns the dates where nothing is said of the event as a whole."""
        return state == StateCode.CONFIRMED and self.event.state == StateCode.CONFIRMED and bool(self.planned)
