"""The door of the web process: bodies come whole, and nobody slow keeps a thread."""

import asyncio
import errno
import threading

import pytest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation

from config import door
from config.door import Door, Gone, environ_of, whole_body


def scope(*headers: tuple[bytes, bytes], method: str = "POST", raw_path: bytes = b"/") -> dict:
    return {
        "method": method, "path": raw_path.decode(), "raw_path": raw_path, "query_string": b"q=\xc3\xa9", "http_version": "1.1",
        "scheme": "http", "server": ("127.0.0.1", 8000), "client": ("192.0.2.7", 5000), "headers": list(headers),
    }  # fmt: skip


def sender(*pieces: bytes, then: str = ""):
    """A `receive` that gives these pieces; then the last of all, or a connection that `then` is closed or silent."""
    messages = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    if not then:
        messages[-1]["more_body"] = False

    async def receive():
        if messages:
            return messages.pop(0)
        if then == "silence":
            await asyncio.sleep(3600)
        return {"type": "http.disconnect"}

    return receive


def take_in(receive, length: int = 6):
    return asyncio.run(whole_body(scope((b"content-length", str(length).encode())), receive))


def test_body_is_one_file_whatever_its_pieces(monkeypatch):
    monkeypatch.setattr(door, "BLOCK", 4)  # beyond, it is in a temporary file
    assert take_in(sender(b"abc", b"def")).read() == b"abcdef"


def test_sender_who_leaves_is_answered_nothing():
    with pytest.raises(Gone):
        take_in(sender(b"abc", then="closed"))


@pytest.mark.parametrize("length", [6, 3])  # the sender says it, or lies
def test_too_large_body_is_read_to_its_end_and_refused(monkeypatch, length):
    monkeypatch.setattr(door, "LARGEST_BODY", 5)
    receive = sender(b"abc", b"def")
    with pytest.raises(RequestDataTooBig):
        take_in(receive, length).read()
    assert asyncio.run(receive()) == {"type": "http.disconnect"}


@pytest.mark.parametrize("limit", ["PIECE_SECONDS", "BODY_SECONDS"])
def test_slow_body_is_refused(monkeypatch, limit):
    monkeypatch.setattr(door, limit, 0.05)
    with pytest.raises(SuspiciousOperation):
        take_in(sender(b"abc", then="silence")).read()


def test_body_without_room_on_the_disk_is_met_where_django_reads(monkeypatch):
    class FullDisk(door.SpooledTemporaryFile):
        def write(self, piece):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(door, "SpooledTemporaryFile", FullDisk)
    with pytest.raises(OSError, match="No space left"):
        take_in(sender(b"abc", b"def")).readline()


def test_request_is_said_in_the_words_of_wsgi():
    headers = [
        (b"host", b"localhost"), (b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"x-forwarded-for", b"192.0.2.1"),
        (b"x-forwarded-for", b"192.0.2.2"), (b"x_forwarded_for", b"203.0.113.9"), (b"content-type", b"text/plain"),
    ]  # fmt: skip
    environ = environ_of(scope(*headers, raw_path=b"/fr/caf%C3%A9%2F%FF"), None)
    names = ("PATH_INFO", "QUERY_STRING", "HTTP_COOKIE", "HTTP_X_FORWARDED_FOR", "CONTENT_TYPE", "REMOTE_ADDR", "SERVER_PORT")
    assert [environ[name] for name in names] == [
        "/fr/café/".encode().decode("latin-1") + "ÿ", "q=\xc3\xa9", "a=1; b=2", "192.0.2.1,192.0.2.2", "text/plain", "192.0.2.7",
        "8000",
    ]  # fmt: skip


@pytest.mark.parametrize(("sent", "kept"), [
    (b"text/plain; charset=hex", "text/plain"),
    (b"text/plain; charset*=unknown''%41; q=1", "text/plain"),
    (b"application/x-www-form-urlencoded;charset=UTF-16", "application/x-www-form-urlencoded"),
    (b"multipart/form-data; charset=utf-7; Boundary=--a1", "multipart/form-data; Boundary=--a1"),
    (b"multipart/form-data; boundary*=unknown''%41", "multipart/form-data"),
])  # fmt: skip
def test_content_type_names_no_encoding(sent, kept):
    """Django believes it: every address with a query answered 500 to « charset=hex »."""
    assert environ_of(scope((b"content-type", sent)), None)["CONTENT_TYPE"] == kept


class Content(list):
    closed = False

    def close(self):
        self.closed = True


def ask(django, receive=None, *headers, method="GET") -> list[dict]:
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(Door(django)(scope(*headers, method=method), receive, send))
    return sent


def test_answer_is_sent_and_its_request_ended():
    content = Content([b"ab", b"c"])

    def django(environ, start_response):
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return content

    assert ask(django) == [
        {"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain")]},
        {"type": "http.response.body", "body": b"abc"},
    ]
    assert content.closed
    assert ask(django, method="HEAD")[1]["body"] == b""


@pytest.mark.parametrize("size", [0, 3, 4, 5, 11])
def test_file_is_sent_by_blocks_and_closed(monkeypatch, tmp_path, size):
    monkeypatch.setattr(door, "BLOCK", 4)
    path = tmp_path / "zip"
    path.write_bytes(b"x" * size)
    file = path.open("rb")

    def django(environ, start_response):
        start_response("200 OK", [])
        return environ["wsgi.file_wrapper"](file, 4096)

    assert b"".join(message.get("body", b"") for message in ask(django)) == b"x" * size
    assert file.closed


def test_error_outside_django_is_logged_and_answered(caplog):
    def django(environ, start_response):
        raise KeyError("x")

    assert ask(django)[0]["status"] == 500
    assert [record.name for record in caplog.records] == ["escale.web"]
    caplog.clear()


def test_slow_senders_and_slow_readers_keep_no_thread(tmp_path):
    """More of each than there are threads, and another request is answered."""
    (tmp_path / "zip").write_bytes(b"x" * 3 * door.BLOCK)

    def django(environ, start_response):
        start_response("200 OK", [("X-Thread", threading.current_thread().name)])
        if environ["PATH_INFO"] == "/zip":
            return environ["wsgi.file_wrapper"]((tmp_path / "zip").open("rb"))
        return Content([b"ok"])

    async def never(*message):
        await asyncio.sleep(3600)

    async def main():
        web, answers = Door(django), []
        slow = [
            asyncio.create_task(web(scope((b"content-length", b"9")), sender(b"abc", then="silence"), never)) for _ in range(20)
        ]
        slow += [asyncio.create_task(web(scope(method="GET", raw_path=b"/zip"), None, never)) for _ in range(20)]

        async def send(message):
            answers.append(message)

        await asyncio.wait_for(web(scope(method="GET"), None, send), 30)
        for task in slow:
            task.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
        return answers

    assert [message.get("body") for message in asyncio.run(main())] == [None, b"ok"]
