"""Proposals as the form makes them, the form itself, and calendars to bring in."""

import uuid
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from destination.agenda.models import Event, EventTranslation, StateCode
from intranet.submissions.actions.proposals import propose
from intranet.submissions.actions.states import announce_change
from intranet.submissions.models import Decision, DraftToken
from intranet.submissions.models.state_changes import StateChange
from tests.factories import make_category, make_event, make_territory


def make_proposal(author, title="Bal de la Saint-Jean", in_queue=True, **fields) -> Event:
    """An event that was never published, waiting in the queue unless `in_queue` is false."""
    fields.setdefault("organisation", author.organisation)
    event = make_event(title, live=False, author=author, **fields)
    event.save_revision(user=author, clean=False)
    if in_queue:
        propose(event, author)
    return Event.objects.get(pk=event.pk)


def make_change(author, title="Bal de la Saint-Jean", new_title="Grand bal de la Saint-Jean", in_queue=True, **fields) -> Event:
    """A published event of which another version, with another title, waits."""
    fields.setdefault("organisation", author.organisation)
    event = make_event(title, live=False, author=author, **fields)
    event.save_revision(clean=False).publish()
    event = Event.objects.get(pk=event.pk)
    event.words.set([EventTranslation(language="fr", title=new_title, summary=f"{title}.")])
    event.save_revision(user=author, clean=False)
    if in_queue:
        propose(event, author)
    return Event.objects.get(pk=event.pk)


def cancel_event(event: Event, person, reason: str = "") -> Decision:
    """What the page of an event's dates does where all of them are cancelled."""
    return announce_change(event, person, StateChange(StateCode.CANCELLED, reasons={"fr": reason} if reason else {}))


def soon(days: int = 10) -> str:
    return f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"


def proposal_form(**changes) -> dict:
    """A form that can be sent; `changes` by name, `_` standing for `-` after a language or a line number."""
    fields = {
        "fr-title": "Concert sur le port",
        "fr-summary": "La chorale chante face à la mer.",
        "categories": [str(make_category().pk)],
        "when": "once",
        "timing": "timed",
        "date-0-day": soon(),
        "date-0-start": "18h30",
        "commune": str(make_territory(slug=f"commune-{uuid.uuid4().hex[:8]}").pk),
        "price_kind": "free",
        "audience": "public",
        "changeable_by": "office",
    }
    return fields | changes


class DraftTab:
    """One tab of a browser on one draft."""

    def __init__(self, client, person, key=None, event=None, version=0):
        self.client, self.key = client, key or uuid.uuid4()
        self.ticket = str(DraftToken(self.key, person.pk, event.pk if event else None))
        self.tab, self.version = uuid.uuid4().hex, version

    @property
    def url(self) -> str:
        return reverse("submissions:draft", args=[self.key])

    def post(self, action: str, fields: dict, **extra):
        carried = {"ticket": self.ticket, "tab": self.tab, "version": str(self.version), "action": action}
        return self.client.post(self.url, fields | carried, **extra)


def make_vevent(uid: str, title: str, day: date | None = None, **properties) -> str:
    day = day or timezone.localdate() + timedelta(days=12)
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART;TZID=Europe/Paris:{day:%Y%m%d}T203000", f"SUMMARY:{title}"]
    return "\r\n".join([*lines, *(f"{name.upper()}:{value}" for name, value in properties.items()), "END:VEVENT"])


def make_calendar(*events: str) -> bytes:
    return "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Association//FR",
            "X-WR-CALNAME:Les Amis du Port",
            *events,
            "END:VCALENDAR",
            "",
        ]
    ).encode()
