import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import Profile, Theme
from tests.factories import image_file, make_organisation, make_user
from tests.factories.accounts import make_full_profile
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db

LIST, MINE = "/intranet/personnes/", "/intranet/personnes/mon-profil/"


def colleague(office, first_name="Claire", last_name="Doré", **fields) -> Profile:
    return make_full_profile(make_user(organisation=office, first_name=first_name, last_name=last_name), **fields)


def names(client, query="") -> list[str]:
    page = read(client.get(LIST + query))
    return [each.name for each in page.all_by_role("heading") if each.tag.name == "h3"]


# ---- the directory ----------------------------------------------------------------------------------------------
@pytest.fixture
def network(member, office, professional, former_member):
    colleague(office, "Élodie", "Roux", themes=["digital", "taxes"], languages=["fr", "ca"], job="Classement des meublés")
    agency = make_organisation("Agence d’Aurelle", kind="agency")
    colleague(agency, "Jean-Marc", "Abadie", themes=["digital"], away_until=in_days(3))
    return member


def test_directory_lists_the_members_who_are_there_office_by_office(client, network):
    client.force_login(network)
    page = read(client.get(LIST))
    assert [each.name for each in page.all_by_role("heading")][-5:] == [
        "Agence d’Aurelle", "Jean-Marc Abadie", "Office de la Côte", "Maria Delmoli", "Élodie Roux",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=elodie", ["Élodie Roux"]),
        ("?q=ROU", ["Élodie Roux"]),
        ("?q=marc", ["Jean-Marc Abadie"]),
        ("?q=meublés", ["Élodie Roux"]),
        ("?q=taxe+catalan", ["Élodie Roux"]),
        ("?q=agence", ["Jean-Marc Abadie"]),
        ("?theme=digital", ["Jean-Marc Abadie", "Élodie Roux"]),
        ("?theme=digital&langue=ca", ["Élodie Roux"]),
        ("?absents=1", ["Jean-Marc Abadie"]),
        ("?theme=vanished", []),
        ("?langue=klingon&page=999", ["Jean-Marc Abadie", "Maria Delmoli", "Élodie Roux"]),
        ("?q=%00%E2%80%AE", ["Jean-Marc Abadie", "Maria Delmoli", "Élodie Roux"]),
        ("?q=Duphare", []),
        ("?q=Ladieu", []),
    ],
)
def test_directory_is_searched_by_name_office_theme_and_language(client, network, query, found):
    client.force_login(network)
    assert names(client, query) == found


def test_directory_asks_the_same_of_the_database_for_one_and_for_many(client, member, office, django_assert_max_num_queries):
    client.force_login(member)
    client.get(LIST)
    counts = []
    for number in (1, 3):
        for _each in range(number):
            other = colleague(office, themes=["digital"], portrait=True, away_until=in_days(2), stand_in=member)
            assert other.is_away
        with django_assert_max_num_queries(15) as queries:
            client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


# ---- a person's page --------------------------------------------------------------------------------------------
def test_page_says_whom_to_ask_instead(client, member, office):
    stand_in = colleague(office)
    profile = make_full_profile(
        member, themes=["digital"], about="Les écrans.\nLe site.", languages=["fr", "fsl"], working_days=[0, 1, 2, 3],
        away_until=in_days(4), stand_in=stand_in.person,
    )  # fmt: skip
    client.force_login(make_user(organisation=office))
    page = read(client.get(profile.get_absolute_url()))
    assert "remplacé par Claire Doré" in page.text
    assert "du lundi au jeudi" in page.text and "français, langue des signes française" in page.text
    assert page.get_by_role("link", name="Claire Doré")["href"] == stand_in.get_absolute_url()
    Profile.objects.filter(pk=stand_in.pk).update(away_until=in_days(2))
    assert "absent aussi" in read(client.get(profile.get_absolute_url())).text
    Profile.objects.filter(pk=profile.pk).update(away_until=in_days(-1))
    assert "Claire Doré" not in read(client.get(profile.get_absolute_url())).text


