"""What articles ask of a member, and what is new of them, on the members' first page."""

from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext as _

from common.changes import Change
from common.changes import register as register_change
from common.date_formats import formats_of
from common.panels import home_panel
from common.waiting import Line, Waiting, register
from intranet.articles.facets import latest_ids, must_reads_of, number_of_must_reads, number_of_new
from intranet.articles.filters import ReadingList
from intranet.articles.limits import LATEST
from intranet.articles.models import Article, ArticleDraft, ArticleReading
from intranet.articles.querysets import due_for

# What a line of the latest ones says: not their texts.
NAMES = (
    "title", "first_published_at", "author__preferred_name", "author__first_name", "author__last_name", "author__email",
    "organisation__name", "organisation__translated_names",
)  # fmt: skip


def _line_of_must_read(article: Article) -> Line:
    until = article.must_read.until
    if until is None:
        return Line(article.title, article.get_absolute_url(), _("À lire"), "warning")
    day = formats_of(get_language()).day(until, year=False)
    note = _("En retard") if article.must_read.is_late else _("avant le %(day)s") % {"day": day}
    return Line(article.title, article.get_absolute_url(), note, "refusal" if article.must_read.is_late else "warning")


def _line(article: Article) -> Line:
    return Line(article.title, article.get_absolute_url())


def _line_of_draft(draft: ArticleDraft) -> Line:
    return Line(draft.title, reverse("articles:draft", kwargs={"key": draft.key}))


register(
    Waiting(
        "must_reads",
        ngettext_lazy("%(count)d article à lire", "%(count)d articles à lire", "count"),
        icon="book", url_name="articles:list", query=f"?voir={ReadingList.MUST_READ}", order=5, line=_line_of_must_read,
        rows=lambda user: must_reads_of(user).select_related("must_read"), number=number_of_must_reads,
    )
)  # fmt: skip
register(
    Waiting(
        "articles_to_check",
        ngettext_lazy("%(count)d article : toujours vrai ?", "%(count)d articles : toujours vrais ?", "count"),
        icon="repeat", url_name="articles:list", query=f"?voir={ReadingList.MINE}", order=30, line=_line, rows=due_for,
        is_alike=True,
    )
)  # fmt: skip
register(
    Waiting(
        "article_drafts",
        ngettext_lazy("%(count)d brouillon d’article", "%(count)d brouillons d’articles", "count"),
        icon="edit", url_name="articles:list", query=f"?voir={ReadingList.MINE}", order=55, line=_line_of_draft,
        rows=lambda user: ArticleDraft.objects.filter(author=user, sent_at=None, discarded_at=None), is_alike=True,
    )
)  # fmt: skip
register_change(
    Change(
        "articles",
        ngettext_lazy("%(count)d nouvel article", "%(count)d nouveaux articles", "count"),
        icon="book", url_name="articles:list", order=10,  # their titles stand in the panel of the latest ones
        number=number_of_new,
    )
)  # fmt: skip


@home_panel(order=110)
def latest_articles(request) -> str:
    """The latest articles of whoever may read some, in one query."""
    opened = ArticleReading.objects.filter(article=OuterRef("pk"), person=request.user)
    articles = Article.objects.current().visible_to(request.user).filter(pk__in=latest_ids(request.user, LATEST))
    articles = articles.select_related("author", "organisation").only(*NAMES).annotate(was_opened=Exists(opened))
    articles = list(articles.order_by("-first_published_at", "-pk"))
    for article in articles:
        article.is_unread = not article.was_opened and article.author_id != request.user.pk
    return render_to_string("articles/_latest.html", {"articles": articles}, request=request) if articles else ""
