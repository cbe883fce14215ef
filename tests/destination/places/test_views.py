"""The list, the points, the page, the contact and the outlines of places."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from accounts.models import Territory
from destination.places.models import PlacePicture, PlaceTranslation
from tests.factories import (
    SQUARE,
    make_event,
    make_organisation,
    make_picture,
    make_place,
    make_territory,
    make_work_group,
    one_day,
)
from tests.html import read

ALWAYS = {"periods": [{"hours": {day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}}]}
BAD_QUERIES = [
    "page=-1", "page=0", "page=99999999999", "page=x", "kind=zzz", "kind=museum&kind=%00", "commune=../../x", "near=nan,nan",
    "near=91,3", "near=inf,inf,99999999", "near=,", "q=%F0%9F%8E%89", "q=%E2%80%AE", "q=" + "a" * 100_000, "open=<script>",
    "access=zzz", "q=%00%ff", "near=" + "9" * 5000,
]  # fmt: skip


def point_ids(client, query=""):
    return {point["id"] for point in client.get("/fr/lieux/points.json" + query).json()}


def as_(user):
    client = Client()
    if user.is_authenticated:
        client.force_login(user)
    return client


@pytest.fixture
def places(db):
    port, village = make_territory("Port-Aurelle", outline=SQUARE), make_territory("Mont-Clar")
    return {
        "museum": make_place(
            "Musée d’Aurelle",
            port,
            kind="museum",
            latitude=42.47,
            longitude=3.1,
            family=True,
            accessibility=["motor", "sight"],
            setting="indoors",
        ),
        "beach": make_place(
            "Plage du Grau", port, kind="beach", latitude=42.48, longitude=3.12, opening=ALWAYS, setting="outdoors"
        ),
        "refuge": make_place(
            "Gîte de la Jasse", village, kind="accommodation", latitude=42.9, longitude=2.5, opening=ALWAYS, setting="both"
        ),
        "cave": make_place("Cave coopérative", village, kind="producer"),
    }


FOUND = {
    "": ["Cave coopérative", "Gîte de la Jasse", "Musée d’Aurelle", "Plage du Grau"],
    "?kind=museum": ["Musée d’Aurelle"],
    "?kind=museum&kind=beach": ["Musée d’Aurelle", "Plage du Grau"],
    "?family=1": ["Musée d’Aurelle"],
    "?open=1": ["Gîte de la Jasse", "Plage du Grau"],
    "?access=motor": ["Musée d’Aurelle"],
    "?setting=indoors": ["Gîte de la Jasse", "Musée d’Aurelle"],
    "?setting=outdoors": ["Gîte de la Jasse", "Plage du Grau"],
    "?access=motor&access=hearing": [],
    "?q=cooperative": ["Cave coopérative"],
    "?q=GRAU plage": ["Plage du Grau"],
    "?near=42.48,3.12,5": ["Plage du Grau", "Musée d’Aurelle"],
    "?kind=museum&open=1": [],
}


def test_filters_find(client, places):
    answers = {query: client.get(f"/fr/lieux/{query}").context for query in FOUND}
    assert {query: [card["title"] for card in answer["cards"]] for query, answer in answers.items()} == FOUND
    assert {query: answer["total"] for query, answer in answers.items()} == {query: len(names) for query, names in FOUND.items()}


def test_commune_filter_and_counts_beside_the_other_filters(client, places):
    slug = places["museum"].commune.slug
    response = client.get(f"/fr/lieux/?commune={slug}&kind=museum")
    counts = {chip["label"]: chip["count"] for chip in response.context["first_chips"]}
    assert (counts["Musée"], counts["Plage"], counts["Ouvert maintenant"], counts["En famille"]) == (1, 1, 0, 1)
    communes = {chip["label"]: chip["count"] for chip in response.context["groups"][0]["chips"]}
    assert communes == {"Port-Aurelle": 1}
    assert point_ids(client, f"?commune={slug}") == {places["museum"].pk, places["beach"].pk}


@pytest.mark.parametrize("persona", ["visitor", "professional", "member", "group_member", "administrator"])
def test_nothing_leaks_to_who_may_not_see(request, persona, member, group_member):
    user = request.getfixturevalue(persona)
    work_group = make_work_group(group_member)
    other_office = make_organisation("Office d’ailleurs")
    at = {"kind": "museum", "latitude": 42.4, "longitude": 3.1, "opening": ALWAYS, "family": True, "setting": "indoors"}
    made = {
        "public": make_place("Public", **at),
        "professionals": make_place("Pro", audience="professionals", **at),
        "members": make_place("Membres", audience="members", **at),
        "group": make_place("Groupe", audience="group", **at),
        "private": make_place("Ailleurs", audience="private", organisation=other_office, **at),
        "draft": make_place("Brouillon", live=False, **at),
    }
    made["group"].audience_groups.add(work_group)
    made["group"].save()
    seen = {
        "visitor": {"public"},
        "professional": {"public", "professionals"},
        "member": {"public", "professionals", "members"},
        "group_member": {"public", "professionals", "members", "group"},
        "administrator": {"public", "professionals", "members", "group", "private"},
    }[persona]
    client, ids = as_(user), {made[name].pk for name in seen}
    response = client.get("/fr/lieux/")
    assert {card["pk"] for card in response.context["cards"]} == ids
    assert response.context["total"] == len(ids)
    assert {chip["count"] for chip in response.context["first_chips"]} == {len(ids)}
    assert point_ids(client) == ids
    for name, place in made.items():
        expected = 200 if name in seen else 404
        assert client.get(place.get_absolute_url()).status_code == expected, name
        assert client.get(f"/fr/lieux/x-{place.pk}.vcf").status_code == expected, name
    shown = {card["title"] for card in client.get(made["public"].get_absolute_url()).context["nearby"]}
    assert shown <= {made[name].name for name in seen}


def test_unpublished_place_is_gone_at_once(client, places):
    assert places["cave"].pk in {card["pk"] for card in client.get("/fr/lieux/").context["cards"]}
    type(places["cave"]).objects.filter(pk=places["cave"].pk).update(live=False)
    assert places["cave"].pk not in {card["pk"] for card in client.get("/fr/lieux/").context["cards"]}


def test_same_number_of_queries_for_1_3_and_50_places(client, db, django_assert_max_num_queries):
    commune = make_territory()
    counts: dict[str, set[int]] = {"/fr/lieux/": set(), "/fr/lieux/points.json": set()}
    for number in (1, 2, 47):
        for each in range(number):
            make_place(f"Lieu {each}", commune, latitude=42.4, longitude=3.1, opening=ALWAYS)
        for address, different in counts.items():
            client.get(address)  # the directory is made anew
            with django_assert_max_num_queries(12) as captured:
                client.get(address)
            different.add(len(captured))
    assert [len(different) for different in counts.values()] == [1, 1]


def test_bad_query_gives_a_calm_page(client, places):
    addresses = [f"/fr/lieux/{page}?{query}" for query in BAD_QUERIES for page in ("", "points.json")]
    assert [address[:80] for address in addresses if client.get(address).status_code != 200] == []


def test_ten_megabytes_of_words_give_a_calm_page(client, places):
    assert client.get("/fr/lieux/", {"q": "é" * 1_700_000}).status_code == 200


def test_wrong_slug_leads_to_the_right_address_and_absent_place_is_404(client, places):
    response = client.get(f"/fr/lieux/autre-{places['museum'].pk}/")
    assert (response.status_code, response["Location"]) == (301, places["museum"].get_absolute_url())
    assert client.get("/fr/lieux/x-999999/").status_code == 404
    assert client.get("/fr/lieux/x-" + "9" * 40 + "/").status_code == 404
    assert client.get("/fr/communes/nulle-part/").status_code == 404


def test_addresses_are_in_the_language_of_the_reader(client, places, settings):
    place = places["museum"]
    place.words.add(PlaceTranslation(language="en", name="Aurelle Museum"))
    place.save()
    with translation.override("en"):
        address = place.get_absolute_url()
    assert address == f"/en/places/aurelle-museum-{place.pk}/"
    page = read(client.get(address))
    assert page.alternates["fr"] == f"{settings.BASE_URL}/fr/lieux/musee-d-aurelle-{place.pk}/"
    assert page.canonical == f"{settings.BASE_URL}{address}"
    assert client.get("/ca/llocs/").status_code == 200


def test_missing_language_is_said_and_marked(client, places, settings):
    response = client.get(f"/en/places/musee-d-aurelle-{places['museum'].pk}/")
    page = read(response)
    assert "This text does not exist in English yet: here it is in French." in page.text.replace("french", "French")
    assert page.get_by_role("heading", "Musée d’Aurelle")["lang"] == "fr"
    assert page.canonical == f"{settings.BASE_URL}/fr/lieux/musee-d-aurelle-{places['museum'].pk}/"


def test_json_ld_says_the_place(client, places):
    place = places["museum"]
    place.opening, place.phone, place.address = (
        {"periods": [{"hours": {"tue": [["10:00", "18:00"]]}}]},
        "+33 4 65 00 00 00",
        "1 rue </script>",
    )
    place.save()
    [described] = read(client.get(place.get_absolute_url())).structured_data
    assert (described["@type"], described["name"]) == ("Museum", "Musée d’Aurelle")
    assert described["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "1 rue </script>",
        "addressLocality": "Port-Aurelle",
        "addressCountry": "FR",
    }
    assert described["geo"] == {"@type": "GeoCoordinates", "latitude": 42.47, "longitude": 3.1}
    assert described["openingHoursSpecification"] == [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Tuesday"], "opens": "10:00", "closes": "18:00"}
    ]


def test_lodging_says_what_it_offers_and_nothing_that_is_not_known(client, places):
    place, plain = places["refuge"], places["cave"]
    place.stars, place.rooms, place.capacity, place.price_from, place.price_unit = 2, 9, 28, 54, "night_each"
    place.payments, place.languages, place.labels = ["cash", "holiday_vouchers"], ["fr", "ca", "xx"], ["gites_de_france"]
    place.booking_url = "https://la-jasse.example/reserver/"
    place.save()
    page = read(client.get(place.get_absolute_url()))
    words = page.region("Informations pratiques").text + page.region("Bon à savoir").text
    for fact in ("À partir de 54 € la nuit par personne", "2 étoiles", "9 chambres · 28 personnes", "Espèces, Chèques-Vacances",
                 "Français, catalan", "Gîtes de France"):  # fmt: skip
        assert fact in words
    assert page.all_by_role("link", "Réserver")[0]["href"] == place.booking_url
    [described] = page.structured_data
    offered = {
        "starRating": {"@type": "Rating", "ratingValue": 2, "bestRating": 5},
        "numberOfRooms": 9,
        "priceRange": "à partir de 54\xa0€ la nuit par personne",
        "paymentAccepted": "espèces, Chèques-Vacances",
        "availableLanguage": ["fr", "ca"],
        "hasCertification": [{"@type": "Certification", "name": "Gîtes de France"}],
        "potentialAction": {"@type": "ReserveAction", "target": "https://la-jasse.example/reserver/"},
    }
    assert {name: described.get(name) for name in offered} == offered
    card = client.get("/fr/lieux/?kind=accommodation").context["cards"][0]
    assert (card["stars"], card["price"]) == ("2 étoiles", "à partir de 54\xa0€ la nuit par personne")
    page = read(client.get(plain.get_absolute_url()))
    assert "Bon à savoir" not in page.texts("heading")
    [described] = page.structured_data
    assert not {*offered, "isAccessibleForFree"} & set(described)


def test_place_without_anything_has_a_page(client, places):
    headings = read(client.get(places["cave"].get_absolute_url())).texts("heading")
    assert "Horaires" not in headings
    assert "Y aller" not in headings


def test_links_of_programs_are_never_run(client, places):
    place = places["cave"]
    place.website = "javascript:alert(1)"
    place.save()
    addresses = [link["href"] for link in read(client.get(place.get_absolute_url())).all_by_role("link")]
    assert addresses and not [address for address in addresses if address.startswith("javascript")]


def test_pictures_that_the_reader_may_not_see_are_left_out(client, places, member):
    place = places["museum"]
    place.picture = make_picture(audience="members")
    place.save()
    PlacePicture.objects.create(place=place, picture=make_picture("La salle", audience="private"))
    response = client.get(place.get_absolute_url())
    assert (response.context["picture"], response.context["pictures"], response.context["head"].picture) == (None, [], None)
    assert client.get("/fr/lieux/?kind=museum").context["cards"][0]["image"] is None
    assert as_(member).get(place.get_absolute_url()).context["picture"]["picture"] == place.picture


def test_contact_is_a_card(client, places):
    place = places["museum"]
    place.phone, place.address = "+33 4 65 00 00 00", "1, rue du Port; au fond"
    place.save()
    response = client.get(f"/fr/lieux/musee-d-aurelle-{place.pk}.vcf")
    card = response.content.decode()
    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    assert card.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n") and card.endswith("END:VCARD\r\n")
    assert "ADR;TYPE=WORK:;;1\\, rue du Port\\; au fond;Port-Aurelle;;;France\r\n" in card
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))


def test_events_to_come_stand_on_the_page_of_their_commune(client, places, member):
    today, commune = date.today(), places["museum"].commune
    make_event("Concert", one_day(today + timedelta(days=2)), commune=commune)
    make_event("Passé", one_day(today - timedelta(days=2)), commune=commune)
    make_event("Réunion", one_day(today + timedelta(days=1)), commune=commune, audience="members")
    make_event("Ailleurs", one_day(today + timedelta(days=1)))
    address = f"/fr/communes/{commune.slug}/"
    html = client.get(address).content.decode()
    assert "Concert" in html and "Prochainement ici" in html
    assert not [title for title in ("Passé", "Réunion", "Ailleurs") if title in html]
    assert "Réunion" in read(as_(member).get(address)).text


def test_events_to_come_stand_on_the_page_of_their_place(client, places, member):
    today = date.today()
    make_event("Concert", one_day(today + timedelta(days=2)), place=places["museum"])
    make_event("Passé", one_day(today - timedelta(days=2)), place=places["museum"])
    make_event("Réunion", one_day(today + timedelta(days=1)), place=places["museum"], audience="members")
    make_event("Ailleurs", one_day(today + timedelta(days=1)), place=places["beach"])

    def titles(reader):
        sections = reader.get(places["museum"].get_absolute_url()).context["sections"]
        return [event["title"] for event in sections[0]["values"]["events"]] if sections else []

    assert titles(client) == ["Concert"]
    assert titles(as_(member)) == ["Réunion", "Concert"]


def test_list_says_what_to_do_when_nothing_is_found(client, db):
    assert "L’office de tourisme n’en a pas encore publié." in read(client.get("/fr/lieux/")).text
    make_place()
    page = client.get("/fr/lieux/?q=zzzz").content.decode()
    assert "Aucun lieu ne répond à ces choix" in page
    assert "escale-map" not in page


def test_hotel_is_not_closed_when_its_reception_is(client, db):
    hours = {"periods": [{"hours": {day: [["07:00", "21:00"]] for day in ALWAYS["periods"][0]["hours"]}}]}
    hotel = make_place("Hôtel des Tilleuls", kind="accommodation", opening=hours, phone="+33 4 65 71 01 10")
    shop = make_place("Épicerie", kind="shop", opening=hours)
    with time_machine.travel("2026-11-28T22:40+01:00", tick=False):
        page, closed = read(client.get(hotel.get_absolute_url())), read(client.get(shop.get_absolute_url()))
        assert "Réception ouverte de 7 h à 21 h" in page.text and "Fermé" not in page.text
        assert "Fermé · ouvre demain à 7 h" in closed.text
        cards = {card["title"]: card["open_words"] for card in client.get("/fr/lieux/").context["cards"]}
    assert cards["Hôtel des Tilleuls"] == "Réception ouverte de 7\u00a0h à 21\u00a0h"
    (told,) = [each for each in page.structured_data if each.get("@type") == "LodgingBusiness"]
    assert "openingHoursSpecification" not in told
    assert told["contactPoint"]["contactType"] == "reception" and told["contactPoint"]["hoursAvailable"]


def test_around_a_commune_cards_say_how_far_and_the_nearest_comes_first(client, places):
    Territory.objects.filter(name="Port-Aurelle").update(latitude=42.48, longitude=3.12)
    slug = places["museum"].commune.slug
    response = client.get(f"/fr/lieux/?near=commune:{slug}&km=5")
    assert [(card["title"], card["away"].replace("\u00a0", " ")) for card in response.context["cards"]] == [
        ("Plage du Grau", "à 100 m"), ("Musée d’Aurelle", "à 2 km"),
    ]  # fmt: skip
    page = read(response)
    assert page.region("Jusqu’à quelle distance").texts("link")[1] == "5 km"
    assert "depuis le centre de Port-Aurelle" in page.text
    assert client.get("/fr/lieux/?near=commune:nulle-part").context["total"] == 4


def test_commune_is_reached_from_the_list_of_communes(client, places):
    commune = places["museum"].commune
    listed = read(client.get("/fr/communes/"))
    assert listed.get_by_role("link", name="Port-Aurelle")["href"] == f"/fr/communes/{commune.slug}/"
    page = read(client.get(f"/fr/communes/{commune.slug}/"))
    assert page.region("Fil d’Ariane").texts("link") == ["Accueil", "Communes"]
    assert page.has("heading", "À voir ici")
    assert f"/fr/communes/{commune.slug}/" in client.get("/sitemap.xml").content.decode()


def test_telephones_of_a_place_are_dialled_however_they_were_kept(client, db):
    """As they were kept before a field read them; a note is shown and not dialled."""
    kept = "+33 (0)4 65 71 01 10 (mairie) / 04.65.71.01.11 / 06\u00a012\u00a034\u00a056\u00a078 / +376 812 345"
    place = make_place("Musée", phone=kept)
    page = read(client.get(place.get_absolute_url()))
    links = {link["href"] for link in page.all_by_role("link") if link["href"].startswith("tel:")}
    assert links == {"tel:+33465710110", "tel:+33465710111", "tel:+33612345678", "tel:+376812345"}
    assert "mairie" in page.text
    numbers = ["+33 4 65 71 01 10", "+33 4 65 71 01 11", "+33 6 12 34 56 78", "+376 812 345"]
    assert next(thing["telephone"] for thing in page.structured_data if "telephone" in thing) == numbers
