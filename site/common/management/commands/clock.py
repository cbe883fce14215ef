import logging
import signal
import time
from contextlib import suppress
from threading import Event

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections

from common.clock import run_due
from common.processes import ProcessLife, new_name, touch_sign

logger = logging.getLogger("escale.clock")


class Command(BaseCommand):
    help = "Run the periodic work each minute until stopped (SIGTERM or Ctrl-C)."

    def handle(self, *args, **options):
        stopped, name = Event(), new_name()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            try:
                run_due()
                touch_sign("clock")
                ProcessLife.give_sign(name, ProcessLife.Kind.CLOCK)
            except Error:
                logger.exception("The database did not answer; the clock goes on")
            close_old_connections()
            stopped.wait(60 - time.time() % 60)
        with suppress(Error):
            ProcessLife.objects.filter(name=name).delete()
