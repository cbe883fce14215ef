"""Places, with their words, pictures and opening hours."""

from common.translations import Origin
from demo.loaders import content
from demo.loaders.loading import Loading
from destination.places.models import Place, PlacePicture, PlaceTranslation


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
        accessibility=facts.get("accessibility", []),
        access_details=facts.get("access_details", []),
        **{name: facts.get(name, "") for name in ("kind", "address", "phone", "email", "website")},
        **{name: facts.get(name) for name in ("latitude", "longitude")},
    )
    for language, words in facts["words"].items():
        place.words.add(PlaceTranslation(language=language, origin=Origin.EDITOR, **words))
    for order, scene in enumerate(facts.get("pictures", ())):
        place.pictures.add(PlacePicture(picture=demo.pictures[scene], order=order))
    place.save()
    place.save_revision().publish()
    return place
