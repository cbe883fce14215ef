"""A mailing of 500 while the web, the workers, the clock, the database and the mail server are killed; a mail server that is
away for ten minutes."""

import pytest

from tests.drills.conftest import KILLS
from tests.drills.person import Person
from tests.drills.scene import Killer
from tests.drills.test_proposals import assert_mail_is_whole

pytestmark = pytest.mark.drill

SUBSCRIBERS = 500
LETTERS = "/fr/portail/veille/lettres/"


@pytest.fixture(scope="module")
def subscribers(scene) -> int:
    return scene.ask("make_subscribers", SUBSCRIBERS)


def send_newsletter(scene, watcher: Person, title: str) -> int:
    """Written and sent from its page; gives its number once the page has said that it left."""
    letter = scene.ask("make_newsletter", title)
    address = f"{LETTERS}{letter}/modifier/"
    watcher.insist(lambda: watcher.get(address))
    fields = {"title": title, "introduction": "Bonne lecture.", "action": "send"}
    assert watcher.insist(lambda: watcher.post(address, fields)).status == 302
    return letter


def test_mailing_reaches_everybody_once(scene, person, subscribers, seed, report):
    watcher, before = person("watcher"), sum(scene.kills.values())
    letter = send_newsletter(scene, watcher, "La veille des exercices")
    with Killer(
        scene, ["worker-0", "worker-1", "worker-0", "worker-1", "web", "clock", "database", "mail"], KILLS * 2, seed + 20
    ):
        pass
    minutes = scene.settle(60)
    rows = scene.ask("mails", f"watch-letter:{letter}:")
    assert len({row["to"] for row in rows}) == len(rows) == subscribers
    _number, in_doubt = assert_mail_is_whole(scene, f"watch-letter:{letter}:")
    report(
        f"a mailing of {subscribers}: {sum(scene.kills.values()) - before} kills; each mail at most once, "
        f"{subscribers - in_doubt} taken in, {in_doubt} in doubt (their text was leaving as the worker or the server was killed: "
        f"marked as such, not sent again); settled in {minutes} min"
    )


def test_mail_server_away_for_ten_minutes(scene, person, subscribers, report):
    watcher = person("watcher")
    scene.stop_mail()
    taken = len(scene.letters)
    letter = send_newsletter(scene, watcher, "La veille sans facteur")
    for _minute in range(10):
        scene.ask("run_the_clock")
        scene.pass_time(60)
    assert len(scene.letters) == taken
    scene.start_mail()
    minutes = scene.settle(60)
    _number, in_doubt = assert_mail_is_whole(scene, f"watch-letter:{letter}:")
    rows = scene.ask("mails", f"watch-letter:{letter}:")
    assert {row["state"] for row in rows} == {"sent"} and len(rows) == subscribers and in_doubt == 0
    report(f"mail server away for ten minutes: {len(rows)} mails, each once, the last {minutes} min after it was back")
