"""The members' front page, the bin, and help."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import members_only
from common.absolute_urls import next_address
from common.changes import changes_since
from common.panels import home_panels, top_panels
from common.recycle_bin import CannotTakeBack, lines_of, room_of, thrown_by, thrown_thing
from common.registry import call_hook
from common.waiting import waiting_for
from intranet.home.models import Visit
from intranet.home.presenters import agenda_of, since_in_words
from notifications.models import Notice, unread_number

ANSWERS = 4
BIN_BY_PAGE = 30
#: Manuals beside the members' own.
MANUALS = {"phototheque", "portail", "veille"}


@require_safe
def home(request):
    """What waits for this person, who answered them, what is new to them, their week. A provider's front page is the portal."""
    user = request.user
    if not user.is_member:
        return redirect("portal_home:home")
    visit, waiting = Visit.current(user), waiting_for(request)
    unread_count = unread_number(user)
    unread = Notice.objects.in_bell_of(user).unread()
    answers = unread.answers()[: ANSWERS + 1].with_words(user) if unread_count else []
    return render(
        request,
        "intranet_home/home.html",
        {
            "name": user.preferred_name or user.first_name or user,
            "waiting": [kind for kind in waiting if not kind["for_others"]],
            "waiting_elsewhere": [kind for kind in waiting if kind["for_others"]],
            "unread_count": unread_count,  # the bell's, which the layout would ask for
            "answers": answers[:ANSWERS],
            "has_more_answers": len(answers) > ANSWERS,
            # What concerns an administrator as a member: they might look at everything.
            "changes": changes_since(user.as_member(), visit.since),
            "since": since_in_words(visit),
            "agenda": agenda_of(user),
            "feed_key": user.feed_key,
            "panels": top_panels.shown(request),
            "narrow_panels": home_panels.shown(request),
            "red_lines": call_hook("health.red_lines", user),
        },
    )


@require_safe
def recycle_bin(request):
    """`/intranet/corbeille/`: what this person threw away, and whatever else they may take back."""
    page = Paginator(thrown_by(request.user), BIN_BY_PAGE).get_page(request.GET.get("page"))
    return render(request, "intranet_home/bin.html", {"page": page, "lines": lines_of(list(page), request.user)})


@require_POST
def take_back(request, code: str, pk: int):
    """Out of the bin, then to the thing itself; a second press of the button finds it back already."""
    room, thing = thrown_thing(request.user, code, pk)
    if thing is None:
        return HttpResponseRedirect(_address_of_present(request.user, code, pk))
    try:
        room.take_back(thing, request.user)
    except CannotTakeBack as error:
        messages.error(request, str(error))
        return redirect("intranet_home:bin")
    messages.success(request, _("« %(title)s » est rétabli.") % {"title": room.title(thing)})
    return HttpResponseRedirect(next_address(request, thing.get_absolute_url()))


def _address_of_present(person, code: str, pk: int) -> str:
    """Where a thing stands that is out of the bin; 404 where `person` may not see it."""
    room = room_of(code)
    thing = room.model._default_manager.filter(pk=pk, deleted_at=None).first() if room else None
    if thing is None or not room.opens_to(person, thing):
        raise Http404
    return thing.get_absolute_url()


@require_safe
@members_only
def help_page(request):
    """`/intranet/aide/`: the manual, the first steps, and whom to ask."""
    return render(request, "intranet_home/help.html")


@login_not_required
@require_safe
def manual(request, name=""):
    """A manual as PDF, the members' own where no `name` is given: who is invited reads it before they have an account, and it
    shows nothing but the demo. The address stays the same while the file changes with each version."""
    if name and name not in MANUALS:
        raise Http404
    return redirect(static(f"intranet_home/manual-{name}-fr.pdf" if name else "intranet_home/manual-fr.pdf"))
