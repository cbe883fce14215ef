"""What articles ask of a member, and what is new of them, on the members' first page."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext as _

from accounts.models import organisation_name, person_name
from common.changes import Change
from common.changes import register as register_change
from common.date_formats import formats_of
from common.documents import virus_scanner
from common.panels import home_panels
from common.statements import rows_for
from common.waiting import Line, Waiting, register
from intranet.articles.facets import latest_ids, must_reads_of, must_reads_to_list, number_of_must_reads, number_of_new
from intranet.articles.filters import ReadingList
from intranet.articles.limits import LATEST
from intranet.articles.models import Article, ArticleDraft, ArticleReading, article_address
from intranet.articles.permissions import is_editor
from intranet.articles.querysets import due_for, with_held_files_for, with_held_files_of

# What a line of the latest ones says: not their texts.
NAMES = (
    "pk", "title", "author_id", "author__preferred_name", "author__first_name", "author__last_name", "author__email",
    "organisation__name", "organisation__translated_names",
)  # fmt: skip


def _lines_of_must_reads(user, most: int) -> list[Line]:
    return [_line_of_must_read(*row) for row in must_reads_to_list(user, most)]


def _line_of_must_read(pk: int, title: str, until: date | None) -> Line:
    url = article_address(pk)
    if until is None:
        return Line(title, url, _("À lire"), "warning")
    if until < timezone.localdate():
        return Line(title, url, _("En retard"), "refusal")
    day = formats_of(get_language()).day(until, year=False)
    return Line(title, url, _("avant le %(day)s") % {"day": day}, "warning")


def _line(article: Article) -> Line:
    return Line(article.title, article.get_absolute_url())


def _line_of_draft(draft: ArticleDraft) -> Line:
    return Line(draft.title, reverse("articles:draft", kwargs={"key": draft.key}))


register(
    Waiting(
        "must_reads",
        ngettext_lazy("%(count)d article à lire", "%(count)d articles à lire", "count"),
        icon="book", url_name="articles:list", query=f"?voir={ReadingList.MUST_READ}", order=5, lines=_lines_of_must_reads,
        rows=must_reads_of, number=number_of_must_reads,
    )
)  # fmt: skip
register(
    Waiting(
        "articles_to_check",
        ngettext_lazy("%(count)d article : toujours vrai ?", "%(count)d articles : toujours vrais ?", "count"),
        icon="repeat", url_name="articles:list", query=f"?voir={ReadingList.MINE}", order=30, line=_line, rows=due_for,
    )
)  # fmt: skip
HELD_FILES = ngettext_lazy(
    "%(count)d article dont un fichier est retenu par l’antivirus",
    "%(count)d articles dont un fichier est retenu par l’antivirus",
    "count",
)
register(
    Waiting(
        "own_articles_held", HELD_FILES,
        icon="warning", url_name="articles:list", query=f"?voir={ReadingList.MINE}", order=6, line=_line, rows=with_held_files_of,
        allowed=lambda user: user.is_member and virus_scanner.is_on(),
    )
)  # fmt: skip
register(
    Waiting(
        "articles_held", HELD_FILES,
        icon="warning", url_name="articles:list", order=217, line=_line, rows=with_held_files_for,
        allowed=lambda user: is_editor(user) and virus_scanner.is_on(),
    )
)  # fmt: skip
register(
    Waiting(
        "article_drafts",
        ngettext_lazy("%(count)d brouillon d’article", "%(count)d brouillons d’articles", "count"),
        icon="edit", url_name="articles:list", query=f"?voir={ReadingList.MINE}", order=55, line=_line_of_draft,
        rows=lambda user: ArticleDraft.objects.in_progress_of(user),
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


@home_panels.register(110)
def latest_articles(request) -> str:
    """The latest articles of whoever may read some, in one query."""
    ids = latest_ids(request.user, LATEST)
    articles = [
        {
            "title": title,
            "url": article_address(pk),
            "author": person_name(*names) if author else "",
            "organisation": organisation_name(organisation, translated_names) if organisation else "",
            "is_unread": not was_opened and author != request.user.pk,
        }
        for pk, title, author, *names, organisation, translated_names, was_opened in (
            rows_for(_latest, request.user, ids) if ids else ()
        )
    ]
    return render_to_string("articles/_latest.html", {"articles": articles}, request=request) if articles else ""


def _latest(reader, ids: list[int]) -> QuerySet:
    opened = ArticleReading.objects.filter(article=OuterRef("pk"), person=reader)
    articles = Article.objects.current().visible_to(reader).filter(pk__in=ids).annotate(was_opened=Exists(opened))
    return articles.order_by("-first_published_at", "-pk").values_list(*NAMES, "was_opened")
