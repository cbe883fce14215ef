"""One loading of the demo destination: what it made so far, so that later parts find it."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from accounts.models import Organisation, Territory, User, WorkGroup
from common.models import Picture
from demo.models import DemoLoad
from destination.places.models import Place

AGENCY = "agence-aurelle"
EDITOR = "philippine@aurelle.example"  # editor, watcher and animator


@dataclass
class Loading:
    picture_size: tuple[int, int]
    record: DemoLoad = field(default_factory=DemoLoad)
    today: date = field(default_factory=timezone.localdate)
    communes: dict[str, Territory] = field(default_factory=dict)  # by code, as all the others
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)  # by address
    groups: dict[str, WorkGroup] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def agency(self) -> Organisation:
        return self.organisations[AGENCY]

    @property
    def editor(self) -> User:
        return self.people[EDITOR]

    def note(self, *things) -> None:
        """Remember saved objects, so that one command takes them away, even where the loading is interrupted."""
        self.record.note(*things)
        self.record.save()
