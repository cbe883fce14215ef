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

from aiosmtpd.controller import Controller

ROOT = Path(__file__).resolve().parents[2]
LETTERS = 6
WRITE = f"""
from common.mail import send_mail_message
for number in range({LETTERS}):
    to, subject = f"p{{number}}@aurelle.example", f"Courriel {{number}}"
    send_mail_message(to, subject, "accounts/mail/password_reset", {{"link": "/"}})
"""
SIX_MINUTES_LATER = """
from datetime import timedelta
from django.core.management import call_command
from django.utils import timezone
from common.outbox import OutgoingMail
OutgoingMail.objects.update(not_before=timezone.now() - timedelta(minutes=1))
OutgoingMail.objects.filter(claimed_at__isnull=False).update(claimed_at=timezone.now() - timedelta(minutes=6))
call_command("every_minute")
call_command("db_worker", queue_name="mail", batch=True)
"""


class SlowLetterbox:
    """Accepts everything, and takes its time twice: over the third mail before its text has come, and over the fifth after it."""

    def __init__(self):
        self.begun, self.received = 0, []
        self.reached = {"MAIL": threading.Event(), "DATA": threading.Event()}

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.begun += 1
        if self.begun == 3:
            await self.wait_at("MAIL")
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.received.append(email.message_from_bytes(envelope.content)["Subject"])
        if len(self.received) == 5:
            await self.wait_at("DATA")
        return "250 OK"

    async def wait_at(self, place):
        self.reached[place].set()
        await asyncio.sleep(2)


def test_workers_killed_in_the_middle_send_each_mail_once(tmp_path, own_database, free_port):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.base",
        "SECRET_KEY": "only-for-tests",
        "VAR_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{own_database}",
        "EMAIL_URL": f"smtp://127.0.0.1:{free_port}",
    }

    def shell(code):
        command = [sys.executable, "manage.py", "shell", "-v0", "-c", code]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)

    def work_until(event):
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "db_worker", "--queue-name", "mail", "--interval", "0.1"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            assert event.wait(60)
        finally:
            os.kill(worker.pid, signal.SIGKILL)
            worker.wait()

    def states():
        with sqlite3.connect(own_database) as rows:
            return Counter(state for (state,) in rows.execute("SELECT state FROM common_outgoingmail"))

    letterbox = SlowLetterbox()
    controller = Controller(letterbox, hostname="127.0.0.1", port=free_port)
    controller.start()
    try:
        shell(WRITE)
        work_until(letterbox.reached["MAIL"])
        assert states() == {"sent": 2, "claimed": 1, "waiting": 3}
        work_until(letterbox.reached["DATA"])
        assert states() == {"sent": 4, "claimed": 1, "handing_over": 1}
        shell(SIX_MINUTES_LATER)
    finally:
        controller.stop()

    assert Counter(letterbox.received) == {f"Courriel {number}": 1 for number in range(LETTERS)}
    assert states()["sent"] == LETTERS - 1  # of the one that was handed over nobody knows whether it was taken
