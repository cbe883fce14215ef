"""What is said of a document that is there already: its facts, its next version."""

from django import forms
from django.utils.translation import gettext_lazy as _

from common.fields import WordsField
from common.forms.saved_meanwhile import SavedMeanwhileMixin
from common.models import SharedDocument
from intranet.documents.actions.sharing import Facts
from intranet.documents.forms.sharing import NoteForm


class EditForm(SavedMeanwhileMixin, NoteForm):
    """Of a document; one with a file needs no other word than its title."""

    needs_words = False

    def __init__(self, *arguments, person, document: SharedDocument, **options):
        super().__init__(*arguments, initial=answers_of(document), person=person, document=document, **options)
        self.needs_words = document.is_note
        if not document.is_note:
            del self.fields["link"]

    @property
    def stored(self) -> SharedDocument:
        return self.document


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
