from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.admin.admin_url_finder import finder_classes
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.admin.wagtail_hooks import PageAdminURLFinder
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail_localize.views.report import TranslationsReportView

from destination.pages.presenters.site_layout import site_layout
from destination.pages.viewsets import ContactMessageViewSet, MenuViewSet

TECHNICAL_REPORTS = ("workflows", "workflow-tasks", "page-types-usage")
OUTSIDE = {"target": "_blank", "rel": "noreferrer"}

FIRST, LAST = -1000, 1000  # before and after Wagtail's own

register_snippet(MenuViewSet)


# ---- nobody works on a page that is closed to them (`permissions.PagePolicy`) ------------------------------------
@hooks.register("construct_page_chooser_queryset")
def readable_pages(pages, request):
    return page_permission_policy.visible(request.user, pages)


@hooks.register("construct_explorer_page_queryset")
def readable_pages_below(parent_page, pages, request):
    return page_permission_policy.visible(request.user, pages)


class PagesApi(PagesAdminAPIViewSet):
    def get_base_queryset(self):
        return page_permission_policy.explorable_instances(self.request.user)


@hooks.register("construct_admin_api", order=LAST)
def readable_pages_in_api(router):
    router.register_endpoint("pages", PagesApi)


class ReadableTranslations(TranslationsReportView):
    def get_queryset(self):
        closed = Page.objects.exclude(pk__in=page_permission_policy.visible(self.request.user, Page.objects.all()).values("pk"))
        return super().get_queryset().exclude(source__object_id__in=closed.values("translation_key")).order_by("-pk")


@hooks.register("register_admin_urls", order=FIRST)
def readable_translations():
    """At the address of the report that they stand in for."""
    return [
        path("localize/reports/translations/", ReadableTranslations.as_view()),
        path("localize/reports/translations/results/", ReadableTranslations.as_view(results_only=True)),
    ]


class PageLinks(PageAdminURLFinder):
    """Where a page uses something, who may not read it is told of « a private page »."""

    def get_edit_url(self, instance):
        is_hidden = self.user and page_permission_policy.hides(self.user, instance)
        return None if is_hidden else super().get_edit_url(instance)


finder_classes.register(Page, value=PageLinks, exact_class=True)


# ---- what the CMS looks like -------------------------------------------------------------------------------------


@hooks.register("register_admin_viewset")
def contact_messages():
    return ContactMessageViewSet("contact_messages", url_prefix="messages")


@hooks.register("insert_global_admin_css")
def destination_colours():
    sheets = (static("pages/cms.css"), f"{reverse('pages:accent')}?v={site_layout(get_language()).accent_version}")
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((sheet,) for sheet in sheets))


@hooks.register("construct_help_menu")
def quiet_help(request, menu_items):
    """No number that asks to be clicked: the news of the software are for whoever installs it."""
    menu_items[:] = [
        MenuItem(item.label, item.url, name=item.name, icon_name=item.icon_name, attrs=OUTSIDE, order=item.order)
        if isinstance(item, DismissibleMenuItem)
        else item
        for item in menu_items
        if not item.name.startswith("whats-new")
    ]


@hooks.register("construct_reports_menu")
def reports_for_an_office(request, menu_items):
    """What an office asks: what changed, what has grown old, what is translated."""
    menu_items[:] = [item for item in menu_items if item.name not in TECHNICAL_REPORTS]
