"""Which events a person may work on, and where each stands: from its row and the last step of its history."""

from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, Value, When

from destination.agenda.models import Event
from destination.agenda.permissions import not_for_other_groups
from destination.agenda.querysets import over
from intranet.submissions.choices import Stage
from intranet.submissions.models import Decision

Verb = Decision.Verb
# Comments and reviews leave the stage of the event unchanged.
ONLY_WORDS = (Verb.COMMENTED, Verb.SEEN, Verb.ANNOUNCED)
WAITING_SINCE = (Verb.PROPOSED, Verb.REOPENED)


def with_stage(events):
    """Adds `stage` (a `Stage` value), `last_verb` and `last_words` (of the last step) to a queryset of events."""
    stage = Case(
        When(last_verb=Verb.SENT_BACK, then=Value(Stage.SENT_BACK.value)),
        When(last_verb__in=WAITING_SINCE, then=Value(Stage.WAITING.value)),
        When(state=Event.State.CANCELLED, then=Value(Stage.CANCELLED.value)),
        When(Q(live=True) & over(), then=Value(Stage.PAST.value)),
        When(live=True, then=Value(Stage.PUBLISHED.value)),
        When(last_verb=Verb.REFUSED, then=Value(Stage.REFUSED.value)),
        default=Value(Stage.WITHDRAWN.value),
        output_field=models.CharField(),
    )
    return _with_last_verb(events).annotate(last_words=Subquery(_steps().values("words")[:1])).annotate(stage=stage)


def sent_back(events):
    """Those of which `with_stage` says that they were sent back, without asking the rest of it."""
    return _with_last_verb(events).filter(last_verb=Verb.SENT_BACK)


def waiting(events):
    """Those that wait for a decision, likewise."""
    return _with_last_verb(events).filter(last_verb__in=WAITING_SINCE)


def _with_last_verb(events):
    return events.annotate(last_verb=Subquery(_steps().values("verb")[:1]))


def _steps():
    """The steps of an event that say where it stands, the last first."""
    return Decision.objects.filter(event=OuterRef("pk")).exclude(verb__in=ONLY_WORDS).order_by("-pk")


def events_to_hand_over(person):
    """What somebody looks after in the agenda: their events that are not over, proposed ones too."""
    return Event.objects.filter(author=person, removed_at=None).exclude(over())


def events_of(person, whole_office: bool = True):
    """The events this person proposed or may change, those deleted left out."""
    condition = Q(author=person)
    if whole_office and person.organisation_id:
        condition |= Q(organisation=person.organisation_id) & not_for_other_groups(Event, person)
    return Event.objects.filter(condition, removed_at=None)
