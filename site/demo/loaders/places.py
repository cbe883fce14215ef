"""Places, with their words, pictures and opening hours."""

from common.translations import Origin
from demo.loaders import content
from demo.loaders.loading import Loading
from destination.places.models import Place, PlacePicture, PlaceTranslation

TEXTS = ("kind", "address", "phone", "email", "website", "setting", "price_unit", "booking_url", "menu_url")
LISTS = ("accessibility", "access_details", "cooking", "labels", "payments", "languages")
NUMBERS = ("latitude", "longitude", "stars", "rooms", "capacity", "price_from")


def load(demo: Loading) -> None:
    demo.places = {code: make_place(demo, facts) for code, facts in content.places().items()}
    demo.note(*demo.places.values())


def make_place(demo: Loading, facts: dict) -> Place:
    place = Place(
        commune=demo.communes[facts["commune"]],
        postcode=demo.communes[facts["commune"]].postcode,
        picture=demo.pictures.get(facts.get("picture")),
        organisation=demo.agency,
        opening=facts["opening"],
        family=facts.get("family", False),
        free=facts.get("free", False),
        **{name: facts.get(name, "") for name in TEXTS},
        **{name: facts.get(name, []) for name in LISTS},
        **{name: facts.get(name) for name in NUMBERS},
    )
    for language, words in facts["words"].items():
        place.words.add(PlaceTranslation(language=language, origin=Origin.EDITOR, **words))
    for order, scene in enumerate(facts.get("pictures", ())):
        place.pictures.add(PlacePicture(picture=demo.pictures[scene], order=order))
    place.save()
    place.save_revision().publish()
    return place
