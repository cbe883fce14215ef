"""Two tabs or two people at one form: the second is told what the first saved, and loses nothing of their own."""

import json
from hashlib import sha256

from django import forms
from django.utils.choices import flatten_choices
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _

LONGEST_SHOWN = 300


class SavedMeanwhileMixin:
    """Of a form that changes something stored, whose answers are its initial values; it comes before `forms.Form`. The template
    has `{{ form.seen }}`, a mark of each answer that its reader saw. Who saved meanwhile is not written over unseen: beside each
    field that they changed stands what is stored now, and saving again keeps one's own. Where two such forms stand on a page,
    each has a `seen_name` of its own."""

    seen_name = "seen"
    page_address = "?"  # where the form stands, seen from where it is sent

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        # Called when the form is drawn: by then it has all of its fields.
        self.fields[self.seen_name] = forms.CharField(required=False, widget=forms.HiddenInput, initial=self.marks_of_stored)

    @property
    def stored(self):
        """What the form changes."""
        return self.instance

    def marks_of_stored(self) -> str:
        return ".".join(self._mark(name) for name in self.fields if self._is_compared(name))

    def full_clean(self):
        super().full_clean()
        if not self.is_bound:
            return
        self.cleaned_data.pop(self.seen_name, None)
        seen = self.data.get(self.add_prefix(self.seen_name))  # None: of a page that was open before an upgrade
        if self.stored.pk is None or seen is None:
            return
        names = [name for name in self.changed_data if self._is_compared(name) and self._mark(name) not in seen.split(".")]
        if names:  # none where who pressed twice has written the same
            self._show_stored(names)

    def _show_stored(self, names: list[str]) -> None:
        self.data = self.data.copy()
        self.data[self.add_prefix(self.seen_name)] = self.marks_of_stored()
        message = _(
            "Quelqu’un a enregistré autre chose pendant que vous écriviez, ou vous-même dans un autre onglet. Rien n’est perdu : "
            "enregistrez de nouveau pour garder ce que vous avez écrit, ou {link}."
        )
        link = format_html('<a href="{}">{}</a>', self.page_address, _("reprenez ce qui est enregistré"))
        self.add_error(None, format_html(message, link=link))
        for name in names:
            self.add_error(name, _("Enregistré entre-temps : %(words)s") % {"words": self._stored_words(name)})

    def _is_compared(self, name: str) -> bool:
        """A file is not shown again, and one that was not chosen writes over nothing."""
        return name != self.seen_name and not isinstance(self.fields[name], forms.FileField)

    def _stored_value(self, name: str):
        field = self.fields[name]
        value = field.prepare_value(self.get_initial_for_field(field, name))
        return sorted(map(str, value)) if isinstance(value, list | tuple | set) else value

    def _mark(self, name: str) -> str:
        answer = json.dumps([name, self._stored_value(name)], default=str)
        return sha256(answer.encode()).hexdigest()[:12]

    def _stored_words(self, name: str) -> str:
        field, value = self.fields[name], self._stored_value(name)
        if isinstance(field, forms.BooleanField):
            return _("oui") if value else _("non")
        chosen = {str(each or "") for each in (value if isinstance(value, list) else [value])}
        if isinstance(field, forms.ModelChoiceField):  # of thousands, perhaps: only what was chosen is read
            rows = field.queryset.filter(**{f"{field.to_field_name or 'pk'}__in": chosen - {""}})
            value = ", ".join(str(field.label_from_instance(row)) for row in rows)
        elif isinstance(field, forms.ChoiceField):
            value = ", ".join(str(label) for key, label in flatten_choices(field.choices) if str(key) in chosen)
        if value in (None, "", []):
            return _("rien")
        return _("« %(text)s »") % {"text": Truncator(localize(value)).chars(LONGEST_SHOWN)}
