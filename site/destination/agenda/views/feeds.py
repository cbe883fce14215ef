"""The agenda for programs: calendars, RSS, Atom. Programs poll them, so an unchanged one costs one query."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, time
from hashlib import blake2b

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.feeds import feed_reader
from common.absolute_urls import absolute
from common.access import reader_keys
from common.facets.changes import FacetChange
from common.slugs import slug_of
from destination.agenda.facets import index
from destination.agenda.feeds import feed_content
from destination.agenda.filters import AgendaFilters
from destination.agenda.ical.feed import agenda_name, calendar_of, feed_ids
from destination.agenda.models import Announcement, Event
from destination.agenda.schedule import PARIS

CALENDAR_TYPE = "text/calendar; charset=utf-8"
# Changes when the writing of the feeds does, so that no program keeps an old form.
FORM = "2"
# What is over leaves RSS and Atom after so many seconds at most: programs ask more rarely.
FOLLOWS_HOUR = 600
# Some megabytes at most in each process.
MOST_CACHED = 12


@require_safe
@login_not_required
def agenda_ics(request):
    """The calendar of the filtered view. `?key=` shows what its owner may see: calendar programs cannot sign in."""
    user = feed_reader(request)
    return _answer(request, user, CALENDAR_TYPE, lambda: _calendar(request, user))


@require_safe
@login_not_required
def agenda_rss(request):
    return _answer(request, request.user, Rss201rev2Feed.content_type, lambda: _feed(request, Rss201rev2Feed))


@require_safe
@login_not_required
def agenda_atom(request):
    return _answer(request, request.user, Atom1Feed.content_type, lambda: _feed(request, Atom1Feed))


@require_safe
@login_not_required
def event_ics(request, slug, pk):
    """One event, with all its dates."""
    user = feed_reader(request)
    event = get_object_or_404(Event.objects.published().visible_to(user).prefetch_related("words"), pk=pk)
    url = absolute(event.get_absolute_url())
    response = _answer(request, user, CALENDAR_TYPE, lambda: calendar_of([pk], user, event.title, url))
    response["Content-Disposition"] = f'attachment; filename="{slug_of(event.title, "evenement")}.ics"'
    return response


def _answer(request, user, content_type: str, write: Callable[[], bytes]) -> HttpResponse:
    """What `write` gives, or 304 where nothing changed since; the version of the agenda is one query."""
    number, token, changed_at = FacetChange.version_with_time("agenda")
    today = timezone.localdate()
    # A new day is a change too: what is past leaves the feed. A list of what is to come follows the hour.
    begun = datetime.combine(today, time(), PARIS)
    if content_type != CALENDAR_TYPE:
        begun = datetime.fromtimestamp(timezone.now().timestamp() // FOLLOWS_HOUR * FOLLOWS_HOUR, PARIS)
    modified = int(max(begun, changed_at or begun).timestamp())
    who = ",".join(sorted(reader_keys(user)))
    parts = [FORM, str(number), token, str(begun), get_language(), who, request.get_full_path()]
    etag = f'"{blake2b("|".join(parts).encode(), digest_size=12).hexdigest()}"'
    response = get_conditional_response(request, etag, modified)
    if response is None:
        response = HttpResponse(_cached_body(etag, write), content_type=content_type)
    response["ETag"], response["Last-Modified"] = etag, http_date(modified)
    personal = user.is_authenticated
    response["Cache-Control"] = "private, max-age=300" if personal else "public, max-age=300"
    patch_vary_headers(response, ["Cookie"])
    return response


_bodies: OrderedDict[str, bytes] = OrderedDict()


def _cached_body(etag: str, write: Callable[[], bytes]) -> bytes:
    """The feed as it was written last time under this mark: some programs never ask conditionally."""
    body = _bodies.get(etag)
    if body is None:
        body = _bodies[etag] = write()
        if len(_bodies) > MOST_CACHED:
            _bodies.popitem(last=False)
    return body


def _calendar(request, user) -> bytes:
    filters, events = AgendaFilters.from_query(request.GET).replace(near=None), index.current()
    url = absolute(reverse("agenda:list") + filters.query())
    withdrawn = Announcement.objects.withdrawn_from(user)
    return calendar_of(feed_ids(events, filters, user), user, agenda_name(filters, events), url, withdrawn)


def _feed(request, kind: type) -> bytes:
    filters = AgendaFilters.from_query(request.GET).replace(near=None)
    return feed_content(kind, filters, request.user, absolute(request.path + filters.query()))
