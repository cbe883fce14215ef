"""The form of a place in the CMS."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from destination.places.models import Place
from tests.factories import make_territory
from tests.html import read

pytestmark = pytest.mark.wagtail_indexes

ADD = reverse("wagtailsnippets_places_place:add")


def place_form(**fields) -> dict:
    words = {"language": "fr", "name": "Hôtel du Port", "origin": "editor", "summary": "", "text": "", "coming": "", "prices": ""}
    facts = {
        "kind": "accommodation", "commune": make_territory().pk, "audience": "public", "opening-closed": "",
        "words": inline_formset([words]), "pictures": inline_formset([]), "action-publish": "1",
    }  # fmt: skip
    ticked = {name: fields.pop(name) for name in list(fields) if isinstance(fields[name], list)}
    return nested_form_data(facts | fields) | ticked


def test_what_a_lodging_offers_is_kept(client, administrator):
    client.force_login(administrator)
    form = place_form(
        stars="3", rooms="34", capacity="72", price_from="92,50", price_unit="night", payments=["cash", "card"],
        languages=["fr", "ca"], labels=["accueil_velo"], booking_url="https://hotel.example/", setting="indoors",
    )  # fmt: skip
    response = client.post(ADD, form)
    assert response.status_code == 302, response.context["form"].errors
    place = Place.objects.get()
    assert (place.stars, place.rooms, place.capacity, str(place.price_from), place.price_unit) == (3, 34, 72, "92.50", "night")
    assert (place.payments, place.languages, place.labels) == (["cash", "card"], ["fr", "ca"], ["accueil_velo"])
    page = read(client.get(reverse("wagtailsnippets_places_place:edit", args=[place.pk])))
    assert page.all_by_hook("name", "price_from")[0].value == "92,50"


@pytest.mark.parametrize(("fields", "refused"), [
    ({"kind": "beach", "stars": "4"}, "stars"),
    ({"kind": "beach", "rooms": "12"}, "rooms"),
    ({"stars": "9"}, "stars"),
    ({"rooms": "-3"}, "rooms"),
    ({"capacity": "99999999999999999999"}, "capacity"),
    ({"price_from": "quatre-vingts"}, "price_from"),
    ({"price_from": "0"}, "price_from"),
    ({"price_from": "99999999999"}, "price_from"),
    ({"price_from": "7", "free": "on"}, "price_from"),
    ({"price_unit": "night"}, "price_from"),
    ({"booking_url": "javascript:alert(1)"}, "booking_url"),
    ({"menu_url": "la carte"}, "menu_url"),
    ({"languages": ["klingon"]}, "languages"),
    ({"payments": ["\x00"]}, "payments"),
])  # fmt: skip
def test_bad_facts_are_refused_beside_their_field(client, administrator, fields, refused):
    client.force_login(administrator)
    response = client.post(ADD, place_form(**fields))
    assert list(response.context["form"].errors) == [refused]
    assert not Place.objects.exists()
