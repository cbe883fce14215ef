"""Files that are there already, joined to what somebody writes beside new ones: `components/documents.html` draws the choice."""

from collections.abc import Collection, Iterable
from itertools import islice

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.access import can_see
from common.models import SharedDocument
from common.text import fold_accents, row_keys

OFFERED = 12  # more are not looked through: one more word finds better
MOST_KEYS = 200  # of a form; nobody joins so many


def offered_documents(reader, words: str = "") -> list[SharedDocument]:
    """The latest files that `reader` may see and whose title has all these words, capitals and accents aside."""
    documents = SharedDocument.objects.visible_to(reader).exclude(file="").order_by("-created_at", "-pk")
    if not (folded := fold_accents(words[:200]).split()):
        return list(documents[:OFFERED])
    titles = documents.values_list("pk", "title").iterator(chunk_size=2000)
    matching = (pk for pk, title in titles if all(word in fold_accents(title) for word in folded))
    by_key = documents.in_bulk(list(islice(matching, OFFERED)))
    return list(by_key.values())


class DocumentsField(forms.Field):
    """Gives the documents of these keys that its writer may see, in the order of the form; say who writes with `offer`."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {"too_many": _("{most} fichiers au plus : retirez-en, ou réunissez-les dans un seul.")}

    def __init__(self, *, most: int, **kwargs):
        super().__init__(**{"label": _("Fichiers")} | kwargs)
        self.most, self.writer, self.present = most, None, frozenset()

    def offer(self, writer, present: Collection[int] = ()) -> None:
        """`present` are the keys of what is joined already: it stays, whether this writer sees it or not."""
        self.writer, self.present = writer, frozenset(present)

    def chosen(self, keys: Iterable[str]) -> list[SharedDocument]:
        numbers = list(dict.fromkeys(row_keys(keys)))[:MOST_KEYS]
        documents = SharedDocument.objects.prefetch_related("audience_groups").in_bulk(numbers) if numbers else {}
        return [
            documents[key]
            for key in numbers
            if key in documents and (key in self.present or can_see(self.writer, documents[key]))
        ]

    def to_python(self, value):
        documents = self.chosen(value or ())
        if len(documents) > self.most:
            raise forms.ValidationError(format_lazy(self.error_messages["too_many"], most=self.most), code="too_many")
        return documents
