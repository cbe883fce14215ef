"""`{% picture %}`: a picture in the formats and widths a browser chooses from. Asks nothing of the database."""

import re
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from common.models import Picture, fetch_substitutes, line_picture, shown_picture

register = template.Library()

WIDTHS = (320, 480, 640, 960, 1280, 1600, 2000)
FALLBACK_WIDTH = 960
# On phones a picture is asked for at two thirds of what the dense screen could show: nobody sees the difference at arm's
# length, and a page weighs half as much.
PHONE_SHARE = 0.66


@lru_cache(maxsize=256)
def phone_sizes(sizes: str) -> str:
    """The `sizes` of a picture with the part that phones read, the last one, made smaller when it follows the screen."""
    if sizes == "100vw":
        sizes = "(min-width: 48rem) 100vw, 100vw"
    return re.sub(r"(\d+)vw$", lambda width: f"{round(int(width[1]) * PHONE_SHARE)}vw", sizes)


@register.filter
def shown_to_all(selected: Picture | None) -> Picture | None:
    """What a page shows every reader where an editor chose this picture (with `contextual_alt_text`), or None."""
    visible = line_picture(selected or None, None)
    if visible and visible is not selected:
        visible.contextual_alt_text = visible.alternative(get_language() or "fr")
    return visible


@register.filter
def all_shown_to_all(pictures) -> list[Picture | None]:
    """`shown_to_all` of each picture of a list, asking at once for all that replace them."""
    fetch_substitutes(pictures)
    return [shown_to_all(selected) for selected in pictures]


@register.simple_tag
def picture(shown, sizes="100vw", ratio="", priority=False, alt=None, css_class=""):
    """`shown` a Picture; `sizes` as in HTML; `ratio` such as "16:9" crops it, if its rights allow that; `priority` for the first
    picture of a page; `alt` overrides the picture's own alternative text (use alt="" where the words beside it say the same)."""
    if not shown.is_in_force:
        shown = shown_picture(shown, None)  # what a page kept or forgot to ask: nobody sees a picture whose right ended
    if shown is None:
        return render_to_string("components/no_picture.html", {"category": ""})
    if not shown.may_be_cropped:
        ratio, css_class = "", f"{css_class} is-whole".strip()  # the frame shows it on its soft colour
    widths = [width for width in WIDTHS if width <= shown.width] or [shown.width]
    fallback = min(widths, key=lambda width: abs(width - FALLBACK_WIDTH))
    height = round(fallback * shown.height / max(shown.width, 1))
    if ratio:
        across, down = ratio.split(":")
        height = round(fallback * int(down) / int(across))
    if alt is None:
        alt = shown.alternative(get_language() or "fr")
    sizes = escape(phone_sizes(sizes))
    css_class = f' class="{escape(css_class)}"' if css_class else ""
    loading = ' fetchpriority="high"' if priority else ' loading="lazy" decoding="async"'
    sources = "".join(
        f'<source type="image/{kind}" srcset="{escape(_srcset(shown, widths, kind, ratio))}" sizes="{sizes}">'
        for kind in ("avif", "webp")
    )
    image = (
        f'<img src="{escape(shown.url_for(fallback, "jpeg", ratio))}" width="{fallback}" height="{height}" '
        f'alt="{escape(alt)}"{css_class}{loading}>'
    )
    # Written here and not in a template: a list shows twenty.
    return mark_safe(f"<picture>{sources}{image}</picture>")  # noqa: S308  every part is escaped


def _srcset(shown: Picture, widths: list[int], kind: str, ratio: str) -> str:
    return ", ".join(f"{shown.url_for(width, kind, ratio)} {width}w" for width in widths)
