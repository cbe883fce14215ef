"""What an editor plans in the CMS happens in the minute of its hour, in every language."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Page

from common.clock import run_due

ADDRESSES = {"fr": "/fr/decouvrir/la-mer/", "en": "/en/decouvrir-en/la-mer-en/", "ca": "/ca/decouvrir-ca/la-mer-ca/"}


def statuses(client) -> dict[str, int]:
    return {code: client.get(address, follow=True).status_code for code, address in ADDRESSES.items()}


def plan(page, **moments) -> None:
    """As the CMS does: the plan is in the revision, and a page that is live follows its end at once."""
    for name, moment in moments.items():
        setattr(page, name, moment)
    page.save_revision(clean=False).publish()


def at(moment) -> None:
    with time_machine.travel(moment, tick=False):
        run_due()


@pytest.mark.django_db
def test_planned_end_and_return_are_kept_in_every_language(client, pages):
    now = timezone.now()
    plan(pages["la-mer"]["fr"], expire_at=now + timedelta(minutes=5))
    at(now + timedelta(minutes=4))
    assert statuses(client) == {"fr": 200, "en": 200, "ca": 200}
    at(now + timedelta(minutes=6))
    assert statuses(client) == {"fr": 404, "en": 404, "ca": 404}
    page = Page.objects.get(pk=pages["la-mer"]["fr"].pk).specific
    with time_machine.travel(now + timedelta(minutes=7), tick=False):
        plan(page, go_live_at=now + timedelta(minutes=20), expire_at=None)
    assert statuses(client) == {"fr": 404, "en": 404, "ca": 404}
    at(now + timedelta(minutes=21))
    assert statuses(client) == {"fr": 200, "en": 200, "ca": 200}


@pytest.mark.django_db
def test_translation_that_was_taken_away_does_not_come_back_with_its_page(client, pages):
    pages["la-mer"]["en"].unpublish()
    plan(pages["la-mer"]["fr"], title="La mer, encore")
    assert client.get(ADDRESSES["en"]).status_code == 404


@pytest.mark.django_db
def test_draft_of_a_translation_does_not_come_back_with_its_page(client, pages):
    now = timezone.now()
    translation = pages["la-mer"]["en"]
    translation.title = "Draft nobody published"
    translation.save_revision()
    plan(pages["la-mer"]["fr"], expire_at=now + timedelta(minutes=5))
    at(now + timedelta(minutes=6))
    with time_machine.travel(now + timedelta(minutes=7), tick=False):
        plan(Page.objects.get(pk=pages["la-mer"]["fr"].pk).specific, expire_at=None)
    assert not Page.objects.get(pk=translation.pk).live
