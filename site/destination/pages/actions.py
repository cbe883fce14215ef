"""The first site of an installation; what happens to a page and its translations together."""

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from accounts.actions import apply_roles, give_editor_page_permissions
from destination.pages.models import DestinationSettings, HomePage


def unpublish_translations(page: Page) -> None:
    """A page of the main language that leaves the site takes its translations with it: they stay as drafts."""
    if page.locale.language_code != settings.LANGUAGE_CODE or page.depth < 3:
        return
    for translation in page.get_translations().filter(live=True):
        translation.unpublish()


def follow_move(page: Page, parent: Page) -> None:
    """The translations of a moved page go below the translations of its new parent, where there is one. Each move makes the
    redirects of its own language."""
    for translation in page.get_translations().select_related("locale"):
        home = parent.get_translation_or_none(translation.locale)
        if home is not None and not translation.is_child_of(home) and not home.is_descendant_of(translation):
            translation.specific.move(home, pos="last-child")


@transaction.atomic
def ensure_site(name: str = "") -> Site:
    """A first page in each language, the Wagtail site that shows them, its settings, and the editors' rights. Done again, it
    changes nothing but the name, where one is given."""
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    homes = {code: ensure_home(root, code, name) for code in languages_main_first()}
    main = homes[settings.LANGUAGE_CODE]
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    old_root = site.root_page if site.root_page_id else None
    site.root_page, site.site_name = main, name or site.site_name or main.title
    site.save()
    if old_root and old_root.pk != main.pk and type(old_root.specific) is Page:
        old_root.refresh_from_db()
        old_root.delete()  # the page that says “Welcome to your new Wagtail site”
    destination, is_new = DestinationSettings.objects.get_or_create(site=site, defaults={"name": site.site_name})
    if name and destination.name != name:
        destination.name = name
        destination.save()
    apply_roles()
    give_editor_page_permissions(root)
    return site


def languages_main_first() -> list[str]:
    return sorted((code for code, name in settings.LANGUAGES), key=lambda code: code != settings.LANGUAGE_CODE)


def ensure_home(root: Page, code: str, name: str) -> HomePage:
    locale, _new = Locale.objects.get_or_create(language_code=code)
    home = HomePage.objects.filter(locale=locale, depth=2).first()
    if home:
        return home
    main = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, depth=2).first()
    home = HomePage(title=name or settings.WAGTAIL_SITE_NAME, slug=code, locale=locale)
    if main:
        home.translation_key = main.translation_key
    root.refresh_from_db()
    root.add_child(instance=home)
    home.save_revision().publish()
    return home
