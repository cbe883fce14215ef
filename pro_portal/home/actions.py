"""Requests for an account: asking, accepting, refusing."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.actions import invite
from accounts.models import Organisation
from common.mail import send_mail_message
from notifications.actions import close, notify
from pro_portal.home.models import AccountRequest
from pro_portal.home.notifications import AccountRequested


class AlreadyDecided(Exception):
    """Someone else answered first; `account_request` says who and what."""

    def __init__(self, account_request: AccountRequest):
        super().__init__()
        self.account_request = account_request


@transaction.atomic
def ask_for_account(account_request: AccountRequest) -> None:
    """Store the request and notify the editors; the same address asking twice is one request, with what was sent last."""
    earlier = (
        AccountRequest.objects.select_for_update()
        .filter(email__iexact=account_request.email, state=AccountRequest.State.WAITING)
        .first()
    )
    if earlier:
        account_request.pk, account_request.asked_at = earlier.pk, earlier.asked_at
        account_request.save(force_update=True)
    else:
        account_request.save()
        notify(AccountRequested(account_request))


def _locked_waiting(pk: int) -> AccountRequest:
    account_request = AccountRequest.objects.select_for_update(of=("self",)).select_related("decided_by").get(pk=pk)
    if account_request.state != AccountRequest.State.WAITING:
        raise AlreadyDecided(account_request)
    return account_request


def _decide(account_request: AccountRequest, state: str, person) -> None:
    account_request.state, account_request.decided_by, account_request.decided_at = state, person, timezone.now()
    account_request.save()
    close(account_request, AccountRequested)


@transaction.atomic
def accept(pk: int, person, organisation: Organisation | None, language: str) -> AccountRequest:
    """Send the invitation. Raises `AlreadyDecided`, and `InvitationClosed` where the address has an account."""
    account_request = _locked_waiting(pk)
    account_request.organisation = organisation or new_organisation(account_request)
    account_request.language = language or account_request.language
    invite(
        account_request.email, organisation=account_request.organisation, invited_by=person,
        first_name=account_request.first_name,
        last_name=account_request.last_name, language=account_request.language,
    )  # fmt: skip
    _decide(account_request, AccountRequest.State.ACCEPTED, person)
    return account_request


def new_organisation(account_request: AccountRequest) -> Organisation:
    organisation = Organisation.objects.create(
        name=account_request.establishment, slug=Organisation.free_slug(account_request.establishment, "prestataire"),
        kind=Organisation.Kind.PROVIDER, phone=account_request.phone,
    )  # fmt: skip
    if account_request.commune_id:
        organisation.territories.add(account_request.commune)
    return organisation


@transaction.atomic
def refuse(pk: int, person, words: str) -> AccountRequest:
    account_request = _locked_waiting(pk)
    _decide(account_request, AccountRequest.State.REFUSED, person)
    context = {"asked": account_request, "words": words}
    send_mail_message(
        account_request.email,
        _("Votre demande de compte"),
        "portal_home/mail/refused",
        context,
        language=account_request.language,
    )
    return account_request
