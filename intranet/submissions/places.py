"""Places from the form: found by name, offered while typing, added when missing."""
from accounts.models import Territory
from common.access import Audience
from destination.places.models import Place, PlaceWords
from intranet.submissions.typed import folded

# A list that one can read at a glance.
MOST_OFFERED = 8


def _names(person) -> list[tuple[int, str, str]]:
    """Place, name, commune, for the places this person may see: plain values, as there may be thousands."""
    rows = PlaceWords.objects.filter(place__in=Place.objects.visible_to(person)).order_by("place_id", "pk")
    return list(rows.values_list("place_id", "name", "place__commune__name"))


def _places(ids: list[int]) -> list[Place]:
    found = Place.objects.select_related("commune").prefetch_related("words").in_bulk(ids)
    return [found[pk] for pk in ids]


def places_named(typed: str, person) -> list[Place]:
    """The places whose name, or name and commune, is what was typed; case and accents do not matter."""
    wanted = folded(typed)
    ids = [pk for pk, name, commune in _names(person) if wanted in (folded(name), folded(f"{name}, {commune}"))]
    return _places(list(dict.fromkeys(ids)))


def places_offered(typed: str, person) -> list[Place]:
    """The first places whose name or commune holds every word typed; those that begin with it come first."""
    words = folded(typed).replace(",", " ").split()
    if not words:
        return []
    scored = {}
    for pk, name, commune in _names(person):
        full = folded(f"{name}, {commune}")
        if all(word in full for word in words):
            scored.setdefault(pk, (not full.startswith(words[0]), full))
    return _places(sorted(scored, key=lambda pk: scored[pk])[:MOST_OFFERED])


def new_place(*, person, name: str, kind: str, commune: Territory, address: str = "") -> Place:
    """A place that was missing, not saved, and not published before the event that brings it. Asked twice, it is the same place."""
    same = [place for place in places_named(name, person) if place.commune_id == commune.pk]
    if same:
        return same[0]
    place = Place(
        kind=kind, commune=commune, address=address, author=person, organisation=person.organisation, live=False, audience=Audience.PUBLIC
    )
    place.words.add(PlaceWords(language=person.language, name=name))
    return place
