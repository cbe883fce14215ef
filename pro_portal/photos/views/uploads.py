"""Resumable uploads: the part of tus 1.0 (https://tus.io/protocols/resumable-upload) that a browser needs.

POST creates an upload (creation), HEAD gives its offset, PATCH appends a chunk, DELETE removes it (termination).
"""

import base64
import binascii

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.access import can_see
from pro_portal.photos.actions.uploads import (
    UploadRefused,
    append_chunk,
    begin_upload,
    current_contribution,
    remove_upload,
)  # fmt: skip
from pro_portal.photos.models import Contribution, Upload
from pro_portal.photos.permissions import givers_only

VERSION = "1.0.0"
CHUNK_TYPE = "application/offset+octet-stream"
States = Upload.State


def refusal_in_words(code: str) -> str:
    """Why a file is no picture of ours, and what to do."""
    return {
        "no_picture": _("Ce fichier n’est pas une image. Envoyez la photo elle-même (JPEG, HEIC, PNG, TIFF ou WebP)."),
        "wrong_kind": _("Ce format n’est pas accepté. Enregistrez la photo en JPEG, puis donnez-la de nouveau."),
        "too_small": _("Cette image est trop petite pour être publiée. Donnez l’original, tel qu’il sort de l’appareil."),
        "too_many_pixels": _("Cette image a trop de pixels (120 millions au plus). Donnez-la en plus petit."),
        "too_slow": _("Cette photo demande trop de temps à ouvrir. Enregistrez-la en JPEG, puis donnez-la de nouveau."),
        "damaged": _("Ce fichier est abîmé ou incomplet. Ouvrez-le, enregistrez-le de nouveau, puis donnez-le."),
    }.get(code, "")


def upload_rows(contribution: Contribution, user) -> list[dict]:
    """The files of a lot as the page shows them: pk, name, size, offset, state, refusal and likeness in words, url."""
    uploads = contribution.uploads.select_related("picture__photo", "looks_like__photo").order_by("begun_at")
    return [_row(upload, user) for upload in uploads]


def _row(upload: Upload, user) -> dict:
    similar = upload.looks_like
    is_visible = (
        similar is not None
        and hasattr(similar, "photo")
        and similar.photo.state == similar.photo.State.ACCEPTED
        and can_see(user, similar)
    )
    return {
        "pk": str(upload.pk),
        "name": upload.name,
        "size": upload.size,
        "offset": upload.offset,
        "state": upload.state,
        "refusal": refusal_in_words(upload.refusal),
        "twin": _("Cette photo semble déjà donnée : « %(title)s »") % {"title": similar.title} if similar else "",
        "twin_url": similar.photo.get_absolute_url() if is_visible else "",
        "picture": upload.picture,
        "url": reverse("photos:upload", args=[upload.pk]),
    }


def _tus_response(status: int, **headers) -> HttpResponse:
    response = HttpResponse(status=status)
    response["Tus-Resumable"] = VERSION
    response["Cache-Control"] = "no-store"
    for name, value in headers.items():
        response[name.replace("_", "-")] = str(value)
    return response


def _parse_length(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 16 else -1


def _name_in(metadata: str) -> str:
    """The file's name in `Upload-Metadata`: « filename <base64>,… »."""
    for pair in metadata.split(","):
        key, _space, value = pair.strip().partition(" ")
        if key == "filename":
            try:
                return base64.b64decode(value, validate=True).decode()
            except (binascii.Error, UnicodeDecodeError):
                return ""
    return ""


@require_POST
@givers_only
def create(request):
    size = _parse_length(request.headers.get("Upload-Length"))
    if size < 0:
        return _tus_response(400)
    try:
        upload = begin_upload(request.user, _name_in(request.headers.get("Upload-Metadata", "")), size)
    except UploadRefused as error:
        return _tus_response(error.status)
    return _tus_response(201, Location=reverse("photos:upload", args=[upload.pk]), Upload_Offset=0)


def _own_upload(request, pk) -> Upload:
    """A file opens to who is sending it and to nobody else."""
    uploads = Upload.objects.select_related("contribution", "picture")
    return get_object_or_404(uploads, pk=pk, contribution__author=request.user, contribution__state=Contribution.State.OPEN)


@require_http_methods(["HEAD", "PATCH", "DELETE"])
@givers_only
def upload(request, pk):
    arriving = _own_upload(request, pk)
    if request.method == "HEAD":
        return _tus_response(200, Upload_Offset=arriving.offset, Upload_Length=arriving.size)
    if request.method == "DELETE":
        remove_upload(arriving)
        return _tus_response(204)
    if request.content_type != CHUNK_TYPE:
        return _tus_response(415)
    offset, length = _parse_length(request.headers.get("Upload-Offset")), _parse_length(request.headers.get("Content-Length"))
    if offset < 0 or length < 0:
        return _tus_response(400)
    try:
        return _tus_response(204, Upload_Offset=append_chunk(arriving, offset, length, request))
    except UploadRefused as refused:
        return _tus_response(refused.status, Upload_Offset=arriving.offset)


@require_POST
@givers_only
def remove(request, pk):
    """Take a file out of the lot, without JavaScript."""
    remove_upload(_own_upload(request, pk))
    return redirect("photos:give")


@require_safe
@givers_only
def states(request):
    """The files of the lot in hand, for the page that watches them being read."""
    contribution = current_contribution(request.user)
    rows = upload_rows(contribution, request.user) if contribution else []
    for row in rows:
        picture = row.pop("picture")
        row["thumbnail"] = picture.url_for(320, "webp") if picture else ""
    return JsonResponse({"files": rows})
