"""Roles, invitations, closing and reopening accounts, handing over what somebody looked after, mails about safety."""

from collections.abc import Iterable
from pathlib import Path

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.models import Group, Permission
from django.contrib.staticfiles import finders
from django.db import transaction
from django.db.models import Q
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from accounts.models import Membership, Organisation, Theme, User
from accounts.models.invitations import Invitation, new_nonce
from accounts.permissions import ADMINISTRATOR, EDITOR, ROLES
from accounts.registry import handovers
from common.content_files import read_yaml
from common.mail import send_mail_message
from common.translations import fallback_languages

THEMES = Path(__file__).resolve().parent / "content" / "themes.yaml"
LAST_ADMINISTRATOR = _("C’est la dernière personne à l’administration : donnez d’abord ce rôle à quelqu’un d’autre.")


class LastAdministrator(Exception):
    """Without an administrator nobody could invite, deactivate or put anything right."""


class NotAColleague(Exception):
    """What somebody looked after can only pass to another member who is still there."""


class InvitationClosed(Exception):
    """The invitation was accepted, withdrawn or has expired, or its person has an account."""


# ---- roles ------------------------------------------------------------------------------------------------------
def apply_roles() -> None:
    """Give each declared role its group and exactly its declared permissions."""
    for role, names in ROLES.items():
        group, _created = Group.objects.get_or_create(name=role)
        condition = Q(pk__in=[])
        for name in names:
            app_label, codename = name.split(".")
            condition |= Q(content_type__app_label=app_label, codename=codename)
        group.permissions.set(Permission.objects.filter(condition))


def give_editor_page_permissions(root_page) -> None:
    """Let editors write and publish under `root_page`, and keep pictures and documents. To call once the tree exists."""
    group = Group.objects.get_or_create(name=EDITOR)[0]
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=group, page=root_page, permission=permission)
    collection = Collection.get_first_root_node()
    # Wagtail asks the permissions of its own models, whichever model holds the pictures and the documents.
    collection_models = {"wagtailimages": "image", "wagtaildocs": "document"}
    for app_label, model in collection_models.items():
        codenames = [f"{verb}_{model}" for verb in ("add", "change", "choose")]
        for permission in Permission.objects.filter(content_type__app_label=app_label, codename__in=codenames):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def give_role(user: User, role: str) -> None:
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    if role == ADMINISTRATOR and not user.is_superuser:
        user.is_superuser = user.is_staff = True
        user.save(update_fields=["is_superuser", "is_staff"])


@transaction.atomic
def remove_role(user: User, role: str) -> None:
    """Remove a role. Raises `LastAdministrator` where no administrator would be left."""
    if role == ADMINISTRATOR and user.is_superuser:
        require_another_administrator([user])
        user.is_superuser = user.is_staff = False
        user.save(update_fields=["is_superuser", "is_staff"])
    user.groups.remove(*Group.objects.filter(name=role))


@transaction.atomic
def set_roles(user: User, roles: list[str]) -> None:
    """Give exactly these of the declared roles."""
    for role in ROLES:
        if role in roles:
            give_role(user, role)
        elif role in user.roles:
            remove_role(user, role)


def require_another_administrator(leaving: list[User]) -> None:
    """Raises `LastAdministrator` when no active administrator would stay once `leaving` are gone.

    The rows are locked, so that two administrators cannot dismiss each other at the same moment.
    """
    administrators = set(User.objects.select_for_update().filter(is_superuser=True, is_active=True).values_list("pk", flat=True))
    leaving_pks = {user.pk for user in leaving}
    if administrators & leaving_pks and not administrators - leaving_pks:
        raise LastAdministrator


# ---- people who come --------------------------------------------------------------------------------------------
@transaction.atomic
def invite(email: str, *, organisation=None, roles=(), invited_by=None, **names) -> Invitation:
    """Invite a person by mail; an invitation that is still open is renewed. `names`: first_name, last_name, language.

    Raises `InvitationClosed` where the address has an account.
    """
    email = email.strip().lower()
    if User.objects.filter(email__iexact=email).exists():
        raise InvitationClosed
    invitation = Invitation.objects.select_for_update().open().filter(email__iexact=email).first() or Invitation(email=email)
    invitation.organisation = organisation
    invitation.roles = [role for role in ROLES if role in roles]
    invitation.invited_by = invited_by
    for field, value in names.items():
        setattr(invitation, field, value)
    invitation.save()
    send_invitation(invitation)
    return invitation


@transaction.atomic
def send_invitation(invitation: Invitation) -> None:
    """Send the link (again) for another seven days; the links sent before stop working."""
    locked = Invitation.objects.select_for_update().open().filter(pk=invitation.pk)
    if not locked.exists():
        raise InvitationClosed
    invitation.nonce = new_nonce()
    invitation.sent_at = timezone.now()
    invitation.save(update_fields=["nonce", "sent_at"])
    send_mail_message(
        invitation.email,
        _("Votre invitation à rejoindre l’espace de travail"),
        "accounts/mail/invitation",
        {"invitation": invitation, "link": invitation.get_absolute_url(), "manual": manual_address(invitation)},
        language=invitation.language,
        key=invitation.mail_key,
    )


