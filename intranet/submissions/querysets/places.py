"""Places from the form: found by name, offered while typing, added when missing."""

from accounts.models import Territory
from common.access import Audience
from common.names import CommuneFinder, fold_name
from destination.places.models import Place, PlaceTranslation

# A list that one can read at a glance.
MOST_OFFERED = 8


def _names(person) -> list[tuple[int, str, str]]:
    """Place, name, commune, for the places this person may see: plain values, as there may be thousands."""
    rows = PlaceTranslation.objects.filter(place__in=Place.objects.visible_to(person)).order_by("place_id", "pk")
    return list(rows.values_list("place_id", "name", "place__commune__name"))


def _places(ids: list[int]) -> list[Place]:
    matches = Place.objects.select_related("commune").prefetch_related("words").in_bulk(ids)
    return [matches[pk] for pk in ids]


class PlaceIndex:
    """The known places and communes, read once, to recognise many locations."""

    def __init__(self, person):
        self.by_name: dict[str, set[int]] = {}
        for pk, name, commune in _names(person):
            for key in (fold_name(name), fold_name(f"{name} {commune}")):
                self.by_name.setdefault(key, set()).add(pk)
        self.communes = CommuneFinder(Territory.objects.defer("outline", "presentation"))

    def recognise(self, text: str) -> tuple[int | None, Territory | None]:
        """The place named first in a location such as « Halle, 3 rue du Port, 66000 Port-Aurelle », and its commune."""
        commune = self.communes.find(text)
        parts = [part for part in map(fold_name, text.replace("\n", ",").split(",")) if part]
        names = [fold_name(text), *(f"{part} {fold_name(commune.name)}" for part in parts[:1] if commune), *parts[:1]]
        for name in names:
            matches = self.by_name.get(name, set())
            if len(matches) == 1:
                return next(iter(matches)), commune
        return None, commune


def places_named(text: str, person) -> list[Place]:
    """The places whose name, or name and commune, is what was typed; case and accents do not matter."""
    name_sought = fold_name(text)
    ids = [pk for pk, name, commune in _names(person) if name_sought in (fold_name(name), fold_name(f"{name} {commune}"))]
    return _places(list(dict.fromkeys(ids)))


def places_offered(text: str, person) -> list[Place]:
    """The first places whose name or commune holds every word typed; those that begin with it come first."""
    words = fold_name(text).split()
    if not words:
        return []
    scored = {}
    for pk, name, commune in _names(person):
        full = fold_name(f"{name} {commune}")
        if all(word in full for word in words):
            scored.setdefault(pk, (not full.startswith(words[0]), full))
    return _places(sorted(scored, key=lambda pk: scored[pk])[:MOST_OFFERED])


def new_place(
    *, person, name: str, kind: str, commune: Territory, address: str = "", position: tuple[float, float] | None = None
) -> Place:
    """A place that was missing, not saved, not published before the event that brings it. Asked twice, it is the same."""
    same = [place for place in places_named(name, person) if place.commune_id == commune.pk]
    if same:
        return same[0]
    place = Place(
        kind=kind,
        commune=commune,
        address=address,
        latitude=position[0] if position else None,
        longitude=position[1] if position else None,
        author=person,
        organisation=person.organisation,
        live=False,
        audience=Audience.PUBLIC,
    )
    place.words.add(PlaceTranslation(language=person.language, name=name))
    return place
