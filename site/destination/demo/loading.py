"""Fills the demo destination « Pays d'Aurelle » from `content/` and `posters/`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection, Workflow

from accounts.actions import apply_roles, give_role
from accounts.models import Organisation, Territory, User, WorkGroup
from common.access import Audience
from common.media import Licence, Picture
from common.translations import Origin
from destination.agenda.models import Category, Event, EventTranslation
from destination.demo import content, posters
from destination.demo.dates import schedule_of
from destination.demo.models import DemoLoad
from destination.demo.parts import fill_parts
from destination.pages.bootstrap.site import ensure_site, make_menus, make_pages
from destination.pages.models import DestinationSettings, DestinationTranslation, HomePage, Menu
from destination.places.models import Place, PlacePicture, PlaceTranslation
from notifications.actions import quietly

PASSWORD = "pays-d-aurelle"
COLLECTION = "Pays d’Aurelle"
NO_LIMIT = 99  # how the demo's words say that there is no upper age


class Loader:
    """One loading: keeps what it made by code, so that later parts find it."""

    def __init__(self, picture_size: tuple[int, int] = (2400, 1600)):
        self.picture_size = picture_size
        self.load = DemoLoad()
        self.today = timezone.localdate()
        self.communes: dict[str, Territory] = {}
        self.organisations: dict[str, Organisation] = {}
        self.people: dict[str, User] = {}
        self.circles: dict[str, WorkGroup] = {}
        self.pictures: dict[str, Picture] = {}
        self.places: dict[str, Place] = {}

    @transaction.atomic
    def run(self) -> DemoLoad:
        apply_roles()
        # Nobody is told of eighty events that were always there.
        with quietly():
            self.make_network()
            self.make_pictures()
            for words in content.PLACES:
                self.make_place(words)
            for words in content.EVENTS:
                self.make_event(words)
            self.make_public_site()
            fill_parts(self)
        self.load.save()
        return self.load

    def make_network(self) -> None:
        for words in content.COMMUNES:
            self.communes[words["code"]] = Territory.objects.create(
                name=words["name"],
                slug=words["code"],
                insee=words["insee"],
                postcode=words["postcode"],
                latitude=words["latitude"],
                longitude=words["longitude"],
                outline={"type": "Polygon", "coordinates": [words["outline"]]},
                presentation=words["summary"],
            )
        for words in content.ORGANISATIONS:
            organisation = self.organisations[words["code"]] = Organisation.objects.create(
                slug=words["code"], **{name: words[name] for name in ("name", "kind", "email", "phone", "address", "trusted")}
            )
            organisation.territories.set(self.communes[code] for code in words["communes"])
        for words in content.PEOPLE:
            person = self.people[words["email"]] = User.objects.create_user(
                words["email"],
                PASSWORD,
                organisation=self.organisations[words["organisation"]],
                **{name: words[name] for name in ("first_name", "last_name", "language")},
            )
            for role in words["roles"]:
                give_role(person, role)
        for words in content.CIRCLES:
            circle = self.circles[words["code"]] = WorkGroup.objects.create(name=words["name"], slug=words["code"])
            circle.members.set(self.people[email] for email in words["members"])
        for made in (self.communes, self.organisations, self.people, self.circles):
            self.load.note(*made.values())

    def make_pictures(self) -> None:
        collection = Collection.objects.filter(name=COLLECTION).first() or Collection.get_first_root_node().add_child(
            name=COLLECTION
        )
        with TemporaryDirectory() as folder:
            for scene in posters.scenes():
                path = Path(folder, f"{scene.name}.jpg")
                posters.write(scene.name, path, self.picture_size)
                self.pictures[scene.name] = self.make_picture(scene, path, collection)
        self.load.note(collection, *self.pictures.values())

    def make_picture(self, scene, path: Path, collection: Collection) -> Picture:
        with path.open("rb") as content:
            return Picture.objects.create(
                title=scene.title_fr,
                file=File(content, name=path.name),
                description=scene.alt_fr[:255],
                alternatives={"fr": scene.alt_fr, "en": scene.alt_en, "ca": scene.alt_ca},
                credit="Atelier d’Aurelle",
                licence=Licence.CC_BY_SA,
                rights_confirmed_at=timezone.now(),
                collection=collection,
                organisation=self.organisations["agence-aurelle"],
            )

    def make_place(self, words: dict) -> None:
        place = Place(
            commune=self.communes[words["commune"]],
            postcode=self.communes[words["commune"]].postcode,
            picture=self.pictures.get(words.get("picture")),
            organisation=self.organisations["agence-aurelle"],
            opening=words.get("opening") or {},
            family=words.get("family", False),
            **{name: words.get(name) or "" for name in ("kind", "address", "phone", "email", "website")},
            **{name: words.get(name) for name in ("latitude", "longitude")},
            accessibility=words.get("accessibility", []),
        )
        for language, text in words["words"].items():
            place.words.add(PlaceTranslation(language=language, origin=Origin.EDITOR, **text))
        for order, scene in enumerate(words.get("pictures", ())):
            place.pictures.add(PlacePicture(picture=self.pictures[scene], order=order))
        place.save()
        place.save_revision().publish()
        self.places[words["code"]] = place
        self.load.note(place)

    def make_event(self, words: dict) -> None:
        youngest, oldest = words.get("ages") or (None, None)
        event = Event(
            live=False,
            author=self.people[words["author"]],
            organisation=self.organisations[words["organisation"]],
            place=self.places.get(words.get("place")),
            commune=self.communes[words["commune"]],
            picture=self.pictures.get(words.get("picture")),
            state=words["state"],
            audience=Audience(words["audience"]),
            prices=[self.price(price) for price in words.get("prices", ())],
            registration_needed=words.get("registration", False),
            age_min=youngest or None,
            age_max=None if oldest == NO_LIMIT else oldest,
            setting=words.get("setting") or "",
            **{name: words.get(name, False) for name in ("free", "family")},
            **{name: words.get(name) or "" for name in ("booking_url", "organiser", "phone", "email")},
            accessibility=words.get("accessibility", []),
        )
        event.schedule = schedule_of(words["schedule"], self.today)
        for language, text in words["words"].items():
            event.words.add(EventTranslation(language=language, **text))
        event.categories.set(Category.objects.filter(code__in=words["categories"]))
        if words.get("circle"):
            event.audience_groups.set([self.circles[words["circle"]]])
        event.save()
        self.load.note(event)
        self.bring_to_status(event, words["status"])

    @staticmethod
    def price(words: dict) -> dict:
        label = words.get("label", "")
        return {
            "code": words["code"],
            "label": label.get("fr", "") if isinstance(label, dict) else label,
            "amount": words["amount"],
        }

    def bring_to_status(self, event: Event, status: str) -> None:
        """Through Wagtail's own workflow, as a real proposal would go."""
        revision = event.save_revision(user=event.author)
        if status == "published":
            revision.publish()
        elif status in ("waiting", "sent_back"):
            workflow = Workflow.objects.get(pk=event.get_workflow().pk)
            state = workflow.start(event, event.author)
            if status == "sent_back":
                moderator = next(person for person in self.people.values() if person.groups.filter(name="moderator").exists())
                task_state = state.current_task_state
                task_state.task.specific.on_action(
                    task_state, moderator, "reject", comment="Pourriez-vous préciser l’adresse et le tarif ? Merci."
                )

    def make_public_site(self) -> None:
        agency = self.organisations["agence-aurelle"]
        site = ensure_site(name="Pays d’Aurelle")
        chosen = DestinationSettings.for_site(site)
        chosen.contact_email = agency.email
        chosen.social_picture = self.pictures["harbour-morning"]
        chosen.save()
        home = next(page for page in content.PAGES if page["kind"] == "home")
        for code, words in home["words"].items():
            name = DestinationTranslation(destination=chosen, language=code, name=words["title"])
            name.save()
            self.load.note(name)
        made = make_pages(content.PAGES, picture_for=self.pictures.get, organisation=agency)
        make_menus({"main": content.MAIN_MENU, "footer": content.FOOTER_MENU})
        pages = [page for family in made.values() for page in family.values()]
        self.load.note(*Menu.objects.all(), *(page for page in pages if not isinstance(page, HomePage)))


def take_away(load: DemoLoad) -> tuple[int, list[str]]:
    """Remove what a loading made; the first pages stay, emptied, for the office to write."""
    with quietly():
        answer = load.remove()
    for home in HomePage.objects.all():
        for name in ("introduction", "tagline", "preparing", "here", "search_description"):
            setattr(home, name, "")
        home.body, home.picture = [], None
        home.save_revision().publish()
    return answer
