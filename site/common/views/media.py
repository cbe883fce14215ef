"""Pictures and documents leave the house here and nowhere else: who may not see the thing gets a 404, as for what is not."""

from datetime import date, datetime, time, timedelta
from hashlib import sha256
from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from wagtail.documents.models import document_served

from common.access import PUBLIC_KEY, can_see
from common.documents.choices import Kind
from common.documents.kinds import ENDINGS, may_run_script, media_type
from common.documents.names import ending_of
from common.imaging.size import PictureSize
from common.models import Picture, SharedDocument
from common.models.pictures import LINE_COLUMNS, picture_mark
from common.renditions import NO_RENDITION, background, open_rendition_for_reader
from common.served_files import served_file
from common.storages import StorageAway

AN_HOUR, A_YEAR = 3_600, 31_536_000
#: The headers of a file for one reader.
NOT_STORED = {"Cache-Control": "private, no-store"}
#: What may stand in a page, where it is asked for there.
SHOWN_INLINE = frozenset((Kind.PICTURE, Kind.SOUND, Kind.VIDEO, Kind.PDF))


@require_safe
@login_not_required
def picture(request, pk: int, mark: str, size: str, kind: str):
    """One rendition of a picture, drawn the first time it is asked for; the tile of a missing picture until it is there."""
    image = get_object_or_404(Picture.objects.only(*LINE_COLUMNS), pk=pk)
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
    """A document, as a download: a file from elsewhere is never run in our pages. `?voir`: see `document_file`."""
    shared_document = get_object_or_404(SharedDocument, pk=pk)
    if not can_see(request.user, shared_document):
        raise Http404
    return document_file(request, shared_document, inline="voir" in request.GET)


def document_file(request, shared_document: SharedDocument, *, inline: bool = False) -> HttpResponseBase:
    """The file of a document that this reader may see; a 404 for a note, and for what is held until it is scanned. `inline`:
    shown in the page where nothing of it can run. Who took it is told to whoever listens to Wagtail's `document_served`."""
    if shared_document.is_note or shared_document.is_held:
        raise Http404
    kind = shared_document.kind or ENDINGS.get(ending_of(shared_document.filename), ("",))[0]
    inline = inline and kind in SHOWN_INLINE and not may_run_script(kind, shared_document.filename)
    size, stored_hash = shared_document.get_file_size() or 0, shared_document.file_hash
    response = stored_file(request, shared_document.file, shared_document.filename, size, kind, stored_hash, inline=inline)
    is_given = request.method == "GET" and response.status_code in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT)
    if is_given and not (inline and kind == Kind.PICTURE):  # the page of a picture shows it to whoever opens the page
        document_served.send(sender=SharedDocument, instance=shared_document, request=request)
    return cache_as_its_audience_allows(response, shared_document)


def stored_file(request, file, name: str, size: int, kind: str, stored_hash: str, *, inline: bool = False) -> HttpResponseBase:
    """`served_file` of a stored file of a kind (`common.documents`). Its mark changes with the file, whose stored name is new at
    each version; one that has no hash yet has that name."""
    mark = sha256(f"{stored_hash}/{file.name}/{size}".encode()).hexdigest()[:32]
    try:
        return served_file(request, file, name=name, size=size, mark=mark, content_type=media_type(kind, name), inline=inline)
    except FileNotFoundError as error:
        raise Http404 from error


def file_for_reader(file, content_type: str = "application/octet-stream", *, name: str = "") -> FileResponse:
    """A stored file for this reader alone, as a download where it has a `name`: a file from elsewhere is never run in our pages.
    A 404 where it is lost."""
    try:
        content = file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(content, as_attachment=bool(name), filename=name, content_type=content_type, headers=NOT_STORED)


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
