"""The administrators' pages about personal data, in the CMS."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from privacy.urls import cms_patterns


class PersonalDataItem(MenuItem):
    def is_shown(self, request):
        return request.user.is_superuser


@hooks.register("register_settings_menu_item")
def personal_data_item():
    return PersonalDataItem(_("Données personnelles"), reverse_lazy("privacy_cms:look_up"), icon_name="user", order=900)


@hooks.register("register_admin_urls")
def personal_data_urls():
    return [path("personal-data/", include((cms_patterns, "privacy_cms")))]
