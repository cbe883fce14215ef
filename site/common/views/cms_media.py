"""Files under `/media/`, for those who work in the CMS: its lists and choosers draw their thumbnails from there.

Everyone else sees pictures by the addresses of `common.urls`. Both doors ask the same rule: a picture whose right ended leaves by
neither, for anybody.
"""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseBadRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.permissions import permission_policy

from common.access import can_see
from common.models import Picture, PictureRendition
from common.renditions import NO_RENDITION, forget_lost
from common.storages import StorageAway
from common.views.media import tile


@require_safe
@permission_required("wagtailadmin.access_admin", raise_exception=True)
@cache_control(private=True, max_age=60)  # seconds: a right may be withdrawn
def thumbnail(request, folder: str, name: str) -> HttpResponseBase:
    path = f"{folder}/{name}"
    rendition = PictureRendition.objects.select_related("image").filter(file=path).first()
    picture = rendition.image if rendition else get_object_or_404(Picture, file=path)
    if not can_see(request.user, picture):
        raise Http404
    try:
        return FileResponse(_opened(path, rendition))
    except StorageAway:
        return tile(request, *((rendition.width, rendition.height) if rendition else (picture.width, picture.height)))
    except (OSError, SuspiciousOperation, *NO_RENDITION) as error:
        raise Http404 from error


def _opened(path: str, rendition: PictureRendition | None) -> File:
    """The file; a rendition whose file was lost is drawn again. Raises FileNotFoundError for an original."""
    try:
        return default_storage.open(path)
    except FileNotFoundError:
        if rendition is None:
            raise
    forget_lost(rendition)
    return rendition.image.get_rendition(rendition.filter_spec).file.open("rb")


@require_safe
def preview(request, image_id: int, filter_spec: str):
    """Wagtail's address of a picture in a size of one's choice. Its own view draws it in the web process."""
    picture = get_object_or_404(Picture, pk=image_id)
    if not permission_policy.user_has_permission_for_instance(request.user, "change", picture):
        raise PermissionDenied
    try:
        return FileResponse(picture.get_rendition(filter_spec).file.open("rb"))
    except InvalidFilterSpecError:
        return HttpResponseBadRequest("Invalid filter spec", content_type="text/plain")
    except StorageAway:
        return tile(request, picture.width, picture.height)
    except NO_RENDITION as error:
        raise Http404 from error
