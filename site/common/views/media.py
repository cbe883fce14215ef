"""Pictures and documents leave the house here and nowhere else: who may not see the thing gets a 404, as for what is not."""

from datetime import date, datetime, time, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe

from common.access import PUBLIC_KEY, can_see
from common.imaging.size import PictureSize
from common.models import Picture, SharedDocument
from common.models.pictures import picture_mark
from common.renditions import NO_RENDITION, background, open_rendition_for_reader
from common.storages import StorageAway

AN_HOUR, A_YEAR = 3_600, 31_536_000
#: The headers of a file for one reader.
NOT_STORED = {"Cache-Control": "private, no-store"}


@require_safe
@login_not_required
def picture(request, pk: int, mark: str, size: str, kind: str):
    """One rendition of a picture, drawn the first time it is asked for; the tile of a missing picture until it is there."""
    image = get_object_or_404(Picture, pk=pk)
    picture_size = PictureSize.parse(size, kind)
    own_mark = picture_mark(image.pk, image.version_of(picture_size), size, kind)
    if not constant_time_compare(mark, own_mark) or not can_see(request.user, image):
        raise Http404
    try:
        content = open_rendition_for_reader(image, picture_size)
        response = content and FileResponse(content, content_type=f"image/{kind}")
    except StorageAway:
        response = None
    except NO_RENDITION as error:
        raise Http404 from error
    if response is None:
        response = tile(request, *image.allowed(picture_size).outcome((image.width, image.height)))
        if seconds := background.seconds_until(image.pk, picture_size):
            response["Drawn-In"] = round(seconds * 1000)  # of ours, for `late-pictures.js`: milliseconds
        return response
    # Its address changes with the file, the focal point and the frame.
    return cache_as_its_audience_allows(response, image, A_YEAR)


def tile(request, width: int, height: int):
    """A drawing in the place of a picture that is being drawn or whose file is away, as large as it. « 202 Accepted » shows it in
    every browser, tells `late-pictures.js` to ask again, and is an error to nobody."""
    context = {"width": width, "height": height}
    response = render(request, "common/late_picture.svg", context, content_type="image/svg+xml", status=202)
    response["Cache-Control"] = "no-store"
    response["Retry-After"] = "2"  # seconds
    return response


@require_safe
@login_not_required
def document(request, pk: int, filename: str):
    """A document, always as a download: a file from elsewhere is never run in our pages."""
    shared_document = get_object_or_404(SharedDocument, pk=pk)
    if not can_see(request.user, shared_document):
        raise Http404
    response = FileResponse(shared_document.file.open("rb"), as_attachment=True, filename=shared_document.filename)
    return cache_as_its_audience_allows(response, shared_document)


def cache_as_its_audience_allows(response, thing, own: int = AN_HOUR):
    """Only what everybody may see may be kept by browsers and proxies, and by neither past its last day."""
    if PUBLIC_KEY in thing.audience_keys():
        last_day = getattr(thing, "last_day", None)
        # A minute for a proxy, which gives it to others: an agreement may be withdrawn. As long as `own` for who has it already.
        own, others = (min(seconds, seconds_until_end_of(last_day)) for seconds in (own, 60))
        response["Cache-Control"] = f"public, max-age={own}, s-maxage={others}" + (", immutable" if own == A_YEAR else "")
    else:
        response["Cache-Control"] = "private, no-store"
    return response


def seconds_until_end_of(day: date | None) -> int:
    """From now to the midnight after `day`, by the clocks of the site; without day, more than anything is kept."""
    if day is None:
        return A_YEAR
    midnight = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return max(0, int((midnight - timezone.now()).total_seconds()))
