"""Asking for an account and answering."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.actions import invite
from accounts.models import Organisation
from common.mail import send_mail_message
from common.slugs import slug_of
from notifications.actions import notify
from pro_portal.home.models import AccountRequest
from pro_portal.home.notifications import AccountRequested


class AlreadyDecided(Exception):
    """Someone else answered first; `asked` says who and what."""

    def __init__(self, asked: AccountRequest):
        super().__init__()
        self.asked = asked


@transaction.atomic
def ask_for_account(asked: AccountRequest) -> None:
    """Keep the request and tell the editors; the same address asking twice is one request, the last words count."""
    waiting = (
        AccountRequest.objects.select_for_update().filter(email__iexact=asked.email, state=AccountRequest.State.WAITING).first()
    )
    if waiting:
        asked.pk, asked.asked_at = waiting.pk, waiting.asked_at
        asked.save(force_update=True)
    else:
        asked.save()
        notify(AccountRequested(asked))


def _waiting(pk: int) -> AccountRequest:
    asked = AccountRequest.objects.select_for_update(of=("self",)).select_related("decided_by").get(pk=pk)
    if asked.state != AccountRequest.State.WAITING:
        raise AlreadyDecided(asked)
    return asked


def _decide(asked: AccountRequest, state: str, person) -> None:
    asked.state, asked.decided_by, asked.decided_at = state, person, timezone.now()
    asked.save()


@transaction.atomic
def accept(pk: int, person, organisation: Organisation | None, language: str) -> AccountRequest:
    """The invitation leaves. Raises `AlreadyDecided`, and `InvitationClosed` where the address has an account."""
    asked = _waiting(pk)
    asked.organisation = organisation or new_organisation(asked)
    asked.language = language or asked.language
    invite(
        asked.email, organisation=asked.organisation, invited_by=person, first_name=asked.first_name,
        last_name=asked.last_name, language=asked.language,
    )  # fmt: skip
    _decide(asked, AccountRequest.State.ACCEPTED, person)
    return asked


def new_organisation(asked: AccountRequest) -> Organisation:
    slug = number = slug_of(asked.establishment, "prestataire")[:140]
    for count in range(2, 1000):
        if not Organisation.objects.filter(slug=slug).exists():
            break
        slug = f"{number}-{count}"
    made = Organisation.objects.create(name=asked.establishment, slug=slug, kind=Organisation.Kind.PROVIDER, phone=asked.phone)
    if asked.commune_id:
        made.territories.add(asked.commune)
    return made


@transaction.atomic
def refuse(pk: int, person, words: str) -> AccountRequest:
    asked = _waiting(pk)
    _decide(asked, AccountRequest.State.REFUSED, person)
    context = {"asked": asked, "words": words}
    send_mail_message(asked.email, _("Votre demande de compte"), "portal_home/mail/refused", context, language=asked.language)
    return asked
