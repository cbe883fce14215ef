"""The door of the web process: a WSGI application behind ASGI.

A body is taken in whole before one of the threads that run Django has to do with it, and what Django answered is sent when the
thread is free again: who sends or reads slowly keeps a file open, never a thread (docs/decisions/0014-whole-bodies.md).
"""

import asyncio
import io
import logging
from concurrent.futures import ThreadPoolExecutor
from tempfile import SpooledTemporaryFile
from urllib.parse import unquote_to_bytes

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation

logger = logging.getLogger("escale.web")

# For each process. Python runs one of them at a time, the others wait for the database or a file.
THREADS = 4
# Bytes of a body that stay in memory, and of a file that are sent at once; a longer body is in a temporary file.
BLOCK = 128 * 1024
# The largest document of a form without a script (200 MB) and the form around it; in deploy/Caddyfile and deploy/nginx.conf too.
LARGEST_BODY = 210 * 1024 * 1024
# Seconds between two pieces of a body, and for all of it: 200 MB over a line of 3 Mbit/s take ten minutes.
PIECE_SECONDS, BODY_SECONDS = 30, 600


class Gone(Exception):
    """Who asked has closed the connection."""


class Unreadable:
    """In the place of a body that could not be taken in: Django meets the error where it reads, and has a page for it."""

    def __init__(self, error: Exception):
        self.error = error

    def read(self, *arguments):
        raise self.error

    readline = read

    def write(self, piece):
        """The rest of it is let go."""

    def seek(self, place):
        pass

    def close(self):
        pass


class FileAnswer:
    """`wsgi.file_wrapper` of PEP 3333: an open file, whose `close` ends the request."""

    def __init__(self, file, block_size: int = BLOCK):
        self.file = file


class Answer:
    """What Django answers: `body` is its beginning, `file` holds the rest of a long one."""

    def __init__(self):
        self.status, self.headers, self.body, self.file = 500, [], b"", None

    def start(self, status: str, headers: list[tuple[str, str]], exc_info=None) -> None:
        """`start_response` of PEP 3333."""
        self.status = int(status.split(" ", 1)[0])
        self.headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]

    def begin_file(self, file) -> None:
        """A short one is read to its end and closed at once."""
        self.file = file
        self.body = file.read(BLOCK)
        if len(self.body) < BLOCK:
            self.body += (rest := file.read(BLOCK))
            if not rest:
                self.end_file()

    def end_file(self) -> None:
        if self.file:
            self.file.close()
        self.file = None


class Door:
    """ASGI 3 (https://asgi.readthedocs.io/en/latest/specs/www.html), http alone, in front of Django's WSGI application."""

    def __init__(self, django):
        self.django = django
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="web")

    async def __call__(self, scope: dict, receive, send) -> None:
        try:
            body = await whole_body(scope, receive)
        except Gone:
            return
        loop = asyncio.get_running_loop()
        answer = await loop.run_in_executor(self.threads, self.answer, scope, body)
        try:
            await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
            while answer.file and answer.body:
                await send({"type": "http.response.body", "body": answer.body, "more_body": True})
                answer.body = await loop.run_in_executor(None, answer.file.read, BLOCK)
            await send({"type": "http.response.body", "body": answer.body})
        finally:
            if answer.file:
                await loop.run_in_executor(None, answer.end_file)

    def answer(self, scope: dict, body) -> Answer:
        """In one of the threads: all that Django does for the request."""
        answer = Answer()
        try:
            content = self.django(environ_of(scope, body), answer.start)
            if isinstance(content, FileAnswer):
                answer.begin_file(content.file)
            else:
                try:
                    answer.body = b"".join(content)
                finally:
                    content.close()
        except Exception:
            logger.exception("Django gave no answer to %s %s", scope["method"], scope["path"])
            answer.end_file()
            answer = Answer()
        finally:
            body.close()
        if scope["method"] == "HEAD":
            answer.body = b""
        return answer


async def whole_body(scope: dict, receive):
    """The body as an open file, or as an `Unreadable` when it is too large, too slow, or finds no room on the disk. `Gone` when
    its sender closes the connection."""
    headers = dict(scope["headers"])
    length = headers.get(b"content-length", b"0")
    if length == b"0" and b"transfer-encoding" not in headers:
        return io.BytesIO()
    body, size, time = SpooledTemporaryFile(BLOCK), 0, asyncio.get_running_loop().time  # noqa: SIM115  closed by who reads it
    end = time() + BODY_SECONDS
    try:
        async with asyncio.timeout(min(PIECE_SECONDS, BODY_SECONDS)) as patience:
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    raise Gone
                piece = message.get("body", b"")
                size += len(piece)
                # A refused one is read to its end all the same: browsers show an answer only after they have sent everything.
                if size > LARGEST_BODY and not isinstance(body, Unreadable):
                    body = refuse(body, RequestDataTooBig(f"a body of more than {LARGEST_BODY} bytes"))
                try:
                    body.write(piece)
                except OSError as error:
                    body = refuse(body, error)
                if not message.get("more_body"):
                    break
                patience.reschedule(min(time() + PIECE_SECONDS, end))
    except TimeoutError:
        return refuse(body, SuspiciousOperation("a body that did not come in time"))
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


def refuse(body, error: Exception) -> Unreadable:
    body.close()
    return Unreadable(error)


def environ_of(scope: dict, body) -> dict:
    """The request in the words of PEP 3333, whose texts are bytes read as Latin-1."""
    host, port = scope.get("server") or ("localhost", 80)
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": (scope.get("client") or ("", 0))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileAnswer,
    }
    for name, value in scope["headers"]:
        if b"_" in name:
            continue  # it would pass for the header with hyphens, such as the one in which a proxy says who asks
        key = name.decode("latin-1").upper().replace("-", "_")
        if key not in ("CONTENT_LENGTH", "CONTENT_TYPE"):
            key = f"HTTP_{key}"
        text = value.decode("latin-1")
        if key == "CONTENT_TYPE":
            text = without_encoding(text)
        separator = "; " if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{separator}{text}" if key in environ else text
    return environ


def without_encoding(content_type: str) -> str:
    """The content type with its boundary alone: all that comes here is UTF-8. Django takes the name of any other codec at its
    word, and one that is none of text (« hex ») is an error wherever a query or a form is read, or before there is a request."""
    kind, *parameters = content_type.split(";")
    return ";".join([kind, *(parameter for parameter in parameters if parameter.strip().lower().startswith("boundary="))])
