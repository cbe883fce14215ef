"""The setup page and its steps."""

import re

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.forms.people import WelcomeForm
from accounts.forms.sign_in import NEW_PASSWORD_HELP, PASSWORD_LENGTH
from accounts.models import Organisation
from common.colours import nearest_passing, passes
from common.forms.dropped_files import PictureFileField, check_at_door
from common.models import Picture
from destination.base_map.actions import BEGINNING, refusal_of
from destination.base_map.limits import LARGEST_UPLOAD
from installation.actions.mail import MailServer
from installation.importers.outlines import ALL, NAME_LENGTH, Survey, survey
from installation.limits import LARGEST_FILE, MOST_COMMUNES

TERRITORY = re.compile(r"all|(?:dep|epci):[0-9A-Z]{1,9}")
LARGEST_LOGO = 10_000_000  # bytes
LOGO_HELP = _("PNG, JPEG, WebP ou AVIF, 10 Mo au plus, lisible sur fond clair et sur fond sombre. Sans logo, le nom est écrit.")
TEXT_LENGTH = 150_000  # characters: a thousand names, each of the longest


class LanguagesField(forms.MultipleChoiceField):
    """In which languages the site is offered. The main one is always of them: every text falls back to it."""

    def __init__(self, **kwargs):
        super().__init__(
            label=_("Langues du site"),
            choices=settings.LANGUAGES,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=_("Le français en est toujours : ce qui n’est pas traduit se lit en français. Vous pourrez en changer."),
            **kwargs,
        )

    def clean(self, value):
        codes = super().clean(value)
        return [code for code, _name in settings.LANGUAGES if code in codes or code == settings.LANGUAGE_CODE]


def one_line(text: str) -> str:
    return " ".join(text.split())


