"""A form as a member fills it, and its sending."""

import uuid
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from intranet.submissions.forms.tokens import FormToken
from tests.factories import make_category, make_territory


def soon(days: int = 10) -> str:
    return f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"


def typed(**changes) -> dict:
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


class Page:
    """One tab of a browser on one draft."""

    def __init__(self, client, person, key=None, event=None, version=0):
        self.client, self.key = client, key or uuid.uuid4()
        self.ticket = str(FormToken(self.key, person.pk, event.pk if event else None))
        self.tab, self.version = uuid.uuid4().hex, version

    @property
    def url(self) -> str:
        return reverse("submissions:draft", args=[self.key])

    def post(self, action: str, fields: dict, **extra):
        carried = {"ticket": self.ticket, "tab": self.tab, "version": str(self.version), "action": action}
        return self.client.post(self.url, fields | carried, **extra)
