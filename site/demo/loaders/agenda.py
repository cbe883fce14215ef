"""Events, each brought to its status the way a real proposal takes."""

from wagtail.models import Workflow

from accounts.permissions import MODERATOR
from common.access import Audience
from demo.loaders import content
from demo.loaders.loading import Loading
from demo.loaders.schedules import schedule_of
from destination.agenda.models import Category, Event, EventTranslation

NO_LIMIT = 99  # how the demo's files say that there is no upper age
SENT_BACK = "Pourriez-vous préciser l’adresse et le tarif ? Merci."


def load(demo: Loading) -> None:
    for facts in content.events().values():
        event = make_event(demo, facts)
        demo.note(event)
        bring_to_status(demo, event, facts["status"])


def make_event(demo: Loading, facts: dict) -> Event:
    youngest, oldest = facts.get("ages", (None, None))
    event = Event(
        live=False,
        author=demo.people[facts["author"]],
        organisation=demo.organisations[facts["organisation"]],
        place=demo.places.get(facts.get("place")),
        commune=demo.communes[facts["commune"]],
        picture=demo.pictures.get(facts.get("picture")),
        state=facts["state"],
        reasons=facts.get("reasons", {}),
        audience=Audience(facts["audience"]),
        prices=[price_of(price) for price in facts.get("prices", ())],
        registration_needed=facts.get("registration", False),
        age_min=youngest or None,
        age_max=None if oldest == NO_LIMIT else oldest,
        accessibility=facts.get("accessibility", []),
        access_details=facts.get("access_details", []),
        **{name: facts.get(name, False) for name in ("free", "family")},
        **{name: facts.get(name, "") for name in ("setting", "booking_url", "organiser", "phone", "email")},
    )
    event.schedule = schedule_of(facts["schedule"], demo.today)
    for language, words in facts["words"].items():
        event.words.add(EventTranslation(language=language, **words))
    event.categories.set(Category.objects.filter(code__in=facts["categories"]))
    if group := facts.get("group"):
        event.audience_groups.set([demo.groups[group]])
    event.save()
    return event


def price_of(facts: dict) -> dict:
    label = facts.get("label", "")
    return {
        "code": facts["code"],
        "label": label.get("fr", "") if isinstance(label, dict) else label,
        "amount": facts["amount"],
    }


def bring_to_status(demo: Loading, event: Event, status: str) -> None:
    """Through Wagtail's own workflow, as a real proposal would go."""
    revision = event.save_revision(user=event.author)
    if status == "published":
        revision.publish()
        return
    workflow = Workflow.objects.get(pk=event.get_workflow().pk)
    state = workflow.start(event, event.author)
    if status == "sent_back":
        moderator = next(person for person in demo.people.values() if person.groups.filter(name=MODERATOR).exists())
        task_state = state.current_task_state
        task_state.task.specific.on_action(task_state, moderator, "reject", comment=SENT_BACK)
