"""A cancellation that arrives in a calendar, for what is in the agenda already; now is Wednesday 10 June 2026 at noon."""

from datetime import datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from destination.agenda.models import Event
from destination.agenda.schedule import Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency, Rule
from intranet.submissions.actions.imports import Choice, propose_rows, understand
from intranet.submissions.actions.proposals import reinstate
from intranet.submissions.actions.states import take_back_change
from intranet.submissions.models import Decision
from notifications.models import Notice
from tests.factories import make_event, make_territory
from tests.factories.submissions import make_calendar, make_vevent
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
NOON = datetime(2026, 6, 10, 12, tzinfo=ZoneInfo("Europe/Paris"))
FIRST = NOON.date() + timedelta(days=1)
WEEKLY = Schedule(Timing.TIMED, (Slot(FIRST, start=time(18), end=time(20)),), Rule(Frequency.WEEKLY, count=4))


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def event(member):
    return make_event(
        "Bal",
        WEEKLY,
        author=member,
        organisation=member.organisation,
        source="ical",
        source_id="bal@amis",
        commune=make_territory(),
    )


def vevent(*lines, uid="bal@amis"):
    first = ["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Bal", "DTSTART;TZID=Europe/Paris:20260611T180000",
             "DTEND;TZID=Europe/Paris:20260611T200000"]  # fmt: skip
    return "\r\n".join([*first, *lines, "END:VEVENT"])


RULE = "RRULE:FREQ=WEEKLY;COUNT=4"
OF_18_JUNE = "RECURRENCE-ID;TZID=Europe/Paris:20260618T180000"
WHOLE = make_calendar(vevent(RULE, "STATUS:CANCELLED"))
BY_METHOD = make_calendar("METHOD:CANCEL", vevent(RULE))
ONE_DATE = make_calendar(vevent(RULE), vevent(OF_18_JUNE, "STATUS:CANCELLED"))
DATE_ALONE = make_calendar("METHOD:CANCEL", vevent(OF_18_JUNE))
FROM_A_DATE = make_calendar(vevent(RULE), vevent(OF_18_JUNE.replace(";", ";RANGE=THISANDFUTURE;", 1), "STATUS:CANCELLED"))


def give(client, raw):
    return client.post(reverse("submissions:import"), {"calendar_file": SimpleUploadedFile("a.ics", raw)}, follow=True)


def cancelled_dates(event):
    return [each.day.day for each in event.occurrences.order_by("starts_at") if each.cancelled]


def carried_out(raw, person, number=0):
    return propose_rows(understand(raw, "a.ics", person), person, {number: Choice()})


@pytest.mark.parametrize("raw", [WHOLE, BY_METHOD])
def test_a_cancellation_is_shown_then_carried_out_as_its_author_would(client, member, moderator, event, raw):
    client.force_login(member)
    answer = give(client, raw)
    page, [line] = read(answer), answer.context["lines"]
    assert (line["is_known"], line["form"].initial["chosen"], line["cancelled_days"]) == (True, True, "")
    assert "Annulé dans le fichier" in page.text and "Annuler cet événement" in page.text
    assert Event.objects.get().state == "confirmed"  # the person is asked first
    answer = client.post(answer.redirect_chain[-1][0], {"row-0-chosen": "on"}, follow=True)
    assert "1 annulation annoncée." in read(answer).text
    event.refresh_from_db()
    assert event.state == "cancelled"
    assert [decision.verb for decision in event.decisions.all()] == [Decision.Verb.CANCELLED]
    assert Notice.objects.filter(person=moderator).count() == 1
    assert give(client, raw).context["lines"][0]["cancellation"] is None  # said already
    reinstate(event, member)
    assert Event.objects.get().state == "confirmed"


@pytest.mark.parametrize(
    ("raw", "days", "words"),
    [
        (ONE_DATE, [18], "jeudi 18 juin 2026"),
        (DATE_ALONE, [18], "jeudi 18 juin 2026"),
        (FROM_A_DATE, [18, 25, 2], "jeudi 18 juin 2026, jeudi 25 juin 2026, jeudi 2 juillet 2026"),
    ],
)
def test_a_date_that_is_cancelled_is_cancelled_alone(client, member, moderator, event, raw, days, words):
    client.force_login(member)
    answer = give(client, raw)
    assert answer.context["lines"][0]["cancelled_days"].replace("\u00a0", " ") == words
    client.post(answer.redirect_chain[-1][0], {"row-0-chosen": "on"})
    event.refresh_from_db()
    assert (event.state, cancelled_dates(event)) == ("confirmed", days)
    assert Notice.objects.filter(person=moderator).count() == 1
    assert give(client, raw).context["lines"][0]["cancellation"] is None
    take_back_change(event, member)
    assert cancelled_dates(event) == []


def test_what_is_not_ticked_stays(client, member, event):
    client.force_login(member)
    client.post(give(client, WHOLE).redirect_chain[-1][0], {})
    client.post(give(client, WHOLE).redirect_chain[-1][0], {"action": "all"})
    assert Event.objects.get().state == "confirmed"


def test_who_may_not_change_an_event_cancels_nothing(client, member, event):
    stranger = make_event("Loto", WEEKLY, source="ical", source_id="loto@amis", commune=make_territory())
    raw = make_calendar(vevent(RULE, "STATUS:CANCELLED", uid="loto@amis"))
    client.force_login(member)
    answer = give(client, raw)
    assert "n’est pas de votre office" in read(answer).text and not read(answer).has("checkbox", "Annuler cet événement")
    client.post(answer.redirect_chain[-1][0], {"row-0-chosen": "on"})
    assert carried_out(raw, member).refused == [("Bal", "il est déjà dans l’agenda")]
    stranger.refresh_from_db()
    assert (stranger.state, stranger.decisions.count()) == ("confirmed", 0)


def test_an_event_of_another_source_with_the_same_name_is_none_of_its_own(member):
    make_event("Bal", WEEKLY, author=member, source="other", source_id="bal@amis")
    report = carried_out(WHOLE, member)
    assert report.cancelled == [] and Event.objects.get(source="other").state == "confirmed"


def test_a_deleted_event_is_left_alone(member, event):
    Event.objects.update(removed_at=NOON, live=False)
    assert carried_out(WHOLE, member).refused == [("Bal", "il est déjà dans l’agenda")]


def test_what_waits_is_withdrawn_since_nobody_has_read_it(member, client):
    first = propose_rows(understand(make_calendar(vevent(RULE)), "a.ics", member), member, {0: Choice(commune=make_territory())})
    assert not first.proposed[0].live
    assert len(carried_out(WHOLE, member).cancelled) == 1
    event = Event.objects.get()
    assert (event.state, event.workflow_in_progress, event.decisions.last().verb) == ("confirmed", False, "withdrawn")
    assert carried_out(WHOLE, member).cancelled == []


def test_the_command_carries_cancellations_out_and_tells(member, event, tmp_path):
    (tmp_path / "a.ics").write_bytes(
        make_calendar(vevent(RULE, "STATUS:CANCELLED"), make_vevent("x@amis", "Loto", location="Halle"))
    )
    out = StringIO()
    call_command("import_calendar", str(tmp_path / "a.ics"), "--as", member.email, stdout=out)
    assert "1 proposition, 1 annulation annoncée" in out.getvalue()
    event.refresh_from_db()
    assert event.state == "cancelled"
