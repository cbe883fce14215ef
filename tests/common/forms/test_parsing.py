"""What people type, read with indulgence."""

from datetime import date, time
from decimal import Decimal

import pytest

from common.forms.parsing import Unreadable, read_amount, read_day, read_hour, read_position
from common.text import plain

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    ["16/07/2027", "16.07.2027", "16-7-2027", "16/7/27", "2027-07-16", "16 juillet 2027", "vendredi 16 juillet 2027", "16 JUIL. 2027",  # noqa: E501
     "16 July 2027", "Friday, 16 July 2027", "16 de juliol de 2027", "16 juillet", "16/07", " 16 / 07 / 2027 ", "16-07-27", "16.07",
     "le 16 juillet 2027", "Vendredi, le 16 juillet", "ven. 16/07/2027", "16 juil. 27", "16-juillet-2027", "2027/07/16", "16 juil",
     "16\u201107\u20112027", "16\u201307\u20132027", "16\u00a0juillet\u00a02027", "divendres 16 de juliol del 2027", "16th of July"],
)  # fmt: skip
def test_day_is_read_as_people_write_it(text):
    assert read_day(text, TODAY) == date(2027, 7, 16)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er août 2027", date(2027, 8, 1)),
        ("1 er août", date(2027, 8, 1)),
        ("29 février", date(2028, 2, 29)),
        ("25 décembre", date(2026, 12, 25)),
        ("dim. 5 déc.", date(2026, 12, 5)),
        ("14-07-27", date(2027, 7, 14)),
        ("14 de juliol de 2027", date(2027, 7, 14)),
        ("14 d’agost de 2027", date(2027, 8, 14)),
        ("1 d'octubre", date(2027, 10, 1)),
    ],
)
def test_day_of_other_forms(text, day):
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["31/02/2027", "32/01/2027", "0/0/0", "demain", "16 brumaire 2027", "2027-13-45", "９９/９９/９９９９", "-1/-1/-1",
             "July 14, 2027", "2030", "2027-07.16", "du 5 au 7 juin", "14/07/2027 20h30", "le le le 5 juin"],
)  # fmt: skip
def test_impossible_day_is_refused(text):
    with pytest.raises(Unreadable):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("18h30", time(18, 30)), ("18:30", time(18, 30)), ("18 h", time(18)), ("18 h 30", time(18, 30)), ("18", time(18)), ("18.30", time(18, 30)),  # noqa: E501
     ("6:30 pm", time(18, 30)), ("12 am", time(0)), ("9h", time(9)), ("midi", time(12)), ("24h", time(0)), ("18h30 min", time(18, 30)),  # noqa: E501
     ("20H30", time(20, 30)), ("8 heures", time(8)), ("8 heures 30", time(8, 30)), ("à 20h30", time(20, 30)), ("minuit", time(0)),
     ("8 p.m.", time(20)), ("0h", time(0)), ("19h 30", time(19, 30))],
)  # fmt: skip
def test_hour_is_read_as_people_write_it(text, hour):
    assert read_hour(text) == hour


@pytest.mark.parametrize("text", ["25h", "18h75", "ce soir", "1830h", ":", "18:30:99", "2030", "h20", "18h-19h", "24h30"])
def test_impossible_hour_is_refused(text):
    with pytest.raises(Unreadable):
        read_hour(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12,50 €", "12.50"),
        ("12.5", "12.50"),
        ("12", "12.00"),
        ("12€50", "12.50"),
        ("12 euros 50", "12.50"),
        ("€ 12.50", "12.50"),
        ("12,00EUR", "12.00"),
        ("12\u202f€", "12.00"),
        ("1 200 €", "1200.00"),
        ("8 euros", "8.00"),
        ("0", "0.00"),
        ("gratuit", "0.00"),
        ("Entrée libre", "0.00"),
        ("GRATIS", "0.00"),
        ("gratuït", "0.00"),
    ],
)
def test_amount_is_read_as_people_write_it(text, amount):
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["gratuit ou 5", "-5", "1e9", "999999999", "12,505", "NaN", "5/8 €", "de 5 à 8 €", "prix libre"])
def test_impossible_amount_is_refused(text):
    with pytest.raises(Unreadable):
        read_amount(text)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("42.6812, 2.7953", (42.6812, 2.7953)),
        ("42.6812,2.7953", (42.6812, 2.7953)),
        ("42,6812 ; 2,7953", (42.6812, 2.7953)),
        ("42.6812 2.7953", (42.6812, 2.7953)),
        ("42.6812°, 2.7953°", (42.6812, 2.7953)),
        ("2.7953, 42.6812", (42.6812, 2.7953)),  # the two exchanged
        ("-21.1, 55.5", (-21.1, 55.5)),
    ],
)
def test_position_is_read_as_maps_give_it(text, position):
    assert read_position(text) == position


@pytest.mark.parametrize("text", ["42.6812", "au port", "48.2, 16.4", "999, 999", "42;2;1", "NaN, 2"])
def test_position_that_is_none_or_elsewhere_is_refused(text):
    with pytest.raises(Unreadable):
        read_position(text)


def test_plain_takes_out_what_turns_the_direction():
    assert plain("a\x00b\u202ec\r\nd\te") == "abc\nd\te"
