from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, Theme, User, WorkGroup
from common.rich_text import plain
from intranet.articles.models import Article
from intranet.comments.actions.talks import texts_of
from search.sources.base import Room, RowSource, SearchDocument, join_lines, site_languages


class Articles(RowSource):
    code = "article"
    name = _("Article")
    label = _("Articles")
    room = Room.INTRANET
    icon = "book"

    def published(self):
        return Article.objects.published().with_line().prefetch_related("audience_groups")

    def load(self, names):
        """With what was said under them: a comment is found as part of its article, by its readers."""
        articles = super().load(names)
        talks = texts_of(list(articles.values())) if articles else {}
        for article in articles.values():
            article.talk = talks.get(("articles.article", article.pk), "")
        return articles

    def document(self, article, language):
        themes = [theme.name_in(language) for theme in article.themes.all()]
        with translation.override(language):
            url, label = article.get_absolute_url(), str(self.name)
        return SearchDocument(
            language=language,
            words_language=article.language if article.language in site_languages() else settings.LANGUAGE_CODE,
            title=article.title,
            text=join_lines(article.summary, plain(article.body)),
            more=join_lines(article.author, article.organisation, *themes, getattr(article, "talk", "")),
            url=url,
            keys=article.audience_keys(),
            changed_at=article.last_published_at or article.changed_at,
            label=themes[0] if themes else label,
            drawing="talk",
            picture_id=article.picture_id,
        )

    def watched_models(self):
        return {
            Article: self.published_or_indexed,
            Theme: lambda theme: Article.objects.published().filter(themes=theme),
            User: lambda person: Article.objects.published().filter(author=person),
            Organisation: lambda organisation: Article.objects.published().filter(organisation=organisation),
            WorkGroup: lambda group: Article.objects.published().filter(audience_groups=group),
        }
