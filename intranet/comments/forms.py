"""The form of a comment, and its mark: what it is for, whose it is, and that it is sent once."""

import uuid
from dataclasses import dataclass

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from common.forms.dropped_files import refuse_while_away
from common.text import plain
from intranet.comments.limits import FILE_ENDINGS, FORM_LIFETIME, LONGEST_TEXT, MOST_FILES, PICTURE_ENDINGS
from intranet.comments.models import private_storage
from intranet.comments.uploads import ReadFile, read_file
from intranet.mentions.forms import clean_mentions

SALT = "intranet.comments.form"


class BadMark(ValueError):
    """A mark that is missing, forged, too old, or of another form."""


@dataclass(frozen=True)
class FormMark:
    """Signed, it protects the form as a CSRF token does, without dying when the session ends: what was typed is kept for its
    author, who signs in again. `purpose` is the path to which the form is sent."""

    person_id: int
    purpose: str
    once: uuid.UUID

    @classmethod
    def new(cls, person, purpose: str) -> "FormMark":
        return cls(person.pk, purpose, uuid.uuid4())

    @classmethod
    def read(cls, text: str, purpose: str) -> "FormMark":
        """Raises `BadMark`."""
        try:
            person_id, path, once = signing.loads(text, salt=SALT, max_age=FORM_LIFETIME)
            mark = cls(person_id, path, uuid.UUID(once))
        except (signing.BadSignature, ValueError, TypeError) as error:
            raise BadMark from error
        if mark.purpose != purpose:
            raise BadMark
        return mark

    def __str__(self):
        return signing.dumps([self.person_id, self.purpose, str(self.once)], salt=SALT)


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each looked at (`uploads.read_file`); gives a list of `ReadFile`."""

    widget = FilesInput

    def clean(self, value, initial=None) -> list[ReadFile]:
        uploads = [upload for upload in (value if isinstance(value, list | tuple) else [value]) if upload]
        if len(uploads) > MOST_FILES:
            raise forms.ValidationError(_("Cinq fichiers au plus dans un commentaire."), code="too_many")
        if not uploads:
            return []
        refuse_while_away(private_storage())
        return [read_file(upload) for upload in uploads]


class CommentForm(forms.Form):
    """`keys` are those of the thing: a secret group is named to its own people alone. `files` are those that the comment has."""

    text = forms.CharField(
        label=_("Votre commentaire"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Écrivez quelques mots."),
            "max_length": _("Ce commentaire est trop long : %(limit_value)d signes au plus, il en a %(show_value)d."),
        },
    )
    files = FilesField(label=_("Photos et fichiers"), required=False)

    def __init__(self, *args, author, keys=frozenset(), stored_files=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.author, self.keys, self.stored_files = author, keys, list(stored_files)
        self.fields["files"].widget.attrs["accept"] = ",".join(f".{ending}" for ending in (*PICTURE_ENDINGS, *FILE_ENDINGS))
        if self.stored_files:
            self.fields["remove"] = forms.TypedMultipleChoiceField(
                label=_("Retirer"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple,
                choices=[(str(file.pk), file.name) for file in self.stored_files],
            )  # fmt: skip

    def clean_text(self) -> str:
        text = plain(self.cleaned_data["text"]).strip()
        if not text:
            raise forms.ValidationError(self.fields["text"].error_messages["required"], code="required")
        return clean_mentions(text, self.author, self.keys)

    def clean_files(self) -> list[ReadFile]:
        files = self.cleaned_data["files"]
        removed = len(self.data.getlist("remove")) if self.stored_files else 0
        if len(files) + len(self.stored_files) - removed > MOST_FILES:
            raise forms.ValidationError(_("Cinq fichiers au plus dans un commentaire."), code="too_many")
        return files
