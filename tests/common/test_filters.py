"""The base of all filters: read forgivingly, written back, offered as chips."""

from datetime import date

import pytest
from django.http import QueryDict

from common.filters import Choice, Choices, Day, Filters, Flag, Near, Page, Position, Words


class BookFilters(Filters):
    text = Words("q", most=12)
    kind = Choice("kind", ("novel", "poem"))
    authors = Choices("author")
    day = Day("day", ("today",))
    near = Position("near")
    lent = Flag("lent")
    page = Page(most=50)


def read(query: str) -> BookFilters:
    return BookFilters.from_query(QueryDict(query))


def test_filters_round_trip_through_the_address():
    query = "?q=une+page&kind=novel&author=a&author=b&day=2026-07-16&near=42.51%2C3.12%2C25&lent=1&page=3"
    filters = read(query[1:])
    assert filters.query() == query and read(filters.query()[1:]) == filters
    assert filters.query(near=False, page=False) == "?q=une+page&kind=novel&author=a&author=b&day=2026-07-16&lent=1"


@pytest.mark.parametrize(
    "query",
    ["kind=other", "kind=", "author=No+slug", "author=%00", "near=nan,1", "near=91,0", "lent=perhaps", "page=-1", "page=²", "q=++",
     "unknown=1", "day=", "day=%00", "page=99999999999999999999"],
)  # fmt: skip
def test_what_cannot_be_understood_is_left_out(query):
    assert read(query) == BookFilters() and read(query).query() == ""


def test_a_day_that_is_none_leaves_a_sentence():
    assert read("day=2026-02-31").remarks == ("Cette date n’existe pas dans le calendrier\xa0: vérifiez le jour et le mois.",)
    assert read("day=today").day == "today" and read("day=16/07/2026").day == date(2026, 7, 16)


def test_numbers_and_lengths_are_bounded():
    assert (read("page=0").page, read("page=51").page) == (1, 50)
    assert read("q=" + "x" * 99).text == "x" * 12
    assert len(read("&".join(f"author=a{number}" for number in range(99))).authors) == 40
    assert read("near=42.518,3.123,9999").near == Near(42.52, 3.12, 100)


def test_toggling_takes_in_and_out_from_the_first_page_on():
    filters = (
        read("page=3&day=31/31/2026")
        .toggled("authors", "b")
        .toggled("authors", "a")
        .toggled("kind", "poem")
        .toggled("lent", True)
    )
    assert filters.query() == "?kind=poem&author=a&author=b&lent=1" and filters.remarks == ()
    assert filters.toggled("authors", "a").toggled("kind", "poem").toggled("lent", True).query() == "?author=b"
    assert filters.toggled("kind", "novel").kind == "novel"


def test_chosen_are_the_filters_that_narrow():
    assert read("page=2").narrows is False
    assert read("page=2&lent=1&author=a").active == {"authors": ("a",), "lent": True}


def test_chip_turns_its_value_on_or_off():
    filters = read("author=a&page=2")
    assert filters.chip("/x/", "authors", "b", "B", 4, "pen") == {
        "label": "B", "url": "/x/?author=a&author=b", "count": 4, "is_on": False, "icon": "pen", "lang": "",
        "parameter": "author", "value": "b", "is_single": False,
    }  # fmt: skip
    assert (filters.chip("/x/", "authors", "a", "A")["url"], filters.chip("/x/", "authors", "a", "A")["is_on"]) == ("/x/", True)


def test_unknown_names_are_a_mistake_of_ours():
    with pytest.raises(TypeError):
        BookFilters(colour="red")
