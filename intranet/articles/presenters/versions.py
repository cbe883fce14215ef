"""The history of an article, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accounts.models import User
from common.differences import marked_words
from common.rich_text import lines
from intranet.articles.models import Article

MOST_VERSIONS = 30


@dataclass(frozen=True)
class Change:
    label: str
    marked: SafeString


@dataclass(frozen=True)
class Version:
    """A version and what it changed in the one before it (empty for the first)."""

    revision: object
    person: User | None
    changes: list[Change]
    is_current: bool
    is_scheduled: bool


def versions_of(article: Article) -> list[Version]:
    """The latest versions, newest first. Each is read with its own rows: their number is bounded."""
    revisions = list(article.revisions.select_related("user").order_by("-pk")[: MOST_VERSIONS + 1])
    articles = [revision.as_object() for revision in revisions]
    pairs = zip(revisions, articles, [*articles[1:], None], strict=True)
    return [
        Version(
            revision=revision,
            person=revision.user,
            changes=list(changes_between(older, newer)) if older else [],
            is_current=revision.pk == article.live_revision_id,
            is_scheduled=revision.approved_go_live_at is not None,
        )
        for revision, newer, older in list(pairs)[:MOST_VERSIONS]
    ]


def changes_between(older: Article, newer: Article) -> Iterator[Change]:
    """What differs, texts first."""
    texts = (
        (_("Titre"), older.title, newer.title),
        (_("Résumé"), older.summary, newer.summary),
        (_("Texte"), lines(older.body), lines(newer.body)),
        (_("Photo"), str(older.picture or ""), str(newer.picture or "")),
        (_("Fichiers"), _names(older.documents.all()), _names(newer.documents.all())),
        (_("Qui peut lire"), older.get_audience_display(), newer.get_audience_display()),
    )
    for label, before, after in texts:
        if before != after:
            yield Change(label, marked_words(before, after))


def _names(things) -> str:
    return ", ".join(str(thing) for thing in things)
