"""A red line is told once, after a quarter of an hour, by mail where mail leaves; and what is well again too."""

from datetime import UTC, datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.db import connection

from common.health import State
from common.models import OutgoingMail
from health.actions import look, look_without_clock, note_version, try_mail
from health.models import Line, Upgrade
from tests.factories import make_user

pytestmark = pytest.mark.django_db
BEGIN = datetime(2026, 7, 16, 8, tzinfo=UTC)
RED, OK, AMBER = State.FAILURE, State.OK, State.WARNING


@pytest.fixture
def watch(only_probes, administrator, django_capture_on_commit_callbacks):
    """`watch({0: {"disk": RED}, 20: {"disk": OK}}, until=40)`: the clock looks each minute; gives (minute, subject) of each mail."""

    def run(states: dict[int, dict], until: int) -> list[tuple[int, str]]:
        subjects = []
        for minute in range(until + 1):
            if minute in states:
                only_probes(states[minute])
            with time_machine.travel(BEGIN + timedelta(minutes=minute), tick=False):
                before = len(mail.outbox)
                with django_capture_on_commit_callbacks(execute=True):
                    look()
                subjects += [(minute, message.subject) for message in mail.outbox[before:]]
        return subjects

    return run


SITE = settings.BASE_URL.split("//")[-1]
TOLD, WELL = f"À réparer sur {SITE} : 1 ligne", f"De nouveau en ordre : {SITE}"


def test_line_that_is_red_for_a_quarter_of_an_hour_is_told_once(watch):
    assert watch({0: {"disk": RED, "web": OK}}, until=60) == [(15, TOLD)]
    assert mail.outbox[0].to == ["admin@aurelle.example"]
    assert "disk: failure" in mail.outbox[0].body and "Faites." in mail.outbox[0].body and "/admin/etat/" in mail.outbox[0].body


def test_line_that_mends_itself_sooner_is_not_told(watch):
    assert watch({0: {"disk": RED}, 14: {"disk": OK}, 16: {"disk": AMBER}}, until=40) == []


def test_line_that_is_well_again_is_told_and_then_red_again_too(watch):
    states = {0: {"disk": RED}, 20: {"disk": AMBER}, 50: {"disk": RED}}
    assert watch(states, until=70) == [(15, TOLD), (35, WELL), (65, TOLD)]


