"""Redis killed and frozen: pages come all the same, and what is saved meanwhile is saved."""

import time

import pytest

from tests.drills.person import Person

pytestmark = pytest.mark.drill

PAGES = ("/fr/", "/fr/agenda/", "/fr/search/?q=concert", "/fr/portail/phototheque/", "/intranet/evenements/")


def seconds_of(person: Person, path: str) -> float:
    began = time.monotonic()
    answer = person.get(path)
    assert answer is not None and answer.status == 200, (path, answer and answer.status)
    return time.monotonic() - began


def test_pages_come_without_redis(scene, person, report):
    member = person("member-0")
    usual = max(seconds_of(member, path) for path in PAGES * 2)
    scene.stop("cache")
    away = max(seconds_of(member, path) for path in PAGES * 2)
    scene.resume("cache")
    scene.wait_until_up("cache")
    with scene.frozen("cache"):
        frozen = [seconds_of(member, path) for path in PAGES * 3]
    assert seconds_of(member, "/fr/") < 5
    # Each web process waits once for Redis (1 s), then leaves it alone for a while.
    assert sorted(frozen)[len(frozen) // 2] < 2 and max(frozen) < usual + 10
    report(
        f"Redis: {len(PAGES)} pages, the longest {usual:.1f} s with it, {away:.1f} s with it killed, {max(frozen):.1f} s with it "
        f"frozen; 0 refused"
    )
