"""`{% component %}`: a component drawn from its values alone, and kept by them."""

from collections.abc import Callable, Hashable
from datetime import date
from decimal import Decimal
from threading import Lock

from django import template
from django.conf import settings
from django.template.loader import get_template
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from common.models import Picture

register = template.Library()

MOST_KEPT = 2048  # of two or three kilobytes each
PLAIN = (str, int, float, Decimal, date, type(None))  # and what derives from them: booleans, moments, choices
MOST_LARGE = 64  # of thirty kilobytes each
_kept: dict[tuple, SafeString] = {}
_large: dict[tuple, SafeString] = {}
_lock = Lock()


class Unknown(Exception):
    """A value of which nobody can say whether it is still the same."""


@register.simple_tag
def component(template_name: str, **values) -> SafeString:
    """What `{% include template_name with … only %}` draws. The same values in the same language give the same text, so it is
    drawn once for all who are shown it. Hence the template shows nothing but its values, and no time that passes (« il y a une
    minute »); a picture may be among them, another object has it drawn each time."""
    try:
        key = (template_name, get_language(), known(values))
    except Unknown:
        return _drawn(template_name, values)
    text = _kept.get(key)
    if text is None:
        text = _drawn(template_name, values)
        _keep(_kept, MOST_KEPT, key, text)
    return text


def drawn_once(template_name: str, key: Hashable, values: Callable[[], dict]) -> SafeString:
    """A large part of a page, drawn once for all readers who have the same `key` and language: everything it shows follows from
    these two. `values` gives what the template is drawn from, and is called only where the text is not kept."""
    key = (template_name, get_language(), key)
    text = _large.get(key)
    if text is None:
        text = _drawn(template_name, values())
        _keep(_large, MOST_LARGE, key, text)
    return text


def _drawn(template_name: str, values: dict) -> SafeString:
    return get_template(template_name).render(values)


def _keep(texts: dict[tuple, SafeString], most: int, key: tuple, text: SafeString) -> None:
    if settings.DEBUG:  # where templates change under our hands
        return
    with _lock:
        if len(texts) >= most:
            texts.pop(next(iter(texts)))
        texts[key] = text


def known(value):
    """A key for this value, equal where what is drawn is equal: `True` is not 1, and marked text is not plain text. Raises
    `Unknown`."""
    kind = type(value)
    if kind is str:
        return value
    if kind is dict:
        return kind, *((name, known(each)) for name, each in value.items())
    if kind in (list, tuple):
        return kind, *map(known, value)
    if isinstance(value, Promise):
        return known(str(value))
    if isinstance(value, PLAIN):
        return kind, value
    if isinstance(value, Picture):
        # Its alternative texts are read of a picture that was fetched with them; asking for others would be one query each.
        texts = [value.__dict__.get(name) for name in ("alternatives", "contextual_alt_text", "description")]
        shape = value.file_hash, value.width, value.height, value.focus, value.may_be_cropped
        return kind, value.pk, *shape, value.is_in_force, known(texts)
    raise Unknown(kind)
