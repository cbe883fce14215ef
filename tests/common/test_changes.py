from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common import changes
from common.changes import changes_since, shared_out
from tests.factories import make_event, make_territory
from tests.factories.photos import make_photo
from tests.factories.tutorials import make_tutorial
from tests.factories.watch import make_item


@pytest.mark.parametrize(
    ("numbers", "total", "shares"),
    [([5, 1, 9], 8, [4, 1, 3]), ([0, 0], 8, [0, 0]), ([2, 1], 8, [2, 1]), ([1] * 10, 8, [1] * 8 + [0] * 2), ([], 8, [])],
)
def test_places_are_given_in_turn(numbers, total, shares):
    assert shared_out(numbers, total) == shares


@pytest.mark.django_db
@pytest.mark.every_database
def test_numbers_are_those_of_the_rows_that_each_reader_may_see(member, group_member, moderator, administrator):
    """Kinds whose number no index knows are counted by one statement for all readers who are alike."""
    now = timezone.now()
    group = group_member.work_groups.get()
    for audience in ("public", "members", "private", "group"):
        groups = [group] if audience == "group" else []
        fields = {"audience": audience, "organisation": member.organisation}
        make_item(f"Veille {audience}", state="published", published_at=now, work_groups=groups, **fields)
        make_tutorial(audience=audience, organisation=member.organisation, work_groups=groups, first_published_at=now)
        make_photo(f"Photo {audience}", audience=audience, organisation=member.organisation, decided_at=now)
    for since in (now - timedelta(hours=1), now + timedelta(hours=1)):
        for person in (member, group_member, moderator, administrator.as_member()):
            shown = {change["code"]: change["number"] for change in changes_since(person, since)}
            for code in ("watch", "tutorials", "photos"):
                assert shown.get(code, 0) == changes._kinds[code].rows(person, since).count(), (person, code)


@pytest.mark.django_db
def test_titles_of_all_kinds_of_events_are_one_query(member):
    commune = make_territory()
    member.organisation.territories.add(commune)
    now = timezone.now()
    for number in range(3):
        published = {"first_published_at": now + timedelta(seconds=number), "commune": commune}
        make_event(f"Réunion {number}", audience="members", **published)
        make_event(f"Bal {number}", audience="public", **published)
    since = now - timedelta(hours=1)
    with CaptureQueriesContext(connection) as queries:
        shown = {change["code"]: change for change in changes_since(member, since)}
    titles = {code: [line.title for line in shown[code]["lines"]] for code in ("events_among_us", "events_in_my_communes")}
    assert titles == {"events_among_us": ["Réunion 2", "Réunion 1", "Réunion 0"], "events_in_my_communes": ["Bal 2", "Bal 1"]}
    asked = [query["sql"] for query in queries if query["sql"].startswith('SELECT "agenda_eventtranslation"')]
    assert len(asked) == 1
