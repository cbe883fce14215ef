"""The newsletter of the watch: preparing a draft, editing it, sending it once, a mail for each subscriber."""

from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import load_work_groups
from common.access import can_see
from common.mail import send_mail_message
from notifications.actions import close as close_notices
from notifications.actions import notify
from notifications.signed_links import one_click_headers
from pro_portal.watch.models import (
    WatchItem,
    WatchLetter,
    WatchLetterItem,
    WatchLetterReader,
    WatchSettings,
    WatchSubscription,
)
from pro_portal.watch.models.newsletter import TIME_TO_UNDO
from pro_portal.watch.notifications import NewsletterReady
from pro_portal.watch.registry import announced_to, announcements_of, sources
from pro_portal.watch.signed_links import preferences_path, reader_stop_path, reader_themes_path, stop_path


class EmptyLetter(Exception):
    """The newsletter holds no published item and announces nothing: it is not sent."""


class AlreadySent(Exception):
    """The newsletter was sent already, or the undo came too late: it is sent once."""


def current_draft() -> WatchLetter | None:
    return WatchLetter.objects.filter(state=WatchLetter.State.DRAFT).first()


def items_for_next_letter():
    """The items published for the next newsletter that are in none yet."""
    return WatchItem.objects.published().filter(in_next_letter=True, letters=None).order_by("published_at", "pk")


def number_waiting() -> int:
    """How many things wait for the next newsletter: items, and what other rooms announce."""
    return items_for_next_letter().count() + sum(source.waiting() for source in sources())


@transaction.atomic
def prepare(today=None) -> WatchLetter | None:
    """The draft with all the items that wait for it; None where there are none, for an empty newsletter is never prepared."""
    letter = current_draft()
    if letter or not number_waiting():
        return letter
    month = date_format(today or timezone.localdate(), "F Y")
    try:
        with transaction.atomic():
            letter = WatchLetter.objects.create(title=_("La veille de %(month)s") % {"month": month})
    except IntegrityError:  # prepared by someone else at the same moment
        return current_draft()
    for item in items_for_next_letter():
        _append_item(letter, item)
    return letter


def prepare_if_due() -> WatchLetter | None:
    """Prepare the draft, each month or at a number of items, as the settings say, and notify the watchers. Called daily."""
    watch_settings, today = WatchSettings.current(), timezone.localdate()
    if current_draft() or watch_settings.when == WatchSettings.When.BY_HAND:
        return None
    if watch_settings.when == WatchSettings.When.NUMBER:
        is_due = number_waiting() >= watch_settings.number
    else:
        letters_of_month = WatchLetter.objects.filter(created_at__date__gte=today.replace(day=1))
        is_due = today.day >= watch_settings.day and not letters_of_month.exists()
    with transaction.atomic():
        letter = prepare(today) if is_due else None
        if letter:
            notify(NewsletterReady(letter))
    return letter


def update_draft(item: WatchItem) -> None:
    """Add the item to the open draft or take it out: the draft holds what is published for the newsletter, nothing else."""
    letter = current_draft()
    if letter is None or letter.is_leaving:
        return
    if item.live and item.in_next_letter and not item.letters.exists():
        _append_item(letter, item)
    elif not (item.live and item.in_next_letter):
        WatchLetterItem.objects.filter(letter=letter, item=item).delete()


def _append_item(letter: WatchLetter, item: WatchItem) -> None:
    last = WatchLetterItem.objects.filter(letter=letter).aggregate(last=Max("order"))["last"] or 0
    WatchLetterItem.objects.get_or_create(letter=letter, item=item, defaults={"order": last + 1})


@transaction.atomic
def remove_item(letter: WatchLetter, item: WatchItem) -> None:
    """Remove the item from the draft and from later ones; it stays published."""
    WatchItem.objects.filter(pk=item.pk).update(in_next_letter=False)
    WatchLetterItem.objects.filter(letter=letter, item=item, letter__state=WatchLetter.State.DRAFT).delete()


@transaction.atomic
def set_order(letter: WatchLetter, numbers: dict[int, int]) -> None:
    """Write the places of the items: {item: number}; equal numbers keep the order they had."""
    rows = list(WatchLetterItem.objects.filter(letter=letter))
    rows.sort(key=lambda row: numbers.get(row.item_id, row.order))
    for place, row in enumerate(rows, start=1):
        row.order = place
    WatchLetterItem.objects.bulk_update(rows, ["order"])


# ---- sending ----------------------------------------------------------------------------------------------------------
READERS_AT_A_TIME = 500


def number_of_readers() -> int:
    """How many receive the newsletter: with an account, and by their address alone."""
    return WatchSubscription.objects.to_letter().count() + WatchLetterReader.objects.to_letter().count()


