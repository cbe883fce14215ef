"""Form fields of places."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from common.date_formats import formats_of
from destination.places.opening_hours import parsing
from destination.places.opening_hours.checks import MOST_PERIODS, faults
from destination.places.opening_hours.hours import DAYS, HoursMeaning

SEASON_FIELDS = ("from", "until", *DAYS)


class OpeningWidget(forms.Widget):
    """A week for each season, typed as one speaks (« 10h-12h30, 14h-18h »). Works without JavaScript: an empty season
    stands below those that are filled; with it, seasons are added and a day is copied to the others."""

    template_name = "places/opening_widget.html"

    class Media:
        css = {"all": ["places/opening.css"]}
        js = [forms.Script("places/opening.js", type="module")]

    def value_from_datadict(self, data, files, name) -> dict:
        seasons = []
        for number in range(MOST_PERIODS + 1):
            season = {part: str(data.get(f"{name}-{number}-{part}") or "").replace("\x00", "") for part in SEASON_FIELDS}
            if not parsing.is_blank(season):
                seasons.append(season)
        notes = {
            code: str(data.get(f"{name}-note-{code}") or "").replace("\x00", "").strip() for code, _name in settings.LANGUAGES
        }
        meaning = str(data.get(f"{name}-meaning") or "")
        return {
            "meaning": meaning,
            "seasons": seasons,
            "closed": str(data.get(f"{name}-closed") or "").replace("\x00", ""),
            "note": notes,
        }

    def value_omitted_from_data(self, data, files, name) -> bool:
        return f"{name}-closed" not in data

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        texts = value if isinstance(value, dict) and "seasons" in value else parsing.form_values(value)
        seasons = [*texts["seasons"], {}][: max(MOST_PERIODS, len(texts["seasons"]))]
        weekdays = formats_of(get_language()).weekdays
        context["widget"] |= {
            "meaning": {"name": f"{name}-meaning", "value": texts.get("meaning", ""), "choices": HoursMeaning.choices},
            "seasons": [self._season(name, number, season, weekdays) for number, season in enumerate(seasons)],
            "closed": {"name": f"{name}-closed", "value": texts["closed"]},
            "notes": [
                {
                    "name": f"{name}-note-{code}",
                    "lang": code,
                    "label": get_language_info(code)["name_local"].capitalize(),
                    "value": texts["note"].get(code, ""),
                }
                for code, _name in settings.LANGUAGES
            ],
            "most": MOST_PERIODS,
        }
        return context

    @staticmethod
    def _season(name: str, number: int, season: dict, weekdays) -> dict:
        def field(part: str, label: str = "") -> dict:
            return {"name": f"{name}-{number}-{part}", "label": label, "value": season.get(part, "")}

        return {
            "number": number + 1,
            "from": field("from"),
            "until": field("until"),
            "days": [field(day, label) for day, label in zip(DAYS, weekdays, strict=True)],
        }

    def id_for_label(self, id_):
        return ""


class OpeningField(forms.Field):
    """`Place.opening`, checked; its errors are sentences that name the season and the day."""

    widget = OpeningWidget

    def to_python(self, value) -> dict:
        if not isinstance(value, dict) or "seasons" not in value:
            return value if isinstance(value, dict) else {}
        errors: list[str] = []
        periods = [self._period(number, season, errors) for number, season in enumerate(value["seasons"], 1)]
        stored = {
            "periods": periods,
            "closed": parsing.read_closed_days(value["closed"]),
            "note": {code: text for code, text in value["note"].items() if text},
            "meaning": value.get("meaning") or "",
        }
        if errors:
            raise ValidationError(errors)
        stored = {name: content for name, content in stored.items() if content}
        # What hours mean says nothing where there are none.
        return stored if stored.keys() - {"meaning"} else {}

    @staticmethod
    def _period(number: int, season: dict, errors: list[str]) -> dict:
        hours = {}
        for index, day in enumerate(DAYS):
            pairs = parsing.read_hours(season.get(day, ""))
            if pairs is None:
                errors.append(
                    _("Saison %(number)d, %(day)s : les heures n’ont pas été comprises. Écrivez-les comme 10h-12h30, 14h-18h.")
                    % {"number": number, "day": formats_of(get_language()).weekdays[index]}
                )
            elif pairs:
                hours[day] = pairs
        dates = {name: parsing.read_day(season[name]) for name in ("from", "until") if season.get(name, "").strip()}
        return dates | ({"hours": hours} if hours else {})

    def validate(self, value):
        super().validate(value)
        if errors := faults(value):
            raise ValidationError(errors)

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != (initial or {})
        except ValidationError:
            return True

    def bound_data(self, data, initial):
        return initial if self.disabled else data
