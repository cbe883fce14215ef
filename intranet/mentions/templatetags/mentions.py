"""The address that a field needs whose text may name people."""

from django import template
from django.urls import reverse
from django.utils.http import urlencode

register = template.Library()


@register.simple_tag
def mention_suggestions(thing=None) -> str:
    """For `data-suggestions` of a `<mention-field>`; with a thing, only people who may see it are proposed."""
    address = reverse("mentions:suggest")
    if not getattr(thing, "pk", None):
        return address
    return f"{address}?{urlencode({'sur': f'{thing._meta.label_lower}:{thing.pk}'})}"