def test_who_left_keeps_a_page_without_a_number(client, member, former_member):
    profile = make_full_profile(former_member, portrait=True)
    client.force_login(member)
    response = client.get(profile.get_absolute_url())
    assert "A quitté Office de la Côte" in read(response).text
    for secret in (former_member.email, "04 68 00 00 01", "+33 6 39", "portraits/"):
        assert secret not in response.content.decode()
    assert client.get(reverse("people:vcard", args=[profile.handle])).status_code == 404


def test_professional_is_led_to_their_contacts_or_nowhere(client, member, professional):
    profile = make_full_profile(member, themes=["digital"])
    client.force_login(professional)
    address = profile.get_absolute_url()
    assert client.get(address)["Location"] == f"/fr/portail/contacts/?personne={profile.handle}#{profile.handle}"
    Profile.objects.update(shown_to_professionals=False)
    assert client.get(address).status_code == 404


def test_way_back_from_a_page_is_the_directory(client, member, office):
    client.force_login(member)
    page = read(client.get(reverse("people:person", args=[colleague(office).handle])))
    assert [link["href"] for link in page.region("Fil d’Ariane").all_by_role("link")] == [reverse("people:list")]


def test_contact_card_of_a_colleague_has_both_numbers(client, member, office):
    profile = colleague(office, about="Le site ; les écrans")
    client.force_login(member)
    card = client.get(reverse("people:vcard", args=[profile.handle])).content.decode().replace("\r\n ", "")
    assert card.splitlines()[:6] == [
        "BEGIN:VCARD", "VERSION:3.0", f"UID:http://127.0.0.1:8000/person/{profile.handle}", "N:Doré;Claire;;;",
        "FN:Claire Doré", "ORG:Office de la Côte",
    ]  # fmt: skip
    assert "TEL;TYPE=CELL,VOICE:+33 6 39 98 00 01" in card and "NOTE:Le site \\; les écrans" in card


# ---- one's own profile ------------------------------------------------------------------------------------------
def values_of(client) -> dict:
    values = read(client.get(MINE)).form_values()
    return {name: value for name, value in values.items() if name != "remove_portrait"}


def test_profile_is_saved_and_shown(client, member):
    client.force_login(member)
    response = client.post(MINE, values_of(client) | {"job": "Directrice", "themes": ["labels"]}, follow=True)
    assert read(response).get_by_role("heading", name="Maria Delmoli")
    assert "Directrice" in read(response).text


def test_portrait_is_kept_although_the_rest_is_to_be_put_right(client, member):
    client.force_login(member)
    portrait = SimpleUploadedFile("moi.jpg", image_file().read(), "image/jpeg")
    response = client.post(MINE, values_of(client) | {"job": "x" * 300, "about": "Les écrans", "portrait_file": portrait})
    page = read(response)
    assert response.status_code == 422
    assert page.field("Ce que l’on peut me demander").value == "Les écrans"
    assert "120" in page.field("Fonction").description
    profile = Profile.objects.get(person=member)
    assert profile.portrait and profile.about == ""
    # What the page holds now can be sent again.
    again = page.form_values() | {"job": "Accueil"}
    again.pop("remove_portrait", None)
    assert client.post(MINE, again).status_code == 302


def test_refused_portrait_loses_nothing_typed(client, member):
    client.force_login(member)
    wrong = SimpleUploadedFile("moi.pdf", b"%PDF-1.4", "application/pdf")
    response = client.post(MINE, values_of(client) | {"about": "Les écrans", "portrait_file": wrong})
    page = read(response)
    assert response.status_code == 422
    assert "pas une photo" in page.field("Mon portrait").description
    assert page.field("Ce que l’on peut me demander").value == "Les écrans"
    response = client.post(MINE, {**values_of(client), "about": "Les écrans", "remove_portrait": "1"})
    assert (response.status_code, read(response).field("Ce que l’on peut me demander").value) == (200, "Les écrans")


def test_theme_that_vanished_meanwhile_is_no_mistake(client, member):
    client.force_login(member)
    values = values_of(client) | {"themes": ["labels", "taxes"]}
    Theme.objects.filter(code="taxes").delete()
    assert client.post(MINE, values).status_code == 302
    assert [theme.code for theme in member.profile.themes.all()] == ["labels"]


