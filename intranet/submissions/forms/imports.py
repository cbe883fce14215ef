"""A calendar file or its address, and what completes each of its events."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory
from common.fields import WordsField
from common.safe_http import FetchError, fetch
from destination.agenda.ical.events import MAX_BYTES
from destination.agenda.models import Category


class CalendarForm(forms.Form):
    """Gives `content` (bytes), `name` and the address once valid."""

    calendar_file = forms.FileField(
        label=_("Fichier de calendrier (.ics)"),
        required=False,
        allow_empty_file=True,
        help_text=_("Exporté de Google Agenda, Outlook, Apple Calendrier ou de votre logiciel : 20 Mo au plus."),
        widget=forms.FileInput(attrs={"accept": ".ics,.ical,.ifb,text/calendar"}),
    )
    address = forms.CharField(
        label=_("ou son adresse"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://… ou webcal://…"}),
        help_text=_("L’adresse publique du calendrier d’une association ou d’une mairie."),
    )

    def clean(self):
        cleaned = super().clean()
        upload, address = cleaned.get("calendar_file"), (cleaned.get("address") or "").strip()
        if self.errors:
            return cleaned
        if upload:
            # One byte too many is enough for the reader to say that the file is too big.
            cleaned["content"], cleaned["name"] = upload.read(MAX_BYTES + 1), upload.name
        elif address:
            try:
                cleaned["content"] = fetch(address, limit_bytes=MAX_BYTES, accept="text/calendar, */*;q=0.5").body
                cleaned["name"] = address
            except FetchError as problem:
                self.add_error("address", str(problem))
        else:
            self.add_error("calendar_file", _("Choisissez un fichier, ou écrivez une adresse."))
        return cleaned


class CategoryField(forms.ModelChoiceField):
    def __init__(self, **options):
        super().__init__(Category.objects.all(), required=False, **options)

    def label_from_instance(self, category: Category) -> str:
        return category.name_in(get_language() or "fr")


class RowForm(forms.Form):
    """What completes one event of the file."""

    chosen = forms.BooleanField(label=_("Proposer"), required=False)
    category = CategoryField(label=_("Catégorie"), empty_label=_("Celle de tous"))
    place_name = WordsField(label=_("Lieu"), max_length=200, required=False)
    commune = forms.ModelChoiceField(
        label=_("Commune"),
        queryset=Territory.objects.defer("outline", "presentation"),
        required=False,
        empty_label=_("Celle de tous"),
    )
    create_place = forms.BooleanField(label=_("Ajouter ce lieu s’il manque"), required=False)


class ForAllForm(forms.Form):
    """What completes all of them at once."""

    category = CategoryField(
        label=_("Catégorie de tous"),
        empty_label=_("Choisissez…"),
        help_text=_("Pour les événements où vous n’en choisissez pas d’autre."),
    )
    commune = forms.ModelChoiceField(
        label=_("Commune de tous"),
        queryset=Territory.objects.defer("outline", "presentation"),
        required=False,
        empty_label=_("Celle du lieu"),
        help_text=_("Pour les événements dont le lieu n’est pas reconnu."),
    )
