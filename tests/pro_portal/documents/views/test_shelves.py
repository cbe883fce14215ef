"""Who sees what of the shelves."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.utils import timezone

from common.storages import private_storage
from intranet.documents.actions.previews import picture_name
from pro_portal.documents.filters import ShelfFilters
from pro_portal.documents.presenters.shelves import ShelfList
from tests.factories.portal_documents import make_edition
from tests.factories.watch import make_theme
from tests.html import read

pytestmark = pytest.mark.django_db
ROOT = "/fr/portail/documents/"


def signed_in(client, person):
    client.force_login(person)
    return client


def test_each_reader_sees_what_opens_to_them(client, professional, member, secret_member):
    group = secret_member.work_groups.get()
    facts = {"shelf": "figures", "author": secret_member, "organisation": secret_member.organisation, "pages": 1}
    places = {
        audience: make_edition(
            f"Bilan {audience}", audience=audience, work_groups=[group] if audience == "group" else [], **facts
        )
        for audience in ("public", "professionals", "members", "group")
    }
    thrown = make_edition("Bilan jeté", audience="public", deleted_at=timezone.now(), **facts)
    held = make_edition("Bilan retenu", audience="public", scan_state="infected", **facts)
    every = [*places.values(), thrown, held]
    for place in every:
        private_storage().delete(picture_name(place.document_id, 1, 1))
        private_storage().save(picture_name(place.document_id, 1, 1), ContentFile(b"RIFF"))
    seen, titles, pictures = {}, {}, {}
    for name, person in {"visitor": None, "professional": professional, "member": member, "secret": secret_member}.items():
        browser = signed_in(client, person) if person else client
        pages = [read(browser.get(f"{ROOT}{path}")).text for path in ("", "chiffres-cles/")] + [
            read(browser.get("/fr/portail/")).text
        ]
        titles[name] = [{str(place) for place in every if str(place) in page} for page in pages]
        seen[name] = {str(place) for place in every if browser.get(place.get_absolute_url()).status_code == 200}
        answers = {str(place): browser.get(f"{place.get_absolute_url()}premiere-page/") for place in every}
        pictures[name] = {title for title, answer in answers.items() if answer.status_code == 200}
        assert {answers[title]["Cache-Control"] for title in pictures[name]} == {"private, no-store"}
        browser.logout()
    own = {"Bilan public", "Bilan professionals", "Bilan members", "Bilan group"}
    assert seen == {
        "visitor": {"Bilan public"},
        "professional": {"Bilan public", "Bilan professionals"},
        "member": {"Bilan public", "Bilan professionals", "Bilan members"},
        "secret": own | {"Bilan retenu"},
    }
    assert pictures == {name: titles - {"Bilan retenu"} for name, titles in seen.items()}
    for name in ("visitor", "professional", "member"):
        assert titles[name][:2] == [seen[name], seen[name]]
        assert titles[name][2] <= seen[name]
    refusal = client.get(places["professionals"].get_absolute_url())
    assert refusal.status_code == 302 and "login" in refusal.url or "connexion" in refusal.url
    assert client.get(f"{ROOT}999999/").status_code == 302  # as what does not exist


def test_visitor_is_led_to_an_account(client):
    edition = make_edition("Carte", audience="public", can_be_ordered=True)
    for path in ("", "editions/", f"{edition.document_id}/"):
        page = read(client.get(ROOT + path))
        assert page.has("link", "Demander un compte") and not page.has("link", "Commander")


def test_filters_count_beside_each_other():
    digital, law = make_theme("numerique"), make_theme("loi")
    for title, year, theme in (("Un", 2025, digital), ("Deux", 2025, law), ("Trois", 2024, digital), ("Quatre", None, None)):
        make_edition(title, shelf="figures", audience="public", year=year, theme=theme)
    make_edition("Ailleurs", audience="public", year=2025)

    def shown(**filters):
        listing = ShelfList("figures", AnonymousUser(), ShelfFilters(**filters))
        chips = {chip["label"]: chip["count"] for facet in listing.facets() for chip in facet["chips"]}
        return [(year, [line["title"] for line in lines]) for year, lines in listing.years()], chips

    assert shown() == (
        [("2025", ["Deux", "Un"]), ("2024", ["Trois"]), ("", ["Quatre"])],
        {"2025": 2, "2024": 1, "Numerique": 2, "Loi": 1},
    )
    assert shown(year="2025", theme="numerique") == (
        [("2025", ["Un"])],
        {"2025": 1, "2024": 1, "Numerique": 1, "Loi": 1},
    )
    assert shown(year="1700")[0] == []


def test_as_many_queries_whatever_stands_there(client, professional, django_assert_max_num_queries):
    signed_in(client, professional)
    for number in range(30):
        make_edition(f"Édition {number}", can_be_ordered=True, year=2020 + number % 3, theme=make_theme(f"t{number % 2}"))
    client.get(f"{ROOT}editions/")
    with django_assert_max_num_queries(15):
        client.get(f"{ROOT}editions/")
    with django_assert_max_num_queries(15):
        client.get(ROOT)
    with django_assert_max_num_queries(15):
        client.get(f"{ROOT}editions/commander/")
