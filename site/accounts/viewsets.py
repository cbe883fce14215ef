"""The network in the Wagtail admin: people, organisations, communes, groups."""

from django import forms
from django.conf import settings
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.images.widgets import AdminImageChooser
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.users.forms import UserEditForm
from wagtail.users.views.users import UserViewSet

from accounts.actions import LAST_ADMINISTRATOR, LastAdministrator, require_another_administrator
from accounts.models import Organisation, Territory, Theme, User, WorkGroup
from common.forms import language_form, language_panel

LONGEST_THEME = 60


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


class AdministratorsPolicy(ModelPermissionPolicy):
    """Whatever a role of their own making holds, nobody but administrators."""

    def user_has_permission(self, user, action):
        return user.is_active and user.is_superuser and action != "delete"  # its page throws it in the bin

    def users_with_any_permission(self, actions):
        return User.objects.filter(is_active=True, is_superuser=True)


class WorkGroupIndexView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().present()


class WorkGroupViewSet(ModelViewSet):
    """For administrators alone: it names secret groups. The groups' own pages are in the intranet."""

    model = WorkGroup
    icon = "group"
    index_view_class = WorkGroupIndexView
    list_display = ["name", Column("kind", label=_("Nature"), accessor="get_kind_display", sort_key="kind")]
    list_filter = ["kind"]
    search_fields = ["name"]
    form_fields = ["name", "slug", "kind", "purpose", "providers_may_join", "members"]

    @property
    def permission_policy(self):
        return AdministratorsPolicy(self.model)


class ThemeViewSet(ModelViewSet):
    """What people may be asked about, and what articles speak of."""

    model = Theme
    icon = "tag"
    list_display = ["__str__", "code"]
    sort_order_field = "order"
    edit_handler = ObjectList(
        [FieldPanel("code"), language_panel("names", _("Noms"))], base_form_class=language_form({"names": LONGEST_THEME})
    )


class NetworkViewSetGroup(ModelViewSetGroup):
    menu_label = _("Réseau")
    menu_icon = "group"
    menu_order = 700
    items = (OrganisationViewSet, TerritoryViewSet, WorkGroupViewSet, ThemeViewSet)


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
