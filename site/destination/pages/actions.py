"""The first site of an installation; what happens to a page and its translations together."""

import json
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import Model, Q
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import OverridableSegment, SegmentOverride, SourceDeletedError

from accounts.actions import apply_roles, give_editor_page_permissions
from destination.pages.models import DestinationSettings, HomePage


def unpublish_translations(page: Page) -> None:
    """A page of the main language that leaves the site takes its translations with it: they stay as drafts."""
    if page.locale.language_code != settings.LANGUAGE_CODE or page.depth < 3:
        return
    for translation in page.get_translations().filter(live=True):
        # What left by a plan comes back by one; a draft that nobody published must not come with it.
        translation.unpublish(set_expired=page.expired and not translation.has_unpublished_changes)


def publish_expired_translations(page: Page) -> None:
    """A page of the main language that comes back brings the translations that left when its time was over."""
    if not page.live or page.locale.language_code != settings.LANGUAGE_CODE:
        return
    for translation in page.get_translations().filter(live=False, expired=True):
        if revision := translation.get_latest_revision():
            revision.publish()


def follow_move(page: Page, parent: Page) -> None:
    """The translations of a moved page go below the translations of its new parent, where there is one. Each move makes the
    redirects of its own language."""
    for translation in page.get_translations().select_related("locale"):
        home = parent.get_translation_or_none(translation.locale)
        if home is not None and not translation.is_child_of(home) and not home.is_descendant_of(translation):
            translation.specific.move(home, pos="last-child")


@transaction.atomic
def ensure_site(name: str = "", languages: Iterable[str] | None = None) -> Site:
    """A first page in each language, the Wagtail site that shows them, its settings, and the editors' rights. Done again, it
    changes nothing but the name and the languages, where they are given; `languages`: the codes in which the site is offered, the
    main one always being of them."""
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    chosen = set(languages if languages is not None else stored_languages())
    codes = [code for code in languages_main_first() if not chosen or code in chosen or code == settings.LANGUAGE_CODE]
    homes = {code: ensure_home(root, code, name) for code in codes}
    main = homes[settings.LANGUAGE_CODE]
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    old_root = site.root_page if site.root_page_id else None
    site.root_page, site.site_name = main, name or site.site_name or main.title
    site.save()
    if old_root and old_root.pk != main.pk and type(old_root.specific) is Page:
        old_root.refresh_from_db()
        old_root.delete()  # the page that says “Welcome to your new Wagtail site”
    destination, is_new = DestinationSettings.objects.get_or_create(site=site, defaults={"name": site.site_name})
    offered = destination.languages if languages is None else ([] if len(codes) == len(settings.LANGUAGES) else codes)
    if (name and destination.name != name) or destination.languages != offered:
        destination.name, destination.languages = name or destination.name, offered
        destination.save()
    apply_roles()
    give_editor_page_permissions(root)
    return site


def stored_languages() -> list[str]:
    """The languages in which the site is offered; empty where it is offered in all of them."""
    return DestinationSettings.objects.filter(site__is_default_site=True).values_list("languages", flat=True).first() or []


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


def forget_missing_references(pk: int | None = None) -> None:
    """Take out of the translations what they hold by its number (a picture, a document, a page) and what is no more; with `pk`,
    only what has this number. wagtail-localize's editor stays blank where it holds such a number."""
    of_number = Q(data_json=json.dumps(pk)) if pk else Q(data_json__regex=r"^[0-9]+$")
    for segment in OverridableSegment.objects.filter(of_number).select_related("source", "context"):
        if _is_missing(segment.source, segment.context, segment.data):
            segment.delete()
    for override in SegmentOverride.objects.filter(of_number, context__isnull=False).select_related("context"):
        segment = override.context.overridablesegment_set.select_related("source").first()
        if segment and _is_missing(segment.source, override.context, override.data):
            override.delete()


def _is_missing(source, context, pk: int) -> bool:
    try:
        model = _target_model(source.as_instance(), context.path)
    except SourceDeletedError:
        return False
    return model is not None and not model._base_manager.filter(pk=pk).exists()


def _target_model(instance: Model, path: str) -> type[Model] | None:
    """What kind of thing stands at a content path of wagtail-localize (`picture`, `body.<block>.scene`); None for no thing."""
    name, *elements = path.split(".")
    field = instance._meta.get_field(name)
    if not isinstance(field, StreamField):
        return field.related_model
    bound_block = field.get_block_by_content_path(field.value_from_object(instance), elements)
    return getattr(bound_block.block, "target_model", None) if bound_block else None