def test_first_day_leads_from_the_profile_to_the_notifications(client, member):
    client.force_login(member)
    response = client.post(f"{MINE}?bienvenue", values_of(client) | {"job": "Accueil", "themes": ["labels"]}, follow=True)
    page = read(response)
    assert page.get_by_role("heading", name="Premiers pas")
    assert [each.name for each in page.all_by_role("img") if each.name == "Fait"] == ["Fait"]
    assert page.get_by_role("link", name="Choisir mes notifications")["href"] == reverse("notifications:preferences")


# ---- portraits --------------------------------------------------------------------------------------------------
def test_portrait_opens_to_who_may_see_the_person(client, member, office, professional, visitor):
    profile = make_full_profile(member, themes=["digital"], portrait=True)
    address = profile.portrait_url()
    answers = {}
    for who, person in (("nobody", None), ("professional", professional), ("colleague", make_user(organisation=office))):
        client.logout()
        if person:
            client.force_login(person)
        answers[who] = client.get(address)
    assert {who: response.status_code for who, response in answers.items()} == {
        "nobody": 302,
        "professional": 200,
        "colleague": 200,
    }
    assert answers["colleague"]["Cache-Control"] == "private, no-store"
    assert client.get(address.replace(profile.portrait_mark, "0" * 12)).status_code == 404
    client.force_login(professional)
    for hidden in ({"shown_to_professionals": False}, {"shown_to_professionals": True}):
        Profile.objects.filter(pk=profile.pk).update(**hidden)
        assert client.get(address).status_code == (200 if hidden["shown_to_professionals"] else 404)
    profile.themes.clear()
    assert client.get(address).status_code == 404
    member.is_active = False
    member.save()
    client.force_login(make_user(organisation=office))
    assert client.get(address).status_code == 404


# ---- a provider's own profile -----------------------------------------------------------------------------------
def test_provider_writes_their_profile_in_fewer_fields_for_the_network_alone(client, professional, member):
    client.force_login(professional)
    page = read(client.get(MINE))
    labels = ("Mon portrait", "Nom d’usage", "Fonction", "Téléphone de travail", "Téléphone personnel")
    assert [label for label in labels if not page.field(label)] == []
    assert not {"about", "themes", "working_days", "away_until", "stand_in", "shown_to_professionals"} & set(values_of(client))
    portrait = SimpleUploadedFile("moi.jpg", image_file().read(), "image/jpeg")
    sent = {"preferred_name": "Paulette", "job": "Hôtelière", "languages": ["ca"], "private_phone": "06 39 98 00 01"}
    more = {
        "portrait_file": portrait,
        "about": "Tout",
        "themes": ["labels"],
        "away_until": str(in_days(3)),
        "working_days": ["1"],
    }
    response = client.post(f"{MINE}?bienvenue", values_of(client) | sent | more, follow=True)
    own = read(response)
    assert own.get_by_role("heading", name="Paulette") and own.has("link", "Modifier mon profil")
    assert own.has("link", "Mon compte") and not own.has("link", "Personnes")
    profile = Profile.objects.get(person=professional)
    assert (profile.job, profile.languages, profile.private_phone) == ("Hôtelière", ["ca"], "+33 6 39 98 00 01")
    assert (profile.about, list(profile.themes.all()), profile.away_until, profile.working_days) == ("", [], None, [])
    assert client.get(profile.portrait_url()).status_code == 200
    client.force_login(member)
    assert "+33 6 39 98 00 01" in client.get(profile.get_absolute_url()).content.decode().replace("\xa0", " ")
    client.force_login(make_user(organisation=make_organisation("Gîte", kind="provider")))
    for address in (profile.get_absolute_url(), profile.portrait_url(), reverse("people:vcard", args=[profile.handle])):
        assert client.get(address).status_code == 404


def test_who_belongs_to_no_organisation_has_no_profile(client):
    person = make_user()
    client.force_login(person)
    for address in (MINE, person.profile.get_absolute_url()):
        assert client.get(address).status_code == 404


def test_directory_names_offices_in_the_language_of_the_reader(client, member, office):
    type(office).objects.filter(pk=office.pk).update(translated_names={"ca": "Oficina de la Costa"})
    type(member).objects.filter(pk=member.pk).update(language="ca")
    client.force_login(member)
    text = read(client.get(LIST)).text
    assert "Oficina de la Costa 1" in text and "Office de la Côte" not in text
