"""My account: profile, devices, calendar address."""

import pytest
from django.urls import reverse

from accounts.models import User
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, member):
    client.force_login(member)
    return client


def test_account_is_closed_to_visitors(client):
    assert client.get("/compte/").url == "/compte/connexion/?next=/compte/"


def test_profile_is_saved_and_speaks_the_new_language(signed_in, member):
    response = signed_in.post(
        "/compte/", {"first_name": "Núria", "last_name": "Delmolí", "language": "ca", "phone": "04 68 00 00 00"}, follow=True
    )

    member.refresh_from_db()
    assert (member.first_name, member.language, member.phone) == ("Núria", "ca", "+33 4 68 00 00 00")
    assert read(response).language == "ca"


def test_address_and_rights_are_not_changed_by_the_profile(signed_in, member):
    signed_in.post(
        "/compte/",
        {
            "first_name": "M",
            "last_name": "D",
            "language": "fr",
            "email": "autre@aurelle.example",
            "is_superuser": "on",
            "organisation": "",
        },
    )

    member.refresh_from_db()
    assert (member.email, member.is_superuser) == ("membre@aurelle.example", False)
    assert member.organisation is not None


@pytest.mark.parametrize("bad", ["", "\x00", "x" * 10_000_000])
def test_bad_profile_is_told_and_nothing_typed_is_lost(signed_in, bad):
    response = signed_in.post("/compte/", {"first_name": bad, "last_name": "Ligne gardée", "language": "fr"})

    assert response.status_code == 200
    assert "first_name" in response.context["form"].errors
    assert "Ligne gardée" in response.content.decode()


def test_calendar_address_is_shown_and_renewed(signed_in, member):
    before = member.feed_key
    assert f"/fr/agenda.ics?key={before}" in signed_in.get("/compte/").content.decode()

    assert signed_in.get(reverse("accounts:renew_feed_key")).status_code == 405
    signed_in.post(reverse("accounts:renew_feed_key"))

    assert User.objects.get().feed_key != before


def test_signing_out_elsewhere_keeps_this_device(signed_in, client, member):
    other = type(client)()
    other.force_login(member)

    signed_in.post(reverse("accounts:end_sessions"))

    assert signed_in.get("/compte/").status_code == 200
    assert other.get("/compte/").status_code == 302


def test_pages_hold_to_the_strict_policy(signed_in):
    for path in ("/compte/", reverse("mfa_index"), reverse("account_change_password"), reverse("notifications:list")):
        page = signed_in.get(path).content.decode()
        assert " style=" not in page and "<script>" not in page and "onclick" not in page


def test_visitor_reads_the_sign_in_page_in_the_language_they_chose(client):
    page = read(client.get("/compte/connexion/?next=/intranet/"))
    assert page.language == "fr"

    response = client.post("/compte/langue/", {"language": "ca", "here": "/compte/connexion/?next=/intranet/"})

    assert response.url == "/compte/connexion/?next=/intranet/"
    assert read(client.get(response.url)).language == "ca"


def test_member_who_chooses_a_language_is_told_that_their_mails_follow(signed_in, member):
    response = signed_in.post("/compte/langue/", {"language": "en", "here": "/intranet/"}, follow=True)

    member.refresh_from_db()
    assert member.language == "en"
    assert read(response).language == "en"
    assert "Your work screens and your emails are now in English." in read(response).text


@pytest.mark.parametrize(
    ("fields", "target"),
    [
        ({"language": "xx", "here": "/intranet/"}, "/intranet/"),
        ({}, "/"),
        ({"language": "ca", "here": "//ailleurs.example/"}, "/"),
    ],
)
def test_choice_of_no_language_changes_nothing_and_leads_nowhere_else(signed_in, member, fields, target):
    assert signed_in.post("/compte/langue/", fields).url == target
