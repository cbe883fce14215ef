"""What an event asks of its author and of the moderators, on the members' first page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from common.waiting import Line, Waiting, register
from destination.agenda.models import Event
from intranet.submissions.choices import Stage
from intranet.submissions.models import Draft
from intranet.submissions.presenters.moderation_lists import waiting_states
from intranet.submissions.querysets.events import events_of, with_stage


def _line_of_event(event: Event) -> Line:
    return Line(event.title, reverse("submissions:history", args=[event.pk]), _("À corriger"), "warning")


def _line_of_draft(draft: Draft) -> Line:
    return Line(draft.title, reverse("submissions:draft", kwargs={"key": draft.key}))


register(
    Waiting(
        "events_to_correct",
        ngettext_lazy("%(count)d événement à corriger", "%(count)d événements à corriger", "count"),
        icon="edit", url_name="submissions:mine", query=f"?etat={Stage.SENT_BACK}&qui=moi", order=10, line=_line_of_event,
        rows=lambda user: with_stage(events_of(user, whole_office=False)).filter(stage=Stage.SENT_BACK).prefetch_related("words"),
    )
)  # fmt: skip
register(
    Waiting(
        "event_drafts",
        ngettext_lazy("%(count)d brouillon d’événement", "%(count)d brouillons d’événements", "count"),
        icon="calendar", url_name="submissions:mine", query=f"?etat={Stage.DRAFT}&qui=moi", order=50, line=_line_of_draft,
        rows=lambda user: Draft.objects.filter(author=user, sent_at=None, discarded_at=None),
    )
)  # fmt: skip
register(
    Waiting(
        "events_to_moderate",
        ngettext_lazy("%(count)d événement à modérer", "%(count)d événements à modérer", "count"),
        icon="inbox", url_name="submissions:queue", order=210, allowed=lambda user: user.is_moderator,
        rows=lambda user: waiting_states(),
    )
)  # fmt: skip
