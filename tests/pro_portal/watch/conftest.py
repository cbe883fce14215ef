import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import time_machine
from django.utils import timezone

from pro_portal.watch.actions import newsletter
from pro_portal.watch.periodic import send_letters
from tests.personas import make_watcher


@pytest.fixture
def watcher(db):
    return make_watcher()


@pytest.fixture
def minute_over(django_capture_on_commit_callbacks):
    """What the clock does once the time to undo is over."""

    def over():
        with time_machine.travel(timezone.now() + timedelta(seconds=61)), django_capture_on_commit_callbacks(execute=True):
            send_letters()

    return over


@pytest.fixture
def send(minute_over):
    """The letter leaves, and nobody undoes it."""

    def leave(letter, person):
        newsletter.send(letter, person)
        minute_over()

    return leave


class Newspaper(BaseHTTPRequestHandler):
    """A real server: each path gives what the test put there, (status, headers, body) or a function that writes it."""

    def do_GET(self):
        self.server.seen.append((self.path, dict(self.headers)))
        answer = self.server.answers.get(self.path, (404, {}, b""))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def newspaper(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Newspaper)
    server.answers, server.seen, server.closing, server.daemon_threads = {}, [], threading.Event(), True
    server.address = f"http://127.0.0.1:{server.server_port}"
    settings.OUTSIDE_ALLOWED_HOSTS = [f"127.0.0.1:{server.server_port}"]
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.closing.set()
    server.shutdown()
    server.server_close()
