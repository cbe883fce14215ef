"""The second factor: optional, and asked of administrators where the installation says so."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
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


def test_wrong_codes_are_limited(client, member):
    client.force_login(member)
    secret = set_up(client)
    client.logout()
    client.post(reverse("account_login"), {"login": member.email, "password": PASSWORD})
    for _try in range(10):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})

    client.post(reverse("mfa_authenticate"), {"code": current_code(secret)})

    assert "_auth_user_id" not in client.session


def test_administrators_are_led_to_set_it_up_where_required(client, administrator, settings):
    settings.SECOND_FACTOR_REQUIRED_FOR_ADMINISTRATORS = True
    client.force_login(administrator)

    for path in (
        "/intranet/",
        "/admin/",
        "/admin/users/",
        "/portail/",
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
