"""The forms of the watcher and of the reader."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.forms.audience import AudienceFormMixin, WorkGroupsField
from common.access import Audience
from common.forms import SeveralField
from common.forms.saved_meanwhile import SavedMeanwhileMixin
from common.safe_http import web_scheme
from pro_portal.watch.actions.pictures import validated_picture
from pro_portal.watch.models import WatchItem, WatchLetter, WatchSettings, WatchSource, WatchSubscription, WatchTheme
from pro_portal.watch.normalisation import LONGEST_TITLE, address_key, is_link, tidy_address, title_key

AUDIENCES = [
    (Audience.PUBLIC.value, _("Tout le monde")),
    (Audience.PROFESSIONALS.value, _("Les professionnels")),
    (Audience.MEMBERS.value, _("Tous les membres des offices")),
    (Audience.GROUP.value, _("Mes groupes de travail")),
    (Audience.PRIVATE.value, _("Mon office seulement")),
]


ALREADY_FOLLOWED = _("Cette source est déjà suivie.")


def themes_field(label) -> SeveralField:
    return SeveralField(WatchTheme.objects.all(), label=label, required=False)


class LinkField(forms.CharField):
    """A web address; `https://` is added where it was left out."""

    def __init__(self, **options):
        widget = forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://…", "autocomplete": "off"})
        super().__init__(max_length=2000, widget=widget, **options)

    def to_python(self, value):
        value = web_scheme(super().to_python(value))
        return tidy_address(f"https://{value}" if value and "://" not in value else value)

    def validate(self, value):
        super().validate(value)
        if value and not is_link(value):
            raise forms.ValidationError(_("Cette adresse n’est pas valable : copiez-la à nouveau."))


class DecisionForm(AudienceFormMixin, forms.Form):
    """What a watcher writes when publishing: everything is filled beforehand, so that one gesture is enough."""

    groups_name = "work_groups"
    comment = forms.CharField(
        label=_("Votre commentaire"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Pourquoi le lire, ce que cela change ici : deux phrases suffisent."),
    )
    themes = themes_field(_("Thèmes"))
    audience = forms.ChoiceField(label=_("Pour qui"), choices=AUDIENCES)
    work_groups = WorkGroupsField()
    in_next_letter = forms.BooleanField(label=_("Dans la prochaine lettre"), required=False)
    title = forms.CharField(label=_("Titre"), max_length=LONGEST_TITLE)
    summary = forms.CharField(label=_("Résumé"), required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 4}))
    with_picture = forms.BooleanField(
        label=_("Montrer l’image de la page"),
        required=False,
        help_text=_("Si le site permet de la reprendre ; il est nommé dessous."),
    )

    def __init__(self, *args, person, item: WatchItem | None = None, **kwargs):
        if item:
            kwargs["initial"] = self._initial_from(item) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        if item is None or not item.picture_id:
            del self.fields["with_picture"]
        self.offer_audience(person, item, of_office=bool(item and item.organisation_id or person.organisation_id))

    @staticmethod
    def _initial_from(item: WatchItem) -> dict:
        names = ("comment", "audience", "in_next_letter", "title", "summary")
        return {name: getattr(item, name) for name in names} | {
            "with_picture": bool(item.picture_id),
            "themes": item.themes.all(),
            "work_groups": item.audience_groups.all(),
        }


class AddLinkForm(DecisionForm):
    """A link that a watcher brings; its words may be read from the page."""

    address = LinkField(label=_("Adresse"))
    drawn = forms.CharField(required=False, widget=forms.HiddenInput)  # the picture read, see `pictures`
    field_order = ["address", "title", "summary"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["with_picture"] = self.base_fields["with_picture"]

    def clean_drawn(self):
        return validated_picture(self.cleaned_data["drawn"]) if "with_picture" in self.data else ""


class PasteNewsletterForm(forms.Form):
    source = forms.TypedChoiceField(label=_("Lettre"), coerce=int, empty_value=None, required=False)
    letter = forms.CharField(
        label=_("Le contenu de la lettre"),
        max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Ouvrez le courriel, sélectionnez tout, copiez, collez ici. Le texte et le HTML conviennent."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        letters = WatchSource.objects.filter(kind=WatchSource.Kind.NEWSLETTER)
        self.fields["source"].choices = [("", _("Aucune source")), *((source.pk, source.name) for source in letters)]


class SourceForm(SavedMeanwhileMixin, forms.Form):
    kind = forms.ChoiceField(label=_("Nature"), choices=WatchSource.Kind.choices, widget=forms.RadioSelect, initial="feed")
    address = LinkField(
        label=_("Adresse du site ou du fil"),
        required=False,
        help_text=_("Le fil est cherché sur la page du site. Une lettre collée n’a pas besoin d’adresse."),
    )
    name = forms.CharField(
        label=pgettext_lazy("nom entier", "Nom"), max_length=160, required=False, help_text=_("Vide : celui que donne le fil.")
    )
    themes = themes_field(_("Thèmes proposés"))
    audience = forms.ChoiceField(label=_("Pour qui, d’habitude"), choices=AUDIENCES[:3], initial=Audience.PROFESSIONALS.value)
    for_letter = forms.BooleanField(label=_("Dans la prochaine lettre, d’habitude"), required=False)

    def __init__(self, *args, source: WatchSource | None = None, **kwargs):
        self.source = source or WatchSource()
        if source:
            names = ("kind", "address", "name", "audience", "for_letter")
            kwargs["initial"] = {name: getattr(source, name) for name in names} | {"themes": source.themes.all()}
        super().__init__(*args, **kwargs)
        self.fields["address"].max_length = 1000

    @property
    def stored(self) -> WatchSource:
        return self.source

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        address = cleaned["address"]
        if cleaned["kind"] == WatchSource.Kind.FEED:
            if not address:
                self.add_error("address", _("Écrivez l’adresse du fil."))
            elif len(address) > 1000:
                self.add_error("address", _("Cette adresse n’est pas valable : copiez-la à nouveau."))
            elif self.is_known(address):
                self.add_error("address", ALREADY_FOLLOWED)
        elif not cleaned["name"]:
            self.add_error("name", _("Écrivez le nom de la lettre."))
        return cleaned

    def is_known(self, address: str) -> bool:
        """Whether another source has this address, in one of its forms."""
        others = WatchSource.objects.exclude(pk=self.source.pk).exclude(address="")
        return address_key(address) in {address_key(other) for other in others.values_list("address", flat=True)}

    def save(self, name: str = "", address: str = "") -> WatchSource:
        """`name`: that of the feed, for a source that was given none; `address`: that of the feed, where a page's was typed."""
        values, source = self.cleaned_data | ({"address": address} if address else {}), self.source
        if values["address"] != source.address:
            source.etag = source.last_modified = ""
        for field in ("kind", "address", "audience", "for_letter"):
            setattr(source, field, values[field])
        source.name = (values["name"] or name or source.address.split("/")[2])[:160]
        source.save()
        source.themes.set(values["themes"])
        return source


