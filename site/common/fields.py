"""Fields of the house, of models and of their forms."""

from django import forms
from django.db import models
from wagtail.fields import StreamField as WagtailStreamField

from common.phones import tidy_phones
from common.text import plain


class StreamField(WagtailStreamField):
    """Wagtail's, without its blocks in migrations: they describe forms and change nothing in the database, so that a block may be
    renamed or reworded without a migration."""

    def __init__(self, block_types=(), use_json_field=None, block_lookup=None, **options):
        super().__init__(block_types, use_json_field, block_lookup, **options)

    def deconstruct(self):
        name, path, _arguments, options = super().deconstruct()
        options.pop("block_lookup", None)
        return name, "common.fields.StreamField", [], options


class PhoneFormField(forms.CharField):
    """One or several telephone numbers, put in order; what is none is refused beside the field."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})

    def to_python(self, value):
        text = super().to_python(value)
        return text if text in self.empty_values else tidy_phones(text)

    def widget_attrs(self, widget):
        # What is typed may be longer than what is kept: the length is that of the numbers put in order.
        attributes = super().widget_attrs(widget)
        attributes.pop("maxlength", None)
        return attributes


class PhoneField(models.CharField):
    """Telephone numbers as ``common.phones`` keeps them; every form made from the model puts them in order."""

    def __init__(self, *arguments, **options):
        options.setdefault("max_length", 80)  # two numbers with a word beside each
        super().__init__(*arguments, **options)

    def formfield(self, **options):
        return super().formfield(**{"form_class": PhoneFormField, **options})


class WordsField(forms.CharField):
    """Plain text: marks that turn the direction of what follows are taken out, lines are kept where there may be several."""

    def __init__(self, *, lines: int = 1, **options):
        if lines > 1:
            options.setdefault("widget", forms.Textarea(attrs={"rows": lines}))
        self.several_lines = lines > 1
        super().__init__(**options)

    def to_python(self, value):
        text = plain(super().to_python(value))
        return text if self.several_lines else " ".join(text.split())
