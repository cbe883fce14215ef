"""What a person, or an administrator for them, asks for: an export, a correction, an erasure that can be taken back."""

import logging
from datetime import timedelta
from functools import partial

from django.contrib.auth import get_user_model
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.actions import LastAdministrator, require_another_administrator
from common.mail import send_mail_message
from common.personal_data import Person, delete_with_files
from privacy.actions.erasure import erase
from privacy.models import Act, ErasureRequest, Export, digest_of
from privacy.tasks import make_export

logger = logging.getLogger("escale.privacy")

TIME_TO_TAKE_BACK = timedelta(days=7)  # long enough to read one's mail, short enough for who means it
CONFIRMATION_SALT = "privacy.erasure"
CONFIRMATION_SECONDS = 24 * 3600


@transaction.atomic
def request_export(person: Person, requested_by, language: str) -> Export:
    """Ask for the zip; one that waits already is given back, so that a double click makes one."""
    get_user_model().objects.select_for_update().filter(pk=requested_by.pk).first()
    mine = Export.objects.filter(email=person.email, account=person.account, requested_by=requested_by)
    if waiting := mine.filter(state=Export.State.WAITING).first():
        return waiting
    delete_with_files(mine, ("file",))  # the newest one takes the place of those before
    export = Export.objects.create(email=person.email, account=person.account, requested_by=requested_by, language=language)
    Act.objects.create(action=Act.Action.EXPORT, digest=digest_of(person.email), by=requested_by, is_own=export.is_own)
    transaction.on_commit(partial(make_export.enqueue, str(export.pk)))
    return export


def send_correction(account, text: str, once: str) -> None:
    """Mail a message about somebody's own data to the administrators; once for each form shown."""
    for administrator in get_user_model().objects.filter(is_superuser=True, is_active=True):
        send_mail_message(
            administrator.email,
            _("Une correction de données personnelles est demandée"),
            "privacy/mail/correction",
            {"person": account, "text": text, "link": reverse("team:person", args=[account.pk])},
            language=administrator.language,
            key=f"correction:{once}:{administrator.pk}",
            reply_to=account.email,
        )


@transaction.atomic
def request_erasure(account, is_confirmed: bool) -> ErasureRequest:
    """Note that the account is to be erased; where it is confirmed, in seven days. Asked twice, it is noted once. Raises
    `LastAdministrator`."""
    require_another_administrator([account])
    now = timezone.now()
    request, is_new = ErasureRequest.objects.select_for_update().get_or_create(
        account=account, defaults={"due_at": now + TIME_TO_TAKE_BACK}
    )
    if request.confirmed_at is None and is_confirmed:
        _confirm(request)
    elif request.confirmed_at is None:
        send_mail_message(
            account.email,
            _("Confirmer l’effacement de votre compte"),
            "privacy/mail/confirm_erasure",
            {"person": account, "link": reverse("personal_data:confirm_erasure", args=[confirmation_token(request)])},
            language=account.language,
            key=f"confirm-erasure:{request.pk}:{now:%Y%m%d%H%M}",
        )
    return request


def confirmation_token(request: ErasureRequest) -> str:
    return signing.dumps([request.pk, request.account_id], salt=CONFIRMATION_SALT)


def request_of_token(token: str, account) -> ErasureRequest | None:
    """The request that a mailed link confirms; None for one that is old, taken back, or somebody else's."""
    try:
        pk, account_pk = signing.loads(token, salt=CONFIRMATION_SALT, max_age=CONFIRMATION_SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return ErasureRequest.objects.filter(pk=pk, account=account).first() if account_pk == account.pk else None


@transaction.atomic
def confirm_erasure(request: ErasureRequest) -> None:
    """Raises `LastAdministrator`."""
    require_another_administrator([request.account])
    locked = ErasureRequest.objects.select_for_update().filter(pk=request.pk, confirmed_at=None).first()
    if locked is not None:
        _confirm(locked)


def _confirm(request: ErasureRequest) -> None:
    now = timezone.now()
    request.confirmed_at, request.due_at = now, now + TIME_TO_TAKE_BACK
    request.save(update_fields=["confirmed_at", "due_at"])
    account = request.account
    Act.objects.create(action=Act.Action.REQUEST, digest=digest_of(account.email), by=account, is_own=True)
    send_mail_message(
        account.email,
        _("Votre compte sera effacé"),
        "privacy/mail/erasure_requested",
        {"person": account, "due_at": request.due_at, "link": reverse("personal_data:mine")},
        language=account.language,
        key=f"erasure:{request.pk}:{now:%Y%m%d%H%M%S}",
    )


@transaction.atomic
def take_back_erasure(account) -> bool:
    """Take the request back; False where there is none any more."""
    if not ErasureRequest.objects.filter(account=account).delete()[0]:
        return False
    Act.objects.create(action=Act.Action.TAKEN_BACK, digest=digest_of(account.email), by=account, is_own=True)
    return True


def carry_out_requests(now=None) -> int:
    """Erase those whose time to take it back is over; of how many. A last administrator stays until there is another."""
    now, count = now or timezone.now(), 0
    # One that nobody confirmed is forgotten with its link.
    ErasureRequest.objects.filter(confirmed_at=None, requested_at__lt=now - timedelta(seconds=CONFIRMATION_SECONDS)).delete()
    due = ErasureRequest.objects.select_related("account").filter(due_at__lte=now).exclude(confirmed_at=None)
    for request in due:
        try:
            erase(Person.of(request.account), is_own=True)
            count += 1
        except LastAdministrator:
            continue
        except Exception:
            logger.exception("The erasure asked for by the request %s failed", request.pk)
    return count
