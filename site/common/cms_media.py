"""Files under `/media/`, for those who work in the CMS: its lists and choosers draw their thumbnails from there.

Everyone else sees pictures by the addresses of `common.urls`, which ask who may see them.
"""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe


@require_safe
@permission_required("wagtailadmin.access_admin", raise_exception=True)
@cache_control(private=True, max_age=3600)
def thumbnail(request, folder: str, name: str) -> FileResponse:
    try:
        return FileResponse(default_storage.open(f"{folder}/{name}"))
    except (OSError, SuspiciousOperation) as error:
        raise Http404 from error
