"""Where the CMS shows how the installation is: a page, a menu entry, a panel on the front page, the news in the help."""

from datetime import timedelta

from django.conf import settings
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from health.actions import PERMISSION
from health.models import NewsReading, Upgrade
from health.presenters import red_lines
from health.views import installation, news

# Who has not come for so long finds the news in the help.
NEWS_DAYS = timedelta(days=30)


@hooks.register("register_admin_urls")
def addresses():
    patterns = [
        path("etat/", installation.installation, name="installation"),
        path("etat/courriel/", installation.mail_trial, name="mail_trial"),
        path("quoi-de-neuf/", news.news, name="news"),
    ]
    return [path("", include((patterns, "health")))]


class InstallationMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_menu_item")
def menu_entry():
    return InstallationMenuItem(_("État"), reverse("health:installation"), name="installation", icon_name="desktop", order=8900)


@hooks.register("register_help_menu_item")
def news_entry():
    return MenuItem(_("Quoi de neuf"), reverse("health:news"), name="news", icon_name="info-circle", order=100)


@hooks.register("insert_global_admin_css")
def styles():
    return format_html('<link rel="stylesheet" href="{}">', static("health/health.css"))


class RedLines(Component):
    order = 10
    template_name = "health/_red_lines_panel.html"

    def __init__(self, lines: list[dict]):
        self._lines = lines

    def get_context_data(self, parent_context):
        return {"lines": self._lines}


class NewVersion(Component):
    order = 20
    template_name = "health/_new_version_panel.html"

    def get_context_data(self, parent_context):
        return {"version": settings.VERSION}


@hooks.register("construct_homepage_panels")
def front_page(request, panels):
    if is_new_to(request.user):
        panels.insert(0, NewVersion())
    if lines := red_lines(request.user):
        panels.insert(0, RedLines(lines))


def is_new_to(person) -> bool:
    """Whether an upgrade of late brought what this person has not read yet. An installation that is new has no news."""
    latest = Upgrade.latest()
    if latest is None or latest.version != settings.VERSION or latest.at < timezone.now() - NEWS_DAYS:
        return False
    if person.date_joined > latest.at or not Upgrade.objects.filter(pk__lt=latest.pk).exists():
        return False
    return not NewsReading.objects.filter(person=person, version=settings.VERSION).exists()