class SetupForm(WelcomeForm):
    """The site's name and languages, and its first administrator. `actions.setup.set_up` makes both."""

    name = forms.CharField(
        label=_("Nom de la destination"),
        max_length=80,
        help_text=_("Tel que les visiteurs le liront, par exemple : Pays d’Aurelle."),
    )
    languages = LanguagesField()
    # Shown again after an error: what was typed is not lost, and the answer is kept by no cache.
    password = forms.CharField(
        label=_("Mot de passe"),
        strip=False,
        max_length=PASSWORD_LENGTH,
        widget=forms.PasswordInput({"autocomplete": "new-password"}, render_value=True),
        help_text=NEW_PASSWORD_HELP,
    )
    field_order = ["name", "languages", "first_name", "last_name", "email", "password"]

    class Meta(WelcomeForm.Meta):
        fields = ["first_name", "last_name", "email"]
        labels = WelcomeForm.Meta.labels | {"email": _("Adresse électronique")}
        help_texts = {"email": _("Vous vous connecterez avec elle.")}
        widgets = WelcomeForm.Meta.widgets | {"email": forms.EmailInput({"autocomplete": "username"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["languages"].initial = [settings.LANGUAGE_CODE]
        self.order_fields(self.field_order)

    def clean_name(self):
        return one_line(self.cleaned_data["name"])

    @property
    def sections(self):
        """The fields in their two named parts."""
        return [
            (_("Le site"), [self["name"], self["languages"]]),
            (_("Vous, à l’administration"), [self["first_name"], self["last_name"], self["email"], self["password"]]),
        ]


class LookForm(forms.Form):
    """Languages, colour and logo of the site."""

    languages = LanguagesField()
    accent = forms.CharField(
        label=_("Couleur"),
        max_length=7,
        widget=forms.TextInput({"type": "color"}),
        help_text=_("Celle des liens et des boutons. Nous vérifions qu’elle se lit."),
    )
    logo = PictureFileField(
        label=_("Logo"),
        required=False,
        widget=forms.FileInput({"accept": "image/*"}),
    )

    nearest_colour = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["logo"].help_text = LOGO_HELP  # Wagtail's field speaks of a hundred megabytes

    def clean_accent(self):
        accent = self.cleaned_data["accent"].lower()
        try:
            readable = passes(accent)
        except ValueError as error:
            raise ValidationError(_("Écrivez la couleur comme #0b6478.")) from error
        if not readable:
            self.nearest_colour = nearest_passing(accent)
            raise ValidationError(
                _("Cette couleur ne se lit pas assez bien. La plus proche qui convient : %(colour)s."),
                "contrast",
                {"colour": self.nearest_colour},
            )
        return accent

    def clean_logo(self):
        logo = self.cleaned_data["logo"]
        if logo and logo.size > LARGEST_LOGO:
            raise ValidationError(_("Ce fichier pèse plus de 10 Mo : enregistrez le logo en plus petit."))
        if logo:
            check_at_door(logo, Picture._meta.get_field("file").storage)
        return logo


class BaseMapForm(forms.Form):
    """A file to cut a base map from."""

    file = forms.FileField(
        label=_("Fichier de la carte"),
        widget=forms.FileInput({"accept": ".pbf,.geojson,.json"}),
        help_text=_("Extrait d’OpenStreetMap (.osm.pbf), 100 Mo au plus : celui d’un département en pèse 15 à 60."),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_UPLOAD:
            raise ValidationError(_("Ce fichier pèse plus de 100 Mo : prenez l’extrait de votre département."))
        file.seek(0)
        if (sentence := refusal_of(file.read(BEGINNING), file.name)) is not None:
            raise ValidationError(sentence)
        file.seek(0)
        return file


class CommunesForm(forms.Form):
    """A file of outlines, or names. `survey` is what the file holds, once it is clean."""

    file = forms.FileField(
        label=_("Fichier des contours"),
        required=False,
        widget=forms.FileInput({"accept": ".geojson,.json,application/geo+json"}),
        help_text=_("GeoJSON, 60 Mo au plus. Vous choisirez ensuite vos communes parmi celles du fichier."),
    )
    names = forms.CharField(
        label=_("Ou les noms, un par ligne"),
        required=False,
        max_length=TEXT_LENGTH,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Sans contours, la carte ne montre que des points. Vous pourrez déposer un fichier plus tard."),
    )

    survey: Survey | None = None

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file:
            return None
        if file.size > LARGEST_FILE:
            raise ValidationError(
                _("Ce fichier pèse plus de 60 Mo : prenez celui d’une région ou d’un département, ou une version moins fine.")
            )
        self.survey = survey(file)
        return file

    def clean_names(self):
        return cleaned_lines(self.cleaned_data["names"])

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("file") and not cleaned.get("names"):
            raise ValidationError(_("Déposez un fichier, ou écrivez au moins un nom."))
        return cleaned


def cleaned_lines(text: str) -> list[str]:
    """The lines that hold something, each on its own; raises the sentence for one too many or too long."""
    lines = [line for line in map(one_line, text.splitlines()) if line]
    if len(lines) > MOST_COMMUNES:
        raise ValidationError(_("Plus de %(most)s lignes : c’est trop pour un territoire.") % {"most": MOST_COMMUNES})
    if too_long := next((line for line in lines if len(line) > NAME_LENGTH), None):
        raise ValidationError(_("Une ligne est trop longue pour un nom de commune : « %(line)s… »") % {"line": too_long[:40]})
    return lines


class TerritoryForm(forms.Form):
    """Which communes of the file. Without `survey` any territory is taken: `communes_of` finds none for one that is not there."""

    territory = forms.ChoiceField(label=_("Territoire"))
    only = forms.CharField(
        label=_("Seulement ces communes"),
        required=False,
        max_length=TEXT_LENGTH,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Noms ou codes INSEE, un par ligne. Vide : toutes celles du territoire."),
    )

    def __init__(self, *args, survey: Survey | None = None, department_names: dict[str, str] | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if survey:
            self.fields["territory"].choices = territory_choices(survey, department_names or {})
        elif TERRITORY.fullmatch(text := str(self.data.get("territory", ""))):
            self.fields["territory"].choices = [(text, text)]

    def clean_only(self):
        return cleaned_lines(self.cleaned_data["only"])


def territory_choices(survey: Survey, department_names: dict[str, str]) -> list:
    """All communes, where they are not too many, then the départements and the EPCIs of the file."""

    def words(name: str, number: int) -> str:
        sentence = ngettext("%(name)s : %(number)s commune", "%(name)s : %(number)s communes", number)
        return sentence % {"name": name, "number": number_format(number, force_grouping=True)}

    choices = [(ALL, words(str(_("Tout le fichier")), survey.communes))] if survey.communes <= MOST_COMMUNES else []
    departments = [
        (f"dep:{code}", words(f"{department_names.get(code, '')} ({code})".strip(), number))
        for code, number in sorted(survey.departments.items())
        if code
    ]
    epcis = [
        (f"epci:{code}", words(survey.epci_names.get(code) or code, number))
        for code, number in sorted(survey.epcis.items(), key=lambda row: survey.epci_names.get(row[0]) or row[0])
    ]
    if departments and (len(departments) > 1 or not choices):
        choices.append((_("Départements"), departments))
    if epcis:
        choices.append((_("Intercommunalités"), epcis))
    return choices or [(ALL, words(str(_("Tout le fichier")), survey.communes))]


class OfficeForm(forms.ModelForm):
    """The first organisation. It covers every commune there is, unless that is unticked."""

    website = forms.URLField(
        label=_("Site internet"), required=False, assume_scheme="https", help_text=_("S’il en a un autre que celui-ci.")
    )
    covers_all = forms.BooleanField(label=_("Il couvre toutes les communes du site"), required=False, initial=True)

    class Meta:
        model = Organisation
        fields = ["name", "kind", "email", "phone", "website", "address"]
        labels = {"name": _("Nom de l’office"), "kind": _("Nature"), "email": _("Courriel")}
        help_texts = {
            "email": _("Montré au bas des pages. Il reçoit aussi les messages de la page de contact."),
            "phone": _("Par exemple : 04 68 00 00 00"),
        }
        widgets = {"address": forms.Textarea({"rows": 3}), "kind": forms.RadioSelect}

    def __init__(self, *args, has_communes: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in Organisation.OF_MEMBERS]
        if not has_communes:
            del self.fields["covers_all"]


class MailForm(forms.Form):
    """One test mail: as this installation sends its mail, or by a server that is tried before it is written down."""

    to = forms.EmailField(label=_("Envoyer l’essai à"), max_length=254)
    host = forms.CharField(
        label=_("Serveur d’envoi"), required=False, max_length=253, help_text=_("SMTP, par exemple : smtp.mon-office.example")
    )
    safety = forms.ChoiceField(
        label=_("Chiffrement"),
        choices=[("starttls", _("STARTTLS (port 587)")), ("tls", _("TLS (port 465)")), ("none", _("Aucun (port 25)"))],
        initial="starttls",
        required=False,
    )
    port = forms.IntegerField(label=_("Port, s’il est autre"), required=False, min_value=1, max_value=65535)
    user = forms.CharField(
        label=_("Identifiant"), required=False, max_length=254, widget=forms.TextInput({"autocomplete": "off"})
    )
    password = forms.CharField(
        label=_("Mot de passe"),
        required=False,
        strip=False,
        max_length=PASSWORD_LENGTH,
        widget=forms.PasswordInput({"autocomplete": "off"}, render_value=True),
    )

    def clean_host(self):
        host = self.cleaned_data["host"].strip().removeprefix("smtp://").strip("/")
        if any(sign in host for sign in " /@?#'\"") or not host.isprintable():
            raise ValidationError(_("Écrivez le nom du serveur seul, comme smtp.mon-office.example."))
        return host

    def clean(self):
        cleaned = super().clean()
        if not self.errors and (server := self.server) and server.would_show_password:
            self.add_error("safety", _("Le mot de passe partirait en clair : choisissez STARTTLS ou TLS."))
        return cleaned

    @property
    def server(self) -> MailServer | None:
        """The server that was typed; None for that of the installation."""
        cleaned = self.cleaned_data
        if not cleaned.get("host"):
            return None
        names = ("host", "port", "user", "password")
        return MailServer(safety=cleaned.get("safety") or "starttls", **{name: cleaned[name] for name in names})
