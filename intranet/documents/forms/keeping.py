"""What is said of a document that is there already: its facts, its next version."""

import json
from hashlib import sha256

from django import forms
from django.utils.translation import gettext_lazy as _

from common.fields import WordsField
from common.models import SharedDocument
from intranet.documents.actions.sharing import Facts
from intranet.documents.forms.sharing import NoteForm


class EditForm(NoteForm):
    """Of a document; one with a file needs no other word than its title. `seen` is the mark of the answers that its reader saw:
    who saved meanwhile is not written over unseen."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    needs_words = False

    def __init__(self, *arguments, person, document: SharedDocument, **options):
        answers = answers_of(document)
        self.mark, self.document = mark_of(answers), document
        super().__init__(*arguments, initial=answers | {"seen": self.mark}, person=person, document=document, **options)
        self.needs_words = document.is_note
        if not document.is_note:
            del self.fields["link"]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and cleaned.get("seen") != self.mark:
            self.data = self.data.copy()
            self.data["seen"] = self.mark
            self.add_error(None, _(
                "Un collègue a enregistré d’autres réglages pendant que vous écriviez. Les vôtres sont ci-dessous : "
                "enregistrez de nouveau pour les garder, ou rechargez la page pour voir les siens."
            ))  # fmt: skip
        return cleaned


def answers_of(document: SharedDocument) -> dict:
    """The answers of the form as they are stored."""
    return {
        "title": document.title,
        "link": document.link,
        "note": document.note,
        "folder": document.folder_id,
        "tags": sorted(document.tags.names()),
        "audience": document.audience,
        "audience_groups": sorted(group.pk for group in document.audience_groups.all()),
        "changeable_by": document.changeable_by,
        "deletable_by": document.deletable_by,
        "review_on": document.review_on,
    }


def mark_of(answers: dict) -> str:
    return sha256(json.dumps(answers, default=str, sort_keys=True).encode()).hexdigest()[:16]


class VersionForm(forms.Form):
    """Of the next version of a document; `on_version` is that which its sender saw."""

    what_changed = WordsField(
        label=_("Ce qui a changé"), max_length=300, required=False,
        help_text=_("Une phrase : « Tarifs de groupe, page 2 ». Vos collègues la lisent dans la liste des versions."),
    )  # fmt: skip
    on_version = forms.IntegerField(min_value=1, max_value=10**6, widget=forms.HiddenInput)

    def facts(self) -> Facts:
        return Facts(what_changed=self.cleaned_data["what_changed"], on_version=self.cleaned_data["on_version"])


class LimitForm(forms.Form):
    """How much one office may store."""

    gigabytes = forms.IntegerField(
        label=_("Limite en gigaoctets"), min_value=1, max_value=100_000, required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Un nombre entier de gigaoctets, ou rien pour aucune limite.")},
    )  # fmt: skip
