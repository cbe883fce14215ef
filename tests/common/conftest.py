"""A port for servers of the tests' own."""

import asyncio
import socket

import pytest
from aiosmtpd.controller import Controller


@pytest.fixture
def free_port() -> int:
    """A port of 127.0.0.1 on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Letterbox:
    """Keeps what it accepts; `answers` are given, in order, instead of accepting."""

    def __init__(self):
        self.received, self.answers, self.recipient_answer = [], [], None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.recipient_answer:
            return self.recipient_answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer == "hang up":
            self.received.append(envelope.content)
            session.loop.call_soon(server.transport.abort)
            await asyncio.sleep(0.1)
            return "250 OK"
        if answer.startswith("250"):
            self.received.append(envelope.content)
        return answer


@pytest.fixture
def letterbox(settings, free_port):
    letterbox = Letterbox()
    controller = Controller(letterbox, hostname="127.0.0.1", port=free_port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield letterbox
    controller.stop()
