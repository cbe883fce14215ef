"""The outbox: one row for each mail, claimed before it is sent, so that a killed worker never sends one twice.

A mail goes through `waiting → claimed → handing_over → sent`. The row says `handing_over` from just before the text leaves
for the mail server until the server has answered. A worker that dies before that moment has sent nothing: the mail waits
again. A worker that dies after it leaves a mail in doubt, and a mail in doubt is not sent again (`docs/mail.md` says why).
"""

import logging
import smtplib
from datetime import timedelta
from email.header import Header, decode_header, make_header
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger("escale.mail")

LONGEST_WORD = 75  # an encoded word of a header, with its delimiters
# Seven tries over about a day, the time a mail server is usually down at most.
RETRY_DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 20, 60, 240, 720))
# A claim that old belongs to a worker that died: connecting and greeting end with EMAIL_TIMEOUT, far earlier.
STALE_CLAIM = timedelta(minutes=5)


class EncodedMessage(EmailMultiAlternatives):
    """A message whose subject and sender are encoded in words of 75 characters at most, on lines that leave room for the header's
    name (RFC 2047 §2): Django's own are one character, or the whole name, too long."""

    def message(self):
        message = super().message()
        name, address = parseaddr(self.from_email)
        name = str(make_header(decode_header(name)))
        if not self.subject.isascii():
            message.replace_header("Subject", _in_parts("Subject", self.subject))
        if not name.isascii():
            message.replace_header("From", f"{_in_parts('From', name)}\n <{address}>")
        return message


def _in_parts(header: str, text: str) -> str:
    return Header(text, "utf-8", maxlinelen=LONGEST_WORD, header_name=header).encode()


