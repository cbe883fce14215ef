import pytest

from accounts.models import Profile
from common.access import Audience
from tests.factories import make_event, make_organisation, make_user
from tests.factories.accounts import make_full_profile
from tests.factories.tutorials import make_tutorial
from tests.factories.watch import make_item
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db


def test_provider_finds_professional_dates_only(client, professional):
    make_event("Atelier photo", audience=Audience.PROFESSIONALS)
    make_event("Réunion des offices", audience=Audience.MEMBERS)
    make_organisation("Office de la Côte", email="cote@aurelle.example")
    client.force_login(professional)
    page = client.get("/fr/portail/").content.decode()
    assert "Atelier photo" in page and "Office de la Côte" in page
    assert "Réunion des offices" not in page


@pytest.mark.parametrize("who", ["visitor", "person of no organisation"])
def test_others_come_in_and_see_no_professional_date(client, who):
    make_event("Atelier photo", audience=Audience.PROFESSIONALS)
    if who != "visitor":
        client.force_login(make_user())
    response = client.get("/fr/portail/")
    assert response.status_code == 200
    assert "Atelier photo" not in response.content.decode()


def test_each_room_shows_a_task_with_what_the_reader_may_see(client, professional):
    make_item("Une veille ouverte")
    make_item("Une veille de la maison", audience=Audience.PROFESSIONALS)
    make_tutorial(title="Une fiche ouverte")
    page = client.get("/fr/portail/").content.decode()
    assert read(page).get_by_role("link", "Le manuel de l’espace pro (PDF, en français)")["href"] == "/intranet/manuel-portail.pdf"
    for task in ("Une photo", "Apprendre", "Quoi de neuf"):
        assert f"</svg>{task}</a>" in page
    assert "Une veille ouverte" in page and "Une fiche ouverte" in page
    assert "Une veille de la maison" not in page
    client.force_login(professional)
    assert "Une veille de la maison" in read(client.get("/fr/portail/")).text


@pytest.mark.parametrize("room", ["", "phototheque/", "tutoriels/", "veille/", "veille/lettres/", "demander-un-compte/"])
def test_open_pages_say_their_languages_to_robots_and_readers(client, room):
    page = read(client.get(f"/ca/portail/{room}"))

    assert page.language == "ca"
    assert page.canonical == f"http://127.0.0.1:8000/ca/portail/{room}"
    assert page.meta("description") and page.meta("og:locale") == "ca_ES"
    assert page.get_by_role("link", "English")["href"] == f"/en/portail/{room}"


# ---- contacts by theme ------------------------------------------------------------------------------------------
CONTACTS = "/fr/portail/contacts/"


@pytest.fixture
def contacts(member, office, former_member):
    """Who is shown, and everyone who is not: opted out, without a theme, gone, a provider."""
    shown = make_full_profile(member, themes=["digital"], about="Les écrans", languages=["ca"], away_until=in_days(3))
    hidden = make_user(organisation=office, first_name="Claire", last_name="Cachée")
    make_full_profile(hidden, themes=["digital"], shown_to_professionals=False)
    make_full_profile(make_user(organisation=office, first_name="Sans", last_name="Thème"))
    make_full_profile(former_member, themes=["digital"])
    provider = make_organisation("Hôtel des Pins", kind="provider")
    make_full_profile(make_user(organisation=provider, first_name="Paul", last_name="Despins"), themes=["digital"])
    Profile.objects.filter(pk=shown.pk).update(stand_in=hidden)
    return shown, hidden.profile


def test_professional_finds_whom_to_ask_by_theme(client, professional, contacts):
    shown, hidden = contacts
    client.force_login(professional)
    for query in ("", "?theme=digital", "?q=ecrans", "?q=Delmoli", "?q=numerique", "?langue=ca", "?q=Cachée", "?q=Despins"):
        response = client.get(CONTACTS + query)
        page, text = read(response), response.content.decode().replace("/intranet/personnes/mon-profil/", "their own")
        found = [each.name for each in page.all_by_role("heading") if each.tag.name == "h3"]
        assert found == ([] if query in ("?q=Cachée", "?q=Despins") else ["Maria Delmoli"])
        for secret in ("+33 6 39 98 00 01", "Claire", hidden.handle, "Ladieu", "Thème Sans", "/intranet/personnes/"):
            assert secret not in text.replace(query, "").replace('value="Cachée"', "")
    page = read(client.get(CONTACTS))
    assert page.has("link", "Numérique 1")
    assert "Absent jusqu’au" in page.text and "remplacé" not in page.text


def test_contact_card_has_no_private_number(client, professional, contacts):
    shown, hidden = contacts
    client.force_login(professional)
    card = client.get(f"{CONTACTS}{shown.handle}.vcf").content.decode()
    assert "TEL;TYPE=WORK,VOICE:+33 4 68 00 00 01" in card
    assert "+33 6" not in card and "/intranet/" not in card
    assert client.get(f"{CONTACTS}{hidden.handle}.vcf").status_code == 404


def test_who_stands_in_is_named_to_professionals_where_they_are_shown(client, professional, contacts):
    shown, hidden = contacts
    Profile.objects.filter(pk=hidden.pk).update(shown_to_professionals=True)
    client.force_login(professional)
    assert "remplacé par Claire Cachée" in read(client.get(CONTACTS)).text


def test_contacts_ask_the_same_of_the_database_for_one_and_for_many(client, professional, office, django_assert_max_num_queries):
    client.force_login(professional)
    client.get(CONTACTS)
    counts = []
    for number in (1, 3):
        for _each in range(number):
            make_full_profile(make_user(organisation=office), themes=["digital", "taxes"], portrait=True)
        with django_assert_max_num_queries(15) as queries:
            client.get(CONTACTS)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_contacts_are_for_who_works_here(client, contacts):
    assert client.get(CONTACTS).status_code == 302
    client.force_login(make_user())
    assert client.get(CONTACTS).status_code == 404
