"""`{% component %}`: a component drawn from its values alone, and kept by them."""

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
_kept: dict[tuple, SafeString] = {}
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
        if not settings.DEBUG:  # where templates change under our hands
            _keep(key, text)
    return text


def _drawn(template_name: str, values: dict) -> SafeString:
    return get_template(template_name).render(values)


def _keep(key: tuple, text: SafeString) -> None:
    with _lock:
        if len(_kept) >= MOST_KEPT:
            _kept.pop(next(iter(_kept)))
        _kept[key] = text


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
        alternatives = value.__dict__.get("alternatives"), value.__dict__.get("contextual_alt_text")
        return kind, value.pk, value.file_hash, value.width, value.height, value.is_in_force, known(list(alternatives))
    raise Unknown(kind)
