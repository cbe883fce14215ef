"""A worker killed in the middle of mailing: a second one goes on, and each mail is sent once."""

import asyncio
import email
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

ROOT = Path(__file__).resolve().parents[2]
LETTERS = 5
WRITE = f"""
from common.mail import send_mail_message
for number in range({LETTERS}):
    to, subject = f"p{{number}}@aurelle.example", f"Courriel {{number}}"
    send_mail_message(to, subject, "accounts/mail/password_reset", {{"link": "/"}})
"""


class SlowLetterbox:
    """Accepts everything, and takes its time over the third mail, at `slow_at`: "MAIL" (before the text) or "DATA" (after)."""

    def __init__(self, slow_at):
        self.slow_at, self.seen, self.received, self.reached = slow_at, 0, [], threading.Event()

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.seen += 1
        if self.seen == 3 and self.slow_at == "MAIL":
            self.reached.set()
            await asyncio.sleep(2)
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.received.append(email.message_from_bytes(envelope.content)["Subject"])
        if len(self.received) == 3 and self.slow_at == "DATA":
            self.reached.set()
            await asyncio.sleep(2)
        return "250 OK"


@pytest.mark.parametrize(("slow_at", "left_in"), [("DATA", "handing_over"), ("MAIL", "claimed")])
def test_worker_killed_in_the_middle_sends_each_mail_once(tmp_path, own_database, free_port, slow_at, left_in):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.base",
        "SECRET_KEY": "only-for-tests",
        "VAR_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{own_database}",
        "EMAIL_URL": f"smtp://127.0.0.1:{free_port}",
    }

    def manage(*arguments):
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True, capture_output=True)

    def states():
        with sqlite3.connect(own_database) as rows:
            return Counter(state for (state,) in rows.execute("SELECT state FROM common_outgoingmail"))

    letterbox = SlowLetterbox(slow_at)
    controller = Controller(letterbox, hostname="127.0.0.1", port=free_port)
    controller.start()
    try:
        manage("shell", "-v0", "-c", WRITE)
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "db_worker", "--queue-name", "mail", "--interval", "0.1"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            assert letterbox.reached.wait(40)
        finally:
            os.kill(worker.pid, signal.SIGKILL)
            worker.wait()
        assert states()[left_in] == 1

        manage("db_worker", "--queue-name", "mail", "--batch")
        with sqlite3.connect(own_database) as rows:  # six minutes later, for the clock
            rows.execute("UPDATE common_outgoingmail SET claimed_at = datetime('now', '-6 minutes')")
            rows.execute("UPDATE common_outgoingmail SET not_before = datetime('now', '-1 minute')")
        manage("every_minute")
        manage("db_worker", "--queue-name", "mail", "--batch")
    finally:
        controller.stop()

    assert Counter(letterbox.received) == {f"Courriel {number}": 1 for number in range(LETTERS)}
    assert states()["sent"] == LETTERS - (slow_at == "DATA")
