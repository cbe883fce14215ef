"""Invitations: the only way an account is born. Once, within seven days, by the hand of the person invited."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from accounts.actions import InvitationClosed, accept_invitation, invite, send_invitation, withdraw_invitation
from accounts.models import Invitation, User
from accounts.permissions import EDITOR, MODERATOR
from tests.factories import make_organisation
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
WELCOME = {"first_name": "Nova", "last_name": "Vingut", "language": "ca", "password": "sol-i-tramuntana-9"}


@pytest.fixture
def invited(office, administrator, django_capture_on_commit_callbacks) -> Invitation:
    with django_capture_on_commit_callbacks(execute=True):
        return invite(
            "Nouvelle@Aurelle.example",
            organisation=office,
            roles=[MODERATOR],
            invited_by=administrator,
            first_name="Nova",
            language="fr",
        )


def link_in(letter) -> str:
    return re.search(r"http://127\.0\.0\.1:8000(/compte/invitation/\S+)", letter.body)[1]


def test_invitation_is_mailed_with_a_link_and_no_password(client, invited):
    [letter] = mail.outbox

    assert letter.to == ["nouvelle@aurelle.example"]
    assert invited.email in read(client.get(link_in(letter))).text
    assert "Ada Minist vous invite" in letter.body
    assert len(letter.alternatives) == 1


@pytest.mark.parametrize(("kind", "linked"), [("office", True), ("provider", False)])
def test_invitation_links_the_manual_of_the_members(django_capture_on_commit_callbacks, kind, linked):
    with django_capture_on_commit_callbacks(execute=True):
        invite("nouvelle@aurelle.example", organisation=make_organisation(kind=kind), language="ca")
    [letter] = mail.outbox
    address = reverse("intranet_home:manual")
    assert (address in letter.body) == (address in letter.alternatives[0].content) == linked


def test_reading_the_link_changes_nothing(client, invited):
    for _reading in range(3):
        assert client.get(invited.get_absolute_url()).status_code == 200
        assert client.head(invited.get_absolute_url()).status_code in (200, 405)

    invited.refresh_from_db()
    assert invited.accepted_at is None
    assert not User.objects.filter(email=invited.email).exists()


def test_accepting_opens_the_account_and_signs_in(client, invited, office):
    response = client.post(invited.get_absolute_url(), WELCOME)

    user = User.objects.get(email="nouvelle@aurelle.example")
    assert response.url == "/intranet/personnes/mon-profil/?bienvenue"
    assert client.session["_auth_user_id"] == str(user.pk)
    assert (user.first_name, user.last_name, user.language, user.organisation, user.roles) == (
        "Nova",
        "Vingut",
        "ca",
        office,
        [MODERATOR],
    )
    assert user.check_password(WELCOME["password"])


def test_a_link_works_once(client, invited):
    client.post(invited.get_absolute_url(), WELCOME)
    client.logout()

    again = client.post(invited.get_absolute_url(), {**WELCOME, "password": "un-autre-secret-9"})

    assert again.status_code == 410
    assert "déjà servi" in read(again).text
    assert User.objects.get(email=invited.email).check_password(WELCOME["password"])


def test_accepting_twice_at_once_makes_one_account(invited):
    accept_invitation(invited, **WELCOME)

    with pytest.raises(InvitationClosed):
        accept_invitation(invited, **WELCOME)
    assert User.objects.filter(email=invited.email).count() == 1


def test_a_link_expires_after_seven_days(client, invited):
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1), tick=False):
        response = client.get(invited.get_absolute_url())
        with pytest.raises(InvitationClosed):
            accept_invitation(invited, **WELCOME)

    assert response.status_code == 410
    assert "a expiré" in read(response).text


def test_a_tampered_link_opens_nothing(client, invited):
    token = invited.token
    for path in (token[:-2] + "xx", "x" + token, "faux", token.split(":")[0], "%00", "🏖️"):
        assert client.get(f"/compte/invitation/{path}/").status_code == 404


def test_sending_again_renews_the_link_and_closes_the_one_before(client, invited, django_capture_on_commit_callbacks):
    before = invited.get_absolute_url()
    with django_capture_on_commit_callbacks(execute=True):
        send_invitation(invited)

    assert client.get(before).status_code == 404
    assert client.get(link_in(mail.outbox[-1])).status_code == 200
    assert len(mail.outbox) == 2


def test_inviting_again_renews_the_open_invitation(invited, office):
    again = invite(invited.email.upper(), organisation=office, roles=[EDITOR])

    assert again.pk == invited.pk
    assert Invitation.objects.get().roles == [EDITOR]


def test_a_withdrawn_invitation_is_closed(client, invited):
    withdraw_invitation(invited)

    assert client.get(invited.get_absolute_url()).status_code == 410
    with pytest.raises(InvitationClosed):
        send_invitation(invited)


def test_someone_with_an_account_is_not_invited(member):
    with pytest.raises(InvitationClosed):
        invite(member.email.upper())


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("first_name", "N\x00va"),
        ("first_name", "x" * 10_000_000),
        ("first_name", ""),
        ("password", "court"),
        ("password", "1234567890123"),
        ("password", "nouvelle@aurelle.example"),
        ("password", "p\x00ssword-tout-long"),
        ("password", "x" * 10_000_000),
        ("language", "klingon"),
        ("language", ""),
    ],
)
def test_bad_input_is_told_beside_the_field(client, invited, field, bad):
    response = client.post(invited.get_absolute_url(), {**WELCOME, field: bad})

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert not User.objects.filter(email=invited.email).exists()


def test_emoji_and_right_to_left_names_are_kept(client, invited):
    client.post(invited.get_absolute_url(), {**WELCOME, "first_name": "Nova 🏖️", "last_name": "שלום"})

    assert User.objects.get(email=invited.email).get_full_name() == "Nova 🏖️ שלום"


def test_link_opens_in_the_language_of_the_invitation(client, office):
    invited = invite("new@aurelle.example", organisation=office, language="ca")

    assert read(client.get(invited.get_absolute_url(), headers={"accept-language": "fr"})).language == "ca"


def test_command_invites_and_prints_the_link(capsys, office, django_capture_on_commit_callbacks):
    with time_machine.travel(timezone.now(), tick=False):  # a link is signed with its second
        with django_capture_on_commit_callbacks(execute=True):
            call_command("invite", "chef@aurelle.example", organisation=office.slug, role=["editor", "administrator"])
        invited = Invitation.objects.get()
        assert capsys.readouterr().out.strip().endswith(invited.get_absolute_url())
    assert invited.roles == ["editor", "administrator"]
    assert mail.outbox[0].to == ["chef@aurelle.example"]


@pytest.mark.parametrize("arguments", [["pas-une-adresse"], ["a@aurelle.example", "--organisation", "inconnue"]])
def test_command_says_what_is_wrong(arguments, db):
    with pytest.raises(CommandError):
        call_command("invite", *arguments)
