"""The letter: prepared, edited, sent once, written for each subscriber."""

from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import load_work_groups
from common.access import can_see
from common.mail import send_mail_message
from notifications.actions import notify
from pro_portal.watch.models import WatchItem, WatchLetter, WatchLetterItem, WatchSettings, WatchSubscription
from pro_portal.watch.notifications import LetterReady
from pro_portal.watch.signed_links import preferences_path, stop_headers, stop_path
from pro_portal.watch.tasks import write_letter_mails


class EmptyLetter(Exception):
    """Nothing is in the letter: it does not leave."""


class AlreadySent(Exception):
    """The letter has left: it leaves once."""


def draft() -> WatchLetter | None:
    return WatchLetter.objects.filter(state=WatchLetter.State.DRAFT).first()


def waiting():
    """What was published for the next letter and is in none."""
    return WatchItem.objects.published().filter(in_next_letter=True, letters=None).order_by("published_at", "pk")


@transaction.atomic
def prepare(today=None) -> WatchLetter | None:
    """The draft with all that waits; None where nothing does, for an empty letter is never prepared."""
    found = draft()
    if found or not waiting().exists():
        return found
    month = date_format(today or timezone.localdate(), "F Y")
    try:
        with transaction.atomic():
            found = WatchLetter.objects.create(title=_("La veille de %(month)s") % {"month": month})
    except IntegrityError:  # prepared by someone else at the same moment
        return draft()
    for item in waiting():
        _append(found, item)
    return found


def prepare_if_due() -> WatchLetter | None:
    """By the clock: the draft of the month, or of the number of items, as the settings say; the watchers are told."""
    chosen, today = WatchSettings.current(), timezone.localdate()
    if draft() or chosen.when == WatchSettings.When.BY_HAND:
        return None
    if chosen.when == WatchSettings.When.NUMBER:
        is_due = waiting().count() >= chosen.number
    else:
        made = WatchLetter.objects.filter(created_at__date__gte=today.replace(day=1))
        is_due = today.day >= chosen.day and not made.exists()
    with transaction.atomic():
        letter = prepare(today) if is_due else None
        if letter:
            notify(LetterReady(letter))
    return letter


def follow(item: WatchItem) -> None:
    """The open draft holds what is published for the letter, and nothing else."""
    letter = draft()
    if letter is None:
        return
    if item.live and item.in_next_letter and not item.letters.exists():
        _append(letter, item)
    elif not (item.live and item.in_next_letter):
        WatchLetterItem.objects.filter(letter=letter, item=item).delete()


def _append(letter: WatchLetter, item: WatchItem) -> None:
    last = WatchLetterItem.objects.filter(letter=letter).aggregate(last=Max("order"))["last"] or 0
    WatchLetterItem.objects.get_or_create(letter=letter, item=item, defaults={"order": last + 1})


@transaction.atomic
def remove_item(letter: WatchLetter, item: WatchItem) -> None:
    """Out of the draft and of the next one too; the item stays published."""
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
@transaction.atomic
def send(letter: WatchLetter, person) -> None:
    """Close the letter and have its mails written. Raises `AlreadySent`, or `EmptyLetter` with nothing changed."""
    drafts = WatchLetter.objects.filter(pk=letter.pk, state=WatchLetter.State.DRAFT)
    if not drafts.update(state=WatchLetter.State.SENT, sent_at=timezone.now(), sent_by=person):
        raise AlreadySent
    if not letter.items.published().exists():
        raise EmptyLetter
    letter.refresh_from_db()
    transaction.on_commit(partial(write_letter_mails.enqueue, letter.pk))


def write_mails(letter: WatchLetter) -> int:
    """A mail for each subscriber with what they follow and may see; how many. Called again, it writes only what is missing."""
    items = list(letter.items_in_order().prefetch_related("audience_groups"))
    subscriptions = list(
        WatchSubscription.objects.to_letter().select_related("person__organisation").prefetch_related("themes").order_by("pk")
    )
    load_work_groups([each.person for each in subscriptions])
    written = sum(bool(_write(letter, each.person, set(each.themes.all()), items)) for each in subscriptions)
    WatchLetter.objects.filter(pk=letter.pk).update(mailed_at=timezone.now())
    return written


def send_trial(letter: WatchLetter, person) -> bool:
    """The whole letter to the person who prepares it; False where it holds nothing."""
    items = list(letter.items_in_order().prefetch_related("audience_groups"))
    return bool(_write(letter, person, None, items, is_trial=True))


def sections_of(items, themes=None) -> list[tuple]:
    """[(theme or None, items)] in the order of the themes: each item once, under the first of its themes, or of those
    followed where `themes` are given. Items of no theme are for everybody and come last."""
    sections: dict = {}
    for item in items:
        own = list(item.themes.all())
        followed = own if themes is None else [theme for theme in own if theme in themes]
        if followed or not own:
            sections.setdefault(followed[0] if followed else None, []).append(item)
    return sorted(sections.items(), key=lambda section: (section[0] is None, section[0].order if section[0] else 0))


def _write(letter: WatchLetter, person, themes, items, is_trial=False):
    sections = sections_of([item for item in items if is_trial or can_see(person, item)], themes)
    if not sections:
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
            "person": person,
            "stop": stop_path(person),
            "preferences": preferences_path(person),
        },
        language=person.language,
        key="" if is_trial else f"watch-letter:{letter.pk}:{person.pk}",
        headers={} if is_trial else stop_headers(person),
    )
