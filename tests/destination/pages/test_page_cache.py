"""What is kept for every reader is never older than what the database holds."""

from threading import Thread

import pytest
from django.db import connection, transaction
from django.test import Client

from destination.pages.models import DestinationSettings


@pytest.mark.django_db(transaction=True)
def test_visit_during_a_change_does_not_outlive_it(committed_pages):
    """A reader who comes before the commit has the page made from what was; the next one after it sees the change."""
    chosen = DestinationSettings.objects.get()
    with transaction.atomic():
        chosen.name = "Val d’Oltra"
        chosen.save()
        visit = in_another_thread("/fr/")

    assert "Val d’Oltra" not in visit
    assert "Val d’Oltra" in Client().get("/fr/").content.decode()


def in_another_thread(path: str) -> str:
    """The page as another web thread gives it, with a connection of its own."""
    pages = []

    def visit():
        try:
            pages.append(Client().get(path).content.decode())
        finally:
            connection.close()

    thread = Thread(target=visit)
    thread.start()
    thread.join()
    return pages[0]