def manual_address(invitation: Invitation) -> str:
    """The members' manual in the language of the invitation, else in that of the house; empty for providers, and where the
    installation has none (`manual/intranet-fr.pdf` among the static files)."""
    organisation = invitation.organisation
    if organisation is None or organisation.kind not in Organisation.OF_MEMBERS:
        return ""
    names = (f"manual/intranet-{code}.pdf" for code in fallback_languages(invitation.language))
    return next((static(name) for name in names if finders.find(name)), "")


def withdraw_invitation(invitation: Invitation) -> None:
    if not Invitation.objects.open().filter(pk=invitation.pk).update(withdrawn_at=timezone.now()):
        raise InvitationClosed


@transaction.atomic
def accept_invitation(invitation: Invitation, *, first_name: str, last_name: str, language: str, password: str) -> User:
    """Make the account. Works once: a second call, at the same moment too, raises `InvitationClosed`."""
    locked = Invitation.objects.select_for_update().open().filter(pk=invitation.pk, nonce=invitation.nonce).first()
    if locked is None or locked.is_expired or User.objects.filter(email__iexact=locked.email).exists():
        raise InvitationClosed
    names = {"first_name": first_name, "last_name": last_name, "language": language}
    user = open_account(locked.email, password, roles=locked.roles, organisation=locked.organisation, **names)
    locked.accepted_at = timezone.now()
    locked.save(update_fields=["accepted_at"])
    return user


def open_account(email: str, password: str, *, roles=(), **fields) -> User:
    """The account of a person whose right to it was looked at: an invitation, or the setup link of an empty installation.
    `fields`: first_name, last_name, language, organisation."""
    user = User.objects.create_user(email, password, **fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    set_roles(user, roles)
    return user


# ---- people who go ----------------------------------------------------------------------------------------------
@transaction.atomic
def deactivate(user: User) -> None:
    """Close the account at once, sessions and calendar address included. What the person wrote stays."""
    require_another_administrator([user])
    user.is_active = False
    user.save(update_fields=["is_active"])
    user.end_sessions()


def reactivate(user: User) -> None:
    user.is_active = True
    user.save(update_fields=["is_active"])


# ---- safety -----------------------------------------------------------------------------------------------------
def send_password_reset(email: str, number: str) -> None:
    """Mail the way to a new password to the owner of the account, if any; to the account's address, never to what was typed.
    `number` is that of the request: a task that is taken up again sends no second mail."""
    if person := _owner(email):
        arguments = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
        send_mail_message(
            person.email,
            _("Choisir un nouveau mot de passe"),
            "accounts/mail/password_reset",
            {"person": person, "link": reverse("account_reset_password_from_key", kwargs=arguments)},
            language=person.language,
            key=f"reset:{number}",
        )


def warn_owner(email: str, door: str) -> None:
    """Mail the owner of the account that wrong passwords or codes are tried, once a day for each kind."""
    if person := _owner(email):
        send_mail_message(
            person.email,
            _("Des essais de connexion à votre compte"),
            "accounts/mail/tries",
            {"person": person, "door": door, "link": reverse("accounts:profile")},
            language=person.language,
            key=f"tries:{door}:{person.pk}:{timezone.localdate():%Y-%m-%d}",
        )


def _owner(email: str) -> User | None:
    return User.objects.filter(email__iexact=email.strip(), is_active=True).first()


@transaction.atomic
def hand_over(person: User, colleague: User, codes: Iterable[str]) -> dict[str, int]:
    """Pass what `person` looks after to `colleague`, of the kinds `codes` (see `accounts.registry`); gives how many of each kind
    passed on. Raises `NotAColleague`."""
    if not colleague.is_active or not colleague.is_member or colleague.pk == person.pk:
        raise NotAColleague
    chosen = set(codes)
    return {each.code: each.pass_on(person, colleague) for each in handovers() if each.code in chosen}


def give_group_ownerships(memberships, colleague: User) -> int:
    """Make `colleague` an owner of the groups of these memberships, a member where they were none; those who owned them so far
    stay in them as members."""
    groups = list(memberships.values_list("workgroup_id", flat=True))
    for group in groups:
        Membership.objects.update_or_create(user=colleague, workgroup_id=group, defaults={"is_owner": True})
    memberships.update(is_owner=False)
    return len(groups)


# ---- what every installation has --------------------------------------------------------------------------------
def ensure_themes() -> None:
    """Add the themes of the starter list to an installation that has none; what the office made of them stays."""
    if not Theme.objects.exists():
        starters = enumerate(read_yaml(THEMES))
        Theme.objects.bulk_create(Theme(code=theme["code"], names=theme["names"], order=order) for order, theme in starters)
