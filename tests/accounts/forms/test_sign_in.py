"""Signing in: by e-mail, with lock-out, keeping the way one was going."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse

from tests.factories import make_user
from tests.html import read

PASSWORD = "mot-de-passe-solide"
pytestmark = pytest.mark.django_db


def sign_in(client, email, password=PASSWORD, **kwargs):
    return client.post(reverse("account_login"), {"login": email, "password": password}, **kwargs)


def test_sign_in_by_email_leads_members_to_the_intranet(client, member):
    response = sign_in(client, "MEMBRE@aurelle.example")

    assert response.status_code == 302
    assert response.url == "/intranet/"


def test_sign_in_leads_providers_to_the_portal(client, professional):
    assert sign_in(client, professional.email).url == "/portail/"


def test_sign_in_keeps_the_way_after_an_expired_session(client, member):
    response = client.get("/intranet/notifications/?page=2")
    assert response.url == "/compte/connexion/?next=/intranet/notifications/%3Fpage%3D2"

    following = read(client.get(response.url)).form_values()["next"]
    refused = client.post("/compte/connexion/", {"login": member.email, "password": "faux", "next": following})
    assert read(refused).form_values()["next"] == following
    accepted = client.post("/compte/connexion/", {"login": member.email, "password": PASSWORD, "next": following})

    assert accepted.url == "/intranet/notifications/?page=2"


def test_sign_in_does_not_lead_to_another_site(client, member):
    response = client.post(
        "/compte/connexion/", {"login": member.email, "password": PASSWORD, "next": "https://ailleurs.example/"}
    )

    assert response.url == "/intranet/"


def test_sign_in_refuses_a_closed_account(client, member):
    member.is_active = False
    member.save()

    sign_in(client, member.email)

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("path", ["/compte/signup/", "/compte/inscription/", "/compte/email/", "/accounts/signup/"])
def test_sign_up_has_no_address(client, member, path):
    client.force_login(member)
    assert client.get(path).status_code == 404


@pytest.fixture(params=["memory", "database"])
def any_cache(request, settings):
    if request.param == "database":
        settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_entries"}}
        call_command("createcachetable", verbosity=0)
    yield
    cache.clear()


def test_ten_wrong_tries_close_an_account_from_everywhere(any_cache, client, member):
    for number in range(10):
        sign_in(client, member.email, "faux", REMOTE_ADDR=f"192.0.2.{number}")

    response = sign_in(client, member.email, REMOTE_ADDR="198.51.100.1")

    assert "_auth_user_id" not in client.session
    assert "fermée pendant quinze minutes" in read(response).text


def test_nine_wrong_tries_leave_an_account_open(any_cache, client, member):
    for number in range(9):
        sign_in(client, member.email, "faux", REMOTE_ADDR=f"192.0.2.{number}")

    assert sign_in(client, member.email, REMOTE_ADDR="198.51.100.1").url == "/intranet/"


def test_ten_wrong_tries_close_an_address_for_every_account(any_cache, client, member):
    for number in range(10):
        sign_in(client, f"inconnu{number}@aurelle.example", "faux", REMOTE_ADDR="192.0.2.7")

    assert sign_in(client, member.email, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert sign_in(client, member.email, REMOTE_ADDR="198.51.100.1").status_code == 302


def test_lock_out_is_told_in_the_readers_language(client, member):
    for number in range(10):
        sign_in(client, member.email, "faux", REMOTE_ADDR=f"192.0.2.{number}")

    for language, words in {"en": "closed for fifteen minutes", "ca": "tancat durant quinze minuts"}.items():
        assert words in sign_in(client, member.email, HTTP_ACCEPT_LANGUAGE=language).content.decode()


def test_right_password_does_not_wipe_the_wrong_tries(client, member):
    for number in range(9):
        sign_in(client, member.email, "faux", REMOTE_ADDR=f"192.0.2.{number}")
    sign_in(client, member.email)
    client.logout()
    sign_in(client, member.email, "faux")

    assert sign_in(client, member.email).status_code == 200


@pytest.mark.parametrize(
    "bad", ["a\x00b@aurelle.example", "🏖️", "x" * 10_000_000, "<script>alert(1)</script>", "\u202eretsel@aurelle.example"]
)
def test_sign_in_answers_anything_typed(client, bad):
    for fields in ({"login": bad, "password": "x"}, {"login": "a@aurelle.example", "password": bad}):
        response = client.post(reverse("account_login"), fields)
        assert response.status_code == 200
        page = read(response)
        assert page.has("alert") or any(field.is_invalid for field in page.all_by_role("textbox"))


def test_forgotten_password_is_chosen_anew_by_a_link(client, member, django_capture_on_commit_callbacks):
    member.language = "ca"
    member.save()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("account_reset_password"), {"email": member.email})
    [letter] = mail.outbox
    assert letter.to == [member.email]
    assert "contrasenya" in letter.subject
    path = re.search(r"(/compte/mot-de-passe/nouveau/\S+)", letter.body)[1]

    page = client.get(path, follow=True)
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post(page.redirect_chain[-1][0], {"password1": "un-nouveau-secret-9", "password2": "un-nouveau-secret-9"})

    assert done.url == reverse("account_reset_password_from_key_done")
    assert sign_in(client, member.email, "un-nouveau-secret-9").status_code == 302
    assert client.get(path, follow=True).context["token_fail"]


def test_forgotten_password_tells_nothing_about_unknown_addresses(client, member, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        known = client.post(reverse("account_reset_password"), {"email": member.email})
        unknown = client.post(reverse("account_reset_password"), {"email": "inconnue@aurelle.example"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [letter.to for letter in mail.outbox] == [[member.email]]


def test_new_passwords_must_agree(client, member):
    client.force_login(member)

    response = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "un-nouveau-secret-9", "password2": "autre-chose-9"},
    )

    assert "Les deux mots de passe ne sont pas les mêmes." in read(response).text


def test_changed_password_ends_other_sessions_and_is_told(client, member, django_capture_on_commit_callbacks):
    other = type(client)()
    for browser in (client, other):
        sign_in(browser, member.email)

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(
            reverse("account_change_password"),
            {"oldpassword": PASSWORD, "password1": "un-nouveau-secret-9", "password2": "un-nouveau-secret-9"},
        )

    assert response.status_code == 302
    assert client.get("/compte/").status_code == 200
    assert other.get("/compte/").status_code == 302
    assert [letter.subject for letter in mail.outbox] == ["La sécurité de votre compte a changé"]


def test_sign_out_is_by_post(client, member):
    client.force_login(member)

    assert client.get(reverse("account_logout")).status_code == 200
    assert "_auth_user_id" in client.session
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_unknown_person_and_wrong_password_read_the_same(client):
    make_user("connue@aurelle.example")

    known, unknown = (
        read(sign_in(client, email, "faux")).text for email in ("connue@aurelle.example", "inconnue@aurelle.example")
    )

    assert "n’est pas le bon" in known
    assert known == unknown
