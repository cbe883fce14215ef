"""Resumable uploads: the part of tus 1.0 (https://tus.io/protocols/resumable-upload) that a browser needs.

POST creates an upload (creation), HEAD gives its offset, PATCH appends a chunk, DELETE removes it (termination).
"""

import base64
import binascii
from collections.abc import Callable

from django.http import HttpResponse

from common.uploads import ResumableUpload, UploadRefused

VERSION = "1.0.0"
CHUNK_TYPE = "application/offset+octet-stream"
METHODS = ("HEAD", "PATCH", "DELETE")


def create_upload(
    request, begin: Callable[[str, int], ResumableUpload], address: Callable[[ResumableUpload], str]
) -> HttpResponse:
    """Answer a POST: `begin(name, size)` makes the upload of that many bytes, or raises `UploadRefused`."""
    size = _parse_length(request.headers.get("Upload-Length"))
    if size < 0:
        return _tus_response(400)
    try:
        upload = begin(_name_in(request.headers.get("Upload-Metadata", "")), size)
    except UploadRefused as error:
        return _tus_response(error.status)
    return _tus_response(201, Location=address(upload), Upload_Offset=0)


def receive_upload(
    request, upload: ResumableUpload, arrived: Callable[[ResumableUpload], None], remove: Callable[[ResumableUpload], None]
) -> HttpResponse:
    """Answer one of `METHODS` for an upload that is this person's. `arrived` is called once, when it is whole."""
    if request.method == "HEAD":
        return _tus_response(200, Upload_Offset=upload.offset, Upload_Length=upload.size)
    if request.method == "DELETE":
        remove(upload)
        return _tus_response(204)
    if request.content_type != CHUNK_TYPE:
        return _tus_response(415)
    offset, length = _parse_length(request.headers.get("Upload-Offset")), _parse_length(request.headers.get("Content-Length"))
    if offset < 0 or length < 0:
        return _tus_response(400)
    try:
        upload.append_chunk(offset, length, request)
    except UploadRefused as refused:
        return _tus_response(refused.status, Upload_Offset=upload.offset)
    if upload.is_whole:
        arrived(upload)
    return _tus_response(204, Upload_Offset=upload.offset)


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
