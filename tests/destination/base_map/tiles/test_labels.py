from destination.base_map.tiles.features import Name
from destination.base_map.tiles.grid import position
from destination.base_map.tiles.labels import labels_by_zoom

HERE = position(3.1, 42.5)


def name(text, *, kind="village", across=0, first=11, rank=2.0, **more) -> Name:
    return Name(kind, text, HERE[0] + across, HERE[1], first, rank, **more)


def written(names, zoom: int, map_zoom: int) -> list[str]:
    return [label.name.text for label in labels_by_zoom(names)[zoom] if label.first <= map_zoom]


def test_of_two_names_that_would_touch_the_more_important_is_written():
    names = [name("Hameau", rank=7), name("Ville", rank=1, across=200)]
    assert written(names, 11, 12) == ["Ville"]


def test_closer_there_is_room_for_both_and_the_first_stays():
    names = [name("Hameau", rank=7), name("Ville", rank=1, across=150)]
    assert written(names, 13, 14) == ["Ville"]
    assert written(names, 13, 17) == ["Ville", "Hameau"]


def test_name_begins_at_its_zoom():
    assert written([name("Village", first=12)], 10, 11) == []
    assert written([name("Village", first=12)], 11, 12) == ["Village"]


def test_name_with_a_longer_form_in_another_language_keeps_room_for_it():
    short, other = name("Aa", rank=1), name("Bb", across=1000)
    assert written([short, other], 11, 12) == ["Aa", "Bb"]
    assert written([name("Aa", rank=1, others={"ca": "Un nom molt llarg"}), other], 11, 12) == ["Aa"]


def test_street_is_named_where_its_name_fits():
    long, short = (name("Rue du Four", kind="street", first=16, rank=10, room=room) for room in (4000, 20))
    assert written([long], 13, 16) == ["Rue du Four"]
    assert written([short], 13, 17) == []


def test_number_of_a_road_is_not_repeated_at_each_of_its_pieces():
    pieces = [name("D 914", kind="number", across=step * 300, first=12, rank=4) for step in range(6)]
    assert written(pieces, 11, 12) == ["D 914"]
