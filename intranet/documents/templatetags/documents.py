"""Template tags of the documents."""

from django import template
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext

from common.models import DocumentFolder
from common.templatetags.look import day_in_words, icon, weight
from intranet.documents.presenters.listing import DocumentLine

register = template.Library()

WORDS_OF_NOTE = 24


@register.simple_tag
def document_line(line: DocumentLine, with_choice: bool = False, here: DocumentFolder | None = None) -> SafeString:
    """One line of a list, written here: a list has thirty, each with many ifs. `with_choice`: it may be ticked for a zip, a move;
    the folder `here` is not named, for the page is about it."""
    document, moment = line.document, timezone.localtime(line.moment)
    title = escape(document.title)
    choose = gettext("Choisir « %(title)s »")
    parts = [
        f'<li class="document-line{" is-unread" if line.is_unread else ""}">',
        f'<label class="document-line__choose"><input type="checkbox" name="document" value="{document.pk}">'
        f'<span class="visually-hidden">{choose % {"title": title}}</span></label>'
        if with_choice
        else "",
        f'<span class="document-line__icon" aria-hidden="true">{icon(line.icon)}</span><div class="document-line__words">'
        f'<p class="document-line__title"><a href="{escape(line.url)}"><bdi>{title}</bdi></a>',
        f' <span class="pill pill--accent">{gettext("Non lu")}</span>' if line.is_unread else "",
        f' <span class="pill">{icon("tack")}{gettext("Utile")}</span>' if document.pinned_at else "",
        "</p>",
        _inside(line),
        f'<p class="document-line__by muted small">{escape(line.kind)}',
        f" · {weight(document.file_size)}" if document.file_size else "",
        f" · <bdi>{escape(document.author)}</bdi>" if document.author else f" · {gettext('Ancien collègue')}",
        f" · {escape(document.organisation)}" if document.organisation else "",
        f' · <time datetime="{moment:%Y-%m-%d}">{day_in_words(moment, "year")}</time>',
        f' · <a class="document-line__folder" href="{line.folder.url}">{escape(line.folder.name)}</a>'
        if line.folder and line.folder != here
        else "",
        "</p></div></li>",
    ]
    return mark_safe("".join(parts))  # noqa: S308  every part is escaped


def _inside(line: DocumentLine) -> str:
    """Where the words sought stand, with the page; the note where nothing was sought, or found inside."""
    if line.passage:
        page = f"<strong>{gettext('p. %(number)s') % {'number': line.passage.page}}</strong> " if line.document.pages else ""
        return f'<p class="document-line__passage small">{page}{line.passage.text}</p>'
    if not line.document.note:
        return ""
    note = Truncator(line.document.note).words(WORDS_OF_NOTE, truncate=" …")
    return f'<p class="document-line__note small">{escape(note)}</p>'
