"""What is hidden changes nothing for who may not see it, and its mails go to its readers."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.utils import timezone, translation

from destination.agenda.models import Event
from intranet.submissions.actions import decisions, proposals
from notifications.periodic import mail_held_notices
from tests.access.asking import SIGN_IN
from tests.access.marked import Marked, marks
from tests.access.test_leaks import AT_MOST, EXACTLY, SIGNED_IN, filled, read
from tests.factories import make_event
from tests.factories.submissions import make_proposal


@pytest.fixture
def marked(people, django_capture_on_commit_callbacks):
    with translation.override("fr"), django_capture_on_commit_callbacks(execute=True):
        marked = Marked(people)
        marked.make_public()
    return marked


# What a program reads of the form of a page and not of what it shows.
PASSING = re.compile(
    r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|'
    r'<input type="hidden" name="(?:once|started|form_author)"[^>]*>|DTSTAMP:\S+|\?v=\w+'
)
BUNDLED = timedelta(minutes=11)  # what one person adds meanwhile is one mail
SAME_FOR_A_VISITOR = [
    address for address in (*EXACTLY, *AT_MOST) if not address.startswith(("/intranet", "/fr/portail", "/compte"))
]
SAME_FOR_A_VISITOR += ["/fr/agenda.ics", "/fr/agenda/?free=1&when=weekend", "/fr/lieux/?family=1"]


def test_hidden_rows_change_nothing_that_a_visitor_is_shown(client, people, marked, django_capture_on_commit_callbacks):
    """Not a word, not a number of a filter, not a total, not a page more."""

    def shown():
        cache.clear()
        return {address: PASSING.sub("", read(client, filled(address, marked))) for address in SAME_FOR_A_VISITOR}

    before = shown()
    with translation.override("fr"), django_capture_on_commit_callbacks(execute=True):
        for case in ("pro", "mem", "grp", "prv"):
            marked.event(case)
            marked.place(case) if case != "mem" else None
        marked.event("unp", live=False)
        marked.place("unp", live=False)
        make_proposal(title="Marqueur evqzwai", place=marked.hall, **marked.facts)
        marked.page("log", restricted="login")
        marked.page("unp").unpublish()
    after = shown()
    assert [address for address in before if before[address] != after[address]] == []


def test_mails_go_to_who_may_read_them(people, marked, moderator, django_capture_on_commit_callbacks):
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        for case, audience in {
            "pub": "public",
            "pro": "professionals",
            "mem": "members",
            "grp": "group",
            "prv": "private",
        }.items():
            work_groups = [marked.work_group] if case == "grp" else []
            event = make_event(
                f"Marqueur evqz{case}",
                live=False,
                audience=audience,
                work_groups=work_groups,
                commune=marked.commune,
                **marked.facts,
            )
            event.save_revision(clean=False)
            proposals.propose(event, marked.author)
            if not Event.objects.get(pk=event.pk).live:
                decisions.accept(event, moderator)
    with time_machine.travel(timezone.now() + BUNDLED), django_capture_on_commit_callbacks(execute=True):
        mail_held_notices()
    sent = {persona: set() for persona in SIGNED_IN}
    for message in mail.outbox:
        for persona in SIGNED_IN:
            if people[persona].email in message.recipients():
                sent[persona] |= marks(message.subject + message.body + str(message.alternatives))
    proposed = {"evqzpub", "evqzpro", "evqzmem"}
    assert sent == {
        "professional": set(),
        "member": proposed | {"evqzprv"},
        "group_member": proposed | {"evqzprv", "evqzgrp"},
        "moderator": set(),  # what they decided is no news to them
        "editor": proposed,
        "administrator": set(),  # of no office, and the queue has a moderator
        "secret_member": proposed | {"evqzprv"},
        "group_provider": set(),
    }


def test_signing_in_is_all_a_visitor_is_told_of_the_rooms(client, marked):
    for address in ("/intranet/", "/compte/", "/intranet/evenements/moderation/"):
        assert client.get(address)["Location"].startswith(SIGN_IN)
