"""The network in the Wagtail admin: people, organisations, communes, groups."""

from django import forms
from django.conf import settings
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.images.widgets import AdminImageChooser
from wagtail.users.forms import UserEditForm
from wagtail.users.views.users import UserViewSet

from accounts.actions import LAST_ADMINISTRATOR, LastAdministrator, require_another_administrator
from accounts.models import Organisation, Territory, User, WorkGroup


class TerritoryForm(forms.ModelForm):
    """A commune, with its presentation in each language of the site."""

    class Meta:
        model = Territory
        fields = ["name", "other_names", "slug", "insee", "postcode", "latitude", "longitude", "outline", "picture"]
        widgets = {"picture": AdminImageChooser}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, name in settings.LANGUAGES:
            self.fields[f"presentation_{code}"] = forms.CharField(
                label=_("Présentation (%(language)s)") % {"language": name},
                required=False,
                widget=forms.Textarea({"rows": 4, "lang": code}),
                initial=(self.instance.presentation or {}).get(code, ""),
            )

    def save(self, commit=True):
        texts = {code: self.cleaned_data[f"presentation_{code}"] for code, _name in settings.LANGUAGES}
        self.instance.presentation = {code: text for code, text in texts.items() if text}
        return super().save(commit)


class TerritoryViewSet(ModelViewSet):
    model = Territory
    icon = "site"
    list_display = ["name", "insee", "postcode"]
    search_fields = ["name", "other_names", "insee", "postcode"]

    def get_form_class(self, for_update=False):
        return TerritoryForm


class OrganisationForm(forms.ModelForm):
    """An organisation, with its name in the other languages of the site."""

    class Meta:
        model = Organisation
        fields = ["name", "slug", "kind", "email", "phone", "website", "address", "territories", "trusted"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        names = {
            f"name_{code}": forms.CharField(
                label=_("Nom (%(language)s)") % {"language": name},
                required=False,
                max_length=Organisation._meta.get_field("name").max_length,
                widget=forms.TextInput({"lang": code}),
                initial=(self.instance.translated_names or {}).get(code, ""),
                help_text=_("S’il a un nom dans cette langue ; sinon, son nom français est montré."),
            )
            for code, name in settings.LANGUAGES
            if code != settings.LANGUAGE_CODE
        }
        self.fields |= names
        self.order_fields(["name", *names])

    def save(self, commit=True):
        self.instance.translated_names = {
            code: name for code, _name in settings.LANGUAGES if (name := self.cleaned_data.get(f"name_{code}"))
        }
        return super().save(commit)


class OrganisationViewSet(ModelViewSet):
    model = Organisation
    icon = "home"
    list_display = ["name", "kind", "email", "trusted"]
    list_filter = ["kind", "trusted"]
    search_fields = ["name", "email"]

    def get_form_class(self, for_update=False):
        return OrganisationForm


class WorkGroupViewSet(ModelViewSet):
    model = WorkGroup
    icon = "group"
    list_display = ["name"]
    search_fields = ["name"]
    form_fields = ["name", "slug", "members"]


class NetworkViewSetGroup(ModelViewSetGroup):
    menu_label = _("Réseau")
    menu_icon = "group"
    menu_order = 700
    items = (OrganisationViewSet, TerritoryViewSet, WorkGroupViewSet)


class PersonEditForm(UserEditForm):
    """Wagtail's form without passwords, with the organisation, and never without an administrator left."""

    password_enabled = False

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"organisation", "language"}

    def clean(self):
        cleaned = super().clean()
        stays_administrator = cleaned.get("is_superuser", self.instance.is_superuser) and cleaned.get(
            "is_active", self.instance.is_active
        )
        if self.instance.pk and not stays_administrator:
            try:
                require_another_administrator([User.objects.get(pk=self.instance.pk)])
            except LastAdministrator:
                self.add_error(None, LAST_ADMINISTRATOR)
        return cleaned


class PeopleViewSet(UserViewSet):
    """People come by invitation: the admin's “add” leads there."""

    menu_label = capfirst(_("Personnes"))

    def get_form_class(self, for_update=False):
        return PersonEditForm if for_update else super().get_form_class()

    @property
    def add_view(self):
        return lambda request, *args, **kwargs: redirect("team:invite")
