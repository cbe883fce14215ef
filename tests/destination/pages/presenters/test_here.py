"""What stands on the first page for somebody on the spot, by the hour."""

from datetime import date, time

import pytest
import time_machine
from django.utils import translation

from common.filters import Near
from destination.pages.page_cache import clear
from destination.pages.presenters import here
from tests.factories import make_event, make_place, make_territory, one_day
from tests.html import read

SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 29)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def every_day(*hours) -> dict:
    return {"periods": [{"hours": {day: [list(pair) for pair in hours] for day in DAYS}}]}


@pytest.fixture
def weekend(db):
    with time_machine.travel("2026-11-27T12:00+01:00", tick=False):
        make_event("Marché", one_day(SATURDAY, time(8), time(12)))
        make_event("Concert", one_day(SATURDAY, time(21), time(23, 30)))
        make_event("Visite", one_day(SUNDAY, time(10), time(11)))
        make_event("Bal", one_day(SUNDAY, time(17), time(19)))
        make_place("Musée", kind="museum", opening=every_day(("10:00", "18:00")))
        make_place("Bar du port", kind="restaurant", opening=every_day(("18:00", "01:00")))
        make_place("Hôtel", kind="accommodation", opening=every_day(("07:00", "23:00")))


@pytest.mark.parametrize(("moment", "strips", "is_open", "opens"), [
    ("2026-11-28T10:30", {"Aujourd’hui": ["Marché", "Concert"]}, ["Musée"], ["Bar du port"]),
    ("2026-11-28T13:00", {"Aujourd’hui": ["Concert"]}, ["Musée"], ["Bar du port"]),
    ("2026-11-28T22:30", {"Ce soir": ["Concert"], "Demain, dès le matin": ["Visite", "Bal"]}, ["Bar du port"], ["Musée"]),
    ("2026-11-28T23:45", {"Demain, dès le matin": ["Visite", "Bal"]}, ["Bar du port"], ["Musée"]),
    ("2026-11-29T01:30", {"Aujourd’hui": ["Visite", "Bal"]}, [], ["Musée"]),
    ("2026-11-29T21:00", {}, ["Bar du port"], ["Musée"]),
])  # fmt: skip
def test_page_follows_the_hour_and_promises_nothing(weekend, moment, strips, is_open, opens):
    with time_machine.travel(f"{moment}+01:00", tick=False), translation.override("fr"):
        clear()
        shown, places = here.strips(), here.places()
    assert {strip["title"]: [tile["title"] for tile in strip["tiles"]] for strip in shown} == strips
    assert [card["title"] for card in places["open"]] == is_open
    assert [card["title"] for card in places["next"]] == opens


def test_commune_is_chosen_without_a_script_and_remembered(client, pages):
    port = make_territory("Port-Aurelle", latitude=42.44, longitude=3.23)
    make_place("Criée", port, latitude=42.45, longitude=3.23)
    make_place("Refuge", port, latitude=42.9, longitude=2.5)
    response = client.get(f"/fr/?journey=here&commune={port.slug}")
    assert response.cookies["journey"].value == f"here.{port.slug}"
    page = read(client.get("/fr/"))
    assert page.has("heading", "Près de Port-Aurelle") and "Criée" in page.region("Près de Port-Aurelle").text
    assert "Refuge" not in page.region("Près de Port-Aurelle").text
    near = Near(radius=5, commune=port.slug)
    assert page.get_by_role("link", name="Les lieux à moins de 5 km")["href"].endswith(
        f"?near=commune%3A{port.slug}%2C{near.radius}"
    )


@pytest.mark.parametrize("value", ["here.nulle-part", "here.", "here.../x", "here.%00", "preparing.port"])
def test_strange_cookie_is_no_commune(client, pages, value):
    client.cookies["journey"] = value
    response = client.get("/fr/")
    assert response.status_code == 200 and response.context["near"] is None
