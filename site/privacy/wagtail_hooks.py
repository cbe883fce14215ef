"""The administrators' pages about personal data, in the CMS."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import AdminOnlyMenuItem

from privacy.urls import cms_patterns


@hooks.register("register_settings_menu_item")
def personal_data_item():
    return AdminOnlyMenuItem(_("Données personnelles"), reverse_lazy("privacy_cms:look_up"), icon_name="user", order=900)


@hooks.register("register_admin_urls")
def personal_data_urls():
    return [path("personal-data/", include((cms_patterns, "privacy_cms")))]
