"""Forms of folders: a new one, a changed one, and where documents and folders go."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.audience import AudienceFormMixin, WorkGroupsField
from common.access import Audience, can_see
from common.fields import WordsField
from common.forms.saved_meanwhile import SavedMeanwhileMixin
from common.models import DocumentFolder
from intranet.documents.forms.sharing import FolderField

AUDIENCES = [
    (audience.value, audience.label) for audience in (Audience.MEMBERS, Audience.GROUP, Audience.PRIVATE, Audience.PROFESSIONALS)
]


class FolderForm(SavedMeanwhileMixin, AudienceFormMixin, forms.Form):
    name = WordsField(label=_("Nom"), max_length=120)
    parent = FolderField(label=_("Dans le dossier"), required=False, empty=_("À la racine"))
    audience = forms.ChoiceField(
        label=_("Qui voit ce dossier"), choices=AUDIENCES, widget=forms.RadioSelect,
        help_text=_(
            "Et qui verra, sauf autre choix, les documents que l’on y ajoute. Ceux qui y sont déjà gardent leur réglage."
        ),
    )  # fmt: skip
    audience_groups = WorkGroupsField()

    def __init__(self, *arguments, person, folder: DocumentFolder, **options):
        super().__init__(*arguments, **options)
        self.person, self.folder = person, folder
        self.fields["parent"].offer_to(person)
        self.offer_audience(person, folder, of_office=bool(folder.organisation_id))

    @property
    def stored(self) -> DocumentFolder:
        return self.folder

    def clean(self):
        cleaned = super().clean()
        name, parent = cleaned.get("name"), cleaned.get("parent")
        if name and "parent" not in self.errors:
            others = DocumentFolder.objects.visible_to(self.person).exclude(pk=self.folder.pk)
            if others.filter(parent=parent, name__iexact=name).exists():
                self.add_error("name", _("Un dossier de ce nom est déjà là : choisissez-en un autre."))
        return cleaned

    def place(self) -> DocumentFolder | None:
        """The folder around it; one that is hidden from who answers was not offered, and stays."""
        present = self.folder.parent if self.folder.parent_id else None
        is_hidden = present is not None and not can_see(self.person, present) and present.deleted_at is None
        return self.cleaned_data["parent"] or (present if is_hidden else None)

    def fill(self) -> None:
        """Write the answers into the folder, but its place and its groups."""
        self.folder.name, self.folder.audience = self.cleaned_data["name"], self.cleaned_data["audience"]


def first_answers(person, folder: DocumentFolder, parent: DocumentFolder | None) -> dict:
    """Of the form of a folder that is there, or of a new one in `parent`, whose audience it proposes."""
    model = folder if folder.pk else parent
    if model is None:
        return {"audience": Audience.MEMBERS.value}
    groups = [group.pk for group in model.audience_groups.all() if folder.pk or group.pk in person.work_group_ids]
    return {
        "name": folder.name,
        "parent": folder.parent_id if folder.pk else model.pk,
        "audience": model.audience,
        "audience_groups": groups,
    }


class MoveForm(forms.Form):
    """Where documents and folders go."""

    to = FolderField(label=_("Déplacer vers"), required=False, empty=_("La racine, hors de tout dossier"))

    def __init__(self, *arguments, person, **options):
        super().__init__(*arguments, **options)
        self.fields["to"].offer_to(person)
