"""The mails of notifications: one for each notice, or a digest. Writing one and marking its notices is one transaction."""

from itertools import groupby

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from common.mail import send_mail_message
from notifications.models import Notice, Rhythm
from notifications.registry import kind_of
from notifications.signed_links import DIGEST, one_click_headers, preferences_path, stop_path

EXCERPT_LENGTH = 300
MOST_AT_ONCE = 500  # of one run of the clock, which comes back a minute later


def _mail_line(notice: Notice) -> dict:
    """The line of a mail for one notice, in the active language."""
    notification = notice.notification
    return {
        "title": str(notification.title()),
        "excerpt": (excerpt := str(notification.excerpt())[:EXCERPT_LENGTH]),
        # In a list of the text part each line stands under the first word of its title.
        "lines": [line.strip() for line in excerpt.splitlines() if line.strip()],
        "path": reverse("notifications:open", args=[notice.pk]),
        "group": str(notification.group),
        "asks": notification.asks_for_action,
    }


def _mail_lines(notices: list[Notice]) -> list[dict]:
    """The lines of a mail that tells of many things: what asks for a deed of its reader first, then as they came."""
    return sorted(map(_mail_line, notices), key=lambda line: not line["asks"])


def _subject_of_many(lines: list[dict]) -> str:
    """« « Bal du port » est à corriger, et 3 autres nouvelles »."""
    others = len(lines) - 1
    if not others:
        return lines[0]["title"]
    words = ngettext("%(title)s, et %(count)d autre nouvelle", "%(title)s, et %(count)d autres nouvelles", others)
    return words % {"title": lines[0]["title"], "count": others}


def _claim(notices) -> list[Notice]:
    """Mark waiting notices as mailed; gives those that may still be read. Locked: two workers never claim the same ones."""
    claimed = list(notices.select_for_update(of=("self",)).select_related("person__organisation", "actor").order_by("pk"))
    Notice.objects.filter(pk__in=[notice.pk for notice in claimed]).update(mail_waiting=False)
    return [notice for notice in claimed if notice.may_be_read]


@transaction.atomic
def mail_notice(notice_id: int) -> None:
    """Write the mail of one notice that is to leave at once; nothing when it was written, read or may not be told any more."""
    for notice in _claim(Notice.objects.to_mail([Rhythm.AT_ONCE]).filter(pk=notice_id)):
        _write_notice(notice)


@transaction.atomic
def mail_bundle(person_id: int, actor_id: int | None) -> None:
    """Write one mail of what `actor_id` did lately and this person, who wants mail at once, is told of."""
    bundle = Notice.objects.to_mail([Rhythm.AT_ONCE]).filter(person=person_id, actor=actor_id)
    notices = _claim(bundle if actor_id else bundle.exclude(mail_not_before=None))
    if len(notices) == 1:
        _write_notice(notices[0])
    elif notices:
        _write_bundle(notices)


def mail_waiting(notices) -> None:
    """Write the mails of waiting notices: one for each pair of reader and actor, one for each notice of what nobody did."""
    rows = list(notices.order_by("pk").values_list("pk", "person_id", "actor_id", "mail_not_before")[:MOST_AT_ONCE])
    pairs = {}
    for pk, person_id, actor_id, bundle_end in rows:
        if actor_id is None and bundle_end is None:
            mail_notice(pk)
        else:
            pairs[person_id, actor_id] = True
    for pair in pairs:
        mail_bundle(*pair)


def _write_notice(notice: Notice) -> None:
    person = notice.person
    with translation.override(person.language):
        line = _mail_line(notice)
        context = {
            "person": person,
            "line": line,
            "kind": str(notice.notification.label),
            "stop": stop_path(person, notice.code),
            "preferences": preferences_path(person),
        }
    send_mail_message(
        person.email,
        line["title"],
        "notifications/mail/notice",
        context,
        language=person.language,
        key=f"notice:{notice.pk}",
        headers=one_click_headers(stop_path(person, notice.code)),
    )


def _write_bundle(notices: list[Notice]) -> None:
    person = notices[0].person
    codes = {notice.code for notice in notices}
    stop = stop_path(person, codes.pop() if len(codes) == 1 else DIGEST)
    with translation.override(person.language):
        lines = _mail_lines(notices)
        subject = _subject_of_many(lines)
    context = {"person": person, "heading": subject, "lines": lines, "stop": stop, "preferences": preferences_path(person)}
    send_mail_message(
        person.email,
        subject,
        "notifications/mail/bundle",
        context,
        language=person.language,
        key=f"bundle:{person.pk}:{notices[-1].pk}",
        headers=one_click_headers(stop),
    )


@transaction.atomic
def mail_digest(person, rhythms: list[str]) -> bool:
    """Write one mail of all that waits for `person`; False, and no mail, when nothing is left to tell."""
    notices = _claim(Notice.objects.to_mail(rhythms).filter(person=person))
    if not notices:
        return False
    with translation.override(person.language):
        lines = _mail_lines(notices)
        subject = _subject_of_many(lines)
        first = [line for line in lines if line["asks"]]
        others = sorted((line for line in lines if not line["asks"]), key=lambda line: line["group"])
        groups = [(str(_("À faire")), first)] if first else []
        groups += [(name, list(of_group)) for name, of_group in groupby(others, key=lambda line: line["group"])]
        context = {
            "person": person,
            "groups": groups,
            "is_weekly": Rhythm.WEEKLY in rhythms,
            "stop": stop_path(person, DIGEST),
            "preferences": preferences_path(person),
        }
    send_mail_message(
        person.email,
        subject,
        "notifications/mail/digest",
        context,
        language=person.language,
        key=f"digest:{person.pk}:{notices[-1].pk}",
        headers=one_click_headers(stop_path(person, DIGEST)),
    )
    return True


def mail_digests(rhythms: list[str]) -> int:
    """The digests of everyone with one of these rhythms; how many were written."""
    waiting = Notice.objects.to_mail(rhythms).values("person_id")
    people = get_user_model().objects.filter(pk__in=waiting).select_related("organisation")
    return sum(mail_digest(person, rhythms) for person in people)


def label_of(code: str) -> str:
    """The name of a kind in the active language, for the page that stops it."""
    if code == DIGEST:
        return str(_("tous les courriels de notification"))
    kind = kind_of(code)
    return str(kind.label) if kind else code
