"""The demo's library: the drawn pictures with varied rights, so that every light and every end can be seen."""

from datetime import timedelta
from tempfile import NamedTemporaryFile

from common.access import Audience
from common.choices import Licence
from common.imaging import client as imaging
from destination.demo.parts import demo_part
from pro_portal.photos.demo_words import FACTS
from pro_portal.photos.models import Consent, Orientation, Photo
from pro_portal.photos.rights.choices import Use

EVERY_USE = [use.value for use in Use]
# Rights in turn over the pictures: (licence, uses, changes allowed, offered to others, audience, days until the end or None).
RIGHTS = (
    (Licence.CC_BY_SA, EVERY_USE, True, True, Audience.PUBLIC, None),
    (Licence.ALL_RIGHTS, ["web", "social"], True, True, Audience.PUBLIC, 400),
    (Licence.CC_BY, EVERY_USE, True, True, Audience.PUBLIC, None),
    (Licence.ALL_RIGHTS, ["web", "social", "print"], True, True, Audience.PROFESSIONALS, 45),
    (Licence.CC_BY_ND, ["web", "social", "print"], False, True, Audience.PUBLIC, None),
    (Licence.ALL_RIGHTS, ["web"], False, False, Audience.PUBLIC, None),
    (Licence.OPEN_LICENCE, EVERY_USE, True, True, Audience.PUBLIC, None),
)
CREDITS = ("Atelier d’Aurelle", "Maëlle Brindeau", "Oriol Falgueroles", "Collection des Trois Combes")
CONSENT_NAMES = ("Famille Castaniol", "Lison Varquès", "Confrérie des Vignes d’Aurelle")


@demo_part
def fill_library(loader) -> None:
    photos = {name: _photo(loader, number, name, picture) for number, (name, picture) in enumerate(loader.pictures.items())}
    shown = [photo for photo in photos.values() if photo.with_people]
    for number, name in enumerate(CONSENT_NAMES):
        consent = Consent.objects.create(
            kind=Consent.Kind.PERSON, name=name, signed_on=loader.today - timedelta(days=300),
            ends_on=loader.today + timedelta(days=(20, 200, 700)[number]),
        )  # fmt: skip
        consent.photos.set(shown[number :: len(CONSENT_NAMES)][:3])
        loader.load.note(consent)


def _photo(loader, number: int, name: str, picture) -> Photo:
    theme, season, weather, people = FACTS.get(name, ("", "", "sun", False))
    licence, uses, changes, offered, audience, days = RIGHTS[number % len(RIGHTS)]
    picture.licence, picture.uses, picture.changes_allowed, picture.third_parties_allowed = licence, uses, changes, offered
    picture.credit = picture.creator = CREDITS[number % len(CREDITS)]
    picture.valid_until = loader.today + timedelta(days=days) if days else None
    # What illustrates the public site stays public; the others show that a library has closed shelves.
    picture.audience = audience if not _illustrates(picture) else Audience.PUBLIC
    picture.save()
    with imaging.local_copy(picture.file) as path, NamedTemporaryFile() as kept:
        seen = imaging.inspect(path, kept.name)
    commune = list(loader.communes.values())[number % len(loader.communes)]
    photo = Photo.objects.create(
        picture=picture, state=Photo.State.ACCEPTED, theme=theme, season=season, weather=weather, with_people=people,
        commune=commune, orientation=Orientation.of(picture.width, picture.height), colour=seen["colour"],
        likeness=seen["likeness"],
    )  # fmt: skip
    loader.load.note(photo)
    return photo


def _illustrates(picture) -> bool:
    return picture.events.exists() or picture.places.exists()
