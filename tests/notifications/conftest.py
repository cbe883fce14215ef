import pytest
from django.core import mail

from notifications.actions import notify
from tests.factories import make_event
from tests.factories.notifications import EventNotification


@pytest.fixture
def event(db):
    return make_event("Concert au port")


@pytest.fixture
def tell(django_capture_on_commit_callbacks):
    """Notify, commit, and give back the mails that left."""

    def tell(subject, actor=None, kind=EventNotification, **details):
        before = len(mail.outbox)
        with django_capture_on_commit_callbacks(execute=True):
            notify(kind(subject, actor=actor, **details))
        return mail.outbox[before:]

    return tell
