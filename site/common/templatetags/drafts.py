"""What the templates of long forms and of two versions need."""

import json

from django import template

from common.differences import marked_words

register = template.Library()

register.simple_tag(marked_words)


@register.filter
def as_json(fields: dict) -> str:
    """The fields of a form in one hidden input."""
    return json.dumps(fields, ensure_ascii=False)


@register.filter
def address_of_width(picture, width: int) -> str:
    """The address of a JPEG of this picture, `width` pixels wide."""
    return picture.url_for(width)
