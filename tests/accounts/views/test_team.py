"""The team's pages: administrators only, and never without an administrator left."""

import pytest
from django.core import mail
from django.urls import reverse

from accounts.actions import LastAdministrator, deactivate, give_role, invite, remove_role, set_roles
from accounts.models import Invitation, Theme, User
from accounts.permissions import ADMINISTRATOR, EDITOR, MODERATOR
from tests.factories import make_event, make_organisation, make_user, make_work_group, one_day
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, administrator):
    client.force_login(administrator)
    return client


def test_pages_are_closed_to_everyone_else(client, member, moderator, editor, professional):
    pages = [reverse("team:list"), reverse("team:invite"), reverse("team:person", args=[member.pk])]
    posts = [reverse(f"team:{name}", args=[member.pk]) for name in ("close", "reopen", "resend", "withdraw")]
    for path in pages + posts:
        assert client.get(path).status_code == 302, path
    for person in (member, moderator, editor, professional):
        client.force_login(person)
        assert [client.get(path).status_code for path in pages] == [403, 403, 403]
        assert [client.post(path).status_code for path in posts] == [403] * 4
    member.refresh_from_db()
    assert member.is_active


def test_changes_are_by_post(signed_in, member):
    for name in ("close", "reopen", "resend", "withdraw"):
        assert signed_in.get(reverse(f"team:{name}", args=[member.pk])).status_code == 405