@transaction.atomic
def send(letter: WatchLetter, person) -> None:
    """Have the letter leave in a minute, unless `undo_sending` comes first. Raises `AlreadySent`, or `EmptyLetter` with nothing
    changed."""
    drafts = WatchLetter.objects.filter(pk=letter.pk, state=WatchLetter.State.DRAFT, leaves_at=None)
    if not drafts.update(leaves_at=timezone.now() + TIME_TO_UNDO, sent_by=person):
        raise AlreadySent
    letter.refresh_from_db()
    if not letter.items.published().exists() and not announcements_of(letter):
        raise EmptyLetter


def undo_sending(letter: WatchLetter) -> None:
    """The letter is a draft again. Raises `AlreadySent` where it has left."""
    leaving = WatchLetter.objects.filter(pk=letter.pk, state=WatchLetter.State.DRAFT, leaves_at__isnull=False)
    if not leaving.update(leaves_at=None, sent_by=None):
        raise AlreadySent


def letters_to_leave():
    """Those whose minute is over."""
    return WatchLetter.objects.filter(state=WatchLetter.State.DRAFT, leaves_at__lte=timezone.now())


@transaction.atomic
def close(letter: WatchLetter) -> bool:
    """The letter has left, and so has what it announces: it can no longer be undone. False where it was undone, or another worker
    has closed it."""
    due = letters_to_leave().filter(pk=letter.pk)
    if not due.update(state=WatchLetter.State.SENT, sent_at=timezone.now()):
        return False
    letter.refresh_from_db()
    close_notices(letter, NewsletterReady)
    for source in sources():
        source.take(letter)
    return True


def write_mails(letter: WatchLetter) -> int:
    """A mail for each subscriber with what they follow and may see; how many. Called again, it writes only what is missing."""
    items = list(letter.items_in_order().prefetch_related("audience_groups"))
    subscriptions = list(
        WatchSubscription.objects.to_letter().select_related("person__organisation").prefetch_related("themes").order_by("pk")
    )
    load_work_groups([subscription.person for subscription in subscriptions])
    announcements = announcements_of(letter)
    mail_count = sum(
        bool(_write_mail(letter, subscription.person, set(subscription.themes.all()), items, announcements))
        for subscription in subscriptions
    )
    mail_count += _write_to_readers_without_account(letter, items, announcements)
    WatchLetter.objects.filter(pk=letter.pk).update(mailed_at=timezone.now())
    return mail_count


def _write_to_readers_without_account(letter: WatchLetter, items, announcements) -> int:
    """They are read what a visitor of the site reads."""
    visitor = AnonymousUser()
    shown = [item for item in items if can_see(visitor, item)]
    mail_count = 0
    for reader in WatchLetterReader.objects.to_letter().prefetch_related("themes").order_by("pk").iterator(READERS_AT_A_TIME):
        themes = set(reader.themes.all()) or None
        sections, announced = sections_of(shown, themes), announced_to(visitor, announcements, themes)
        if not sections and not announced:
            continue
        stop = reader_stop_path(reader)
        mail = send_mail_message(
            reader.email,
            letter.title,
            "watch/mail/letter",
            {
                "letter": letter,
                "sections": sections,
                "announced": announced,
                "stop": stop,
                "preferences": reader_themes_path(reader),
            },
            language=reader.language,
            key=f"watch-letter:{letter.pk}:address:{reader.pk}",
            headers=one_click_headers(stop),
        )
        mail_count += bool(mail)
    return mail_count


def send_trial(letter: WatchLetter, person) -> bool:
    """Mail the whole newsletter to the person who prepares it; False where it holds nothing."""
    items = list(letter.items_in_order().prefetch_related("audience_groups"))
    return bool(_write_mail(letter, person, None, items, announcements_of(letter), is_trial=True))


def sections_of(items, themes=None) -> list[tuple]:
    """[(theme or None, items)] in the order of the themes: each item once, under the first of its themes, or of those
    followed where `themes` are given. Items of no theme are for everybody and come last."""
    sections: dict = {}
    for item in items:
        item_themes = list(item.themes.all())
        followed = item_themes if themes is None else [theme for theme in item_themes if theme in themes]
        if followed or not item_themes:
            sections.setdefault(followed[0] if followed else None, []).append(item)
    return sorted(sections.items(), key=lambda section: (section[0] is None, section[0].order if section[0] else 0))


def _write_mail(letter: WatchLetter, person, themes, items, announcements, is_trial=False):
    sections = sections_of([item for item in items if can_see(person, item) or is_trial and item.is_workable_by(person)], themes)
    announced = announced_to(person, announcements, themes)
    if not sections and not announced:
        return None
    with translation.override(person.language):
        subject = _("Essai : %(title)s") % {"title": letter.title} if is_trial else letter.title
    return send_mail_message(
        person.email,
        subject,
        "watch/mail/letter",
        {
            "letter": letter,
            "sections": sections,
            "announced": announced,
            "person": person,
            "stop": stop_path(person),
            "preferences": preferences_path(person),
        },
        language=person.language,
        key="" if is_trial else f"watch-letter:{letter.pk}:{person.pk}",
        headers={} if is_trial else one_click_headers(stop_path(person)),
    )
