from datetime import date, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common.access import Audience
from destination.agenda.presenters.upcoming import dated_cards
from intranet.home.models import Visit
from intranet.submissions.actions import comments_and_claims, decisions
from intranet.submissions.models import Draft
from notifications.models import Notice
from tests.factories import (
    make_event,
    make_organisation,
    make_picture,
    make_place,
    make_territory,
    make_user,
    make_work_group,
    one_day,
)
from tests.factories.submissions import make_proposal
from tests.html import read

pytestmark = pytest.mark.django_db


def test_member_finds_what_is_theirs_and_nothing_else(client, member, office):
    commune = make_territory()
    office.territories.add(commune)
    make_event("Réunion de tous", audience=Audience.MEMBERS)
    make_event("Réunion du groupe d’à côté", audience=Audience.GROUP, work_groups=[make_work_group(name="Autre")])
    make_event("Réunion d’un autre office", audience=Audience.PRIVATE, organisation=make_organisation("Ailleurs"))
    make_event("Marché d’ici", commune=commune)
    make_event("Marché d’ailleurs", commune=make_territory("Loin"))
    client.force_login(member)
    page = client.get("/intranet/").content.decode()
    assert "Réunion de tous" in page and "Marché d’ici" in page
    assert not any(title in page for title in ("Réunion du groupe", "autre office", "Marché d’ailleurs"))


def test_provider_is_led_to_the_portal(client, professional):
    client.force_login(professional)
    assert client.get("/intranet/").headers["Location"] == "/fr/portail/"


def test_moderator_reads_how_many_wait(client, moderator, member):
    from intranet.submissions.actions.proposals import propose

    event = make_event(live=False, author=member)
    event.save_revision(user=member)
    propose(event, member)
    client.force_login(moderator)
    assert "1 événement à modérer" in read(client.get("/intranet/")).text


def test_next_dates_leave_out_what_is_over_and_says_the_day(visitor):
    tomorrow = timezone.localdate() + timedelta(days=1)
    make_event("Demain", one_day(tomorrow, time(9), time(10)))
    make_event("Hier", one_day(tomorrow - timedelta(days=2)))
    lines = dated_cards(visitor)
    assert [line["title"] for line in lines] == ["Demain"]
    assert lines[0]["time"].endswith(", 9\u00a0h")


def test_front_page_takes_25_queries_however_much_waits(client, moderator, office):
    person = make_user("aussi@aurelle.example", office, roles=["moderator"])
    commune = make_territory()
    office.territories.add(commune)
    client.force_login(person)
    counts = []
    for number in (1, 4):
        for each in range(number):
            make_event(f"Réunion {each}", audience=Audience.MEMBERS, place=make_place(f"Salle {each}"))
            make_event(f"Marché {each}", commune=commune, place=make_place(f"Halle {each}", commune), picture=make_picture())
            decisions.send_back(make_proposal(person, f"À revoir {each}"), moderator, "Quelle heure ?")
            comments_and_claims.comment(make_proposal(person, f"En attente {each}"), moderator, "Merci")
            Draft.objects.create(author=person, fields={"fr-title": [f"Brouillon {each}"]})
        client.get("/intranet/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/intranet/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 25


def test_what_is_new_since_the_last_visit_is_what_the_reader_may_see(client, member, office):
    make_new_event("Marché nouveau", commune=commune_of(office))
    make_new_event("Réunion nouvelle", audience=Audience.MEMBERS)
    make_new_event("Réunion du groupe caché", audience=Audience.GROUP, work_groups=[make_work_group(name="Autre")])
    make_new_event("La mienne", audience=Audience.MEMBERS, author=member)
    make_new_event("Marché d’ailleurs", commune=make_territory("Loin"))
    client.force_login(member)
    new = read(client.get("/intranet/")).region("Ce qui a changé")
    assert "1 rendez-vous entre nous" in new.text and "1 événement dans mes communes" in new.text
    assert "Réunion nouvelle" in new.text and "Marché nouveau" in new.text
    assert not any(title in new.text for title in ("caché", "La mienne", "ailleurs"))


def test_administrator_is_told_of_what_concerns_them_as_a_member(client, administrator):
    make_new_event("Réunion du groupe caché", audience=Audience.GROUP, work_groups=[make_work_group(name="Autre")])
    client.force_login(administrator)
    assert "caché" not in read(client.get("/intranet/")).region("Ce qui a changé").text


def test_what_was_new_is_new_during_the_visit_and_no_longer_at_the_next(client, member):
    with time_machine.travel("2026-07-06T09:00:00+02:00", tick=False) as clock:
        client.force_login(member)
        assert "Ces derniers jours" in read(client.get("/intranet/")).region("Ce qui a changé").text
        clock.shift(timedelta(days=1))
        make_new_event("Réunion nouvelle", audience=Audience.MEMBERS)
        for words in ("Depuis hier, 9 h", "Depuis hier, 9 h"):
            clock.shift(timedelta(minutes=25))
            with CaptureQueriesContext(connection) as queries:
                new = read(client.get("/intranet/")).region("Ce qui a changé").text
            assert words in new and "Réunion nouvelle" in new
        assert not [query for query in queries if "intranet_home_visit" in query["sql"] and "SELECT" not in query["sql"]]
        clock.shift(timedelta(hours=3))
        new = read(client.get("/intranet/")).region("Ce qui a changé").text
        assert "Depuis 9 h 25" in new and "vous êtes à jour" in new


def test_who_was_away_for_a_year_is_told_of_two_months(member):
    now = timezone.now()
    assert now - Visit(began_at=now, previous_at=now - timedelta(days=365)).since == timedelta(days=60)


def test_answers_stand_apart_from_what_others_are_told(client, member, moderator):
    decisions.send_back(make_proposal(member, "Bal"), moderator, "Quelle heure ?")
    Notice.objects.update(not_before=None)
    client.force_login(member)
    assert "« Bal » est à corriger" in read(client.get("/intranet/")).region("On m’a répondu").text
    client.force_login(moderator)
    assert not read(client.get("/intranet/")).has("region", "On m’a répondu")


def test_week_has_its_days_and_says_what_only_colleagues_see(client, member):
    with time_machine.travel("2026-07-06T09:00:00+02:00", tick=False):
        make_event("Réunion", one_day(date(2026, 7, 6), time(14), time(15)), audience=Audience.MEMBERS)
        make_event("Formation", one_day(date(2026, 7, 7), time(10), time(12)), audience=Audience.MEMBERS)
        make_event("Bilan", one_day(date(2026, 7, 20)), audience=Audience.MEMBERS)
        client.force_login(member)
        week = read(client.get("/intranet/")).region("Cette semaine")
        assert week.texts("heading") == ["Cette semaine", "Aujourd’hui", "Demain"]
        assert "Entre nous" in week.text and "Bilan" not in week.text


def test_empty_week_shows_the_next_dates_and_an_empty_agenda_what_to_do(client, member):
    client.force_login(member)
    assert "Annoncer un rendez-vous" in read(client.get("/intranet/")).region("Cette semaine").texts("link")
    make_event("Bilan", one_day(timezone.localdate() + timedelta(days=30)), audience=Audience.MEMBERS)
    assert "Bilan" in read(client.get("/intranet/")).region("Bientôt").text


def make_new_event(title, **fields):
    return make_event(title, first_published_at=timezone.now(), **fields)


def commune_of(office):
    commune = make_territory()
    office.territories.add(commune)
    return commune