def test_line_that_comes_and_goes_is_told_once(watch):
    states = {minute: {"disk": RED if (minute // 20) % 2 == 0 else OK} for minute in range(0, 120, 20)}
    states |= {minute + 12: {"disk": RED} for minute in range(20, 120, 40)}
    assert watch(states, until=119) == [(15, TOLD)]


def test_lines_that_turn_red_together_are_one_mail(watch):
    assert watch({0: {"disk": RED, "search": RED}}, until=30) == [(15, f"À réparer sur {SITE} : 2 lignes")]


def test_mail_that_does_not_leave_is_told_on_the_pages_alone(watch):
    assert watch({0: {"mail": RED, "disk": OK}}, until=30) == []
    with time_machine.travel(BEGIN + timedelta(minutes=30), tick=False):
        assert [line.key for line in Line.objects.told()] == ["mail"]


def test_mail_of_a_red_line_goes_without_the_worker(only_probes, administrator):
    only_probes({"worker": RED})
    for minute in (0, 15):
        with time_machine.travel(BEGIN + timedelta(minutes=minute), tick=False):
            look()  # what waits for the commit is left to a worker, and there is none
    assert OutgoingMail.objects.get().state == OutgoingMail.State.SENT and len(mail.outbox) == 1


@pytest.mark.every_database
def test_two_clocks_tell_once(watch, only_probes, administrator):
    watch({0: {"disk": RED}}, until=14)
    with time_machine.travel(BEGIN + timedelta(minutes=15), tick=False):
        look()
        look()
    assert OutgoingMail.objects.count() == 1


def test_each_administrator_reads_it_in_their_language_and_nobody_else_does(watch):
    make_user("hazel@aurelle.example", is_superuser=True, language="en")
    make_user("gone@aurelle.example", is_superuser=True, is_active=False)
    make_user("membre@aurelle.example")
    watch({0: {"disk": RED}}, until=15)
    assert {message.to[0]: message.subject for message in mail.outbox} == {
        "admin@aurelle.example": TOLD,
        "hazel@aurelle.example": f"To be mended on {SITE}: 1 line",
    }


def test_clock_that_is_set_back_tells_all_the_same(only_probes, administrator):
    only_probes({"disk": RED})
    for hour, minute in ((2, 0), (1, 0), (1, 15)):  # from 10:00 to 9:00
        with time_machine.travel(BEGIN + timedelta(hours=hour, minutes=minute), tick=False):
            look()
    assert OutgoingMail.objects.count() == 1


def test_line_of_a_probe_that_is_gone_is_forgotten(only_probes):
    only_probes({"disk": RED})
    look()
    only_probes({"search": OK})
    look()
    assert [line.key for line in Line.objects.all()] == ["search"]


def test_web_process_looks_where_the_clock_stands_still(only_probes):
    only_probes({"clock": OK})
    with time_machine.travel(BEGIN, tick=False):
        look()
    only_probes({"clock": RED})
    for minute, is_red in ((9, False), (11, True)):
        with time_machine.travel(BEGIN + timedelta(minutes=minute), tick=False):
            look_without_clock()
        assert Line.objects.get().is_red is is_red


# ---- trying the mail


def test_trial_shows_what_the_server_answered(letterbox):
    letterbox.answers = ["250 2.0.0 Queued as 41"]
    assert try_mail("moi@aurelle.example").words == "250 2.0.0 Queued as 41"
    letterbox.recipient_answer = "550 5.1.1 No such person"
    trial = try_mail("moi@aurelle.example")
    assert (trial.is_accepted, trial.words) == (False, "550 5.1.1 No such person")
    letterbox.recipient_answer, letterbox.answers = None, ["554 5.7.1 Spam"]
    assert try_mail("moi@aurelle.example").words == "554 5.7.1 Spam"
    letterbox.answers = ["hang up"]
    assert try_mail("moi@aurelle.example").words == str(SMTPServerDisconnected("Connection unexpectedly closed"))


def test_subject_of_a_trial_stands_in_parts_of_75(letterbox, monkeypatch):
    monkeypatch.setattr(
        "health.actions.office_name", lambda: "Office de tourisme intercommunal du Pays d’Aurelle et des Vallées de l’Été"
    )
    try_mail("moi@aurelle.example")
    head = letterbox.received[0].split(b"\n\n")[0].split(b"\r\n\r\n")[0].decode("ascii")
    words = [word for word in head.split() if word.startswith("=?")]
    assert len(words) > 1 and max(map(len, words)) <= 75


def test_trial_without_a_server_says_so(letterbox, settings, free_port):
    settings.EMAIL_PORT = 1
    trial = try_mail("moi@aurelle.example")
    assert not trial.is_accepted and "refused" in trial.words


# ---- versions


def test_version_is_noted_once_for_each_upgrade(settings):
    Upgrade.objects.all().delete()
    for version in ("0.3.0", "0.3.0", "0.4.0", "0.4.0"):
        settings.VERSION = version
        note_version()
    assert [upgrade.version for upgrade in Upgrade.objects.all()] == ["0.3.0", "0.4.0"]


def test_database_with_people_in_it_had_a_version_before(administrator):
    Upgrade.objects.all().delete()
    note_version()
    assert [upgrade.version for upgrade in Upgrade.objects.all()] == ["", settings.VERSION]


@pytest.mark.django_db(transaction=True)
def test_version_is_not_noted_where_its_table_is_gone():
    with connection.schema_editor() as editor:
        editor.delete_model(Upgrade)
    try:
        note_version()
    finally:
        with connection.schema_editor() as editor:
            editor.create_model(Upgrade)
    assert not Upgrade.objects.exists()
