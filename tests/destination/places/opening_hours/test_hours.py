"""Opening hours: seasons, new year, midnight, clock changes, words, schema.org."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from destination.places.opening_hours.hours import Opening

PARIS = ZoneInfo("Europe/Paris")
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MUSEUM = Opening.from_json({
    "periods": [
        {"from": "04-01", "until": "10-31", "hours": {day: [["10:00", "12:30"], ["14:00", "18:00"]] for day in WEEK[1:]}},
        {"from": "12-20", "until": "01-05", "hours": {"sat": [["14:00", "17:00"]]}},
    ],
    "closed": ["2026-05-01", "12-25"],
})  # fmt: skip
BAR = Opening.from_json({"periods": [{"hours": {"fri": [["20:00", "02:00"]], "sat": [["20:00", "02:00"]]}}]})
REFUGE = Opening.from_json({"periods": [{"hours": {day: [["00:00", "24:00"]] for day in WEEK}}]})


def at(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=PARIS)


@pytest.mark.parametrize(("moment", "is_open"), [
    (at(2026, 7, 14, 9, 59), False),
    (at(2026, 7, 14, 10), True),
    (at(2026, 7, 14, 12, 30), False),
    (at(2026, 7, 13, 11), False),  # a Monday
    (at(2026, 10, 31, 11), True),
    (at(2026, 11, 1, 11), False),  # out of season
    (at(2026, 5, 1, 11), False),  # closed by exception
    (at(2027, 5, 4, 11), True),
    (at(2026, 12, 26, 15), True),
    (at(2027, 1, 2, 15), True),  # a season across the new year
    (at(2027, 1, 9, 15), False),
    (at(2027, 12, 25, 15), False),  # a Saturday, closed every year
])  # fmt: skip
def test_museum_opens_in_its_seasons(moment, is_open):
    assert MUSEUM.is_open(moment) is is_open


def test_hours_past_midnight_belong_to_the_evening():
    assert BAR.is_open(at(2026, 7, 18, 1, 30))
    assert not BAR.is_open(at(2026, 7, 17, 1, 30))
    assert BAR.is_open(at(2026, 7, 19, 1, 59))
    assert not BAR.is_open(at(2026, 7, 19, 2))


@pytest.mark.parametrize("closed", ["2026-07-18", "07-18"])
def test_day_that_is_closed_ends_no_night_that_began_before(closed):
    bar = Opening.from_json(
        {"periods": [{"hours": {"fri": [["20:00", "02:00"]], "sat": [["20:00", "24:00"]]}}], "closed": [closed]}
    )
    assert bar.is_open(at(2026, 7, 18, 1, 30))
    assert not bar.is_open(at(2026, 7, 18, 21))
    assert bar.is_open(at(2026, 7, 25, 23, 59)) and not bar.is_open(at(2026, 7, 26))


def test_night_of_the_clock_change_lasts_as_the_clock_shows():
    """The bar closes at 2: on 29 March 2026 that is when the clock jumps to 3; on 25 October the first 2 o'clock counts."""
    assert BAR.next_change(at(2026, 3, 28, 23)).astimezone(UTC) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert BAR.next_change(at(2026, 10, 24, 23)).astimezone(UTC) == datetime(2026, 10, 25, 0, tzinfo=UTC)
    autumn = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert not BAR.is_open(autumn)
    assert MUSEUM.today(date(2026, 10, 25)) == ((time(10), time(12, 30)), (time(14), time(18)))
    assert MUSEUM.next_change(autumn).astimezone(UTC) == datetime(2026, 10, 25, 9, tzinfo=UTC)


def test_day_and_night_never_changes():
    assert REFUGE.is_open(at(2026, 3, 29, 2, 30))
    assert REFUGE.next_change(at(2026, 7, 14)) is None


def test_next_change_crosses_seasons_and_closed_days():
    assert MUSEUM.next_change(at(2026, 7, 14, 11)) == at(2026, 7, 14, 12, 30)
    assert MUSEUM.next_change(at(2026, 11, 5)) == at(2026, 12, 26, 14)
    assert MUSEUM.next_change(at(2026, 4, 30, 19)) == at(2026, 5, 2, 10)


def test_shorter_season_is_an_exception_to_the_longer():
    shop = Opening.from_json({"periods": [
        {"hours": {"mon": [["09:00", "12:00"]]}},
        {"from": "08-01", "until": "08-15"},
    ]})  # fmt: skip
    assert shop.today(date(2026, 7, 27))
    assert shop.today(date(2026, 8, 3)) == ()


@pytest.mark.parametrize("stored", [None, [], "x", {"periods": "x"}, {"periods": [None, {"hours": []}, {"hours": {"mon": "x"}}, {"from": 3}]},
                                    {"periods": [{"hours": {"mon": [["25:00", "26:00"], ["10:00"]]}}], "closed": [3, "x"], "note": 3}])  # fmt: skip
def test_reading_rubbish_never_fails(stored):
    opening = Opening.from_json(stored)
    assert not opening.is_open(at(2026, 7, 14, 11))
    assert opening.next_change(at(2026, 7, 14, 11)) is None
