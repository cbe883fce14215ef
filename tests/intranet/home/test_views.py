from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common.access import Audience
from destination.agenda.presenters.upcoming import dated_cards
from intranet.submissions.actions import comments_and_claims, decisions
from intranet.submissions.models import Draft
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