class OutgoingMail(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("en attente")
        CLAIMED = "claimed", _("en cours")
        HANDING_OVER = "handing_over", _("remis sans réponse")
        SENT = "sent", _("envoyé")
        FAILED = "failed", _("abandonné")

    key = models.CharField(max_length=120, unique=True)  # what the mail is about: the same key is never sent twice
    to = models.EmailField()
    sender = models.CharField(max_length=320)
    subject = models.CharField(max_length=400)
    text = models.TextField()
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    reply_to = models.EmailField(blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("courriel")
        verbose_name_plural = _("courriels")
        indexes = [models.Index(fields=["state", "not_before"], name="common_mail_to_send")]

    def __str__(self):
        return f"{self.subject} → {self.to}"

    @property
    def message_id(self) -> str:
        """The same at every try, so that a mail server or program can tell a repeated mail."""
        return f"<escale.{self.pk}.{int(self.created_at.timestamp())}@{settings.BASE_URL.split('//')[-1].split(':')[0]}>"

    @property
    def has_problem(self) -> bool:
        """Tried, and not known to have left."""
        return self.state != self.State.SENT and bool(self.last_error)

    def message(self, connection) -> EmailMultiAlternatives:
        headers = {"Message-ID": self.message_id, "Auto-Submitted": "auto-generated", **self.headers}
        reply_to = [self.reply_to] if self.reply_to else None
        message = EncodedMessage(
            self.subject, self.text, self.sender, [self.to], connection=connection, headers=headers, reply_to=reply_to
        )
        if self.html:
            message.attach_alternative(self.html, "text/html")
        return message

    def claim(self) -> bool:
        """Claim the mail for this worker; False where another has it, or it was sent."""
        claimed = OutgoingMail.objects.filter(pk=self.pk, state=self.State.WAITING).update(
            state=self.State.CLAIMED, claimed_at=timezone.now(), attempts=F("attempts") + 1
        )
        if claimed:
            self.refresh_from_db()
        return bool(claimed)

    def mark(self, state, **fields) -> None:
        OutgoingMail.objects.filter(pk=self.pk).update(state=state, **fields)
        self.state = state

    def mark_sent(self) -> None:
        """Mark as sent and erase the text, for it may hold a link that opens an account."""
        self.mark(self.State.SENT, sent_at=timezone.now(), text="", html="", last_error="")

    @classmethod
    def note_sent(cls, key: str, to: str, subject: str) -> None:
        """One that left at once, without waiting here; its text is not kept."""
        cls.objects.create(
            key=key, to=to, sender=settings.DEFAULT_FROM_EMAIL, subject=subject, attempts=1, state=cls.State.SENT,
            sent_at=timezone.now(),
        )  # fmt: skip

    def mark_refused(self, error: Exception, for_good: bool = False) -> None:
        """Not sent: tried again later, further apart each time, until the tries are used up."""
        words = server_words(error)[:500]
        if for_good or self.attempts > len(RETRY_DELAYS):
            logger.warning("Mail %s given up: %s", self.pk, error)
            self.mark(self.State.FAILED, last_error=words)
        else:
            self.mark(self.State.WAITING, not_before=timezone.now() + RETRY_DELAYS[self.attempts - 1], last_error=words)


def server_words(error: Exception) -> str:
    """What the mail server answered, or why it could not be asked, without the signs of Python."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = dict.fromkeys(error.recipients.values())
    elif isinstance(error, smtplib.SMTPResponseException):
        answers = [(error.smtp_code, error.smtp_error)]
    else:
        return " ".join(str(error).split()) or type(error).__name__
    texts = [(code, words.decode(errors="replace") if isinstance(words, bytes) else words) for code, words in answers]
    return "; ".join(" ".join(f"{code} {text}".split()) for code, text in texts)


def deliver(mail_id: int) -> bool:
    """Send one waiting mail; True when it has left. A mail that left, or that another worker holds, is let alone."""
    mail = OutgoingMail.objects.filter(pk=mail_id).first()
    if mail is None or not mail.claim():
        return False
    try:
        _hand_over(mail)
    except (smtplib.SMTPException, OSError) as error:
        if mail.state == OutgoingMail.State.HANDING_OVER and not isinstance(error, smtplib.SMTPResponseException):
            logger.warning("Mail %s was handed over without an answer and is not sent again: %s", mail.pk, error)
            mail.mark(mail.state, last_error=server_words(error)[:500])
        else:
            mail.mark_refused(error, for_good=_is_final(error))
        return False
    except (ValueError, UnicodeError) as error:  # an address or a header that no server would take
        mail.mark_refused(error, for_good=True)
        return False
    return True


def _hand_over(mail: OutgoingMail) -> None:
    connection = get_connection()
    connection.open()
    server = getattr(connection, "connection", None)
    try:
        if isinstance(server, smtplib.SMTP):
            send_text = server.data

            def data(text):
                mail.mark(mail.State.HANDING_OVER)
                return send_text(text)

            server.data = data  # the addresses are accepted by then: what follows is the text alone
        else:
            mail.mark(mail.State.HANDING_OVER)
        mail.message(connection).send()
        mail.mark_sent()
    finally:
        connection.close()


def _is_final(error: Exception) -> bool:
    """A refusal in the 500s: the server will say the same tomorrow."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in error.recipients.values())
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return False  # a wrong password in the settings is put right by the administrator
    return isinstance(error, smtplib.SMTPResponseException) and error.smtp_code >= 500


def claim_due_mails(now=None) -> list[int]:
    """Free the claims of dead workers; gives the ids of the mails to send now, each to one caller only."""
    now = now or timezone.now()
    states = OutgoingMail.State
    # A claim of the future is of before the machine's clock was set back.
    stale = Q(claimed_at__lt=now - STALE_CLAIM) | Q(claimed_at__gt=now + STALE_CLAIM)
    OutgoingMail.objects.filter(stale, state=states.CLAIMED).update(state=states.WAITING)
    due = OutgoingMail.objects.filter(state=states.WAITING, not_before__lte=now).order_by("pk")
    claimed = []
    for mail_id in due.values_list("pk", flat=True)[:500]:
        # Postponed while its task waits for a worker, so that each minute does not add one more task.
        still_due = OutgoingMail.objects.filter(pk=mail_id, state=states.WAITING, not_before__lte=now)
        if still_due.update(not_before=now + STALE_CLAIM):
            claimed.append(mail_id)
    return claimed
