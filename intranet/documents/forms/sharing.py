"""What is said of documents when they are shared: of a lot, or of a note without a file."""

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.forms.audience import AudienceFormMixin, WorkGroupsField
from common.access import Audience, work_group_key
from common.choices import AllowedPeople
from common.fields import WordsField
from common.forms.typed_fields import DayField
from common.models import DocumentFolder, SharedDocument
from intranet.documents.actions.sharing import Facts
from intranet.documents.presenters.listing import way_to
from intranet.mentions.forms import clean_mentions

AUDIENCES = [
    (audience.value, audience.label)
    for audience in (Audience.MEMBERS, Audience.GROUP, Audience.PRIVATE, Audience.PROFESSIONALS, Audience.PUBLIC)
]
MOST_TAGS, LONGEST_TAG = 10, 40


class TagsField(WordsField):
    """Words apart by commas; gives a list, each word once."""

    default_error_messages = {"too_many": _("Dix mots-clés au plus, de quarante lettres chacun.")}

    def to_python(self, value):
        words = [" ".join(word.split()) for word in super().to_python(value).split(",")]
        tags = list({word.casefold(): word for word in words if word}.values())
        if len(tags) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in tags):
            raise forms.ValidationError(self.error_messages["too_many"], code="too_many")
        return tags

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def validate(self, value):
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")


NO_FOLDER = _("Aucun dossier")


class FolderField(forms.ModelChoiceField):
    """A folder that its reader may see, written with those around it: « Marchés / 2026 »."""

    default_error_messages = {
        "invalid_choice": _("Ce dossier n’existe plus, ou ne vous est plus ouvert : choisissez-en un autre.")
    }

    def __init__(self, *, empty=NO_FOLDER, **options):
        super().__init__(queryset=DocumentFolder.objects.none(), **options)
        self.empty = empty

    def offer_to(self, reader) -> None:
        self.queryset = DocumentFolder.objects.visible_to(reader)
        folders = {folder.pk: folder for folder in self.queryset}
        paths = [(folder_path(folder, folders), pk) for pk, folder in folders.items()]
        paths.sort(key=lambda pair: pair[0].casefold())
        self.choices = [("", self.empty), *((pk, path) for path, pk in paths)]


def folder_path(folder: DocumentFolder, folders: dict[int, DocumentFolder]) -> str:
    """« Marchés / 2026 »; what is around a folder and hidden from its reader is left out."""
    return " / ".join(each.name for each in [*way_to(folder, folders), folder])


class SharingForm(AudienceFormMixin, forms.Form):
    """Of a lot of files."""

    note = WordsField(
        label=pgettext_lazy("d’un document", "Note"), max_length=2000, lines=3, required=False,
        help_text=_("Ce que c’est et à quoi cela sert : vos collègues la lisent avant d’ouvrir le fichier."),
    )  # fmt: skip
    folder = FolderField(label=_("Dossier"), required=False)
    tags = TagsField(label=_("Mots-clés"), max_length=500, required=False, help_text=_("Séparés par des virgules."))
    audience = forms.ChoiceField(label=_("Qui peut voir"), choices=AUDIENCES, widget=forms.RadioSelect)
    audience_groups = WorkGroupsField()
    changeable_by = forms.ChoiceField(
        label=_("Qui peut modifier"), choices=AllowedPeople.choices, widget=forms.RadioSelect,
        help_text=_("La rédaction peut toujours corriger ce qu’elle peut lire."),
    )  # fmt: skip
    deletable_by = forms.ChoiceField(label=_("Qui peut supprimer"), choices=AllowedPeople.choices, widget=forms.RadioSelect)
    review_on = DayField(
        label=_("Toujours vrai ? Me le demander le"), required=False,
        help_text=_("Un courriel vous le demandera ce jour-là : un bouton suffira."),
    )  # fmt: skip

    def __init__(self, *arguments, person, document: SharedDocument | None = None, **options):
        super().__init__(*arguments, **options)
        self.person, self.document = person, document
        self.fields["folder"].offer_to(person)
        self.offer_audience(person, document, of_office=bool((document or person).organisation_id))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("note") and "audience" in cleaned:
            try:
                clean_mentions(cleaned["note"], self.person, self._readers(cleaned))
            except forms.ValidationError as refused:
                self.add_error("note", refused)
        return cleaned

    def _readers(self, cleaned: dict) -> frozenset[str]:
        """The keys that will open it."""
        if cleaned["audience"] == Audience.GROUP:
            return frozenset(work_group_key(group.pk) for group in cleaned.get("audience_groups") or ())
        organisation = (self.document or self.person).organisation_id
        return SharedDocument(audience=cleaned["audience"], organisation_id=organisation).keys_once_published()

    def facts(self) -> Facts:
        answers = self.cleaned_data
        return Facts(
            note=answers["note"],
            folder=answers["folder"].pk if answers["folder"] else None,
            tags=answers["tags"],
            audience=answers["audience"],
            groups=[group.pk for group in answers.get("audience_groups") or ()],
            changeable_by=answers["changeable_by"],
            deletable_by=answers["deletable_by"],
            review_on=answers["review_on"].isoformat() if answers["review_on"] else "",
        )


class NoteForm(SharingForm):
    """Of a note without a file: its title, and a link where there is one."""

    title = WordsField(label=_("Titre"), max_length=200)
    link = forms.CharField(
        label=_("Lien"), max_length=500, required=False, validators=[URLValidator(schemes=["http", "https"])],
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )  # fmt: skip
    field_order = ["title", "link", "note"]
    needs_words = True

    def clean(self):
        cleaned = super().clean()
        if self.needs_words and not cleaned.get("link") and not cleaned.get("note") and not self.errors:
            self.add_error("note", _("Écrivez une note, ou donnez un lien : un titre seul ne dit rien."))
        return cleaned


def first_answers(person, folder: DocumentFolder | None = None, group: int | None = None) -> dict:
    """What the form of a lot proposes: the audience of the folder from which it was opened, or the group of this key."""
    answers = {
        "audience": Audience.MEMBERS.value,
        "changeable_by": AllowedPeople.AUTHOR.value,
        "deletable_by": AllowedPeople.AUTHOR.value,
    }
    if folder is not None:
        groups = [group.pk for group in folder.audience_groups.all() if group.pk in person.work_group_ids]
        answers |= {"folder": folder.pk, "audience": folder.audience, "audience_groups": groups}
    elif group in person.work_group_ids:
        answers |= {"audience": Audience.GROUP.value, "audience_groups": [group]}
    return answers
