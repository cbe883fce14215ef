"""The search: `rebuild_search` killed again and again while readers search; an engine that is killed, or frozen, behind a line of
our own (`relay.py`), so that the engine itself serves whoever else uses it."""

import os
import random
import re
import subprocess
import sys
import threading
import time
from urllib.parse import quote
from uuid import uuid4

import pytest

from tests.drills.conftest import KILLS
from tests.drills.person import Person
from tests.drills.scene import PYTHON, ROOT, Scene, send_signal, wait_until
from tests.shipped.machines import free_port, wait_for_port

pytestmark = pytest.mark.drill

CONCERTS = 60


def number_found(person: Person, words: str) -> int | None:
    """What the public page says; None where it says that it cannot search now."""
    answer = person.insist(lambda: person.get(f"/fr/search/?q={quote(words)}"))
    assert answer.status == 200
    found = re.search(r"(\d+)\s*(?:&nbsp;|\s)*résultats?", answer.text)
    return int(found[1]) if found else None


def usual_number(person: Person, words: str) -> int:
    """What each web process says, once none leaves a separate engine alone any more that hung a moment ago."""
    numbers: list[int | None] = [None]

    def is_steady() -> bool:
        numbers[:] = [number_found(person, words) for _time in range(8)]
        return len(set(numbers)) == 1 and numbers[0] is not None

    wait_until(is_steady, 120)
    return numbers[0]


class Reader(threading.Thread):
    """Searches as long as it is let; remembers every number."""

    def __init__(self, person: Person, words: str):
        super().__init__(daemon=True)
        self.person, self.words, self.is_over = person, words, threading.Event()
        self.numbers: list[int | None] = []

    def run(self) -> None:
        while not self.is_over.wait(0.2):
            self.numbers.append(number_found(self.person, self.words))

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *exception):
        self.is_over.set()
        self.join()


def rebuild_with_kills(scene: Scene, environment: dict, choice: random.Random, most: int) -> None:
    for _kill in range(most):
        process = subprocess.Popen(
            [PYTHON, "manage.py", "rebuild_search"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            process.wait(choice.uniform(3, 9))
        except subprocess.TimeoutExpired:
            scene.kills["rebuild_search"] += 1
        send_signal([process.pid], 9)
        process.wait()


def test_rebuild_killed_again_and_again_hides_nothing_from_readers(scene, seed, report):
    scene.ask("make_events", 0, CONCERTS)
    scene.settle()
    scene.ask("search_differs")
    before, person = sum(scene.kills.values()), Person(scene.web_port)
    expected = usual_number(person, "concert numéro")
    assert expected >= CONCERTS
    with Reader(person, "concert numéro") as reader:
        rebuild_with_kills(scene, scene.environment, random.Random(seed + 40), KILLS // 3)
    assert set(reader.numbers) == {expected}
    assert scene.ask("search_differs") == {} and scene.ask("entries_twice") == 0
    kills = sum(scene.kills.values()) - before
    report(f"indexing: rebuild_search killed {kills} times; {len(reader.numbers)} searches meanwhile, each with all {expected}")


# ---- a separate engine


@pytest.fixture(scope="module")
def engine(scene):
    """The installation with an engine of its own prefix, reached through the relay; `relay` is a process that may be killed."""
    target = os.environ.get("TEST_SEARCH_URL", "")
    if not target:
        pytest.skip("TEST_SEARCH_URL names no search engine")
    port = free_port()
    command = [sys.executable, "-m", "tests.drills.relay", str(port), target.partition("//")[2].partition("/")[0]]
    scene.commands["relay"] = (command, {"cwd": ROOT})
    scene._start("relay")
    wait_for_port(port)
    with scene.variables(SEARCH_URL=f"http://127.0.0.1:{port}?prefix=drill-{uuid4().hex[:8]}&refresh=1s"):
        scene.ask("fill_engine")
        yield port
        scene.ask("empty_engine")
    scene.stop("relay")


def changes_are_found(scene: Scene, person: Person, expected: int) -> None:
    wait_until(lambda: number_found(person, "concert numéro") == expected, 60)
    assert scene.ask("engine_differs") == []


def test_engine_killed_and_frozen_loses_no_change(scene, engine, report):
    person = Person(scene.web_port)
    total = usual_number(person, "concert numéro")
    times, next_number = {}, 1000
    for way in ("killed", "frozen"):
        events = scene.ask("change_events", next_number)  # before: told to the engine as usual
        total += events
        scene.settle()
        changes_are_found(scene, person, total)
        pids = [scene.processes["relay"].pid]
        if way == "killed":
            scene.stop("relay")
        else:
            send_signal(pids, 19)
        began = time.monotonic()
        person.insist(lambda: person.get("/fr/search/?q=concert"))
        times[way] = time.monotonic() - began
        total += scene.ask("change_events", next_number) + scene.ask("change_events", next_number + 100)
        scene.ask("run_the_clock")
        assert scene.ask("work_that_waits").get("search"), "the engine was told all the same"
        send_signal(pids, 18)
        scene.resume("relay")
        wait_for_port(engine)
        scene.settle()
        changes_are_found(scene, person, total)
        next_number += 1000
    report(
        f"search engine killed, frozen: a search answers in {times['killed']:.1f} s, {times['frozen']:.1f} s; what was published, "
        "changed and withdrawn meanwhile is known to it afterwards"
    )


def test_rebuild_of_the_engine_killed_again_and_again(scene, engine, seed, report):
    before, person = sum(scene.kills.values()), Person(scene.web_port)
    expected = usual_number(person, "concert numéro")
    with Reader(person, "concert numéro") as reader:
        rebuild_with_kills(scene, scene.environment, random.Random(seed + 50), KILLS // 3)
        scene.pass_time(600)
        scene.settle()
    assert set(reader.numbers) - {None} == {expected}
    changes_are_found(scene, person, expected)
    assert scene.ask("engine_indexes") == 1
    kills = sum(scene.kills.values()) - before
    report(
        f"indexing in the engine: killed {kills} times; {len(reader.numbers)} searches meanwhile, each with all {expected}, but "
        f"{reader.numbers.count(None)} that said that the search is interrupted"
    )


def test_clock_set_back_an_hour_hides_no_change_from_the_engine(scene, engine, report):
    person = Person(scene.web_port)
    total = usual_number(person, "concert numéro") + scene.ask("change_events", 5000)
    scene.settle()
    changes_are_found(scene, person, total)
    scene.pass_time(-3600)
    total += scene.ask("change_events", 5000, "changed again")
    scene.settle()
    changes_are_found(scene, person, total)
    report("clock set back an hour, search engine: what is changed and withdrawn afterwards is known to it")
