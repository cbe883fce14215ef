"""Lists of the CMS admin."""

from django.db.models import Q
from django.utils.translation import get_language
from wagtail.snippets.views.snippets import IndexView

from common.search_port import find_things

MOST_WORDS = 10  # each is one more join


class SearchedIndexView(IndexView):
    """A list with a search box: what the one search finds for this editor (accents and typing mistakes forgiven), and the things,
    drafts too, whose title holds every word typed.

    A viewset names its `kind` in the search, and in `search_fields` the title among its texts, such as "words__title".
    """

    kind = ""

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        pks = find_things(self.kind, self.search_query, self.request.user, get_language())
        titled = self.model._default_manager.all()
        for word in self.search_query.split()[:MOST_WORDS]:
            conditions = Q()
            for field in self.search_fields:
                conditions |= Q(**{f"{field}__icontains": word})
            titled = titled.filter(conditions)
        return queryset.filter(Q(pk__in=pks) | Q(pk__in=titled.values("pk")))
