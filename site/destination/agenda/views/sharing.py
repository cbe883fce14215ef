"""The agenda elsewhere: subscribing to it, embedding its list in another site."""

from urllib.parse import urlencode

from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from common.absolute_urls import absolute
from destination.agenda.filters import AgendaFilters
from destination.agenda.forms.visitors import ShareForm
from destination.agenda.ical.feed import agenda_name
from destination.agenda.ical.links import webcal
from destination.agenda.presenters import chips
from destination.agenda.presenters.embed import Look
from destination.agenda.presenters.head import crumbs_to
from destination.agenda.presenters.listing import Listing
from destination.agenda.presenters.upcoming import cards_of_listing
from destination.agenda.views.event import qr_response

# What lasts stands once above the dates, in a few short lines: the dates are what the list is for.
EMBED_ONGOING = 3


@require_safe
@login_not_required
def subscribe(request):
    """How to have the filtered agenda in one's own calendar, program by program."""
    filters = AgendaFilters.from_query(request.GET).without_days().replace(near=None)
    listing = Listing(filters, request.user)
    path = reverse("agenda:ics") + filters.query()
    private = ""
    if request.user.is_authenticated:
        pairs = f"{filters.query()}{'&' if filters.query() else '?'}key={request.user.feed_key}"
        private = reverse("agenda:ics") + pairs
    context = {
        "filters": filters,
        "crumbs": crumbs_to(_("S’abonner")),
        "name": agenda_name(filters, listing.events),
        "total": listing.total,
        "webcal_url": webcal(path),
        "https_url": absolute(path),
        "private_webcal_url": webcal(private) if private else "",
        "private_https_url": absolute(private) if private else "",
        "download_url": path,
        "qr_url": reverse("agenda:subscribe_qr") + filters.query(),
        "google_url": f"https://calendar.google.com/calendar/render?{urlencode({'cid': webcal(path)})}",
        "rss_url": absolute(reverse("agenda:rss") + filters.query()),
        "atom_url": absolute(reverse("agenda:atom") + filters.query()),
        **_filters_to_choose(listing, "agenda:subscribe"),
    }
    return render(request, "agenda/subscribe.html", context)


@require_safe
@login_not_required
def subscribe_qr(request):
    """The address of the filtered calendar as a QR code: scanned by a telephone, it subscribes."""
    filters = AgendaFilters.from_query(request.GET).without_days().replace(near=None)
    return qr_response(webcal(reverse("agenda:ics") + filters.query()))


@require_safe
@login_not_required
def share(request):
    """Where a provider chooses filters and colour, sees the list as it will be, and copies the code for their site."""
    filters = AgendaFilters.from_query(request.GET).without_days().replace(near=None, audience="")
    look = Look.from_query(request.GET)
    fields = {**request.GET.dict(), "accent": look.accent} if "accent" in request.GET else None
    form = ShareForm(fields, initial={"accent": look.accent, "count": look.count})
    listing = Listing(filters, AnonymousUser())
    path = _embed_path(filters, look)
    title = look.title or agenda_name(filters, listing.events)
    height = 140 + 92 * look.count
    code = format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>', absolute(path), title, height
    )
    context = {
        "crumbs": crumbs_to(_("Mettre sur mon site")),
        "form": form,
        "look": look,
        "code": code,
        "embed_url": path,
        "frame_title": title,
        "frame_height": height,
        "hidden_fields": filters.parameters(),
        "total": listing.total,
        **_filters_to_choose(listing, "agenda:share", look.query()),
    }
    return render(request, "agenda/share.html", context)


@require_safe
@login_not_required
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def embed(request):
    """The list to stand in another site: what is public, no cookie, links that open in the page around it."""
    filters, look = AgendaFilters.from_query(request.GET).replace(near=None, audience=""), Look.from_query(request.GET)
    listing = Listing(filters, AnonymousUser())
    context = {
        "title": look.title or agenda_name(filters, listing.events),
        "look": look,
        "ongoing": [line | {"url": absolute(line["url"])} for line in listing.now_on(EMBED_ONGOING)],
        "rows": [line | {"url": absolute(line["url"])} for line in cards_of_listing(listing, look.count)],
        "list_url": absolute(reverse("agenda:list") + filters.query()),
    }
    response = render(request, "agenda/embed.html", context)
    response["Cache-Control"] = "public, max-age=300"
    return response


def _embed_path(filters: AgendaFilters, look: Look) -> str:
    query = filters.query()
    return f"{reverse('agenda:embed')}{query}{'&' if query else '?'}{look.query()}"


def _filters_to_choose(listing: Listing, view: str, query: str = "") -> dict:
    """The filters as chips of this view, which keep `query`."""
    url = reverse(view)
    first, groups = chips.first_chips(listing, url), chips.groups(listing, url)
    for chip in [*first, *(chip for group in groups for chip in group["chips"])]:
        chip["url"] += f"{'&' if '?' in chip['url'] else '?'}{query}" if query else ""
    return {"first_chips": first, "groups": groups}
