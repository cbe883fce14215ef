"""What colleagues say under an event that is among them: registered with the comments, shown on the agenda's page."""

from django.template.loader import render_to_string

from common.access import AMONG_COLLEAGUES, Audience
from common.registry import hook
from destination.agenda.models import Event
from intranet.comments.presenters import talk_of
from intranet.comments.registry import Commentable, register_commentable

INTERNAL = (Audience.MEMBERS, *AMONG_COLLEAGUES)


def internal_events():
    """Events with what the title and the audience of a comment's thing read."""
    return Event.objects.prefetch_related("words", "audience_groups")


def register_events() -> None:
    register_commentable(Commentable(
        "evenement", Event,
        visible_to=lambda user: internal_events().filter(audience__in=INTERNAL).published().visible_to(user),
        rows=internal_events,
        is_open=lambda event: event.audience in INTERNAL,
    ))  # fmt: skip


@hook("agenda.event_talk")
def event_talk(request, event: Event) -> dict[str, str]:
    """The parts of the event's page: `head`, `talk`, `scripts`, as HTML; nothing where the event is not among members."""
    if not request.user.is_authenticated or event.audience not in INTERNAL:
        return {}
    parts = {"head": "_head", "talk": "_thread", "scripts": "_scripts"}
    context = {"talk": talk_of(event, request.user)}
    return {name: render_to_string(f"intranet_comments/{file}.html", context, request) for name, file in parts.items()}
