"""The machine's clock set back an hour while people work."""

import pytest

from tests.drills.test_mail import assert_mail_is_whole
from tests.drills.test_proposals import MINE, Author

pytestmark = pytest.mark.drill


def test_clock_set_back_an_hour_stops_nothing(scene, person, seed, report):
    author, moderator = Author(person("member-0"), scene.town, seed, None), person("moderator")
    scene.settle()
    before = author.open_form()
    assert author.save(before, "Avant le recul de l’horloge.", "Bal d’avant").status == 200
    sent = author.person.post(before.address, before.fields | before.carried | {"action": "send"})
    assert sent.status == 302
    half_typed = author.open_form()
    assert author.save(half_typed, "Un mot.", "Bal à cheval").status == 200
    scene.pass_time(-3600)

    assert author.save(half_typed, "Un mot, puis un autre.", "Bal à cheval").status == 200
    sent = author.person.post(half_typed.address, half_typed.fields | half_typed.carried | {"action": "send"})
    assert sent.status == 302
    facts = scene.ask("proposals")
    numbers = {title: int(pk) for pk, title in facts["titles"].items() if title in ("Bal d’avant", "Bal à cheval")}
    assert set(numbers) == {"Bal d’avant", "Bal à cheval"}
    for pk in numbers.values():
        answer = moderator.post(f"{MINE}{pk}/accepter/", {})
        assert answer.status == 302, answer.text[:3000]
        page = moderator.get(answer.headers["location"])
        assert "/reprendre/" in page.text  # the decision is the last one, and can be taken back
    scene.ask("lose_a_task")
    minutes = scene.settle(10)
    facts = scene.ask("proposals")
    assert set(numbers.values()) <= set(facts["live"]) and facts["notices_twice"] == []
    assert_mail_is_whole(scene)
    assert scene.ask("search_differs") == {}
    report(
        "clock set back an hour: typing, sending, accepting go on, each decision can be taken back; what a dead worker had and "
        f"all mail are done {minutes} min later; 0 lost, 0 twice"
    )
