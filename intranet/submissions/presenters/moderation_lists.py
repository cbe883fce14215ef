"""The queue as moderators read it: what waits, what was sent back, what was published without them, what was refused lately."""

from datetime import timedelta
from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import BigIntegerField, CharField, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from wagtail.models import WorkflowState

from accounts.models import organisation_name
from common.access import AMONG_COLLEAGUES
from common.filters import Choice, FilterField, Filters
from common.text import row_key
from common.translations import choose_words
from destination.agenda.models import Category, Event, event_state
from destination.agenda.presenters.event_page import dates_sentence
from intranet.submissions.models import Decision
from intranet.submissions.models.decisions import claim_on

LATELY = timedelta(days=30)


class Pile(models.TextChoices):
    """The four lists; the value stands in the address."""

    WAITING = "en-attente", gettext_lazy("En attente")
    SENT_BACK = "renvoyes", gettext_lazy("Renvoyés")
    TO_SEE = "a-voir", gettext_lazy("À voir")
    REFUSED = "refuses", gettext_lazy("Refusés récemment")


class Kind(models.TextChoices):
    NEW = "nouveaux", gettext_lazy("Nouveaux")
    CHANGED = "modifies", gettext_lazy("Modifiés")
    CANCELLED = "annules", gettext_lazy("Annulés")


KIND_CONDITIONS = {
    Kind.NEW: Q(live=False),
    Kind.CHANGED: Q(live=True) & ~Q(state=Event.State.CANCELLED),
    Kind.CANCELLED: Q(state=Event.State.CANCELLED),
}
STATUSES = {Pile.WAITING: WorkflowState.STATUS_IN_PROGRESS, Pile.SENT_BACK: WorkflowState.STATUS_NEEDS_CHANGES}


def _states(status: str) -> QuerySet:
    content_type = ContentType.objects.get_for_model(Event, for_concrete_model=False)
    states = WorkflowState.objects.filter(base_content_type=content_type, status=status)
    return states.annotate(event_number=Cast("object_id", BigIntegerField()))


def pile_of(pile: Pile) -> QuerySet:
    """The events of a list, oldest first (refusals: latest first), with `since`: when they came into it."""
    events = Event.objects.filter(removed_at=None)
    if pile in STATUSES:
        states = _states(STATUSES[pile])
        began = states.filter(object_id=Cast(OuterRef("pk"), CharField())).values("current_task_state__started_at")
        return events.filter(pk__in=states.values("event_number")).annotate(since=Subquery(began[:1])).order_by("since", "pk")
    events = events.exclude(audience__in=AMONG_COLLEAGUES)  # they may have become private since
    if pile == Pile.TO_SEE:
        steps, order = Decision.objects.filter(to_see=True), "since"
    else:
        later = Decision.objects.filter(event=OuterRef("event"), pk__gt=OuterRef("pk")).exclude(verb=Decision.Verb.COMMENTED)
        lately = Decision.objects.filter(verb=Decision.Verb.REFUSED, taken_at__gte=timezone.now() - LATELY)
        steps, order = lately.filter(~Exists(later)), "-since"
    since = steps.filter(event=OuterRef("pk")).values("taken_at")[:1]
    # The events of the few decisions: asked of each event, it would take the longer the more there are.
    return events.filter(pk__in=steps.values("event")).annotate(since=Subquery(since)).order_by(order, "pk")


def waiting_states() -> QuerySet:
    """One row for each event that waits: enough to count them."""
    return _states(WorkflowState.STATUS_IN_PROGRESS)


def counters() -> dict[Pile, int]:
    """How many in each list, in one question to the database."""
    parts = [
        pile_of(pile)
        .order_by()
        .annotate(pile=Value(pile.value))
        .values("pile")
        .annotate(count=Count("pk"))
        .values_list("pile", "count")
        for pile in Pile
    ]
    counted = dict(parts[0].union(*parts[1:], all=True))
    return {pile: counted.get(pile.value, 0) for pile in Pile}


class Key(FilterField):
    """The key of a row."""

    empty = None

    def to_python(self, value: str) -> int | None:
        return row_key(value)


class ModerationFilters(Filters):
    commune = Key("commune")
    category = Key("categorie")
    organisation = Key("organisme")
    kind = Choice("nature", Kind.values)

    def applied_to(self, events: QuerySet) -> QuerySet:
        if self.commune:
            events = events.filter(commune_id=self.commune)
        if self.organisation:
            events = events.filter(organisation_id=self.organisation)
        if self.category:
            events = events.filter(pk__in=Event.categories.through.objects.filter(category_id=self.category).values("event_id"))
        return events.filter(KIND_CONDITIONS[Kind(self.kind)]) if self.kind else events


def filter_choices(events: QuerySet) -> dict[str, list[tuple[int, str]]]:
    """The communes, organisations and categories that occur in the list, so that no choice gives nothing."""
    names = ("commune_id", "commune__name", "organisation_id", "organisation__name", "organisation__translated_names")
    communes, organisations = {}, {}
    for commune, name, organisation, house_name, other_names in events.order_by().values_list(*names):
        if commune:
            communes[commune] = name
        if organisation and organisation not in organisations:
            organisations[organisation] = organisation_name(house_name, other_names)
    categories = Category.objects.filter(events__in=events.order_by().values("pk")).distinct()
    by_name = {"key": lambda choice: choice[1]}
    return {
        "communes": sorted(communes.items(), **by_name),
        "organisations": sorted(organisations.items(), **by_name),
        "categories": [(category.pk, category.name_in(get_language() or "fr")) for category in categories],
    }


def with_line_rows(events: QuerySet) -> QuerySet:
    """Everything a line needs, in two queries."""
    return events.select_related("commune", "organisation", "author", "latest_revision__user", "claim__person").prefetch_related(
        "words"
    )


def line_of(event: Event, reader) -> dict:
    """An event of the list as its latest revision says it; without a query for one that `with_line_rows` prepared."""
    content = event.latest_revision.content if event.latest_revision else {}
    translations = [SimpleNamespace(language=row["language"], title=row["title"]) for row in content.get("words", [])]
    words = choose_words(translations or event.words.all())
    claim = claim_on(event)
    return {
        "event": event,
        "title": words.title if words else str(event),
        "language": words.language if words else "",
        "when": dates_sentence(content.get("schedule_data") or event.schedule_data),
        "since": event.since,
        "person": str(event.author or (event.latest_revision and event.latest_revision.user) or ""),
        "claimed_by": str(claim.person) if claim and claim.person_id != reader.pk else "",
        "is_change": event.live,
        "state": event_state(event).component,
    }
