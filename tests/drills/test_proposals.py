"""kill -9 of web, workers, clock and database while members type and send and a moderator accepts."""

import random
import re
import threading
import uuid
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.drills.conftest import KILLS
from tests.drills.person import Answer, Person, hidden_value
from tests.drills.scene import Killer

pytestmark = pytest.mark.drill

MINE = "/intranet/evenements/"


class Author(threading.Thread):
    """Types event after event, saved as it is typed, and sends two in three; remembers what was answered."""

    def __init__(self, person: Person, town: dict, seed: int, is_over: threading.Event | None):
        super().__init__(daemon=True)
        self.person, self.town, self.is_over, self.choice = person, town, is_over, random.Random(seed)
        self.saved: dict[str, str] = {}  # key of a draft: the last words that were answered with “saved”
        self.titles_sent: list[str] = []
        self.saves = 0

    def run(self) -> None:
        number = 0
        while not self.is_over.is_set():
            number += 1
            self.write(f"Bal {self.name} {number}")

    def write(self, title: str) -> None:
        page = self.open_form()
        for step in range(self.choice.randint(2, 5)):
            answer = self.person.insist(lambda step=step: self.save(page, f"{title}, mot {step}.", title))
            assert answer.status == 200, answer.text[:500]
            self.saves += 1
        if self.choice.random() < 0.67:
            answer = self.person.insist(lambda: self.person.post(page.address, page.fields | page.carried | {"action": "send"}))
            assert answer.status == 302 and answer.headers["location"] == MINE, answer.text[:3000]
            self.titles_sent.append(title)

    def open_form(self) -> "Form":
        page = self.person.insist(lambda: self.person.get(f"{MINE}proposer/")).text
        address = re.search(rf"{MINE}brouillons/([0-9a-f-]+)/", page)
        fields = {
            "categories": self.town["category"], "when": "once", "timing": "timed",
            "date-0-day": f"{timezone.localdate() + timedelta(days=30):%d/%m/%Y}", "date-0-start": "18h30",
            "commune": self.town["commune"], "price_kind": "free", "audience": "public", "changeable_by": "office",
        }  # fmt: skip
        carried = {"ticket": hidden_value(page, "ticket"), "tab": uuid.uuid4().hex, "version": "0"}
        return Form(address[0], address[1], fields, carried)

    def save(self, page: "Form", summary: str, title: str = "Bal du port") -> Answer | None:
        """As the page does while one types; where it is answered with “saved”, remember what."""
        page.fields |= {"fr-title": title, "fr-summary": summary}
        answer = self.person.post(page.address, page.fields | page.carried | {"action": "autosave"})
        if answer is not None and answer.status == 200:
            page.carried["version"] = str(answer.json["version"])
            self.saved[page.key] = summary
        return answer


@dataclass
class Form:
    """An open form: its address, the draft's key, what is typed, what the page carries."""

    address: str
    key: str
    fields: dict
    carried: dict


class Moderator(threading.Thread):
    """Accepts what waits, from the queue's own links."""

    def __init__(self, person: Person, is_over: threading.Event):
        super().__init__(daemon=True)
        self.person, self.is_over = person, is_over
        self.accepted: set[int] = set()
        self.decided_already: set[int] = set()  # an answer was lost, then the page said that it is decided

    def run(self) -> None:
        person = self.person
        while not self.is_over.wait(0.3):
            page = person.insist(lambda: person.get(f"{MINE}moderation/")).text
            for pk in {int(number) for number in re.findall(r"evenement=(\d+)", page)} - self.accepted - self.decided_already:
                answer = person.insist(lambda pk=pk: person.post(f"{MINE}{pk}/accepter/", {}))
                (self.accepted if answer.status == 302 else self.decided_already).add(pk)


def test_no_word_and_no_proposal_is_lost_or_doubled(scene, person, seed, report):
    before = sum(scene.kills.values())
    victims = ["web", "web", "worker-0", "worker-1", "clock", "database"]
    killer = Killer(scene, victims, KILLS * 3, seed)
    authors = [Author(person(f"member-{n}"), scene.town, seed + n, killer.is_over) for n in range(2)]
    moderator = Moderator(person("moderator"), killer.is_over)
    threads = [*authors, moderator]
    with killer:
        for thread in threads:
            thread.start()
    for thread in threads:
        thread.join(180)
        assert not thread.is_alive()
    minutes = scene.settle()
    facts = scene.ask("proposals")

    saved = {key: words for author in authors for key, words in author.saved.items()}
    sent = [title for author in authors for title in author.titles_sent]
    assert {key: facts["drafts"].get(key, {}).get("summary") for key in saved} == saved
    assert {title: facts["events"].get(title, 0) for title in sent} == dict.fromkeys(sent, 1)
    twice = {title: number for title, number in facts["events"].items() if number > 1}
    assert twice == {} and facts["notices_twice"] == []
    assert moderator.accepted | moderator.decided_already <= set(facts["live"])
    accepted = {pk: number for pk, verb, number in facts["decisions"] if verb == "accepted"}
    assert set(accepted.values()) <= {1} and set(accepted) >= moderator.accepted
    differs = scene.ask("search_differs")
    assert scene.ask("search_differs") == {} and scene.ask("entries_twice") == 0
    assert_mail_is_whole(scene)
    unanswered = sum(thread.person.unanswered + len(thread.person.faults) for thread in threads)
    report(
        f"autosave, send, accept: {sum(scene.kills.values()) - before} kills, {unanswered} requests without an answer; "
        f"{sum(author.saves for author in authors)} savings, {len(sent)} sendings, {len(accepted)} acceptances: "
        f"0 lost, 0 twice; settled in {minutes} min; the night would mend {differs or 'nothing'} in the search"
    )


def assert_mail_is_whole(scene, beginning: str = "") -> tuple[int, int]:
    """No mail was taken in twice; each that is marked as sent was taken in. Gives the number of mails, and of those in doubt
    that were not taken in."""
    taken, rows = scene.letters_by_id(), scene.ask("mails", beginning)
    assert {key: number for key, number in taken.items() if number > 1} == {}
    states = {row["id"]: row["state"] for row in rows}
    assert set(states.values()) <= {"sent", "handing_over"}
    assert [key for key, state in states.items() if state == "sent" and key not in taken] == []
    return len(rows), sum(state == "handing_over" and key not in taken for key, state in states.items())
