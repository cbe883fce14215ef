"""The photo library: the drawings with varied rights, so that every light and every end can be seen."""

from datetime import timedelta
from tempfile import NamedTemporaryFile

from django.conf import settings

from common.access import Audience
from common.imaging import client as imaging
from common.models import Picture
from demo.drawings import Scene
from demo.loaders import content
from demo.loaders.loading import Loading
from pro_portal.photos.actions.consents import waive_consents
from pro_portal.photos.actions.selections import add_photos, save_selection, share
from pro_portal.photos.models import Consent, Orientation, Photo, Selection

SHOWN_BY_A_CONSENT = 3


def load(demo: Loading) -> None:
    words = content.picture_rights()
    photos = []
    for number, scene in enumerate(content.scenes()):
        picture = demo.pictures[scene.name]
        give_rights(demo, picture, _in_turn(words["rights"], number), _in_turn(words["credits"], number))
        photos.append(make_photo(picture, scene, _in_turn(list(demo.communes.values()), number)))
    demo.note(*photos)
    with_people = [photo for photo in photos if photo.with_people]
    consents = words["consents"]
    for number, facts in enumerate(consents):
        consent = make_consent(demo, facts)
        consent.photos.set(with_people[number :: len(consents)][:SHOWN_BY_A_CONSENT])
    waive_consents(Photo.objects.filter(pk__in=[photo.pk for photo in with_people]), None, words["waiver"])
    for facts in content.photo_selections():
        make_selection(demo, facts)


def _in_turn(things: list, number: int):
    return things[number % len(things)]


def give_rights(demo: Loading, picture: Picture, rights: dict, credit: str) -> None:
    for name in ("licence", "uses", "changes_allowed", "third_parties_allowed"):
        setattr(picture, name, rights[name])
    picture.credit = picture.creator = credit
    picture.valid_until = _in_days(demo, rights["ends_in_days"]) if "ends_in_days" in rights else None
    # What illustrates the public site stays public; the others show that a library has closed shelves.
    illustrates = picture.events.exists() or picture.places.exists()
    picture.audience = Audience.PUBLIC if illustrates else Audience(rights["audience"])
    picture.save()


def make_photo(picture: Picture, scene: Scene, commune) -> Photo:
    library = scene.library
    with imaging.local_copy(picture.file) as path, NamedTemporaryFile() as preview:
        inspection = imaging.inspect(path, preview.name)
    return Photo.objects.create(
        picture=picture,
        state=Photo.State.ACCEPTED,
        titles={language: title for language, title in scene.title.items() if language != settings.LANGUAGE_CODE},
        theme=library.get("theme", ""),
        season=library.get("season", ""),
        weather=library["weather"],
        with_people=library.get("people", False),
        commune=commune,
        orientation=Orientation.of(picture.width, picture.height),
        colour=inspection["colour"],
        likeness=inspection["likeness"],
    )


def make_consent(demo: Loading, facts: dict) -> Consent:
    consent = Consent.objects.create(
        kind=Consent.Kind.PERSON,
        name=facts["name"],
        signed_on=_in_days(demo, -300),
        ends_on=_in_days(demo, facts["ends_in_days"]),
    )
    demo.note(consent)
    return consent


def make_selection(demo: Loading, facts: dict) -> None:
    selection = Selection(titles=facts["titles"], words=facts["words"], on_front_page=facts.get("on_front_page", False))
    save_selection(selection, demo.editor)
    demo.note(selection)
    add_photos(selection, [demo.pictures[name].pk for name in facts["pictures"]])
    if "shared_for_days" in facts:
        share(selection, _in_days(demo, facts["shared_for_days"]))


def _in_days(demo: Loading, days: int):
    return demo.today + timedelta(days=days)
