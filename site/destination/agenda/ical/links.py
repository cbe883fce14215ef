"""Links that add one event to the calendar program of a visitor."""

from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from common.absolute_urls import absolute
from common.slugs import slug_of
from destination.agenda.models import Event
from destination.agenda.schedule import PARIS


def webcal(path: str) -> str:
    """The address that calendar programs open by themselves."""
    return f"webcal://{settings.BASE_URL.split('://', 1)[-1]}{path}"


def add_links(event: Event, occurrence, title: str, location: str) -> list[dict]:
    """Where the event can be added with one click: a file for every program, Google, Outlook, Apple."""
    path = reverse("agenda:event_ics", kwargs={"slug": slug_of(event.title, "evenement"), "pk": event.pk})
    links = [{"title": _("Fichier pour tout agenda (.ics)"), "url": path, "icon": "download"}]
    links.append({"title": "Apple", "url": path, "icon": "calendar"})  # webcal: would subscribe
    if occurrence is None:
        return links
    url = absolute(event.get_absolute_url())
    return [
        *links,
        {"title": "Google", "url": _google(occurrence, title, location, url), "icon": "calendar", "is_outside": True},
        {"title": "Outlook", "url": _outlook(occurrence, title, location, url), "icon": "calendar", "is_outside": True},
    ]


def _ends(occurrence) -> tuple[datetime, datetime]:
    return occurrence.starts_at, occurrence.ends_at or occurrence.starts_at + timedelta(hours=1)


def _day_after(day: date) -> date:
    return day + timedelta(days=1)


def _google(occurrence, title: str, location: str, url: str) -> str:
    if occurrence.hour_known:
        dates = "/".join(f"{moment.astimezone(PARIS):%Y%m%dT%H%M%S}" for moment in _ends(occurrence))
    else:
        dates = f"{occurrence.day:%Y%m%d}/{_day_after(occurrence.last_day):%Y%m%d}"
    query = {"action": "TEMPLATE", "text": title, "dates": dates, "ctz": "Europe/Paris", "location": location, "details": url}
    return f"https://calendar.google.com/calendar/render?{urlencode(query)}"


def _outlook(occurrence, title: str, location: str, url: str) -> str:
    query = {"path": "/calendar/action/compose", "rru": "addevent", "subject": title, "location": location, "body": url}
    if occurrence.hour_known:
        start, end = _ends(occurrence)
        query |= {"startdt": start.isoformat(), "enddt": end.isoformat()}
    else:
        query |= {"startdt": f"{occurrence.day}", "enddt": f"{_day_after(occurrence.last_day)}", "allday": "true"}
    return f"https://outlook.live.com/calendar/0/deeplink/compose?{urlencode(query)}"
