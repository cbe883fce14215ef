"""The page of backups among the settings of the CMS."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import AdminOnlyMenuItem

from backups.views import IndexView


@hooks.register("register_admin_urls")
def backups_urls():
    return [path("sauvegardes/", include(([path("", IndexView.as_view(), name="index")], "backups")))]


@hooks.register("register_settings_menu_item")
def backups_item():
    return AdminOnlyMenuItem(_("Sauvegardes"), reverse_lazy("backups:index"), name="backups", icon_name="download", order=950)
