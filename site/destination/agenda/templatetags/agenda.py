"""Template tags of the agenda."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from common.templatetags.components import component
from common.templatetags.look import icon

register = template.Library()


@register.simple_tag
def point_item(point: dict) -> SafeString:
    """One line of the list beside the map (see `presenters.points`), written here: the list has up to 150, each with many ifs.
    All its values are plain text, so that Python's own `escape` does."""
    place = point["place"]
    away = f" · {escape(point['away'])}" if point["away"] and place else ""
    cost = gettext("Gratuit") if point["free"] else point["price"]
    parts = [
        f'<li data-id="{point["pk"]}"><p class="muted">{escape(point["day"])}',
        f", {escape(point['time'])}" if point["time"] else "",
        f'</p><p><a href="{escape(point["url"])}"',
        f' lang="{escape(point["lang"])}"' if point["lang"] else "",
        f">{escape(point['title'])}</a> ",
        component("components/state_pill.html", state=point["state"]) if point["state"] != "confirmed" else "",
        '</p><p class="muted">',
        f"{icon('pin')} {escape(place)}{away}" if place else "",
        f" · {escape(cost)}" if cost else "",
        "</p></li>",
    ]
    return mark_safe("".join(parts))  # noqa: S308  every part is escaped
