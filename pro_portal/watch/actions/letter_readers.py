"""The newsletter without an account: an address asks, its mail confirms, a link of each letter stops."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.mail import send_mail_message
from common.rate_limits import A_DAY, allowed
from notifications.signed_links import one_click_headers
from pro_portal.watch.models import WatchLetterReader, WatchTheme
from pro_portal.watch.models.readers import CONFIRMATION_TIME
from pro_portal.watch.signed_links import confirmation_path, reader_stop_path

MAILS_A_DAY = 2  # to one address: who did not ask for them is not to be flooded by somebody else


@transaction.atomic
def ask_for_letter(email: str, language: str) -> None:
    """Mail this address what it needs to confirm, or, where it has the letter already, to stop it. Nothing tells who asks which
    of them it was, nor that one mail too many was not sent."""
    email = email.strip().lower()
    if not allowed("watch letter mails", email, MAILS_A_DAY, A_DAY):
        return
    reader, _is_new = WatchLetterReader.objects.get_or_create(email=email, defaults={"language": language})
    if not reader.confirmed_at:
        reader.language, reader.asked_at = language, timezone.now()
        reader.save(update_fields=["language", "asked_at"])
    stop = reader_stop_path(reader)
    send_mail_message(
        email,
        _("Vous recevez déjà la lettre de veille") if reader.confirmed_at else _("Confirmez : recevoir la lettre de veille"),
        "watch/mail/confirm",
        {"is_confirmed": bool(reader.confirmed_at), "confirm": confirmation_path(reader), "stop": stop},
        language=language,
        headers=one_click_headers(stop),
    )


def confirm(reader: WatchLetterReader) -> None:
    """The person who reads the mails of this address wants the letter. Once is enough."""
    WatchLetterReader.objects.filter(pk=reader.pk, confirmed_at=None).update(confirmed_at=timezone.now())


def choose_themes(reader: WatchLetterReader, themes) -> None:
    """The letter holds these themes from now on; all of them are those to come too."""
    is_all = set(themes) == set(WatchTheme.objects.all())
    reader.themes.set([] if is_all else themes)


def stop(key: int) -> None:
    """The letter stops, and the address is forgotten."""
    WatchLetterReader.objects.filter(pk=key).delete()


def forget_unconfirmed(now: datetime) -> int:
    """Delete the addresses that nobody confirmed in time; how many."""
    count, _by_model = WatchLetterReader.objects.unconfirmed_since(now - CONFIRMATION_TIME).delete()
    return count
