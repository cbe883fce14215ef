"""What events ask of their authors and of the moderators, and which are new, on the members' first page."""

from django.urls import reverse
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext as _

from common import changes
from common.access import Audience
from common.waiting import Line, Waiting, register
from destination.agenda.facets import AgendaRows, index
from destination.agenda.models import Event
from destination.agenda.presenters.event_cards import titles_of
from intranet.submissions.choices import Stage
from intranet.submissions.models import Draft
from intranet.submissions.presenters.moderation_lists import waiting_states
from intranet.submissions.querysets.events import events_of, sent_back, waiting


def _line_of_event(event: Event) -> Line:
    words = event.words_in()
    language = words.language if words and words.language != get_language() else ""
    return Line(event.title, reverse("submissions:history", args=[event.pk]), _("À corriger"), "warning", lang=language)


def _line_of_draft(draft: Draft) -> Line:
    language = draft.title_language if draft.title_language != get_language() else ""
    return Line(draft.title, reverse("submissions:draft", kwargs={"key": draft.key}), lang=language)


def _among_us(rows: AgendaRows, user, since) -> int:
    return rows.new_to(user, since) & ~rows.having("audience", Audience.PUBLIC)


def _in_communes(rows: AgendaRows, user, since) -> int:
    """Those of the communes that the reader's office covers."""
    communes = user.organisation.commune_slugs if user.organisation_id else ()
    return rows.new_to(user, since) & rows.having("audience", Audience.PUBLIC) & rows.having("commune", *communes)


def _number(chosen):
    return lambda user, since: chosen(index.current(), user, since).bit_count()


def _latest(chosen):
    def latest(user, since, most: int) -> list[int]:
        rows = index.current()
        return rows.latest_of(chosen(rows, user, since), most)

    return latest


def _lines_of_events(ids: list[int], user) -> dict[int, Line]:
    return {pk: Line(title.text, title.url, lang=title.lang) for pk, title in titles_of(ids, user).items()}


register(
    Waiting(
        "events_to_correct",
        ngettext_lazy("%(count)d événement à corriger", "%(count)d événements à corriger", "count"),
        icon="edit", url_name="submissions:mine", query=f"?etat={Stage.SENT_BACK}&qui=moi", order=10, line=_line_of_event,
        rows=lambda user: sent_back(events_of(user, whole_office=False)).prefetch_related("words"),
    )
)  # fmt: skip
register(
    Waiting(
        "event_drafts",
        ngettext_lazy("%(count)d brouillon d’événement", "%(count)d brouillons d’événements", "count"),
        icon="calendar", url_name="submissions:mine", query=f"?etat={Stage.DRAFT}&qui=moi", order=50, line=_line_of_draft,
        rows=lambda user: Draft.objects.in_progress_of(user),
    )
)  # fmt: skip
register(
    Waiting(
        "events_pending",
        ngettext_lazy(
            "%(count)d de vos événements attend d’être accepté", "%(count)d de vos événements attendent d’être acceptés", "count"
        ),
        icon="clock", url_name="submissions:mine", query=f"?etat={Stage.WAITING}&qui=moi", order=300, for_others=True,
        rows=lambda user: waiting(events_of(user, whole_office=False)),
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
changes.register(
    changes.Change(
        "events_among_us",
        ngettext_lazy("%(count)d rendez-vous entre nous", "%(count)d rendez-vous entre nous", "count"),
        icon="users", url_name="agenda:list", order=20, number=_number(_among_us), latest=_latest(_among_us),
        lines_of=_lines_of_events,
    )
)  # fmt: skip
changes.register(
    changes.Change(
        "events_in_my_communes",
        ngettext_lazy("%(count)d événement dans mes communes", "%(count)d événements dans mes communes", "count"),
        icon="calendar", url_name="agenda:list", order=60, number=_number(_in_communes), latest=_latest(_in_communes),
        lines_of=_lines_of_events,
    )
)  # fmt: skip
