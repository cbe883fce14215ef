from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import WorkGroup
from pro_portal.watch.models import WatchItem, WatchSource, WatchTheme
from search.sources.base import Room, RowSource, SearchDocument, join_lines, site_languages


class Watch(RowSource):
    code = "watch"
    name = _("Veille")
    label = _("Veille")
    room = Room.PORTAL

    def published(self):
        return WatchItem.objects.published().with_line().prefetch_related("audience_groups")

    def document(self, item, language):
        themes = [theme.name_in(language) for theme in item.themes.all()]
        with translation.override(language):
            url, label = item.get_absolute_url(), str(self.label)
        return SearchDocument(
            language=language,
            words_language=item.language if item.language in site_languages() else settings.LANGUAGE_CODE,
            title=item.title,
            text=join_lines(item.comment, item.summary),
            more=join_lines(item.source, item.host, *themes),
            url=url,
            keys=item.audience_keys(),
            changed_at=item.decided_at or item.published_at,
            label=themes[0] if themes else label,
            drawing="talk",
        )

    def watched_models(self):
        return {
            WatchItem: self.published_or_indexed,
            WatchTheme: lambda theme: WatchItem.objects.published().filter(themes=theme),
            WatchSource: lambda source: WatchItem.objects.published().filter(source=source),
            WorkGroup: lambda work_group: WatchItem.objects.published().filter(audience_groups=work_group),
        }
