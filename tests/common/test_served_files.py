from io import BytesIO

import pytest
from django.test import RequestFactory

from common.served_files import served_file

CONTENT = bytes(range(100))


class StoredFile:
    def __init__(self):
        self.number_of_openings = 0

    def open(self, mode):
        self.number_of_openings += 1
        return BytesIO(CONTENT)


def served(method="get", file=None, inline=False, **headers):
    request = getattr(RequestFactory(), method)("/", headers={name.replace("_", "-"): value for name, value in headers.items()})
    return served_file(request, file or StoredFile(), name="Été.pdf", size=100, mark="a1", inline=inline)


@pytest.mark.parametrize(
    ("asked", "status", "extent"),
    [
        ("bytes=0-9", 206, (0, 9)), ("bytes=90-", 206, (90, 99)), ("bytes=90-500", 206, (90, 99)), ("bytes=-10", 206, (90, 99)),
        ("bytes=-500", 206, (0, 99)), ("bytes=99-99", 206, (99, 99)), ("bytes=100-", 416, None), ("bytes=-0", 416, None),
        ("bytes=9-0", 200, (0, 99)), ("bytes=-", 200, (0, 99)), ("bytes=0-1,5-6", 200, (0, 99)), ("items=0-1", 200, (0, 99)),
        ("bytes=²-3", 200, (0, 99)), ("bytes=" + "9" * 30 + "-", 200, (0, 99)),
    ],
)  # fmt: skip
def test_part_that_is_asked_for_is_given(asked, status, extent):
    response = served(Range=asked)
    assert response.status_code == status
    if extent is None:
        assert response["Content-Range"] == "bytes */100"
        return
    first, last = extent
    assert b"".join(response.streaming_content) == CONTENT[first : last + 1]
    assert response["Content-Length"] == str(last - first + 1)
    assert response.get("Content-Range") == (f"bytes {first}-{last}/100" if status == 206 else None)


def test_part_of_what_changed_meanwhile_is_the_whole():
    assert served(Range="bytes=0-9", If_Range='"a1"').status_code == 206
    for other in ('"b2"', 'W/"a1"', "Sun, 29 Nov 2026 10:00:00 GMT", ""):
        assert served(Range="bytes=0-9", If_Range=other).status_code == 200


def test_what_the_browser_has_is_neither_sent_nor_opened():
    file = StoredFile()
    assert served(file=file, If_None_Match='"a1"').status_code == 304
    assert served(file=file, Range="bytes=200-").status_code == 416
    assert file.number_of_openings == 0
    assert served(If_None_Match='"b2"').status_code == 200


@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=0-9"}, {"Range": "bytes=200-"}, {"If_None_Match": '"a1"'}])
def test_nothing_of_it_is_run(headers):
    response = served(**headers)
    assert response["X-Content-Type-Options"] == "nosniff" and response["Content-Security-Policy"].startswith("sandbox")
    assert response["Content-Disposition"].startswith("attachment") and "%C3%89t%C3%A9.pdf" in response["Content-Disposition"]
    assert served(inline=True, **headers)["Content-Disposition"].startswith("inline")
