"""`{% rich_text html pictures documents %}`: a stored rich text as its reader sees it. Asks nothing of the database."""

import re
from html import unescape

from django import template
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from common.models import Picture
from common.rich_text import PICTURE_ADDRESS
from common.templatetags.media import picture
from common.videos import video_at

register = template.Library()

FIGURE = re.compile(r"<figure>\s*<img ([^>]*)>\s*(?:<figcaption>((?:(?!</figcaption>).)*)</figcaption>)?\s*</figure>", re.DOTALL)
ALTERNATIVE = re.compile(r'alt="([^"]*)"')
FILE_LINK = re.compile(r'<a href="/documents/(\d{1,18})/[^"]*"[^>]*>((?:(?!</a>).)*)</a>', re.DOTALL)
OUTSIDE_LINK = re.compile(r'<a href="(https?:)')
ONLY_ADDRESS = re.compile(r"<p>\s*(?:<a href=\"([^\"]+)\"[^>]*>((?:(?!</a>).)*)</a>|(https://[^\s<]+))\s*</p>", re.DOTALL)


@register.simple_tag
def rich_text(html: str, pictures: dict[int, Picture], documents: frozenset[int]) -> SafeString:
    """`pictures` and `documents` are what `common.rich_text.visible_attachments` gives: others are not shown, and of a file the
    words of its link stay. A film alone in its paragraph is loaded once its reader agrees; a wide table scrolls by itself."""

    def figure(match: re.Match) -> str:
        source = PICTURE_ADDRESS.search(match[1])
        shown = pictures.get(int(source[1])) if source else None
        if shown is None:
            return ""
        words = ALTERNATIVE.search(match[1])
        # Words written for one picture say nothing of another that takes its place.
        alternative = unescape(words[1]) if words and words[1] and shown.pk == int(source[1]) else None
        image = picture(shown, sizes="(min-width: 64rem) 42rem, 100vw", alt=alternative)
        context = {"image": image, "caption": mark_safe(match[2] or ""), "picture": shown}  # noqa: S308  cleaned at the door
        return render_to_string("components/rich_text_figure.html", context)

    def film(match: re.Match) -> str:
        address = unescape(match[1] or match[3])
        video = video_at(address)
        if video is None:
            return match[0]
        title = strip_tags(unescape(match[2] or ""))
        title = title if title and not title.startswith("http") else _("Vidéo")
        return render_to_string("components/video.html", {"film": video, "title": title})

    html = ONLY_ADDRESS.sub(film, html)
    html = FILE_LINK.sub(lambda link: link[0] if int(link[1]) in documents else link[2], html)
    html = OUTSIDE_LINK.sub(r'<a rel="noopener noreferrer" href="\1', html)
    frame = f'<div class="prose__table" role="region" tabindex="0" aria-label="{_("Tableau")}">'
    html = html.replace("<table>", f"{frame}<table>").replace("</table>", "</table></div>")
    return mark_safe(FIGURE.sub(figure, html))  # noqa: S308  cleaned at the door, changed by us
