"""Offers to take back what was deleted a moment ago."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from common.recycle_bin import just_thrown

register = template.Library()


@register.inclusion_tag("common/_just_thrown.html", takes_context=True)
def just_thrown_toast(context) -> dict:
    """A toast with « Rétablir » where the address says that something was thrown away (`recycle_bin.with_undo`)."""
    request = context.get("request")
    room, thing = just_thrown(request) if request else (None, None)
    if thing is None:
        return {}
    return {
        "message": _("« %(title)s » est dans la corbeille.") % {"title": room.title(thing)},
        "undo_url": reverse("intranet_home:take_back", args=[room.code, thing.pk]),
        "csrf_token": context.get("csrf_token"),
    }
