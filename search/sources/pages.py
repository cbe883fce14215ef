"""Pages: the thing is a page with its translations, so that one that is not translated is offered in a language that exists."""

from collections import defaultdict

from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction

from common.translations import choose_version
from destination.pages.permissions import in_trees, page_audience_keys, restrictions_with_trees, with_translations_and_aliases
from search.sources.base import LONG_AGO, Room, SearchDocument, Source, join_lines, site_languages


class Pages(Source):
    code = "page"
    name = _("Page")
    label = _("Pages")
    room = Room.PUBLIC

    def kind_in_words(self, label):
        """A reader has no use for the editors' kinds of pages."""
        return str(self.name)

    def published_names(self):
        keys = self._published().order_by("translation_key").values_list("translation_key", flat=True).distinct()
        return (str(key) for key in keys.iterator())

    def load(self, names):
        restrictions = restrictions_with_trees()
        things = defaultdict(dict)
        for page in self._published().filter(translation_key__in=names).select_related("locale").specific():
            things[str(page.translation_key)][page.locale.language_code] = (page, page_audience_keys(page, restrictions))
        return things

    @staticmethod
    def _published():
        # An alias repeats a page that is here already; the first page of all stands above every site.
        return Page.objects.live().filter(depth__gt=1, alias_of=None)

    def documents(self, translations):
        documents = []
        for language in site_languages():
            page, keys = choose_version(translations, language)
            with translation.override(language):
                address, label = _address(page), str(page._meta.verbose_name)
            if address and keys:
                documents.append(
                    SearchDocument(
                        language=language,
                        words_language=page.locale.language_code,
                        title=page.title,
                        text=page.text() if hasattr(page, "text") else page.search_description,
                        more=join_lines(page.seo_title, page.search_description),
                        url=address,
                        keys=keys,
                        changed_at=page.last_published_at or page.latest_revision_created_at or LONG_AGO,
                        label=label,
                        drawing=getattr(page, "drawing", ""),
                        picture_id=getattr(page, "picture_id", None),
                    )
                )
        return documents

    def watched_models(self):
        return {
            Page: lambda page: [page.translation_key],
            PageViewRestriction: lambda restriction: pages_in(with_translations_and_aliases([restriction.page.path])),
        }


def pages_in(trees) -> list:
    """The names of the pages at these tree paths and below them."""
    return list(Page.objects.filter(in_trees(trees)).values_list("translation_key", flat=True))


def _address(page) -> str:
    return page.get_absolute_url() if hasattr(page, "get_absolute_url") else page.url or ""
