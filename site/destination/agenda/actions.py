"""What happens to events as a whole."""

from collections import Counter
from datetime import date, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.facets.changes import note_change, noted_once
from common.mail import send_mail_message
from common.signals import shown_changed
from destination.agenda.choices import CATEGORIES
from destination.agenda.models import Announcement, Category, Event, Occurrence
from destination.agenda.querysets import WITHDRAWN_DAYS
from destination.agenda.schedule.recurrence import Frequency

# Listings look two years ahead at most; the minute clock moves the horizon every day.
HORIZON_DAYS = 730
# A daily event begun years ago keeps last year's dates, not its thousand oldest ones.
PAST_DAYS = 365


def horizon() -> date:
    return timezone.localdate() + timedelta(days=HORIZON_DAYS)


# What makes one date different from another.
FACTS_OF_A_DATE = (
    "original_day", "day", "last_day", "starts_at", "ends_at", "hour_known", "all_day", "cancelled", "state", "where", "reasons",
)  # fmt: skip


@transaction.atomic
def refresh_occurrences(event: Event) -> int:
    """Have the event's occurrence rows as its schedule gives them up to the horizon; rows that are right already stay. Returns
    how many there are."""
    schedule = event.schedule
    # Without a rule every date counts, however old: the page of a past event keeps its date.
    start = timezone.localdate() - timedelta(days=PAST_DAYS) if schedule.rule else None
    # What ended longer ago keeps the dates it had.
    times = schedule.occurrences(horizon(), start) or schedule.occurrences(horizon())
    missing = Counter(tuple(getattr(time, name) for name in FACTS_OF_A_DATE) for time in times)
    wrong = []
    for pk, *facts, reasons in event.occurrences.values_list("pk", *FACTS_OF_A_DATE):
        known = (*facts, tuple(reasons.items()))
        if missing[known]:
            missing[known] -= 1
        else:
            wrong.append(pk)
    for start_at in range(0, len(wrong), 500):  # SQLite takes few values in one statement
        event.occurrences.filter(pk__in=wrong[start_at : start_at + 500]).delete()
    Occurrence.objects.bulk_create(_occurrence(event, facts) for facts in missing.elements())
    first_day = min((time.day for time in times), default=None)
    last_day = max((time.last_day for time in times), default=None)
    Event.objects.filter(pk=event.pk).update(first_day=first_day, last_day=last_day)
    event.first_day, event.last_day = first_day, last_day
    if event.live:  # a draft is saved every few seconds, and shows nowhere
        note_agenda_changed(event)
    shown_changed.send(sender=Event, instance=event)
    return len(times)


def _occurrence(event: Event, facts: tuple) -> Occurrence:
    *others, reasons = facts
    return Occurrence(event=event, **dict(zip(FACTS_OF_A_DATE, (*others, dict(reasons)), strict=True)))


def occurrences_to_show(event: Event) -> list[Occurrence]:
    """The dates to come of an event that is not saved as it stands, for a preview."""
    times = event.schedule.occurrences(horizon(), timezone.localdate())
    return [_occurrence(event, tuple(getattr(time, name) for name in FACTS_OF_A_DATE)) for time in times]


def note_published_change(event: Event) -> None:
    """A published event changed or was withdrawn: calendars that subscribed must see a higher SEQUENCE and the new
    occurrences. To be called after the change, also where `removed_at` is set or lifted."""
    with noted_once():
        Event.objects.filter(pk=event.pk).update(sequence=event.sequence + 1)
        event.sequence += 1
        refresh_occurrences(event)
        announce(event)
        note_agenda_changed(event)


def note_agenda_changed(event: Event | None = None) -> None:
    """Lists, counts and feeds follow at the next request, in every process: in what concerns this event, or in everything."""
    note_change("agenda", event and event.pk)


def announce(event: Event, withdrawn: bool = False) -> None:
    """Record to whom calendars announced the event, or that it is no longer open to them."""
    announcement = Announcement.objects.filter(uid=event.uid).first()
    open_to = set() if withdrawn or not event.live or event.removed_at else _announced_keys(event)
    if announcement is None:
        # Never announced (imported, or older than announcements): what is withdrawn now was open as it stands.
        if not open_to and not event.first_published_at and not withdrawn:
            return
        was_live, event.live = event.live, True
        announcement = Announcement(uid=event.uid, keys=sorted(_announced_keys(event)))
        event.live = was_live
        _copy_words(announcement, event)
    lost = set(announcement.keys) - open_to
    if lost:
        announcement.withdrawn_at = timezone.now()
    announcement.withdrawn_keys = sorted((set(announcement.withdrawn_keys) | lost) - open_to)
    announcement.keys, announcement.sequence = sorted(open_to), event.sequence + withdrawn
    if not announcement.withdrawn_keys:
        announcement.withdrawn_at = None
        _copy_words(announcement, event)
    announcement.save()


def _announced_keys(event: Event) -> set[str]:
    return {key for key in event.audience_keys() if not key.startswith("person:")}


def _copy_words(announcement: Announcement, event: Event) -> None:
    announcement.titles = {words.language: words.title for words in event.words.all()}
    announcement.schedule_data = event.schedule_data


def extend_horizon() -> int:
    """Every day: give the repeated events that go on their occurrences up to the new horizon, and delete
    the announcements that every calendar has had the time to read. Returns how many events were extended."""
    extended = 0
    repeated = Event.objects.exclude(schedule_data__rule=None).filter(last_day__gte=timezone.localdate())
    for event in repeated.order_by("pk").iterator(chunk_size=200):
        if _goes_on(event):
            refresh_occurrences(event)
            extended += 1
    Announcement.objects.filter(withdrawn_at__lt=timezone.now() - timedelta(days=WITHDRAWN_DAYS + 1), keys=[]).delete()
    return extended


def _goes_on(event: Event) -> bool:
    """Whether the schedule gives dates after the last occurrence that was made."""
    rule = event.schedule.rule
    if rule is None or (rule.until and rule.until <= event.last_day):
        return False
    # A yearly event may be extended only once in a year: looking is cheaper than asking when.
    step = timedelta(days=366 if rule.frequency == Frequency.YEARLY else 31) * rule.interval
    return event.last_day + step >= horizon() or rule.endless


def report_mistake(event: Event, message: str, sender: str = "") -> None:
    """Mail a visitor's report of a mistake to the event's office, in French."""
    office = event.organisation.email if event.organisation_id else ""
    with translation.override(settings.LANGUAGE_CODE):
        title, link = event.title, event.get_absolute_url()
    send_mail_message(
        office or parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        format_lazy(_("Signalement d’un visiteur : {title}"), title=title),
        "agenda/mail/report",
        {"title": title, "link": link, "message": message, "sender_address": sender},
        reply_to=sender,
    )


def ensure_categories(**signal) -> None:
    """Create the categories that are missing; names changed by an office stay."""
    existing_codes = set(Category.objects.values_list("code", flat=True))
    Category.objects.bulk_create(
        Category(code=code, names=names, order=order)
        for order, (code, names) in enumerate(CATEGORIES.items())
        if code not in existing_codes
    )
