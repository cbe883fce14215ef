"""The agenda's sets follow each change of what they say, and stay those that reading everything would give."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from common.access import Audience
from destination.agenda.actions import note_published_change
from destination.agenda.facets import AgendaRows, daily_runs, index
from destination.agenda.models import Event
from destination.agenda.schedule import Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency, Rule
from tests.factories import make_category, make_event, make_place, make_user, make_work_group, one_day
from tests.moment import in_days

pytestmark = pytest.mark.django_db


def ids_of(rows: AgendaRows, bits: int) -> set[int]:
    return set(rows.page_of(bits, 0, rows.size))


def what_it_says(rows: AgendaRows) -> dict:
    """Everything, without the positions."""
    return {
        "all": set(rows.positions),
        "facets": {
            (facet, value): ids_of(rows, bits)
            for facet, values in rows.facets.items()
            for value, bits in values.items()
        },
        "hours": {day: [rows.ids[position] for position in rows.in_order(day)] for day in rows.days},
        "long": {(each.first_day, each.last_day, rows.ids[each.position], each.until) for each in rows.long},
        "last": rows.last_day,
        "published": {(each.at, each.pk, rows.ids[each.position], each.last_day, each.author_id) for each in rows._published},
    }  # fmt: skip


@pytest.fixture
def events():
    """One of a day, one of each day for a week, one that lasts for weeks; the index knows them."""
    made = [
        make_event("Concert", one_day(in_days(3), time(20), time(22)), categories=[make_category()], free=True),
        make_event("Marché", Schedule(Timing.TIMED, (Slot(in_days(1), start=time(8)),), Rule(Frequency.DAILY, count=7))),
        make_event("Exposition", Schedule(Timing.ALL_DAY, (Slot(in_days(0), in_days(40)),)), place=make_place("Musée")),
    ]
    index.current()
    return made


def shorten(concert, market, exhibition):
    market.schedule = Schedule(Timing.TIMED, (Slot(in_days(3), start=time(21)),))
    market.save()
    note_published_change(market)


def free_no_more(concert, market, exhibition):
    concert.free, concert.family, concert.setting = False, True, "both"
    concert.save()


def take_away(concert, market, exhibition):
    exhibition.removed_at = timezone.now()
    exhibition.save()


def move_place(concert, market, exhibition):
    exhibition.place.latitude, exhibition.place.longitude = 42.9, 3.1
    exhibition.place.setting = "indoors"
    exhibition.place.save()


def lose_place(concert, market, exhibition):
    exhibition.place.delete()


def cancel(concert, market, exhibition):
    concert.state = Event.State.CANCELLED
    concert.save()


@pytest.mark.parametrize(
    "change",
    [
        shorten, free_no_more, take_away, move_place, lose_place, cancel,
        lambda concert, market, exhibition: concert.unpublish(),
        lambda concert, market, exhibition: market.delete(),
        lambda concert, market, exhibition: concert.categories.add(make_category("stage")) or concert.save(),
        lambda concert, market, exhibition: make_event("Bal", one_day(in_days(3), time(19), time(23))),
        lambda concert, market, exhibition: make_event("Bal", one_day(in_days(90), time(19), time(23))),
    ],
)  # fmt: skip
def test_a_change_gives_what_reading_everything_gives(events, change, monkeypatch):
    change(*events)
    whole = AgendaRows.whole()
    monkeypatch.setattr(AgendaRows, "whole", lambda: pytest.fail("everything was read again"))
    assert what_it_says(index.current()) == what_it_says(whole)


def test_groups_of_an_event_changed_alone_renew_the_agenda(member):
    reader = make_user(organisation=member.organisation)
    event = make_event("Réunion", one_day(in_days(3)), audience=Audience.GROUP)
    group = make_work_group(reader)
    assert index.current().visible_to(reader) == 0
    event.audience_groups.add(group)
    event.audience_groups.commit()
    assert ids_of(index.current(), index.current().visible_to(reader)) == {event.pk}
    assert index.current().visible_to(member) == 0
    event.audience_groups.clear()
    event.audience_groups.commit()
    assert index.current().visible_to(reader) == 0


def week(*weekdays, number=3):
    monday = date(2026, 6, 1)
    return [monday + timedelta(days=7 * each + weekday) for each in range(number) for weekday in weekdays]


@pytest.mark.parametrize(
    ("days", "spans"),
    [
        (week(0, 1, 2, 3, 4, 5, 6), [(1, 21)]),
        (week(1, 2, 3, 4, 5, 6), [(2, 21)]),  # closed on Mondays
        (week(0, 1, 2, 3, 4), [(1, 19)]),  # Monday to Friday
        (week(0, 1, 2, 3, 4, number=1), []),  # a week is no season
        (week(0, 1, 2, 3, 4, 5, 6, number=1), []),
        (week(1, 3, 5), []),  # a market, three days a week
        (week(5, 6), []),
        (week(0, 1, 2, 3, 4, 5, 6)[:10] + week(0, 1, 2, 3, 4, 5, 6, number=9)[40:60], [(1, 10), (41, 60)]),
        ([], []),
    ],
)
def test_daily_is_what_has_five_days_of_seven_for_more_than_a_week(days, spans):
    first = date(2026, 5, 31)
    assert [((run[0] - first).days, (run[-1] - first).days) for run in daily_runs(days + days)] == spans
