"""Writing a mail: in the reader's language, from the office by its name, in plain text and in HTML. It leaves on commit."""

from datetime import timedelta
from email.utils import formataddr, parseaddr
from functools import partial
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from wagtail.models import Site

from common.outbox import OutgoingMail
from common.tasks import deliver_mail


def office_name() -> str:
    """The name that mails and codes are signed with: that of the Wagtail site, else of the installation."""
    site = Site.objects.filter(is_default_site=True).first()
    return (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME


def mail_folder() -> str:
    """The folder where mail is written to files instead of leaving; empty where it leaves."""
    return str(settings.EMAIL_FILE_PATH) if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend") else ""


def send_mail_message(
    to: str,
    subject,
    template: str,
    context: dict | None = None,
    *,
    language: str | None = None,
    key: str = "",
    headers: dict[str, str] | None = None,
    reply_to: str = "",
) -> OutgoingMail | None:
    """Write a mail from `<template>.txt` and `<template>.html` and send it once the transaction is committed.

    `subject` may be lazy: it is evaluated, like the templates, in `language` (that of the reader). The templates extend
    `mail/base.txt` and `mail/base.html` and receive `context`, `office`, `base_url`. `key` names what the mail is about: a
    second mail with the same key is not written, and None comes back.
    """
    with translation.override(language or settings.LANGUAGE_CODE):
        subject = " ".join(str(subject).split())[:200]
        office, active = office_name(), translation.get_language()
        layout = {"subject": subject, "office": office, "base_url": settings.BASE_URL, "language": active}
        values = layout | (context or {})
        text = render_to_string(f"{template}.txt", values).strip() + "\n"
        html = render_to_string(f"{template}.html", values)
    mail, is_new = OutgoingMail.objects.get_or_create(
        key=key or f"mail:{uuid4()}",
        defaults={
            "to": to,
            "sender": formataddr((office, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
            "subject": subject,
            "text": text,
            "html": html,
            "headers": {"Content-Language": language or settings.LANGUAGE_CODE, **(headers or {})},
            "reply_to": reply_to,
            # The task sends it at once; the minute clock looks after it should the task be lost.
            "not_before": timezone.now() + timedelta(minutes=2),
        },
    )
    if is_new:
        transaction.on_commit(partial(deliver_mail.enqueue, mail.pk))
    return mail if is_new else None
