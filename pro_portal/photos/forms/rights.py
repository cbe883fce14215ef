"""Facts, rights and consents of photos, and partners' keys, as editors write them."""

from django import forms
from django.core.validators import FileExtensionValidator
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from accounts.forms.audience import AudienceModelFormMixin
from accounts.models import Organisation, Territory
from common.access import Audience
from common.choices import Licence
from common.fields import WordsField
from common.forms import SeveralField
from common.forms.dropped_files import check_at_door
from common.forms.picture_words import OTHER_LANGUAGES, AlternativesFormMixin
from common.forms.saved_meanwhile import SavedMeanwhileMixin
from common.models import Picture
from pro_portal.photos.forms.contributions import DATE
from pro_portal.photos.forms.words import KeywordsField, PlaceField, title_fields, titles_of, typed_titles
from pro_portal.photos.models import Consent, Photo, Season, Theme, Weather
from pro_portal.photos.rights.choices import Reason, Use
from pro_portal.photos.rights.documents import LARGEST_DOCUMENT, document_ending

# What an office also files as a signed document; both are zip archives.
TEXT_ENDINGS, ZIP_START = ("odt", "docx"), b"PK\x03\x04"
SHOWN_TO = [(Audience.PUBLIC.value, _("Tout le monde")), (Audience.PROFESSIONALS.value, _("Les professionnels"))]
AS_IT_IS = ("", _("Ne rien changer"))


class WithheldErrorsMixin:
    """Of a form that is also sent to ask something else than to save it."""

    def withhold_errors(self) -> None:
        """Show what was typed and judge nothing of it."""
        self._errors = ErrorDict()


