"""What happens to a page and its translations together."""

from django.conf import settings
from wagtail.models import Page


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
