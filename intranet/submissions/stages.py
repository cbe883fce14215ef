"""Where a person's event stands, in one word: from its row and the last step of its history."""

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from destination.agenda.models import Event
from intranet.submissions.models import Decision

Verb = Decision.Verb
# Words said on the way change nothing of where the event stands.
ONLY_WORDS = (Verb.COMMENTED, Verb.SEEN)
ENDED_BY_AUTHOR = (Verb.WITHDRAWN, Verb.REMOVED)


class Stage(models.TextChoices):
    DRAFT = "brouillon", _("Brouillon")
    SENT_BACK = "a-corriger", _("À corriger")
    WAITING = "en-attente", _("En attente")
    PUBLISHED = "publie", _("Publié")
    CANCELLED = "annule", _("Annulé")
    REFUSED = "refuse", _("Refusé")
    WITHDRAWN = "retire", _("Retiré")
    PAST = "termine", _("Terminé")


TONES = {
    Stage.DRAFT: "",
    Stage.SENT_BACK: "warning",
    Stage.WAITING: "accent",
    Stage.PUBLISHED: "success",
    Stage.CANCELLED: "refusal",
    Stage.REFUSED: "refusal",
    Stage.WITHDRAWN: "",
    Stage.PAST: "",
}


def with_stage(events):
    """Adds `stage` (a `Stage` value), `last_verb` and `last_words` (of the last step) to a queryset of events."""
    steps = Decision.objects.filter(event=OuterRef("pk")).exclude(verb__in=ONLY_WORDS).order_by("-taken_at", "-pk")
    stage = Case(
        When(last_verb=Verb.SENT_BACK, then=Value(Stage.SENT_BACK.value)),
        When(Q(last_verb__in=OPEN_VERBS), then=Value(Stage.WAITING.value)),
        When(state=Event.State.CANCELLED, then=Value(Stage.CANCELLED.value)),
        When(Q(live=True, last_day__lt=timezone.localdate()), then=Value(Stage.PAST.value)),
        When(live=True, then=Value(Stage.PUBLISHED.value)),
        When(last_verb=Verb.REFUSED, then=Value(Stage.REFUSED.value)),
        default=Value(Stage.WITHDRAWN.value),
        output_field=models.CharField(),
    )
    return events.annotate(last_verb=Subquery(steps.values("verb")[:1]), last_words=Subquery(steps.values("words")[:1])).annotate(
        stage=stage
    )


OPEN_VERBS = tuple(verb for verb in (Verb.PROPOSED, getattr(Verb, "REOPENED", None)) if verb)


def events_of(person, whole_office: bool = True):
    """The events this person proposed or may change, those deleted left out."""
    mine = Q(author=person)
    if whole_office and person.organisation_id:
        mine |= Q(organisation=person.organisation_id)
    return Event.objects.filter(mine, removed_at=None).annotate(office=F("organisation__name"))
