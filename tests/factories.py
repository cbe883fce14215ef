"""Small real things for tests. Every factory saves to the database and takes what matters by keyword."""

from datetime import date, time, timedelta
from io import BytesIO
from itertools import count

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image

from accounts.models import Organisation, Territory, User, WorkGroup
from common.models import Picture
from destination.agenda.actions import refresh_occurrences
from destination.agenda.models import Category, Event, EventTranslation
from destination.agenda.schedule import Schedule, Slot, Timing
from destination.places.models import Place, PlaceTranslation

_numbers = count(1)


def make_territory(name="Port-Aurelle", **fields) -> Territory:
    fields.setdefault("slug", f"{slugify(name)}-{next(_numbers)}")
    return Territory.objects.create(name=name, latitude=42.5, longitude=3.1, **fields)


def make_organisation(name="Office de la Côte", kind=Organisation.Kind.OFFICE, **fields) -> Organisation:
    fields.setdefault("slug", f"{slugify(name)}-{next(_numbers)}")
    return Organisation.objects.create(name=name, kind=kind, **fields)


def make_user(email=None, organisation=None, roles=(), **fields) -> User:
    user = User.objects.create_user(
        email or f"personne{next(_numbers)}@aurelle.example", "mot-de-passe-solide", organisation=organisation, **fields
    )
    for role in roles:
        user.groups.add(make_role(role))
    return user


def make_role(role: str) -> Group:
    """The group of a role, as `post_migrate` makes it."""
    return Group.objects.get(name=role)


def make_work_group(*members, name="Animation") -> WorkGroup:
    work_group = WorkGroup.objects.create(name=name, slug=f"{slugify(name)}-{next(_numbers)}")
    work_group.members.set(members)
    return work_group


def make_place(name="Place du Marché", commune=None, **fields) -> Place:
    fields.setdefault("kind", "hall")
    place = Place.objects.create(commune=commune or make_territory(), **fields)
    place.words.add(PlaceTranslation(language="fr", name=name, summary=f"{name}, en une phrase."))
    place.save()
    return place


def make_category(code="music", **names) -> Category:
    return Category.objects.get_or_create(code=code, defaults={"names": names or {"fr": code.capitalize()}})[0]


def one_day(day: date | None = None, start: time | None = time(18, 30), end: time | None = time(20)) -> Schedule:
    day = day or timezone.localdate() + timedelta(days=3)
    timing = Timing.TIMED if start else Timing.UNKNOWN_HOUR
    return Schedule(timing=timing, slots=(Slot(day=day, last_day=day, start=start, end=end),))


def make_event(
    title="Concert au port", schedule: Schedule | None = None, words=None, categories=(), work_groups=(), **fields
) -> Event:
    """A published event (`live=False` for one that is not) in French, or in the languages of `words` ({code: title})."""
    event = Event(**fields)
    event.schedule = schedule or one_day()
    event.save()
    for language, text in (words or {"fr": title}).items():
        event.words.add(EventTranslation(language=language, title=text, summary=f"{text}."))
    event.categories.set(categories)
    event.audience_groups.set(work_groups)
    event.save()
    refresh_occurrences(event)
    return event


def image_file(name="photo.jpg", size=(640, 480), colour="#2a6f7f", kind="JPEG") -> ContentFile:
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind)
    return ContentFile(buffer.getvalue(), name=name)


def make_picture(title="Le port", file=None, **fields) -> Picture:
    return Picture.objects.create(title=title, file=file or image_file(), **fields)
