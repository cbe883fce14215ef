"""What happens to a page and its translations together."""

import json

from django.conf import settings
from django.db.models import Model, Q
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, SegmentOverride, SourceDeletedError


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
