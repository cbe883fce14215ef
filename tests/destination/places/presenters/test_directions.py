"""The ways to go there."""

from django.utils import translation

from destination.places.presenters.directions import directions


def test_position_opens_in_every_program():
    with translation.override("fr"):
        ways = {way["title"]: way for way in directions("Musée d’Aurelle", 42.4475, 3.236)}
    assert {title: way["url"] for title, way in ways.items()} == {
        "Avec l’application de mon téléphone": "geo:42.447500,3.236000?q=42.447500,3.236000(Mus%C3%A9e%20d%E2%80%99Aurelle)",
        "Plans, d’Apple": "https://maps.apple.com/?daddr=42.447500%2C3.236000",
        "OpenStreetMap": "https://www.openstreetmap.org/directions?to=42.447500%2C3.236000",
        "Google Maps": "https://www.google.com/maps/dir/?api=1&destination=42.447500%2C3.236000",
    }
    assert [way["device"] for way in ways.values()] == ["android", "apple", "", ""]


def test_address_serves_where_there_is_no_position():
    geo, *others = directions("Office", address="1 quai du Port\n99100 Port-Aurelle")
    assert geo["url"] == "geo:0,0?q=1%20quai%20du%20Port%2C%2099100%20Port-Aurelle"
    assert all("99100" in way["url"] for way in others)
    assert directions("Nulle part", address=" ") == [] == directions("Nulle part", 42.4, None)
