import pytest

from destination.places.opening_hours.parsing import read_hours


@pytest.mark.parametrize(("text", "hours"), [
    ("10h-12h30, 14h-18h", [["10:00", "12:30"], ["14:00", "18:00"]]),
    ("de 9 h 30 à 12 h et de 14:00 à 18:30", [["09:30", "12:00"], ["14:00", "18:30"]]),
    ("9.30-12", [["09:30", "12:00"]]),
    ("20h–2h", [["20:00", "02:00"]]),
    ("fermé", []),
    ("", []),
    ("le matin", None),
    ("10h", None),
])  # fmt: skip
def test_hours_are_read_as_people_type_them(text, hours):
    assert read_hours(text) == hours
