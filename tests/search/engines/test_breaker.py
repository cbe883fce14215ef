"""An engine that hangs costs one thread its patience, then nobody."""

import threading
import time

import pytest

from search.engines.breaker import Breaker, EngineHangs
from search.engines.protocol import EngineUnreachable


def hang(breaker, seconds):
    with breaker.turn():
        time.sleep(seconds)
        raise EngineHangs


def test_after_it_hung_the_engine_is_left_alone_for_a_while():
    breaker = Breaker(rest=0.2)
    with pytest.raises(EngineHangs):
        hang(breaker, 0)
    with pytest.raises(EngineUnreachable, match="left alone"), breaker.turn():
        pass
    time.sleep(0.25)
    with breaker.turn():
        pass


def test_another_fault_does_not_close_it():
    breaker = Breaker()
    with pytest.raises(EngineUnreachable), breaker.turn():
        raise EngineUnreachable
    with breaker.turn():
        pass


def test_one_thread_waits_for_an_engine_that_hangs():
    breaker, waits = Breaker(rest=5, patience=0.1), []

    def ask():
        start = time.monotonic()
        with pytest.raises(EngineUnreachable):
            hang(breaker, 0.6)
        waits.append(time.monotonic() - start)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [wait > 0.55 for wait in sorted(waits)] == [False] * 7 + [True]


def test_questions_of_an_engine_that_answers_wait_their_turn():
    breaker, answers = Breaker(patience=0.5), []

    def ask():
        with breaker.turn():
            time.sleep(0.1)  # eight of them take longer than the patience with one
            answers.append(1)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
