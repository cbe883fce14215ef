"""Communes that fit together, people who belong somewhere."""

from collections import Counter
from itertools import combinations

import pytest

from tests.demo.content.files import COMMUNES, GROUPS, LANGUAGES, ORGANISATIONS, PEOPLE, edges, inside


def cross(first, second):
    """True where two segments cut each other strictly between their ends."""

    def side(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = first, second
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


@pytest.mark.parametrize("code", COMMUNES)
def test_outline_is_a_closed_ring_around_its_village(code):
    commune = COMMUNES[code]
    outline = commune["outline"]
    assert outline[0] == outline[-1]
    assert 14 <= len(outline) <= 26
    assert inside(commune["longitude"], commune["latitude"], outline)
    assert not [pair for pair in combinations(edges(outline), 2) if cross(*pair)]


@pytest.mark.parametrize(("first", "second"), list(combinations(COMMUNES, 2)))
def test_outlines_do_not_overlap(first, second):
    here, there = COMMUNES[first]["outline"], COMMUNES[second]["outline"]
    assert not [(a, b) for a in edges(here) for b in edges(there) if cross(a, b)]
    for outline, other in ((here, there), (there, here)):
        assert not [point for point in outline if point not in other and inside(*point, other)]


def test_neighbours_share_their_border_point_by_point():
    uses = Counter(frozenset(map(tuple, edge)) for commune in COMMUNES.values() for edge in edges(commune["outline"]))
    assert set(uses.values()) == {1, 2}
    for code, commune in COMMUNES.items():
        shared = [edge for edge in edges(commune["outline"]) if uses[frozenset(map(tuple, edge))] == 2]
        assert len(shared) >= 4, code


def test_people_belong_to_organisations_and_groups_have_members():
    assert {person["organisation"] for person in PEOPLE.values()} <= set(ORGANISATIONS)
    roles = Counter(role for person in PEOPLE.values() for role in person["roles"])
    assert roles == {
        "administrator": 1,
        "moderator": 2,
        "editor": 1,
        "animator": 1,
        "watcher": 1,
    }
    assert {person["language"] for person in PEOPLE.values()} == set(LANGUAGES)
    assert [code for code, office in ORGANISATIONS.items() if office["kind"] == "office" and office["trusted"]] == ["ot-cote"]
    for organisation in ORGANISATIONS.values():
        assert set(organisation["communes"]) <= set(COMMUNES)
    for group in GROUPS.values():
        assert set(group["owners"]) <= set(group["members"]) <= set(PEOPLE)
        kinds = {ORGANISATIONS[PEOPLE[email]["organisation"]]["kind"] for email in group["members"]}
        assert ("provider" in kinds) <= group.get("providers_may_join", False)
    away = [person["profile"]["stand_in"] for person in PEOPLE.values() if person.get("profile", {}).get("away_days")]
    assert away
    assert set(away) <= set(PEOPLE)
