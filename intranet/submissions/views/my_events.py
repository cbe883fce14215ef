"""“My events”: drafts and proposals, where each stands and what can be done."""

from collections import Counter
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Case, F, Q, When
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.permissions import members_only
from common.filters import chip
from common.text import plain
from destination.agenda.models import EventTranslation, event_state
from destination.agenda.permissions import may_change_event, may_delete_event
from destination.agenda.schedule import ScheduleError
from destination.agenda.schedule.sentences import schedule_in_words
from intranet.submissions.choices import TONES, Stage
from intranet.submissions.models import Draft
from intranet.submissions.querysets.events import events_of, with_stage

BY_PAGE = 30
MINE, OFFICE = "moi", "office"


@require_safe
@members_only
def my_events(request):
    """`?etat=` one stage, `?qui=moi` only one's own, `?q=` words of the title."""
    stage = request.GET.get("etat", "") if request.GET.get("etat", "") in Stage.values else ""
    who = MINE if request.GET.get("qui") == MINE or not request.user.organisation_id else OFFICE
    words = plain(request.GET.get("q", ""))[:100].strip()
    drafts = _drafts(request.user, words)
    events = with_stage(_with_title(events_of(request.user, who == OFFICE), words))
    counts = Counter(events.order_by().values_list("stage", flat=True))
    counts[Stage.DRAFT.value] = len(drafts)
    if stage:
        events = events.filter(stage=stage)
    lines = events.with_words().prefetch_related("audience_groups").select_related("author").order_by(*_in_order())
    page = Paginator(lines, BY_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "submissions/mine.html",
        {
            "drafts": drafts if stage in ("", Stage.DRAFT) and page.number == 1 else [],
            "lines": [] if stage == Stage.DRAFT else [_line(event, request.user) for event in page],
            "page": page,
            "chips": _chips(stage, who, words, counts),
            "people": _people(stage, who, words) if request.user.organisation_id else [],
            "stage": stage,
            "who": who,
            "words": words,
            "nothing_at_all": not sum(counts.values()) and not words and who == OFFICE,
            **_undo(request),
        },
    )


def _drafts(person, words: str) -> list[Draft]:
    drafts = Draft.objects.in_progress_of(person).select_related("event")[:100]
    return [draft for draft in drafts if words.lower() in draft.title.lower()]


def _with_title(events, words: str):
    return events.filter(pk__in=EventTranslation.objects.filter(title__icontains=words).values("event_id")) if words else events


def _in_order() -> tuple:
    """What waits for the reader first, then what waits for others, then what is to come by its date; what is over last."""
    to_come = Q(last_day__gte=timezone.localdate())
    rank = Case(
        When(stage=Stage.SENT_BACK, then=0),
        When(stage=Stage.WAITING, then=1),
        When(to_come, stage__in=(Stage.PUBLISHED, Stage.CANCELLED), then=2),
        When(stage__in=(Stage.REFUSED, Stage.WITHDRAWN), then=3),
        default=4,
    )
    next_day = Case(When(to_come, then=F("first_day")), default=None)
    return rank, next_day.asc(nulls_last=True), F("last_day").desc(nulls_last=True), "-pk"


def _line(event, person) -> dict:
    """One event as the list shows it."""
    stage = Stage(event.stage)
    try:
        when = schedule_in_words(event.schedule, get_language())
    except ScheduleError:
        when = ""
    may_change = may_change_event(person, event)
    return {
        "event": event,
        "stage": stage,
        "tone": TONES[stage],
        "state": event_state(event).component if stage == Stage.PUBLISHED else "confirmed",
        "when": when,
        "change_waits": event.live and stage in (Stage.WAITING, Stage.SENT_BACK),
        "message": event.last_words if stage in (Stage.SENT_BACK, Stage.REFUSED) else "",
        "may_change": may_change,
        "may_withdraw": may_change and stage in (Stage.WAITING, Stage.SENT_BACK),
        "may_announce": may_change and event.live and stage != Stage.PAST,
        "may_remove": may_delete_event(person, event),
        "is_shown": event.live,
    }


def _address(stage: str, who: str, words: str) -> str:
    parts = {"etat": stage, "qui": who if who == MINE else "", "q": words}
    query = urlencode({name: value for name, value in parts.items() if value})
    return f"{reverse('submissions:mine')}{'?' + query if query else ''}"


def _chips(stage: str, who: str, words: str, counts: Counter) -> list[dict]:
    everything = chip(_("Tous"), _address("", who, words), sum(counts.values()), is_on=not stage)
    return [everything] + [
        chip(choice.label, _address(choice.value, who, words), counts[choice.value], is_on=stage == choice.value)
        for choice in Stage
        if counts[choice.value] or stage == choice.value
    ]


def _people(stage: str, who: str, words: str) -> list[dict]:
    return [
        {"title": _("Tout mon office"), "url": _address(stage, OFFICE, words), "is_current": who == OFFICE},
        {"title": _("Les miens"), "url": _address(stage, MINE, words), "is_current": who == MINE},
    ]


def _undo(request) -> dict:
    """After a draft was thrown away, the way back."""
    try:
        key = UUID(request.GET.get("jete", ""))
    except ValueError:
        return {}
    draft = Draft.objects.filter(key=key, author=request.user).exclude(discarded_at=None).first()
    if not draft:
        return {}
    return {
        "toast": _("Le brouillon « %(title)s » est supprimé.") % {"title": draft.title},
        "undo_url": reverse("submissions:restore_draft", args=[draft.key]),
    }
