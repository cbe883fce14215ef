"""Signing in: by e-mail, with a delay after wrong tries, keeping the way one was going."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

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
    assert sign_in(client, professional.email).url == "/fr/portail/"


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


HERE, ELSEWHERE = "192.0.2.7", "198.51.100.1"
NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def noon():
    """A clock that stands at noon; `noon.shift(seconds)` moves it."""
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def mistype(client, email, times, address=HERE):
    for _number in range(times):
        response = sign_in(client, email, "faux", REMOTE_ADDR=address)
    return response


def is_let_in(client, email, address=HERE) -> bool:
    """Whether the right password opens from there; signs out again."""
    is_in = sign_in(client, email, REMOTE_ADDR=address).status_code == 302
    client.logout()
    return is_in


def test_wrong_tries_from_one_address_delay_that_address_and_not_the_owner_elsewhere(cache_of_life, noon, client, member):
    mistype(client, member.email, 4)
    assert is_let_in(client, member.email)
    mistype(client, member.email, 5)
    cache.clear()  # it may be emptied at any time

    response = sign_in(client, member.email, REMOTE_ADDR=HERE)
    assert "Réessayez dans 30 secondes, ou demandez un nouveau mot de passe." in read(response).text
    assert is_let_in(client, member.email, ELSEWHERE)
    noon.shift(30)
    assert is_let_in(client, member.email)


def try_from(client, email, addresses, clock):
    """A wrong password from each of these addresses, one every two seconds."""
    for number in addresses:
        mistype(client, email, 1, f"203.0.113.{number}")
        clock.shift(2)


def choose_password_by_link(client, email, address, capture) -> None:
    with capture(execute=True):
        client.post(reverse("account_reset_password"), {"email": email}, REMOTE_ADDR=address)
    path = re.search(r"(/compte/mot-de-passe/nouveau/\S+)", mail.outbox[-1].body)[1]
    page = client.get(path, follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD}, REMOTE_ADDR=address)


def test_wrong_tries_from_many_addresses_never_shut_out_the_owner(noon, client, member):
    for number in range(15):
        mistype(client, member.email, 6, f"203.0.113.{number}")
        noon.shift(6)

    assert is_let_in(client, member.email)


def test_account_tried_from_very_many_addresses_opens_to_the_owner_alone(
    noon, client, member, professional, django_capture_on_commit_callbacks
):
    assert is_let_in(client, member.email)  # where the owner works
    try_from(client, member.email, range(50), noon)
    refused = read(sign_in(client, member.email, REMOTE_ADDR=ELSEWHERE)).text

    assert "depuis des connexions qu’il ne connaît pas" in refused and "Réessayez dans 28 secondes" in refused
    assert is_let_in(client, member.email)
    assert is_let_in(client, professional.email, ELSEWHERE)
    choose_password_by_link(client, member.email, ELSEWHERE, django_capture_on_commit_callbacks)
    assert is_let_in(client, member.email, ELSEWHERE)
    noon.shift(30)
    assert is_let_in(client, member.email, "198.51.100.2")


def test_flood_of_the_site_slows_strangers_for_seconds_and_nobody_who_is_known(
    noon, client, member, professional, django_capture_on_commit_callbacks
):
    assert is_let_in(client, member.email)
    noon.shift(20)
    for number in range(20):
        mistype(client, f"inconnu{number}@aurelle.example", 1, f"203.0.113.{number}")
    refused = read(sign_in(client, professional.email, REMOTE_ADDR=ELSEWHERE)).text

    assert "Trop de connexions à la fois en ce moment. Réessayez dans 20 secondes" in refused
    assert is_let_in(client, member.email)
    noon.shift(20)
    assert is_let_in(client, professional.email, ELSEWHERE)  # what was refused was not counted against them
    for number in range(20):
        mistype(client, f"inconnu{number}@aurelle.example", 1, f"203.0.113.{number}")
    choose_password_by_link(client, professional.email, HERE, django_capture_on_commit_callbacks)
    assert is_let_in(client, professional.email, HERE)


def test_what_waits_does_not_count_for_the_site(noon, client, member):
    mistype(client, member.email, 25)
    assert is_let_in(client, member.email, ELSEWHERE)


def test_delay_grows_with_each_wrong_try_and_not_with_those_it_refuses(noon, client, member):
    mistype(client, member.email, 5)
    for wait in ("30 secondes", "60 secondes", "2 minutes", "4 minutes", "8 minutes", "15 minutes", "15 minutes"):
        for _refused in range(3):
            assert f"Réessayez dans {wait}," in read(sign_in(client, member.email, REMOTE_ADDR=HERE)).text
        number, unit = wait.split()
        noon.shift(int(number) * (60 if unit.startswith("minute") else 1))
        assert "n’est pas le bon" in read(mistype(client, member.email, 1)).text
    noon.shift(15 * 60)
    assert is_let_in(client, member.email)


def test_delay_ends_with_the_day(noon, client, member):
    mistype(client, member.email, 5)
    noon.shift(24 * 3600)
    mistype(client, member.email, 4)
    assert is_let_in(client, member.email)


def test_spellings_of_an_address_are_one_account(client, member):
    for email in (member.email, member.email.upper(), f" {member.email} ", member.email.title(), member.email):
        mistype(client, email, 1)
    assert not is_let_in(client, member.email)


def test_wait_is_told_in_the_readers_language(client, member):
    mistype(client, member.email, 5)
    for language, words in {"en": "Try again in", "ca": "Torneu-ho a provar d"}.items():
        assert words in sign_in(client, member.email, REMOTE_ADDR=HERE, HTTP_ACCEPT_LANGUAGE=language).content.decode()


def test_one_colleague_who_mistypes_shuts_out_nobody_behind_the_same_address(client, office):
    emails = [make_user(f"collegue{number}@aurelle.example", office).email for number in range(10)]
    mistype(client, emails[0], 30)

    assert [is_let_in(client, email) for email in emails] == [False] + [True] * 9


def test_an_office_where_everybody_mistypes_is_not_slowed(noon, client, office):
    emails = [make_user(f"collegue{number}@aurelle.example", office).email for number in range(25)]
    for email in emails:
        noon.shift(3)
        mistype(client, email, 1)
        assert is_let_in(client, email)


def test_many_accounts_tried_from_one_address_are_slowed(noon, client, member, professional):
    assert is_let_in(client, member.email)  # it works there
    answers = []
    for number in range(25):
        noon.shift(1)
        answers.append(read(mistype(client, f"inconnu{number}@aurelle.example", 1)).text)

    assert ["n’est pas le bon" in text for text in answers] == [True] * 20 + [False] * 5
    assert "Réessayez dans 25 secondes" in answers[-1]
    assert is_let_in(client, member.email)
    assert is_let_in(client, professional.email, ELSEWHERE)
    assert not is_let_in(client, professional.email)
    noon.shift(30)
    assert is_let_in(client, professional.email)


def test_behind_a_proxy_the_visitors_address_counts(settings, client, member):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(5):  # the first address is what the visitor wrote, the last what the proxy met
        sign_in(client, member.email, "faux", headers={"X-Forwarded-For": f"203.0.113.{number}, {HERE}"})

    assert sign_in(client, member.email, headers={"X-Forwarded-For": HERE}).status_code == 200
    assert sign_in(client, member.email, headers={"X-Forwarded-For": ELSEWHERE}).status_code == 302


def test_owner_hears_once_a_day_of_wrong_tries_in_their_language(client, member, django_capture_on_commit_callbacks):
    member.language = "ca"
    member.save()
    for day, letters in ((0, 1), (0, 1), (1, 2)):
        with time_machine.travel(NOON + timedelta(days=day)) as clock, django_capture_on_commit_callbacks(execute=True):
            for number in range(12):
                clock.shift(3)
                mistype(client, member.email.upper(), 1, f"203.0.113.{number}")
                mistype(client, "inconnue@aurelle.example", 1, f"203.0.113.{number}")
        assert [letter.to for letter in mail.outbox] == [[member.email]] * letters

    assert "contrasenyes" in mail.outbox[0].body and "/compte/" in mail.outbox[0].body


def test_owner_does_not_hear_of_a_few_wrong_tries(client, member, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        mistype(client, member.email, 9)
    assert mail.outbox == []


def test_current_password_is_not_guessed_in_an_open_session(client, member):
    client.force_login(member)
    fields = {"password1": "un-nouveau-secret-9", "password2": "un-nouveau-secret-9"}
    for _number in range(3):
        refused = client.post(reverse("account_change_password"), {"oldpassword": "faux", **fields})
        assert "Ce n’est pas votre mot de passe actuel." in read(refused).text
    for _number in range(2):
        refused = client.post(reverse("account_reauthenticate"), {"password": "faux"})
        assert "Ce n’est pas votre mot de passe." in read(refused).text

    response = client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, **fields})
    assert "Trop d’essais pour ce compte" in read(response).text


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


def test_forgotten_password_does_the_same_work_for_unknown_addresses(client, member, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail"]}}
    queries = []
    for email in (member.email, "inconnue@aurelle.example"):
        with CaptureQueriesContext(connection) as captured:
            client.post(reverse("account_reset_password"), {"email": email})
        queries.append([re.sub(r"'[^']*'|\d+", "…", query["sql"]) for query in captured])

    assert queries[0] == queries[1]
    assert list(DBTaskResult.objects.values_list("task_path", flat=True)) == ["accounts.tasks.send_password_reset"] * 2


def test_new_passwords_are_asked_for_five_times_an_hour(noon, client, member, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(7):
            response = client.post(reverse("account_reset_password"), {"email": member.email}, REMOTE_ADDR=f"203.0.113.{number}")
            noon.shift(60)
    assert len(mail.outbox) == 5
    assert "Réessayez dans 54 minutes" in read(response).text
    noon.shift(54 * 60)
    assert client.post(reverse("account_reset_password"), {"email": member.email}).status_code == 302


def test_link_of_a_new_password_ends_the_delay(client, member, django_capture_on_commit_callbacks):
    mistype(client, member.email, 5)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("account_reset_password"), {"email": member.email})
    path = re.search(r"(/compte/mot-de-passe/nouveau/\S+)", mail.outbox[0].body)[1]
    page = client.get(path, follow=True)
    fields = {"password1": "un-nouveau-secret-9", "password2": "un-nouveau-secret-9"}
    client.post(page.redirect_chain[-1][0], fields, REMOTE_ADDR=HERE)

    assert sign_in(client, member.email, "un-nouveau-secret-9", REMOTE_ADDR=HERE).status_code == 302


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


def test_closed_doors_show_the_way_to_an_account(client):
    page = read(client.get("/compte/connexion/"))
    assert page.get_by_role("link", "Demander un compte")["href"] == "/fr/portail/demander-un-compte/"
    assert "votre session a pris fin" not in page.text

    sent_here = read(client.get("/intranet/", follow=True))
    assert "votre session a pris fin" in sent_here.text
    assert read(client.get("/compte/invitation/aucune/")).has("link", "Demander un compte")
