"""What the pages of articles show."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accounts.models import Theme
from accounts.presenters import groups_named_to
from common.access import Audience, can_see
from common.facets.rows import all_of
from common.filters import chip
from common.models import Picture, SharedDocument, fetch_substitutes, line_picture, shown_picture
from common.models.scans import HELD
from common.rich_text import documents_in, visible_attachments
from common.statements import rows_for
from intranet.articles import permissions
from intranet.articles.facets import ArticleRows, ids_alike
from intranet.articles.filters import ArticleFilters, ReadingList
from intranet.articles.limits import RELATED
from intranet.articles.models import Article, ArticleReading, MustRead, article_address
from intranet.articles.permissions import may_change
from intranet.articles.querysets import readers_asked
from intranet.mentions.links import MentionLinks

MINUTES_OF_WORDS = 200  # an adult reads so many words in a minute


@dataclass(frozen=True)
class ArticleLine:
    """An article in a list, as one reader sees it."""

    article: Article
    picture: Picture | None
    themes: list[str]
    is_unread: bool
    must_read: MustRead | None
    is_read: bool

    @property
    def values(self) -> dict:
        """What `_line.html` shows, in plain values, so that a drawn line is kept (`common.templatetags.components`)."""
        article = self.article
        return {
            "title": article.title,
            "url": article.get_absolute_url(),
            "lang": article.language if article.language != get_language() else "",
            "summary": article.summary,
            "author": str(article.author) if article.author else "",
            "organisation": str(article.organisation) if article.organisation else "",
            "at": article.first_published_at,
            "themes": self.themes,
            "picture": self.picture,
            "is_unread": self.is_unread,
            "is_asked": self.must_read is not None,
            "until": self.must_read.until if self.must_read else None,
            "is_read": self.is_read,
            "is_pinned": article.pinned_at is not None,
            "is_archived": article.is_archived,
        }


def lines_of(articles: list[Article], reader) -> list[ArticleLine]:
    """In three queries for however many articles (see `ArticleQuerySet.with_line`)."""
    readings = {reading.article_id: reading for reading in ArticleReading.objects.filter(person=reader, article__in=articles)}
    asked = MustRead.objects.filter(article__in=articles).filter(Q(groups=None) | Q(groups__in=reader.work_group_ids))
    must_reads = {must_read.article_id: must_read for must_read in asked}
    fetch_substitutes(article.picture for article in articles)
    return [_line(article, reader, readings.get(article.pk), must_reads.get(article.pk)) for article in articles]


def _line(article: Article, reader, reading: ArticleReading | None, must_read: MustRead | None) -> ArticleLine:
    is_new = article.author_id != reader.pk and not article.is_archived
    return ArticleLine(
        article=article,
        picture=line_picture(article.picture, reader) or _own_picture(article),
        themes=[theme.name_in(get_language()) for theme in article.themes.all()],
        is_unread=is_new and reading is None,
        must_read=must_read if article.author_id != reader.pk else None,
        is_read=bool(reading and reading.read_at),
    )


def _own_picture(article: Article) -> Picture | None:
    """A picture given with the article opens to those who read it: of groups too, which a line would not ask about."""
    picture = article.picture
    is_own = picture is not None and picture.pk in article.brought_ids("pictures")
    return picture if is_own and picture.audience == Audience.GROUP and picture.may_illustrate else None


# ---- the list -----------------------------------------------------------------------------------------------------
def filter_groups(rows: ArticleRows, filters: ArticleFilters, reader, base: int, conditions: dict[str, int]) -> list[dict]:
    """The chips of the list, each with how many articles it would show: {title, chips}."""
    url = reverse("articles:list")
    counts = {name: rows.counts_of(name, all_of(base, conditions, name)) for name in ("theme", "office", "month")}
    names = {theme.code: theme.name_in(get_language()) for theme in Theme.objects.all()}
    themes = [
        filters.chip(url, "theme", code, name, counts["theme"].get(code, 0))
        for code, name in names.items()
        if counts["theme"].get(code) or code in filters.theme
    ]
    offices = [
        filters.chip(url, "office", slug, rows.offices.get(slug, slug), number)
        for slug, number in sorted(counts["office"].items(), key=lambda pair: rows.offices.get(pair[0], ""))
    ]
    months = [
        filters.chip(url, "month", month, month_in_words(month), number)
        for month, number in sorted(counts["month"].items(), reverse=True)[:24]
    ]
    groups = [(_("Thème"), themes), (_("Organisme"), offices), (_("Mois"), months)]
    return [{"title": title, "chips": chips, "in_sight": False} for title, chips in groups if len(chips) > 1 or filters.narrows]


def month_in_words(month: str) -> str:
    year, number = map(int, month.split("-"))
    return date_format(date(year, number, 1), "F Y").capitalize()


def reading_chips(filters: ArticleFilters, user) -> list[dict]:
    url = reverse("articles:list")
    icons = {ReadingList.UNREAD: "eye", ReadingList.MUST_READ: "check", ReadingList.MINE: "user", ReadingList.ARCHIVED: "history"}
    everything = chip(_("Tous"), url + filters.replace(reading="").query(), is_on=not filters.reading)
    kinds = [kind for kind in ReadingList if user.is_member or kind != ReadingList.MINE]
    return [everything, *(filters.chip(url, "reading", kind.value, kind.label, icon=icons[kind]) for kind in kinds)]


def crumbs(article: Article, last: str = "") -> list[dict]:
    """The way back from an article, or from a page of it named `last`."""
    way = [{"title": _("Articles"), "url": reverse("articles:list")}]
    if last:
        return [
            *way,
            {"title": Truncator(article.title).chars(60), "url": article.get_absolute_url()},
            {"title": last, "url": ""},
        ]
    return [*way, {"title": Truncator(article.title).chars(60), "url": ""}]


# ---- the page -----------------------------------------------------------------------------------------------------
def article_page(article: Article, reader, reading: ArticleReading | None, *, is_preview: bool = False) -> dict:
    """What `articles/_article.html` shows of an article to this reader."""
    pictures, documents = visible_attachments(article.body, reader)
    named = (
        article.body
        if article.pk is None or "@" not in article.body
        else MentionLinks([article], reader).html(
            article,
            mark_safe(article.body),  # noqa: S308  cleaned at the door
        )
    )
    return {
        "article": article,
        "body": named,
        "picture": shown_picture(article.picture, reader),
        "pictures": pictures,
        "documents": documents,
        "files": [document for document in documents_of(article) if not document.is_held and can_see(reader, document)],
        "held": held_files_of(article, reader, documents),
        "themes": [(theme.code, theme.name_in(get_language())) for theme in article.themes.all()],
        "groups": groups_named_to(reader, article),
        "minutes": max(1, round(len(article.body.split()) / MINUTES_OF_WORDS)),
        "has_video": "youtu" in article.body or "vimeo" in article.body or "/w/" in article.body,
        "reading": reading,
        "is_preview": is_preview,
        "lang": article.language if article.language != get_language() else "",
    }


def own_reading(article: Article, reader) -> ArticleReading | None:
    """The marks of this reader on an article that was read `with_page()` for them."""
    if article.own_key is None:
        return None
    names = ("id", "article_id", "person_id", "opened_at", "read_at", "thanked_at")
    marks = (article.own_key, article.pk, reader.pk, article.own_opened_at, article.own_read_at, article.own_thanked_at)
    return ArticleReading.from_db(article._state.db, names, marks)


def documents_of(article: Article) -> Iterable[SharedDocument]:
    """A preview was not read `with_page()`, which says whether there are any."""
    return article.documents.all() if getattr(article, "has_documents", True) else ()


def held_files_of(article: Article, reader, open_in_text: Collection[int]) -> list[SharedDocument]:
    """Those under it and in its text that the virus scanner holds, for who may change the article, or gave them. `open_in_text`:
    the files in its text that this reader takes."""
    held = [document for document in documents_of(article) if document.is_held]
    if closed := set(documents_in(article.body)) - set(open_in_text):
        held += SharedDocument.objects.filter(pk__in=closed, scan_state__in=HELD)
    return [file for file in dict.fromkeys(held) if may_change(reader, article) or can_see(reader, file)]


def actions_for(article: Article, reader) -> dict:
    """What this reader may do on the page."""
    must_read = getattr(article, "must_read", None)
    is_asked = bool(must_read) and article.author_id != reader.pk and asks(must_read, reader)
    may_change = permissions.may_change(reader, article)
    return {
        "may_change": may_change,
        "may_delete": permissions.may_delete(reader, article),
        "may_pin": permissions.may_pin(reader, article),
        "may_ask_to_read": permissions.may_ask_to_read(reader, article),
        "may_see_readers": bool(must_read) and permissions.may_see_readers(reader, article),
        "may_thank": permissions.may_thank(reader, article),
        "must_read": must_read if is_asked else None,
        "is_due": may_change and article.review_on is not None and article.review_on <= timezone.localdate(),
    }


def asks(must_read: MustRead, reader) -> bool:
    groups = {group.pk for group in must_read.groups.all()}
    return not groups or bool(groups & reader.work_group_ids)


def thanks_in_words(article: Article) -> str:
    """Of an article read `with_page()`."""
    number = article.thanks
    return ngettext("%(count)d personne remercie", "%(count)d personnes remercient", number) % {"count": number} if number else ""


def related_to(article: Article, reader) -> list[dict]:
    """The articles that share most themes with it, latest first: {title, url, first_published_at}."""
    ids = ids_alike(article.pk, [theme.code for theme in article.themes.all()], reader, RELATED)
    alike = {
        pk: {"title": title, "url": article_address(pk), "first_published_at": moment}
        for pk, title, moment in (rows_for(_alike, reader, ids) if ids else ())
    }
    return [alike[pk] for pk in ids if pk in alike]


def _alike(reader, ids: list[int]) -> QuerySet:
    articles = Article.objects.current().visible_to(reader).filter(pk__in=ids)
    return articles.order_by().values_list("pk", "title", "first_published_at")


# ---- who has read ------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class ReaderLine:
    person: object
    opened_at: object
    read_at: object


def reader_lines(must_read: MustRead) -> tuple[list[ReaderLine], list[ReaderLine]]:
    """(who has not read, who has), each by name."""
    readings = {reading.person_id: reading for reading in must_read.article.readings.all()}
    late, done = [], []
    for person in readers_asked(must_read):
        reading = readings.get(person.pk)
        line = ReaderLine(person, reading and reading.opened_at, reading and reading.read_at)
        (done if line.read_at else late).append(line)
    return late, done