def test_inviting_mails_a_link_and_shows_the_invitation(signed_in, office, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(
            reverse("team:invite"),
            {
                "email": "Recrue@aurelle.example",
                "first_name": "Rosa",
                "last_name": "Recrue",
                "language": "fr",
                "organisation": office.pk,
                "roles": ["editor"],
            },
        )

    assert mail.outbox[0].to == ["recrue@aurelle.example"]
    assert "Rosa Recrue" in read(signed_in.get(reverse("team:list"))).text


@pytest.mark.parametrize(
    "bad", ["", "pas une adresse", "a\x00@aurelle.example", "x" * 10_000_000, "membre@aurelle.example", "MEMBRE@aurelle.example"]
)
def test_bad_addresses_are_told_beside_the_field(signed_in, office, member, bad):
    response = signed_in.post(reverse("team:invite"), {"email": bad, "language": "fr", "organisation": office.pk})

    assert response.status_code == 422
    assert "email" in response.context["form"].errors
    assert not Invitation.objects.exists()


def test_resend_and_withdraw(signed_in, office, django_capture_on_commit_callbacks):
    signed_in.post(reverse("team:invite"), {"email": "r@aurelle.example", "language": "fr", "organisation": office.pk})
    invitation = Invitation.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(reverse("team:resend", args=[invitation.pk]))
    assert len(mail.outbox) == 1

    signed_in.post(reverse("team:withdraw", args=[invitation.pk]))
    again = signed_in.post(reverse("team:withdraw", args=[invitation.pk]), follow=True)

    assert not Invitation.objects.open().exists()
    assert "n’est plus ouverte" in read(again).text


def test_roles_and_organisation_are_changed(signed_in, member):
    agency = make_organisation("Agence", kind="agency")

    signed_in.post(
        reverse("team:person", args=[member.pk]),
        {
            "email": member.email,
            "first_name": "Maria",
            "last_name": "Delmoli",
            "organisation": agency.pk,
            "roles": ["moderator", "editor"],
        },
    )

    member = User.objects.get(pk=member.pk)
    assert member.organisation == agency
    assert member.roles == [MODERATOR, EDITOR]


def test_closing_an_account_signs_the_person_out(signed_in, client, member):
    browser = type(client)()
    browser.force_login(member)
    assert browser.get("/compte/").status_code == 200

    signed_in.post(reverse("team:close", args=[member.pk]))
    assert browser.get("/compte/").status_code == 302
    signed_in.post(reverse("team:reopen", args=[member.pk]))

    assert User.objects.get(pk=member.pk).is_active
    assert browser.get("/compte/").status_code == 302  # the session that was open stays ended


def test_last_administrator_cannot_be_taken_away(signed_in, administrator):
    closing = signed_in.post(reverse("team:close", args=[administrator.pk]), follow=True)
    form = signed_in.post(
        reverse("team:person", args=[administrator.pk]),
        {
            "email": administrator.email,
            "first_name": "Ada",
            "last_name": "Changée",
            "organisation": "",
            "roles": [],
        },
    )

    administrator.refresh_from_db()
    assert administrator.is_superuser and administrator.is_active
    assert administrator.last_name == "Minist"
    assert "dernière personne" in read(closing).text
    assert "roles" in form.context["form"].errors


def test_one_administrator_of_two_may_go(administrator):
    second = make_user("seconde@aurelle.example")
    give_role(second, ADMINISTRATOR)

    deactivate(administrator)

    with pytest.raises(LastAdministrator):
        remove_role(second, ADMINISTRATOR)
    with pytest.raises(LastAdministrator):
        deactivate(second)


def test_administrators_are_superusers(member):
    set_roles(member, [ADMINISTRATOR])
    assert member.is_superuser and member.is_staff

    make_user("autre@aurelle.example", is_superuser=True)
    member = User.objects.get(pk=member.pk)
    set_roles(member, [])
    assert not member.is_superuser and member.roles == []


def test_list_finds_people_and_costs_the_same_for_many(signed_in, office, django_assert_max_num_queries):
    for number in range(30):
        make_user(f"p{number}@aurelle.example", office, roles=["editor"] if number % 2 else [], first_name=f"Prénom{number}")
    signed_in.get(reverse("team:list"))  # what the site's frame keeps in memory is read once
    with django_assert_max_num_queries(18):
        page = signed_in.get(reverse("team:list"))
    assert page.context["page"].paginator.count == 31

    found = signed_in.get(reverse("team:list"), {"q": "prénom7"})
    assert [person.first_name for person in found.context["page"]] == ["Prénom7"]
    for query in ({"q": "zzz"}, {"q": "\x00🏖️"}, {"page": "99"}, {"page": "x"}, {"role": "x' OR 1"}, {"q": "é" * 5000}):
        assert signed_in.get(reverse("team:list"), query).status_code == 200


def test_admin_of_people_works_without_user_names_or_passwords(signed_in, administrator, member):
    assert signed_in.get("/admin/users/").status_code == 200
    assert signed_in.get("/admin/users/new/").url == reverse("team:invite")
    page = signed_in.get(f"/admin/users/edit/{member.pk}/")
    assert page.status_code == 200
    assert not read(page).all_by_hook("type", "password")

    signed_in.post(
        f"/admin/users/edit/{member.pk}/",
        {
            "email": member.email,
            "first_name": "Maria",
            "last_name": "Corrigée",
            "is_active": "on",
            "organisation": member.organisation_id,
            "language": "ca",
        },
    )
    member.refresh_from_db()
    assert (member.last_name, member.language) == ("Corrigée", "ca")


def test_admin_keeps_an_administrator(signed_in, administrator):
    second = make_user("seconde@aurelle.example", is_superuser=True)
    User.objects.filter(pk=administrator.pk).update(is_active=True)
    signed_in.post(f"/admin/users/delete/{second.pk}/")
    assert not User.objects.filter(pk=second.pk).exists()

    signed_in.post(f"/admin/bulk/accounts/user/delete/?id={administrator.pk}")
    signed_in.post(f"/admin/users/delete/{administrator.pk}/")

    assert User.objects.filter(pk=administrator.pk, is_active=True, is_superuser=True).exists()


@pytest.mark.parametrize("model", ["territory", "organisation", "workgroup", "theme"])
def test_network_is_kept_in_the_admin(signed_in, model):
    assert signed_in.get(f"/admin/{model}/").status_code == 200
    assert signed_in.get(f"/admin/{model}/new/").status_code == 200


def test_theme_is_kept_in_every_language(signed_in):
    names = {"names_fr": "Nautisme", "names_en": "Boating", "names_ca": "Nàutica"}
    signed_in.post("/admin/theme/new/", {"code": "boating", **names})
    assert Theme.objects.get(code="boating").names == {"fr": "Nautisme", "en": "Boating", "ca": "Nàutica"}


def test_presentation_of_a_commune_is_kept_by_language(signed_in):
    from accounts.models import Territory

    signed_in.post(
        "/admin/territory/new/",
        {
            "name": "Port-Aurelle",
            "slug": "port-aurelle",
            "outline": "",
            "presentation_fr": "Un port.",
            "presentation_ca": "Un port català.",
        },
    )

    assert Territory.objects.get().presentation == {"fr": "Un port.", "ca": "Un port català."}


def test_link_of_an_invitation_is_shown_where_its_mail_reaches_nobody(client, administrator, office, settings):
    client.force_login(administrator)
    invitation = invite("basile@aurelle.example", organisation=office)
    assert not read(client.get("/intranet/equipe/")).has("code")
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    shown = read(client.get("/intranet/equipe/")).get_by_role("code").text
    assert Invitation.objects.from_token(shown.rstrip("/").rsplit("/", 1)[1]) == invitation


# ---- what passes to a colleague ---------------------------------------------------------------------------------
def test_what_somebody_looked_after_passes_to_a_colleague(signed_in, member, office, professional):
    colleague = make_user(organisation=office, first_name="Claire", last_name="Doré")
    owned = make_work_group(name="Vélo", owners=[member], kind="secret")
    joined = make_work_group(member, name="Accueil")
    coming, over = make_event("Bal", one_day(in_days(5)), author=member), make_event("Fini", one_day(in_days(-5)), author=member)
    page = read(signed_in.post(reverse("team:close", args=[member.pk]), follow=True))
    assert page.texts("checkbox") == ["Événements à venir (1)", "Groupes dont la personne est responsable (1)"]
    address = reverse("team:hand_over", args=[member.pk])
    for wrong in (member, professional):
        refused = signed_in.post(address, {"colleague": wrong.pk, "codes": ["events", "groups"]})
        assert (refused.status_code, "autre membre" in read(refused).field("À qui confier").description) == (422, True)
    assert signed_in.post(address, {"colleague": colleague.pk, "codes": ["events", "salary"]}).status_code == 422
    signed_in.post(address, {"colleague": colleague.pk, "codes": ["events", "groups"]})
    coming.refresh_from_db(), over.refresh_from_db()
    assert (coming.author, over.author) == (colleague, member)
    assert [(each.user, each.is_owner) for each in owned.memberships.order_by("pk")] == [(member, False), (colleague, True)]
    assert not joined.memberships.filter(user=colleague).exists()
    assert "Rien à confier" in read(signed_in.get(address)).text
