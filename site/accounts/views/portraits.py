"""Portraits leave the house here: who may not see the person gets a 404, as for what is not."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe

from accounts.models import Profile
from common.storages import StorageAway
from common.views.media import file_for_reader, tile

SIDE = {"small": 160, "large": 640}  # pixels


@require_safe
def portrait(request, handle: str, mark: str, size: str):
    """`/compte/portraits/…`: for colleagues, and for the professionals to whom the person lets themselves be shown."""
    profile = get_object_or_404(Profile.objects.with_person(), handle=handle)
    is_ours = profile.portrait and constant_time_compare(mark, profile.portrait_mark)
    if not is_ours or not profile.shows_portrait_to(request.user):
        raise Http404
    stored = profile.portrait_small if size == "small" else profile.portrait
    try:
        return file_for_reader(stored, "image/jpeg")
    except StorageAway:
        return tile(request, SIDE[size], SIDE[size])
