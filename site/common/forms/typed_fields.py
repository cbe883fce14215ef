"""What is typed: a form over it, and fields that forgive, which take what people write and keep what is meant."""

from django import forms
from django.core.validators import URLValidator
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.forms.parsing import Unreadable, read_amount, read_day, read_hour, read_position
from common.text import plain


class Typed(forms.Form):
    """A form over what was typed. Unchecked, it shows the same values without a word about their faults."""

    def __init__(self, raw: QueryDict, *, checked: bool, prefix: str | None = None):
        self.raw = raw
        super().__init__(data=raw if checked else None, prefix=prefix)
        if not checked:
            self.initial = {
                name: field.widget.value_from_datadict(raw, {}, self.add_prefix(name)) for name, field in self.fields.items()
            }

    def typed_something(self) -> bool:
        return any("".join(self.raw.getlist(self.add_prefix(name))).strip() for name in self.fields)


class TypedField(forms.CharField):
    """A line of text given to a reader of `parsing`; its `Unreadable` is the message beside the field."""

    def read(self, text):
        return text

    def to_python(self, value):
        text = plain(super().to_python(value))
        if text in self.empty_values:
            return None
        return self.read(text)

    def run_validators(self, value):
        """What was read is no longer a text: the length of what was typed has been looked at by the reader."""


class DayField(TypedField):
    widget = forms.TextInput(
        attrs={
            "data-no-suggestions": True,
            "placeholder": "16/07/2026",
            "maxlength": 60,
            "data-day": _("Choisir dans un calendrier"),
        }
    )

    def read(self, text):
        return read_day(text[:60], timezone.localdate())


class HourField(TypedField):
    widget = forms.TextInput(attrs={"data-no-suggestions": True, "placeholder": "18:30", "maxlength": 20})

    def read(self, text):
        return read_hour(text[:20])


class DaysField(TypedField):
    """Several days on one line, between commas."""

    MOST = 400

    def read(self, text):
        parts = [part for part in text.replace(";", ",").replace("\n", ",").split(",") if part.strip()]
        if len(parts) > self.MOST:
            raise Unreadable(_("Cela fait trop de dates : rapprochez la fin de la répétition."))
        return [read_day(part[:60], timezone.localdate()) for part in parts]


class AmountField(TypedField):
    widget = forms.TextInput(attrs={"inputmode": "decimal", "placeholder": "12,50 €", "maxlength": 20})

    def read(self, text):
        return read_amount(text[:20])


class PositionField(TypedField):
    """A point as (latitude, longitude)."""

    widget = forms.TextInput(
        attrs={"inputmode": "text", "placeholder": "42.6812, 2.7953", "maxlength": 60, "data-no-suggestions": True}
    )

    def read(self, text):
        return read_position(text[:60])


class WebField(forms.URLField):
    """An address of the web; `https://` may be left out, and anything but http is refused."""

    default_validators = [URLValidator(schemes=["http", "https"])]
    default_error_messages = {"invalid": _("Cette adresse n’est pas complète : écrivez-la comme www.exemple.fr.")}
    widget = forms.TextInput(attrs={"inputmode": "url", "placeholder": "www.exemple.fr"})

    def __init__(self, **options):
        super().__init__(assume_scheme="https", max_length=300, **options)

    def to_python(self, value):
        return super().to_python(plain(value) if isinstance(value, str) else value)
