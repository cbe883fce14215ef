"""The second factor: optional, and asked of administrators where the installation says so."""

import time
from datetime import UTC, datetime

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.html import read

PASSWORD = "mot-de-passe-solide"
pytestmark = pytest.mark.django_db


def current_code(secret: str) -> str:
    return auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // 30))


def set_up(client) -> str:
    """Through the pages: confirm who one is, read the key, type the code. Returns the key."""
    asked = client.get(reverse("mfa_activate_totp"))
    assert asked.url.startswith(reverse("account_reauthenticate"))
    client.post(asked.url, {"password": PASSWORD})
    page = read(client.get(reverse("mfa_activate_totp")))
    assert [image for image in page.all_by_role("img") if image.get("src", "").startswith("data:image/svg+xml;base64,")]
    assert not page.all_by_hook("style")
    [secret] = page.texts("code")
    refused = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "Ce code n’est pas le bon" in read(refused).text
    done = client.post(reverse("mfa_activate_totp"), {"code": current_code(secret)})
    assert done.url == reverse("mfa_view_recovery_codes")
    return secret


def test_second_factor_is_set_up_then_asked_at_sign_in(client, member):
    client.force_login(member)
    secret = set_up(client)
    codes = read(client.get(reverse("mfa_view_recovery_codes"))).texts("code")
    assert len(codes) == 10
    client.logout()
    Authenticator.objects.filter(type="totp").update(last_used_at=None)

    asked = client.post(reverse("account_login"), {"login": member.email, "password": PASSWORD})
    assert asked.url == reverse("mfa_authenticate")
    assert client.get("/compte/").status_code == 302
    assert "Ce code n’est pas le bon" in read(client.post(asked.url, {"code": "🏖️"})).text
    entered = client.post(asked.url, {"code": codes[0]})
    assert entered.url == "/intranet/"
    assert secret

    client.logout()
    client.post(reverse("account_login"), {"login": member.email, "password": PASSWORD})
    assert client.post(asked.url, {"code": codes[0]}).status_code == 200  # a recovery code serves once


@pytest.fixture
def asked_for_code(client, member):
    """`asked_for_code(address)`: a browser at this address that has given the member's password; `.secret` makes the codes."""
    client.force_login(member)
    secret = set_up(client)

    def browser(address):
        browser = Client(REMOTE_ADDR=address)
        browser.post(reverse("account_login"), {"login": member.email, "password": PASSWORD})
        return browser

    browser.secret = secret
    return browser


def is_opened_by(browser, code) -> bool:
    cache.clear()  # where allauth notes the codes that were used
    return browser.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302


def test_wrong_codes_delay_their_address_and_not_the_owner_elsewhere(asked_for_code):
    with time_machine.travel(datetime(2026, 7, 1, 12, tzinfo=UTC), tick=False) as noon:
        stranger = asked_for_code("192.0.2.7")
        assert not any(is_opened_by(stranger, "000000") for _try in range(5))
        refused = stranger.post(reverse("mfa_authenticate"), {"code": current_code(asked_for_code.secret)})
        assert "Trop de codes faux depuis votre connexion. Réessayez dans 30 secondes." in read(refused).text
        assert is_opened_by(asked_for_code("198.51.100.1"), current_code(asked_for_code.secret))
        noon.shift(30)
        assert is_opened_by(stranger, current_code(asked_for_code.secret))


@time_machine.travel(datetime(2026, 7, 1, 12, tzinfo=UTC), tick=False)  # a code ends after half a minute
def test_wrong_codes_from_many_addresses_delay_only_addresses_that_are_new(asked_for_code):
    """Six figures are guessed from a thousand addresses; where the owner signed in before, they sign in still."""
    home = asked_for_code("198.51.100.1")
    assert is_opened_by(home, current_code(asked_for_code.secret))
    for number in range(10):
        assert not is_opened_by(asked_for_code(f"203.0.113.{number}"), "000000")

    assert not is_opened_by(asked_for_code("203.0.113.200"), current_code(asked_for_code.secret))
    assert is_opened_by(asked_for_code("198.51.100.1"), current_code(asked_for_code.secret))


def test_owner_hears_of_wrong_codes(asked_for_code, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        stranger = asked_for_code("192.0.2.7")
        for _try in range(20):
            is_opened_by(stranger, "000000")
    [letter] = [letter for letter in mail.outbox if "essais" in letter.subject]
    assert "Quelqu’un a donné votre mot de passe" in letter.body


def test_administrators_are_led_to_set_it_up_where_required(client, administrator, settings):
    settings.SECOND_FACTOR_REQUIRED_FOR_ADMINISTRATORS = True
    client.force_login(administrator)

    for path in (
        "/intranet/",
        "/admin/",
        "/admin/users/",
        "/fr/portail/",
        "/fr/agenda/",
        "/intranet/equipe/",
        "/intranet/notifications/",
    ):
        assert client.get(path).url == reverse("mfa_activate_totp"), path
    assert client.get("/compte/").status_code == 200
    set_up(client)

    assert client.get("/intranet/equipe/").status_code == 200
    assert client.get("/admin/users/").status_code == 200


def test_recovery_codes_alone_are_no_second_factor(client, administrator, settings):
    settings.SECOND_FACTOR_REQUIRED_FOR_ADMINISTRATORS = True
    Authenticator.objects.create(user=administrator, type=Authenticator.Type.RECOVERY_CODES, data={"seed": "x", "used_mask": 0})
    client.force_login(administrator)

    assert client.get("/intranet/equipe/").url == reverse("mfa_activate_totp")


def test_it_is_optional_for_everyone_else(client, moderator, settings):
    settings.SECOND_FACTOR_REQUIRED_FOR_ADMINISTRATORS = True
    client.force_login(moderator)

    assert client.get("/compte/notifications/").status_code == 200


def test_administrators_need_none_where_it_is_not_required(client, administrator):
    client.force_login(administrator)

    assert client.get("/intranet/equipe/").status_code == 200
