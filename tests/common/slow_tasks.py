"""Tasks for the tests of workers."""

import builtins
import time

from django import db
from django_tasks import task


@task()
def sleep(seconds: int) -> None:
    time.sleep(seconds)


@task()
def fail(error: str) -> None:
    raise (getattr(builtins, error, None) or getattr(db, error))("as a test wants it")
