"""Two clicks at the same instant on « Proposer »: rows are locked only on a database that has row locks."""

import os
from threading import Barrier, Thread

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections
from django.test import Client

from destination.agenda.models import Event
from intranet.submissions.actions.defaults import ensure_workflow
from intranet.submissions.models import Decision, Draft
from tests.factories import make_organisation, make_user
from tests.intranet.submissions.typed_form import Page, typed

PROMISED = bool(os.environ.get("CI")) and os.environ.get("DATABASE_URL", "").startswith("postgres")
pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql" and not PROMISED, reason="row locks need PostgreSQL: set DATABASE_URL"),
]
CLICKS = 4


@pytest.mark.parametrize("saved_before", [True, False])
def test_clicks_at_the_same_instant_make_one_event(saved_before):
    ContentType.objects.clear_cache()
    ensure_workflow()
    person = make_user(organisation=make_organisation())
    client = Client()
    client.force_login(person)
    page, sent, answers = Page(client, person), typed(), []
    if saved_before:
        page.post("save", sent)
    barrier = Barrier(CLICKS)

    def click():
        own = Page(Client(), person, key=page.key, version=page.version)
        own.client.cookies, own.tab = client.cookies, page.tab
        barrier.wait()
        answers.append(own.post("send", sent).status_code)
        connections.close_all()

    threads = [Thread(target=click) for _click in range(CLICKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [302] * CLICKS
    assert (Event.objects.count(), Draft.objects.count(), Decision.objects.count()) == (1, 1, 1)