class LotForm(forms.Form):
    """For all the chosen pictures of a lot; what is left empty stays as it was given."""

    credit = forms.CharField(label=_("Crédit"), max_length=200, required=False)
    theme = forms.ChoiceField(label=_("Thème"), choices=[AS_IT_IS, *Theme.choices], required=False)
    season = forms.ChoiceField(label=_("Saison"), choices=[AS_IT_IS, *Season.choices], required=False)
    commune = forms.ModelChoiceField(
        label=_("Commune"), queryset=Territory.objects.all(), required=False, empty_label=AS_IT_IS[1]
    )
    place = PlaceField(empty_label=AS_IT_IS[1])
    keywords = KeywordsField(label=_("Mots-clés à ajouter"))
    audience = forms.ChoiceField(
        label=_("Qui peut les voir"), choices=SHOWN_TO, initial=Audience.PUBLIC, widget=forms.RadioSelect
    )
    offered = forms.BooleanField(label=_("Les professionnels et les partenaires peuvent les prendre"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].offer()


class WaiverForm(WithheldErrorsMixin, forms.Form):
    """The decision to show pictures without the written agreement of the people on them; no `reason` where it is not taken."""

    show_anyway = forms.BooleanField(label=_("Montrer quand même, sans accord écrit"), required=False)
    waiver_reason = forms.CharField(
        label=_("Pourquoi les montrer sans accord"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Gardé avec votre nom et la date, sur la page des droits de chaque photo."),
    )  # fmt: skip

    def clean(self):
        answers = super().clean()
        if answers.get("show_anyway") and not answers.get("waiver_reason"):
            self.add_error("waiver_reason", _("Écrivez pourquoi elles sont montrées sans accord."))
        return answers

    @property
    def reason(self) -> str:
        return self.cleaned_data["waiver_reason"] if self.cleaned_data["show_anyway"] else ""


class RefusalForm(forms.Form):
    reason = forms.ChoiceField(label=_("Raison"), choices=Reason.choices)
    words = forms.CharField(
        label=_("Précision"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("La raison part dans la langue de la personne ; la précision part telle que vous l’écrivez."),
    )  # fmt: skip


class RightsForm(SavedMeanwhileMixin, WithheldErrorsMixin, AlternativesFormMixin, AudienceModelFormMixin, forms.ModelForm):
    """The rights and the words of one picture. `candidates` are the pictures shown as its replacement; any other of the library
    that the editor may see can be sent."""

    uses = forms.MultipleChoiceField(
        label=_("Usages permis"), choices=Use.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    audience = forms.ChoiceField(label=_("Qui peut la voir"), choices=Audience.choices)
    licence = forms.ChoiceField(label=_("Licence"), choices=Licence.choices)
    keywords = KeywordsField()
    substitute_words = WordsField(
        label=_("Chercher une photo de remplacement"), max_length=100, required=False,
        help_text=_("Par son titre, son lieu, un mot-clé."),
        widget=forms.TextInput(attrs={"type": "search"}),
    )  # fmt: skip

    class Meta:
        model = Picture
        fields = ("title", "credit", "creator", "licence", "uses", "changes_allowed", "third_parties_allowed", "use_territory",
                  "audience", "audience_groups", "valid_from", "valid_until", "substitute")  # fmt: skip
        widgets = {"valid_from": DATE, "valid_until": DATE, "substitute": forms.RadioSelect}

    def __init__(self, *args, editor, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].label = _("Titre")
        self.initial["keywords"] = [tag.name for tag in self.instance.tags.all()]
        self.candidates = candidates
        substitute = self.fields["substitute"]
        of_library = Picture.objects.filter(pk__in=Photo.objects.visible_to(editor).exclude(pk=self.instance.pk).values("pk"))
        substitute.queryset = of_library | Picture.objects.filter(pk=self.instance.substitute_id)
        none = _("Aucune : un dessin prend sa place")
        substitute.widget.choices = [("", none), *((picture.pk, picture.title) for picture in candidates)]
        self.offer_audience(editor, self.instance, of_office=self.instance.audience == Audience.PRIVATE)

    def clean(self):
        answers = super().clean()
        begins, ends = answers.get("valid_from"), answers.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", _("La fin vient avant le début."))
        return answers

    @property
    def other_languages(self) -> list:
        """The inputs of what it shows in the other languages."""
        return [self[f"alternative_{code}"] for code, _name in OTHER_LANGUAGES]

    @property
    def substitute_choices(self) -> list:
        """Each way to answer with the picture that it shows, None for the drawing."""
        return list(zip(self["substitute"].subwidgets, [None, *self.candidates], strict=True))

    def save(self, commit=True):
        picture = super().save(commit)
        if "keywords" in self.changed_data:
            picture.tags.set(self.cleaned_data["keywords"])
        return picture


class RightsChangeForm(forms.Form):
    """What is changed on all the photos that are ticked; what is left as it is stays on each."""

    KEEP, DAY, NO_END = "", "day", "none"
    end = forms.ChoiceField(
        label=_("Fin du droit"), choices=[AS_IT_IS, (DAY, _("Jusqu’au jour ci-dessous")), (NO_END, _("Sans fin"))],
        required=False, widget=forms.RadioSelect,
    )  # fmt: skip
    valid_until = forms.DateField(label=_("Jusqu’au"), required=False, widget=DATE, help_text=_("Ce jour compris."))
    changes_uses = forms.BooleanField(label=_("Changer aussi les usages permis"), required=False)
    uses = forms.MultipleChoiceField(
        label=_("Usages permis"), choices=Use.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    credit = forms.CharField(label=_("Crédit"), max_length=200, required=False, help_text=_("Laissez vide pour ne rien changer."))

    def clean(self):
        answers = super().clean()
        day = answers.get("valid_until")
        if answers.get("end") == self.DAY and not day and "valid_until" not in self.errors:
            self.add_error("valid_until", _("Dites jusqu’à quel jour."))
        if answers.get("changes_uses") and not answers.get("uses"):
            self.add_error("uses", _("Cochez au moins un usage."))
        if not self.errors and not self.changes():
            self.add_error(None, _("Choisissez ce qui change : la fin, les usages ou le crédit."))
        return answers

    def changes(self) -> dict:
        """The columns to write, for `actions.rights_changes`."""
        answers, changes = self.cleaned_data, {}
        if answers.get("end") == self.DAY or (not answers.get("end") and answers.get("valid_until")):
            changes["valid_until"] = answers.get("valid_until")
        elif answers.get("end") == self.NO_END:
            changes["valid_until"] = None
        if answers.get("changes_uses"):
            changes["uses"] = [use for use in Use.values if use in answers.get("uses", [])]
        if answers.get("credit"):
            changes["credit"] = answers["credit"]
        return changes


class FactsForm(SavedMeanwhileMixin, WithheldErrorsMixin, forms.ModelForm):
    seen_name = "facts_seen"
    theme = forms.ChoiceField(label=_("Thème"), choices=[("", _("Aucun")), *Theme.choices], required=False)
    season = forms.ChoiceField(label=_("Saison"), choices=[("", _("Plusieurs")), *Season.choices], required=False)
    weather = forms.ChoiceField(label=_("Temps"), choices=[("", _("Non précisé")), *Weather.choices], required=False)

    class Meta:
        model = Photo
        fields = ("theme", "season", "weather", "commune", "place", "with_people", "taken_on")
        widgets = {"taken_on": DATE}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= titles_of(self.instance)
        self.fields |= title_fields()
        self.fields["commune"].empty_label = _("Aucune")
        self.fields["place"] = PlaceField()
        self.fields["place"].offer(self.instance.place_id)

    def clean(self):
        answers = super().clean()
        self.instance.titles = typed_titles(answers)
        return answers

    @property
    def other_languages(self) -> list:
        """The inputs of its title in the other languages."""
        return [self[name] for name in title_fields()]


class ConsentForm(SavedMeanwhileMixin, forms.ModelForm):
    """An agreement, its signed file and the pictures it covers; these are chosen among `available`."""

    class Meta:
        model = Consent
        field_classes = {"photos": SeveralField}
        fields = ("kind", "name", "contact", "signed_on", "ends_on", "file", "note", "photos")
        widgets = {
            "signed_on": DATE,
            "ends_on": DATE,
            "note": forms.Textarea(attrs={"rows": 2}),
            "file": forms.FileInput,
        }

    def __init__(self, *args, available, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["photos"].queryset = available
        self.fields["photos"].help_text = _(
            "Celles de votre panier sont proposées ici. Pour en ajouter, mettez-les d’abord dans le panier."
        )
        self.fields["file"].validators.append(FileExtensionValidator(["pdf", "jpg", "jpeg", "png", "heic", "odt", "docx"]))
        self.fields["file"].help_text = _(
            "PDF ou photo, 20 Mo au plus. Seules les personnes qui gardent les droits peuvent l’ouvrir."
        )

    def clean_file(self):
        file = self.cleaned_data.get("file")
        if not file or "file" not in self.changed_data:
            return file
        if file.size > LARGEST_DOCUMENT:
            raise forms.ValidationError(_("Ce fichier pèse plus de 20 Mo. Enregistrez-le en plus léger."))
        is_text = file.name.lower().endswith(TEXT_ENDINGS) and file.read(len(ZIP_START)) == ZIP_START
        if not is_text and not document_ending(file):
            raise forms.ValidationError(_("Ce fichier n’est ni un PDF, ni une photo, ni un document de traitement de texte."))
        self.instance.scan_state, self.instance.scan_result = (
            check_at_door(file, Consent._meta.get_field("file").storage).state,
            "",
        )
        return file

    def clean(self):
        answers = super().clean()
        begins, ends = answers.get("signed_on"), answers.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", _("La fin vient avant la signature."))
        return answers


class PartnerKeyForm(forms.Form):
    """What a new partner's key opens."""

    name = forms.CharField(
        label=_("Partenaire"), max_length=200, help_text=_("Qui s’en servira, et où : « Site du parc naturel ».")
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.order_by("name"), label=_("Organisme"), required=False, empty_label=_("Aucun")
    )
    uses = forms.MultipleChoiceField(
        label=_("Usages accordés"), choices=Use.choices, widget=forms.CheckboxSelectMultiple, initial=[Use.WEB.value]
    )
    sees_professional = forms.BooleanField(label=_("Voit aussi ce qui est réservé aux professionnels"), required=False)
