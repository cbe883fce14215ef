"""Places from the form: found by name, offered while typing, added when missing."""

from accounts.models import Territory
from common.access import Audience
from destination.places.models import Place, PlaceTranslation
from intranet.submissions.forms.parsing import folded

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
            for key in (folded(name), folded(f"{name}, {commune}"), folded(f"{name} {commune}")):
                self.by_name.setdefault(key, set()).add(pk)
        self.communes = [(folded(commune.name), commune) for commune in Territory.objects.defer("outline", "presentation")]

    def recognise(self, text: str) -> tuple[int | None, Territory | None]:
        """The place named first in a location such as « Halle, 3 rue du Port, 66000 Port-Aurelle », and its commune."""
        whole = folded(text.replace("\n", ","))
        commune = max(
            (pair for pair in self.communes if f" {pair[0]} " in f" {whole.replace(',', ' ')} "),
            key=lambda pair: len(pair[0]),
            default=(None, None),
        )[1]
        parts = [part.strip() for part in whole.split(",") if part.strip()]
        names = [whole, *(f"{part}, {folded(commune.name)}" for part in parts[:1] if commune), *parts[:1]]
        for name in names:
            matches = self.by_name.get(name, set())
            if len(matches) == 1:
                return next(iter(matches)), commune
        return None, commune


def places_named(text: str, person) -> list[Place]:
    """The places whose name, or name and commune, is what was typed; case and accents do not matter."""
    name_sought = folded(text)
    ids = [pk for pk, name, commune in _names(person) if name_sought in (folded(name), folded(f"{name}, {commune}"))]
    return _places(list(dict.fromkeys(ids)))


def places_offered(text: str, person) -> list[Place]:
    """The first places whose name or commune holds every word typed; those that begin with it come first."""
    words = folded(text).replace(",", " ").split()
    if not words:
        return []
    scored = {}
    for pk, name, commune in _names(person):
        full = folded(f"{name}, {commune}")
        if all(word in full for word in words):
            scored.setdefault(pk, (not full.startswith(words[0]), full))
    return _places(sorted(scored, key=lambda pk: scored[pk])[:MOST_OFFERED])


def new_place(*, person, name: str, kind: str, commune: Territory, address: str = "") -> Place:
    """A place that was missing, not saved, not published before the event that brings it. Asked twice, it is the same."""
    same = [place for place in places_named(name, person) if place.commune_id == commune.pk]
    if same:
        return same[0]
    place = Place(
        kind=kind,
        commune=commune,
        address=address,
        author=person,
        organisation=person.organisation,
        live=False,
        audience=Audience.PUBLIC,
    )
    place.words.add(PlaceTranslation(language=person.language, name=name))
    return place
