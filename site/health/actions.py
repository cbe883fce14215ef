"""Looking at the installation, telling administrators once, and trying the mail."""

import logging
import smtplib
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.mail import get_connection
from django.db import DatabaseError, connections, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from common.health import Finding, Probe, State, findings
from common.mail import office_name, send_mail_message
from common.outbox import EncodedMessage, OutgoingMail, deliver, server_words
from common.registry import hook
from health.models import TOLD_AFTER, Line, Upgrade

logger = logging.getLogger("escale.health")

PERMISSION = "health.view_line"
# That mail does not leave is no news for the mail.
WITHOUT_MAIL = {"mail"}
# Where one of these is red no task is worked off, and what is told leaves from here.
WORKED_OFF_BY = {"worker", "tasks"}
ORDER = (State.OK, State.WARNING, State.FAILURE)


def worst(seen: Collection[Finding]) -> State:
    return max((State(finding.state) for finding in seen), key=ORDER.index, default=State.OK)


def look(now: datetime | None = None) -> None:
    """Ask every probe, remember what it says, and tell administrators what has been red for long, or well again for as long.
    May run twice at the same time: nobody is told twice."""
    now = now or timezone.now()
    seen = findings()
    for probe, answer in seen.items():
        Line.note(probe.key, worst(answer), now)
    Line.objects.exclude(key__in=[probe.key for probe in seen]).delete()
    _tell({probe.key: probe for probe in seen}, now)


@hook("health.look_without_clock")
def look_without_clock() -> None:
    """A web process looks where the clock has not looked for long: it is that clock which is to be mended."""
    try:
        if Line.clock_stands_still():
            look()
    except Exception:
        logger.exception("Looking in place of the clock failed")


# ---- telling


def _tell(probes: dict[str, Probe], now: datetime) -> None:
    red = [line.key for line in Line.objects.told(now) if line.told_at is None]
    well = list(
        Line.objects.filter(is_red=False, changed_at__lte=now - TOLD_AFTER).exclude(told_at=None).values_list("key", flat=True)
    )
    if not red and not well:
        return
    people = list(User.objects.holding(PERMISSION).exclude(email=""))
    # Looked at again in the language of each reader, before the transaction, in which nothing may be waited for.
    sentences = {language: _red_sentences(red, language) for language in {person.language for person in people}} if red else {}
    with transaction.atomic():
        red = [key for key in red if Line.objects.filter(key=key, is_red=True, told_at=None).update(told_at=now)]
        well = [key for key in well if Line.objects.filter(key=key, is_red=False).exclude(told_at=None).update(told_at=None)]
        mails = []
        for person in people:
            if keys := [key for key in red if key not in WITHOUT_MAIL]:
                lines = [line for line in sentences[person.language] if line["key"] in keys]
                mails.append(_mail(person, "health/mail/red", keys, now, {"lines": lines}))
            if well:
                mails.append(_mail(person, "health/mail/well", well, now, {"titles": [probes[key].title for key in well]}))
    if Line.objects.filter(key__in=WORKED_OFF_BY, is_red=True).exists():
        for mail in filter(None, mails):
            deliver(mail.pk)


def _red_sentences(keys: list[str], language: str) -> list[dict]:
    with translation.override(language):
        return [
            {"key": probe.key, "title": str(probe.title), "findings": [one for one in answer if one.state == State.FAILURE]}
            for probe, answer in findings(only=keys).items()
        ]


def _mail(person: User, template: str, keys: list[str], now: datetime, context: dict) -> OutgoingMail | None:
    with translation.override(person.language):
        subject = {
            "health/mail/red": ngettext(
                "À réparer sur {site} : {count} ligne", "À réparer sur {site} : {count} lignes", len(keys)
            ),
            "health/mail/well": _("De nouveau en ordre : {site}"),
        }[template].format(site=settings.BASE_URL.split("//")[-1], count=len(keys))
    return send_mail_message(
        person.email,
        subject,
        template,
        context | {"link": reverse("health:installation")},
        language=person.language,
        key=f"{template}:{'+'.join(sorted(keys))[:50]}:{int(now.timestamp())}:{person.pk}",
    )


# ---- trying the mail


@dataclass(frozen=True)
class MailTrial:
    """Whether the server took a mail in, and its words; `error` where it did not."""

    is_accepted: bool
    words: str
    error: Exception | None = None


def try_mail(address: str, connection=None, sender: str | None = None) -> MailTrial:
    """Send one mail now, from this process, by `connection` or as all mail leaves, in the name of `sender` or of all mail; gives
    what the server answered, or why it could not be asked. One that left as all mail does stands among the mail that was sent."""
    is_as_all = connection is None
    subject = _("Courriel d’essai de {office}").format(office=office_name())
    text = _("Ce courriel vient de {site}. S’il vous est parvenu, l’envoi fonctionne.").format(site=settings.BASE_URL)
    answers = []
    try:
        connection = connection or get_connection()
        connection.open()
        server = getattr(connection, "connection", None)
        if isinstance(server, smtplib.SMTP):
            send_text = server.data

            def data(message):
                answers.append(send_text(message))
                return answers[-1]

            server.data = data
        try:
            EncodedMessage(subject, text, sender, [address], connection=connection).send()
        finally:
            connection.close()
    except (smtplib.SMTPException, OSError, ValueError) as error:
        return MailTrial(False, server_words(error)[:500], error)
    if is_as_all:
        try:
            OutgoingMail.note_sent(f"trial:{uuid.uuid4()}", address, subject)
        except DatabaseError:  # `doctor` tries the mail also where the database is away
            logger.warning("The mail that was tried is not noted", exc_info=True)
    words = "; ".join(server_words(smtplib.SMTPResponseException(*answer)) for answer in answers)
    return MailTrial(True, words[:500])


# ---- versions


def note_version(using="default", **kwargs) -> None:
    """A receiver of `post_migrate`: remember that this database is now that of this version. One with people in it that has
    noted none yet had a version before."""
    if Upgrade._meta.db_table not in connections[using].introspection.table_names():  # migrated back to before it
        return
    latest = Upgrade.latest()
    if latest is None and (first := User.objects.order_by("date_joined").values_list("date_joined", flat=True).first()):
        Upgrade.objects.create(version="", at=first)
    if latest is None or latest.version != settings.VERSION:
        Upgrade.objects.create(version=settings.VERSION)
