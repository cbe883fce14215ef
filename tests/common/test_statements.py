"""A statement that is put together once gives each reader what the rule gives them alone."""

from datetime import timedelta
from itertools import product

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import WorkGroup
from common import statements
from common.access import Audience
from common.statements import count_statements, rows_for, statement_for
from destination.agenda.models import Event
from tests.factories import make_event, make_organisation, make_user, make_work_group

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def _events(reader, ids):
    """Columns of which each is read in its own way."""
    events = Event.objects.visible_to(reader).filter(pk__in=ids).order_by("pk")
    return events.values_list("pk", "audience", "live", "prices", "created_at", "organisation__name")


def _of_colleagues(reader):
    return Event.objects.visible_to(reader).exclude(audience=Audience.PUBLIC) if reader.is_member else None


def _made_since(moment, part):
    return Event.objects.filter(created_at__gt=moment).order_by("-created_at").values_list("pk", "created_at")[part]


def _groups(reader):
    """What somebody looks after, as a room asks it."""
    return WorkGroup.objects.filter(pk__in=reader.owned_group_ids)


@pytest.fixture
def readers(visitor, professional, member, group_member, secret_member, group_provider, former_member, moderator, administrator):
    """Those who hold other keys each, and two who hold keys of the same kinds."""
    elsewhere = make_organisation("Office d’ailleurs")
    alike = [make_user(email=f"{name}@ailleurs.example", organisation=elsewhere) for name in ("un", "deux", "trois")]
    for person, group in zip(alike, ("Un", "Deux", "Trois"), strict=True):
        make_work_group(person, name=group)
    for group in ("Quatre", "Cinq"):
        make_work_group(name=group, owners=[alike[2]])
    nobody = make_user(email="sans@office.example", organisation=None)
    chief = make_user(email="chef@sans-office.example", organisation=None, is_superuser=True)
    personas = [
        visitor,
        professional,
        member,
        group_member,
        secret_member,
        group_provider,
        former_member,
        moderator,
        administrator,
    ]
    return [*personas, *alike, nobody, chief, administrator.as_member(), AnonymousUser(), None]


@pytest.fixture
def events(readers):
    offices = [reader.organisation for reader in readers if reader is not None and reader.is_authenticated]
    groups = WorkGroup.objects.all()
    audiences = (Audience.PUBLIC, Audience.PROFESSIONALS, Audience.MEMBERS, Audience.PRIVATE)
    made = [
        make_event(audience=audience, organisation=office, author=readers[2], live=audience != Audience.PROFESSIONALS)
        for audience, office in product(audiences, {office for office in offices if office})
    ]
    return made + [make_event(audience=Audience.GROUP, work_groups=[group]) for group in groups]


def test_each_reader_has_what_the_rule_gives_them(readers, events):
    statements._kept.clear()
    for number in (len(events), 3, 1):  # a statement has room for as many keys as a power of two
        ids = [event.pk for event in events][-number:]
        for reader in readers:
            expected = list(_events(reader, ids))
            assert rows_for(_events, reader, ids) == expected, reader
    assert len({len(_events(reader, [event.pk for event in events])) for reader in readers}) > 5


def test_readers_who_are_alike_share_a_statement_and_nobody_elses_rows(readers, events):
    one, other = readers[9:11]
    ids = [event.pk for event in events]
    rows_for(_events, one, ids)
    known = len(statements._kept)
    assert one.access_keys != other.access_keys  # their groups are read
    with CaptureQueriesContext(connection) as queries:
        rows = [rows_for(_events, person, ids) for person in (one, other)]
    assert rows == [list(_events(person, ids)) for person in (one, other)]
    assert rows[0] != rows[1] and len(queries) == 2
    assert "2147" not in "".join(query["sql"] for query in queries)  # no stand-in is asked for
    assert len(statements._kept) == known


def test_numbers_of_several_are_one_query(readers, events):
    people = [reader for reader in readers if reader is not None and reader.is_authenticated]
    for reader in people:
        asked = {"colleagues": statement_for(_of_colleagues, reader), "groups": statement_for(_groups, reader)}
        with CaptureQueriesContext(connection) as queries:
            numbers = count_statements(asked)
        rows = _of_colleagues(reader)
        assert numbers == {"colleagues": rows.count() if rows is not None else 0, "groups": _groups(reader).count()}, reader
        assert len(queries) <= 1


def test_moments_and_parts(events):
    moment = timezone.now() - timedelta(hours=1)
    Event.objects.filter(pk=events[0].pk).update(created_at=moment)
    for since in (moment - timedelta(seconds=1), moment):
        for part in (slice(2), slice(1000)):
            assert rows_for(_made_since, since, part) == list(_made_since(since, part))
    assert len(rows_for(_made_since, moment, slice(1000))) == len(events) - 1


def test_statement_is_made_anew_the_next_day(events):
    def today():
        return Event.objects.filter(created_at__date__lte=timezone.localdate()).values_list("pk")

    assert len(rows_for(today)) == len(events)
    with time_machine.travel(timezone.now() - timedelta(days=2)):
        assert rows_for(today) == []


def test_what_is_kept_has_an_end(events, monkeypatch, member):
    monkeypatch.setattr(statements, "MOST_KEPT", 2)
    for number in (1, 2, 4):
        rows_for(_events, member, [event.pk for event in events][:number])
    assert len(statements._kept) <= 2


def test_more_keys_than_a_statement_is_kept_for(events, monkeypatch, member):
    monkeypatch.setattr(statements, "MOST_KEYS", 2)
    statements._kept.clear()
    ids = [event.pk for event in events]
    assert rows_for(_events, member, ids) == list(_events(member, ids))
    assert _events not in {make for make, *_rest in statements._kept}
