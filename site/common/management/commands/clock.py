import logging
import signal
import time
from threading import Event

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections

from common.clock import run_due
from common.workers import touch_sign

logger = logging.getLogger("escale.clock")


class Command(BaseCommand):
    help = "Run the periodic work each minute until stopped (SIGTERM or Ctrl-C)."

    def handle(self, *args, **options):
        stopped = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            try:
                run_due()
                touch_sign("clock")
            except Error:
                logger.exception("The database did not answer; the clock goes on")
            close_old_connections()
            stopped.wait(60 - time.time() % 60)
