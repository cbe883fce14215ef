"""A thread that has ended leaves no connection to the database."""

import threading

import pytest
from django.db import connection, connections

from common.idle_connections import ThreadConnections


@pytest.mark.django_db(transaction=True)
@pytest.mark.every_database
def test_connection_of_a_thread_that_ended_is_closed():
    watched, opened, started, may_end = ThreadConnections(), [], threading.Semaphore(0), threading.Event()

    def read(waits: bool):
        own = connections["default"]
        own.ensure_connection()
        watched.note(own)
        opened.append(own.connection)
        started.release()
        if waits:
            may_end.wait(10)
        own.connection.execute("SELECT 1")

    ended, living = (threading.Thread(target=read, args=(waits,)) for waits in (False, True))
    for thread in (ended, living):
        thread.start()
        started.acquire(timeout=10)
    ended.join()
    assert watched.close_orphans() == 1
    with pytest.raises(Exception, match="closed"):
        opened[0].execute("SELECT 1")
    may_end.set()
    living.join()
    assert watched.close_orphans() == 0


@pytest.mark.django_db
def test_connection_of_the_first_thread_is_its_own():
    watched = ThreadConnections()
    watched.note(connection)
    assert watched.close_orphans() == 0
    connection.cursor().execute("SELECT 1")