class ExclusionForm(forms.Form):
    """Words that set aside by themselves."""

    words = forms.CharField(
        label=_("Mots"),
        max_length=100,
        help_text=_("Un mot ou plusieurs qui se suivent : « offre d’emploi ». Majuscules et accents ne comptent pas."),
    )
    source = forms.ModelChoiceField(
        WatchSource.objects.all(), label=_("Dans ce qu’apporte"), required=False, empty_label=_("Toutes les sources")
    )

    def clean_words(self):
        words = self.cleaned_data["words"]
        if len(title_key(words).replace(" ", "")) < 2:
            raise forms.ValidationError(_("Écrivez au moins deux lettres : un mot si court écarterait presque tout."))
        return words


class InboxForm(forms.Form):
    """What the inbox shows: one source, some words. What is none of them is left out."""

    source = forms.ModelChoiceField(
        WatchSource.objects.all(), label=_("Source"), required=False, empty_label=_("Toutes les sources")
    )
    q = forms.CharField(
        label=_("Chercher"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": _("Un mot")}),
    )

    def filters(self) -> dict:
        """{name: value} of what was chosen, as an address has it."""
        self.is_valid()
        source, words = self.cleaned_data.get("source"), self.cleaned_data.get("q", "")
        return {name: value for name, value in (("source", source and str(source.pk)), ("q", words)) if value}


class LetterByMailForm(forms.Form):
    email = forms.EmailField(
        label=_("Votre adresse électronique"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class LetterThemesForm(forms.Form):
    themes = themes_field(_("Les thèmes que je suis"))
    themes.required = True
    themes.error_messages = themes.error_messages | {"required": _("Choisissez au moins un thème.")}


class OpmlForm(forms.Form):
    file = forms.FileField(
        label=_("Fichier OPML"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".opml,.xml,text/x-opml"}),
        help_text=_("Exporté de votre lecteur de flux : 1 Mo au plus."),
    )


class NewsletterForm(SavedMeanwhileMixin, forms.ModelForm):
    class Meta:
        model = WatchLetter
        fields = ["title", "introduction"]
        widgets = {"introduction": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"introduction": _("Lue par tous les abonnés, et par tout le monde dans les archives.")}


class SettingsForm(forms.ModelForm):
    class Meta:
        model = WatchSettings
        fields = ["when", "day", "number"]
        widgets = {"when": forms.RadioSelect}


class SubscriptionForm(forms.ModelForm):
    themes = themes_field(_("Les thèmes que je suis"))

    class Meta:
        model = WatchSubscription
        fields = ["letter", "notices", "themes"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial |= {"letter": True, "themes": WatchTheme.objects.all()}

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("letter") or cleaned.get("notices")) and not cleaned.get("themes") and "themes" not in self.errors:
            self.add_error("themes", _("Choisissez au moins un thème."))
        return cleaned
