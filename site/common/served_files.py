"""A stored file as an answer that a browser can resume and ask about: ranges, marks, headers that keep it from running.

RFC 9110: section 14 (one range of bytes, answered with 206; several are answered with the whole file, as it allows), 13
(`If-None-Match`, `If-Range` with a strong mark).
"""

import re
from collections.abc import Iterator

from django.http import FileResponse, HttpResponse, HttpResponseBase, HttpResponseNotModified, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, parse_etags

BLOCK_SIZE = 256 * 1024
ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
# What is shown in the page of the browser has no script, no form, nothing of ours: a file from elsewhere is never run.
SANDBOX = "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'"


def served_file(
    request, file, *, name: str, size: int, mark: str, content_type: str = "application/octet-stream", inline: bool = False
) -> HttpResponseBase:
    """The file `file` (Django's, opened only if its bytes are asked for) of `size` bytes under the name `name`. `mark` changes
    with the content. Raises what the storage raises: `FileNotFoundError`, `StorageAway`."""
    etag = f'"{mark}"'
    not_modified = get_conditional_response(request, etag=etag)
    if isinstance(not_modified, HttpResponseNotModified):
        return _with_headers(not_modified, etag, name, inline)
    extent = _extent(request, etag, size)
    if extent == ():
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
        return _with_headers(response, etag, name, inline)
    first, last = extent or (0, size - 1)
    if size and hasattr(getattr(file, "storage", None), "stream"):  # elsewhere (S3): no more is fetched than is given
        blocks = file.storage.stream(file.name, first, last)
        response: HttpResponseBase = StreamingHttpResponse(blocks, content_type=content_type)
    elif extent is None:
        response = FileResponse(file.open("rb"), content_type=content_type)
    else:
        response = StreamingHttpResponse(Part(file.open("rb"), first, last - first + 1), content_type=content_type)
    if extent is None:
        response["Content-Length"] = str(size)
    else:
        response.status_code = 206
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
        response["Content-Length"] = str(last - first + 1)
    return _with_headers(response, etag, name, inline)


def _with_headers(response, etag: str, name: str, inline: bool):
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Content-Disposition"] = content_disposition_header(not inline, name)
    return response


def _extent(request, etag: str, size: int) -> tuple[int, int] | tuple[()] | None:
    """(first, last) of the bytes asked for; () where the file has none of them; None for all of it."""
    asked = ONE_RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if request.method != "GET" or asked is None or asked.group() == "bytes=-":
        return None
    condition = request.headers.get("If-Range")
    if condition is not None and etag not in parse_etags(condition):  # a day is weaker than our mark: all of it, then
        return None
    begin, end = asked.groups()
    if not begin:  # the last so many
        first, last = max(0, size - int(end)), size - 1
        return (first, last) if int(end) and size else ()
    first, last = int(begin), min(int(end or size - 1), size - 1)
    if end and int(end) < first:  # not a range: it is as if it were not there
        return None
    return (first, last) if first < size else ()


class Part:
    """`length` bytes of an open file, from `first` on; closed with the answer that gives it."""

    def __init__(self, content, first: int, length: int):
        self.content, self.first, self.length = content, first, length

    def __iter__(self) -> Iterator[bytes]:
        self.content.seek(self.first)
        left = self.length
        while left > 0 and (block := self.content.read(min(BLOCK_SIZE, left))):
            left -= len(block)
            yield block

    def close(self) -> None:
        self.content.close()
