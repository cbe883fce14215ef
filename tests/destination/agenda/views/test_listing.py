import re
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.http import QueryDict
from django.utils import timezone

from common.templatetags import components
from destination.agenda.actions import note_published_change
from destination.agenda.filters import AgendaFilters
from destination.agenda.presenters.listing import Listing, month_of
from destination.agenda.schedule import PARIS, Change, Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency, Rule
from tests.factories import (
    make_category,
    make_event,
    make_organisation,
    make_picture,
    make_place,
    make_territory,
    make_user,
    make_work_group,
    one_day,
)
from tests.html import Page, read
from tests.moment import in_days

pytestmark = pytest.mark.django_db
VIEWS = ["/fr/agenda/", "/fr/agenda/semaine/", "/fr/agenda/mois/", "/fr/agenda/carte/", "/fr/agenda/points.json"]
OUTPUTS = [
    *VIEWS,
    "/fr/agenda.ics",
    "/fr/agenda.rss",
    "/fr/agenda.atom",
    "/fr/agenda/embed/",
    "/fr/agenda/partager/",
    "/fr/agenda/s-abonner/",
]


def lasting(first: int, last: int) -> Schedule:
    return Schedule(timing=Timing.ALL_DAY, slots=(Slot(in_days(first), in_days(last)),))


def page(client, address: str) -> Page:
    response = client.get(address)
    assert response.status_code == 200
    return read(response)


def titles(agenda: Page) -> list[str]:
    return [row.get_by_role("link").name for row in agenda.all_by_role("article")]


NOON = datetime(2026, 6, 10, 12, tzinfo=PARIS)  # a Wednesday
TODAY = NOON.date()


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


def without_mondays(first: int, last: int, *changes: Change) -> Schedule:
    """An exhibition from Tuesday to Sunday, 10 to 11 in the morning: over at noon, open again tomorrow."""
    slot = Slot(TODAY + timedelta(days=first), start=time(10), end=time(11))
    rule = Rule(Frequency.WEEKLY, weekdays=(1, 2, 3, 4, 5, 6), until=TODAY + timedelta(days=last))
    return Schedule(Timing.TIMED, (slot,), rule, changes=changes)


def test_what_is_over_is_folded_below_today_and_not_counted(client, noon):
    make_event("Ce matin", one_day(TODAY, time(9), time(12)))
    make_event("Ce soir", one_day(TODAY, time(20)))
    make_event("Sans fin", one_day(TODAY, time(8), None))
    make_event("Deux fois", Schedule(Timing.TIMED, (Slot(TODAY, start=time(9), end=time(10)), Slot(TODAY, start=time(15)))))
    agenda = page(client, "/fr/agenda/")
    assert titles(agenda) == ["Sans fin", "Deux fois", "Ce soir"]
    assert "1 terminé aujourd’hui" in agenda.text
    over = page(client, agenda.get_by_role("link", "Les voir sur une page")["href"])
    assert titles(over) == ["Ce matin"] and "mercredi 10 juin" in over.text and "Terminé" in over.text
    assert "Aujourd’hui 3" in agenda.region("Quand").texts("link")
    assert "Ce matin" not in page(client, "/fr/agenda/carte/").text and "Ce matin" in page(client, "/fr/agenda/semaine/").text


def test_day_of_which_all_is_over_is_not_empty(client, noon):
    make_event("Ce matin", one_day(TODAY, time(9), time(12)))
    agenda = page(client, "/fr/agenda/?day=today")
    assert titles(agenda) == [] and "1 terminé aujourd’hui" in agenda.text and "Rien de prévu" not in agenda.text


def test_fold_of_what_is_over_holds_as_many_as_it_says(client, noon, django_assert_num_queries):
    for number in range(102):
        make_event(f"Visite {number}", one_day(TODAY, time(7, number % 60), time(8)), free=True)
    make_event("Payant", one_day(TODAY, time(9), time(10)))
    assert "102 terminés aujourd’hui" in page(client, "/fr/agenda/?free=1").text
    client.get("/fr/agenda/termines/?free=1")
    with django_assert_num_queries(4):  # the version, the events, their titles, their dates
        answer = client.get("/fr/agenda/termines/?free=1", headers={"HX-Request": "true"})
    fold = read(answer)
    assert len(titles(fold)) == 100 and "Payant" not in fold.text and answer["Vary"].count("HX-Request") == 1
    assert fold.get_by_role("link", "Voir les 102 terminés")["href"] == "/fr/agenda/termines/?free=1"
    assert len(titles(page(client, "/fr/agenda/termines/?free=1&page=2"))) == 2
    assert "Rien n’est encore terminé" in page(client, "/fr/agenda/termines/?category=music").text


def test_what_is_daily_stands_once_and_counts_on_its_days(client, noon):
    make_event("Exposition", without_mondays(-10, 30))
    make_event("Bal", one_day(TODAY + timedelta(days=5), time(20)))  # on Monday
    for address in ("/fr/agenda/", "/fr/agenda/semaine/", "/fr/agenda/mois/"):
        agenda = page(client, address)
        assert titles(agenda)[0] == "Exposition" and agenda.text.count("Exposition") == 1, address
        assert "Jusqu’au 10 juillet" in agenda.text
    listing = page(client, "/fr/agenda/").region("Quand").texts("link")
    assert {"Aujourd’hui", "Ce week-end 1", "7 prochains jours 2"} <= {words.removesuffix(" 0") for words in listing}
    assert titles(page(client, "/fr/agenda/?day=2026-06-15")) == ["Bal"]
    assert titles(page(client, "/fr/agenda/?day=2026-06-16")) == ["Exposition"]
    embedded = page(client, "/fr/agenda/embed/")
    assert embedded.texts("link")[:2] == ["Exposition", "Bal"] and "En ce moment" in embedded.text


def test_date_of_something_daily_of_which_something_is_said_stands_on_its_day(client, noon):
    friday = TODAY + timedelta(days=2)
    make_event("Exposition", without_mondays(-10, 30, Change(friday)))
    rows = page(client, "/fr/agenda/").all_by_role("article")
    assert [(row.get_by_role("link").name, "Annulé" in row.text) for row in rows] == [("Exposition", False), ("Exposition", True)]


def test_what_lasts_and_begins_later_stands_on_its_first_day(client, noon):
    make_event("Exposition", without_mondays(3, 60))
    make_event("Demain", one_day(TODAY + timedelta(days=1)))
    assert titles(page(client, "/fr/agenda/")) == ["Demain", "Exposition"]
    assert "En ce moment" not in page(client, "/fr/agenda/").text


def test_last_day_of_what_lasts_ends_with_its_hour(client, noon):
    make_event("Finie", without_mondays(-20, 0))
    make_event("Encore", lasting(-20, 0))
    assert titles(page(client, "/fr/agenda/")) == ["Encore"]


def test_list_groups_by_day_in_the_order_of_hours(client):
    make_event("Le soir", one_day(in_days(2), time(20)))
    make_event("Le matin", one_day(in_days(2), time(9)))
    make_event("La veille", one_day(in_days(1), time(22), None))
    agenda = page(client, "/fr/agenda/")
    assert titles(agenda) == ["La veille", "Le matin", "Le soir"]
    assert len([heading for heading in agenda.all_by_role("heading") if heading.has("time")]) == 2


def test_several_times_of_a_day_are_one_line(client):
    slots = tuple(Slot(in_days(1), start=time(hour), end=time(hour + 1)) for hour in (10, 15))
    make_event("Visite", Schedule(Timing.TIMED, slots))
    agenda = page(client, "/fr/agenda/")
    assert titles(agenda) == ["Visite"]
    assert "10 h, 15 h" in agenda.text


def test_what_lasts_for_weeks_is_said_once(client):
    make_event("Exposition", lasting(-10, 40))
    make_event("Fête", lasting(1, 3))
    assert titles(page(client, "/fr/agenda/")) == ["Exposition", "Fête", "Fête", "Fête"]
    assert titles(page(client, "/fr/agenda/?ongoing=1")) == ["Exposition"]


def test_past_day_says_that_it_is_over(client):
    make_event("Hier", one_day(in_days(-1)))
    assert titles(page(client, "/fr/agenda/")) == []
    agenda = page(client, f"/fr/agenda/?day={in_days(-1)}")
    assert titles(agenda) == ["Hier"]
    assert "Terminé" in agenda.text


def test_cancelled_is_shown(client):
    make_event("Course", state="cancelled")
    agenda = page(client, "/fr/agenda/")
    assert titles(agenda) == ["Course"] and "Annulé" in agenda.text


def test_empty_list_proposes_the_next_days(client):
    make_event("Plus tard", one_day(in_days(5)))
    agenda = page(client, f"/fr/agenda/?day={in_days(2)}")
    assert "Rien de prévu ici" in agenda.text
    assert f"/fr/agenda/?day={in_days(5)}" in [link["href"] for link in agenda.all_by_role("link")]


def test_each_chip_gives_the_rows_it_counts(client):
    music, stage = make_category("music"), make_category("stage")
    port, valley = make_territory("Port"), make_territory("Vallée")
    for number in range(12):
        make_event(
            f"Événement {number}",
            lasting(0, 20) if number == 5 else one_day(in_days(number % 4)),
            categories=[music] if number % 3 else [music, stage],
            commune=port if number % 2 else valley,
            free=number % 4 == 0,
            family=number % 5 == 0,
            accessibility=["motor", "sight"][: number % 3],
            setting=["indoors", "outdoors", "both", ""][number % 4],
        )
    agenda = page(client, "/fr/agenda/?free=")
    lists = ("Quand", "Filtres", "Commune", "Cadre", "Accessible aux personnes en situation de handicap")
    chips = [chip for name in lists for chip in agenda.region(name).all_by_role("link")]
    assert len(chips) > 12
    for chip in chips:
        listing = Listing(AgendaFilters.from_query(QueryDict(urlsplit(chip["href"]).query)), _anonymous())
        days, ongoing = listing.days()
        events = {row["pk"] for day in days for row in day.rows} | {row["pk"] for row in ongoing}
        assert len(events) == listing.total == int(chip.name.split()[-1]), chip.name


def _anonymous():
    from django.contrib.auth.models import AnonymousUser

    return AnonymousUser()


@pytest.mark.every_database
def test_filters_choose_their_rows(client):
    port = make_territory("Port", slug="port")
    office = make_organisation(slug="cote")
    make_event(
        "A",
        commune=port,
        free=True,
        family=True,
        setting="both",
        accessibility=["motor"],
        organisation=office,
        categories=[make_category("music")],
    )
    make_event("B")
    chosen = [
        "commune=port",
        "free=1",
        "family=1",
        "setting=indoors",
        "setting=outdoors",
        "access=motor",
        "access=any",
        "organisation=cote",
        "category=music",
    ]
    for query in chosen:
        assert titles(page(client, f"/fr/agenda/?{query}")) == ["A"], query
    for query in ["commune=ailleurs", "access=sight", "category=cinema", "organisation=autre"]:
        assert titles(page(client, f"/fr/agenda/?{query}")) == [], query


def test_near_me_takes_what_is_within_the_radius_and_stays_out_of_shared_addresses(client):
    make_event("Près", place=make_place("Halle", latitude=42.50, longitude=3.10))
    make_event("Loin", place=make_place("Col", latitude=43.50, longitude=3.10))
    agenda = page(client, "/fr/agenda/?near=42.5,3.1,10&free=")
    assert titles(agenda) == ["Près"]
    shared = [
        part["href"]
        for part in agenda.all_by_hook("href")
        if part.get("rel") in (["canonical"], ["alternate"])
        or any(word in part["href"] for word in ("rss", "s-abonner", "partager"))
    ]
    assert len(shared) >= 7 and not any("near" in address for address in shared)


def test_pages_hold_twenty_rows_and_a_page_too_far_is_the_last(client):
    for number in range(23):
        make_event(f"n{number}", one_day(in_days(1), time(8, number)))
    assert titles(page(client, "/fr/agenda/")) == [f"n{number}" for number in range(20)]
    assert titles(page(client, "/fr/agenda/?page=99")) == ["n20", "n21", "n22"]


def test_a_change_shows_at_once(client):
    event = make_event("Avant")
    assert titles(page(client, "/fr/agenda/")) == ["Avant"]
    event.words.update(title="Après")
    note_published_change(event)
    assert titles(page(client, "/fr/agenda/")) == ["Après"]
    event.unpublish()
    assert titles(page(client, "/fr/agenda/")) == []


def test_a_row_withdrawn_behind_our_back_is_never_shown(client):
    """Whoever changes the table itself leaves the counts late, but nothing is shown that may not be."""
    from destination.agenda.models import Event

    event = make_event("Secret")
    page(client, "/fr/agenda/")
    Event.objects.filter(pk=event.pk).update(audience="members")
    for address in OUTPUTS:
        assert "Secret" not in client.get(address).content.decode(), address


@pytest.fixture
def guarded(group_member, office):
    """One event for each audience, with the personas who may see it."""
    work_group = group_member.work_groups.get()
    facts = {"schedule": one_day(in_days(0), time(23, 55), None), "commune": make_territory()}
    make_event("E-public", **facts)
    make_event("E-pros", audience="professionals", **facts)
    make_event("E-membres", audience="members", **facts)
    make_event("E-groupe", audience="group", work_groups=[work_group], **facts)
    make_event("E-office", audience="private", organisation=office, **facts)
    make_event("E-ailleurs", audience="private", organisation=make_organisation("Autre office"), **facts)
    make_event("E-brouillon", live=False, **facts)
    make_event("E-supprime", removed_at=timezone.now(), **facts)
    return {
        None: {"E-public"},
        "professional": {"E-public", "E-pros"},
        "outsider": {"E-public", "E-pros", "E-membres"},
        "group_member": {"E-public", "E-pros", "E-membres", "E-groupe", "E-office"},
    }


@pytest.mark.every_database
@pytest.mark.parametrize("persona", [None, "professional", "outsider", "group_member"])
def test_every_output_shows_each_reader_what_is_theirs(client, request, guarded, persona):
    if persona == "outsider":
        make_work_group(name="Autre")
        client.force_login(make_user(organisation=make_organisation("Tiers")))
    elif persona:
        client.force_login(request.getfixturevalue(persona))
    titles_of = {address: set(re.findall(r"E-[a-z]+", client.get(address).content.decode())) for address in OUTPUTS}
    in_month = titles_of.pop("/fr/agenda/mois/")  # a cell names three at most and counts the others
    assert in_month <= guarded[persona] and len(in_month) == min(len(guarded[persona]), 3)
    others = {"/fr/agenda/partager/": set(), "/fr/agenda/s-abonner/": set(), "/fr/agenda/embed/": {"E-public"}}
    assert titles_of == dict.fromkeys(titles_of, guarded[persona]) | others


def test_counts_do_not_tell_of_what_is_hidden(client, guarded):
    assert "1 événement" in page(client, "/fr/agenda/?free=").texts("paragraph")
    assert client.get("/fr/agenda/points.json").json()["total"] == 1


def test_audience_filter_is_for_people_signed_in(client, group_member, guarded):
    assert not page(client, "/fr/agenda/").has("list", "Qui peut voir")
    client.force_login(group_member)
    assert titles(page(client, "/fr/agenda/?audience=group")) == ["E-groupe"]


@pytest.mark.parametrize("address", [*OUTPUTS, "/en/agenda/", "/ca/agenda/", "/en/agenda/?day=today"])
def test_outputs_answer_without_any_event(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "day=%00", "day=31/02", "day=%F0%9F%8E%89", "page=999999999999999999999", "page=-1", "page=%E2%80%AE1", "near=1e999,2", "from=2026-13-45",
        "category=%3Cscript%3Ealert(1)%3C/script%3E", "commune=" + "x" * 5000, "day=0000-00-00", "to=2100-12-31&from=1999-01-01", "view=nothing",
        "accent=javascript:1&count=-5&title=%3Cb%3E", "access=any,any,motor", "count=99999999999999999999", "day=2100-12-31", "day=2000-01-01",
    ],
)  # fmt: skip
def test_no_query_string_breaks_an_output(client, query):
    make_event()
    for address in OUTPUTS:
        response = client.get(f"{address}?{query}")
        assert response.status_code == 200, address
        assert b"<script>alert" not in response.content


def test_ten_megabytes_of_query_are_calmly_read(client):
    assert client.get("/fr/agenda/", {"category": "x" * 10_000_000}).status_code == 200


def test_an_impossible_date_is_said_in_the_reader_s_words(client):
    assert "Cette date n’existe pas dans le calendrier" in page(client, "/fr/agenda/?day=31/02/2026").text


def test_month_is_a_table_whose_days_lead_to_their_list(client):
    make_event("Concert", one_day(in_days(0), time(23, 30), None))
    agenda = page(client, "/fr/agenda/mois/")
    month = agenda.get_by_role("table")
    assert len(month.all_by_role("columnheader")) == 7
    assert f"/fr/agenda/?day={in_days(0)}" in [link["href"] for link in month.all_by_role("link")]
    assert "23 h 30 Concert" in month.texts("link")


@time_machine.travel(datetime(2026, 11, 30, 12, tzinfo=PARIS))
def test_month_tells_what_goes_on_from_what_is_over(client):
    daily = Rule(Frequency.WEEKLY, weekdays=(0, 1, 2, 3, 4, 5, 6), until=date(2027, 1, 24))
    make_event("Exposition", Schedule(Timing.TIMED, (Slot(date(2026, 11, 10), start=time(10), end=time(11)),), daily))
    make_event("Passée", Schedule(Timing.ALL_DAY, (Slot(date(2026, 9, 1), date(2026, 11, 4)),)))
    make_event("Marché", one_day(date(2026, 11, 10)))
    month = page(client, "/fr/agenda/mois/")
    assert month.region("En ce moment").texts("link") == ["Exposition"]
    assert {"10 h Exposition", "Terminé 18 h 30 Marché"} <= set(month.get_by_role("table").texts("link"))
    before = page(client, "/fr/agenda/mois/?day=2026-10-15")
    assert before.region("Pendant ces jours-là").texts("link") == ["Passée"]


@pytest.mark.parametrize(
    ("day", "weeks"), [(date(2026, 2, 10), 5), (date(2027, 2, 1), 4), (date(2026, 12, 31), 5), (date(2026, 8, 1), 6)]
)
def test_month_holds_its_weeks(day, weeks):
    weeks_of_month = month_of(day)
    assert len(weeks_of_month) == weeks
    first, last = weeks_of_month[0][0], weeks_of_month[-1][-1]
    assert first.weekday() == 0 and first <= day.replace(day=1) and last >= day


def test_points_have_positions_and_addresses(client):
    event = make_event("Concert", place=make_place(latitude=42.51, longitude=3.12))
    make_event("Nulle part")
    answer = client.get("/fr/agenda/points.json").json()
    assert [(each["id"], each["latitude"], each["longitude"], each["url"]) for each in answer["points"]] == [
        (event.pk, 42.51, 3.12, event.get_absolute_url())
    ]


def test_event_of_a_hidden_place_does_not_name_it(client):
    make_event("Réunion publique", place=make_place("Salle secrète", audience="members"))
    for address in OUTPUTS:
        assert "Salle secrète" not in client.get(address).content.decode(), address


def test_language_switch_keeps_the_filters(client):
    agenda = page(client, "/fr/agenda/mois/?free=1")
    assert "free=1" in next(link["href"] for link in agenda.all_by_role("link") if link["href"].startswith("/en/agenda/"))


def test_queries_do_not_grow_with_the_rows(client, django_assert_max_num_queries):
    counts: dict[str, set[int]] = {address: set() for address in OUTPUTS}
    for number in (1, 2, 47):
        for each in range(number):
            make_event(
                f"n{each}",
                one_day(in_days(each % 9 + 1)),
                place=make_place(f"Lieu {each}") if each < 3 else None,
                commune=make_territory() if each < 3 else None,
                categories=[make_category("music")],
            )
        for address in OUTPUTS:
            client.get(address)
            with django_assert_max_num_queries(12) as queries:
                client.get(address)
            counts[address].add(len(queries))
    assert {address: len(different) for address, different in counts.items()} == dict.fromkeys(OUTPUTS, 1)


@pytest.mark.parametrize(("address", "pictures", "queries"), [
    ("/fr/agenda/", 3, 6),  # the version, events, their titles, pictures and dates, closed pages
    ("/fr/agenda/mois/?day=2026-07-05", 0, 5),
    ("/fr/agenda/carte/", 0, 5),
])  # fmt: skip
def test_forms_of_the_agenda_ask_little(client, noon, monkeypatch, django_assert_num_queries, address, pictures, queries):
    for number in range(3):
        dates = one_day(date(2026, 7, 10 + number))
        make_event(
            f"Bal {number}", dates, commune=make_territory(latitude=42.4, longitude=3.2), picture=make_picture(f"Bal {number}")
        )
    client.get(address)  # what surrounds the rows is known
    monkeypatch.setattr(components, "_kept", {})
    with django_assert_num_queries(queries):
        assert client.get(address).content.count(b"<picture>") == pictures


def test_day_leads_to_the_days_beside_it(client, db):
    make_event("Bal", one_day(date(2026, 11, 28)))
    with time_machine.travel("2026-11-28T10:30+01:00", tick=False):
        around = read(client.get("/fr/agenda/?day=today&free=0")).region("Changer de période")
        assert [link["href"] for link in around.all_by_role("link")] == [
            "/fr/agenda/?day=2026-11-27", "#today", "/fr/agenda/?day=2026-11-29",
        ]  # fmt: skip
        assert around.texts("link") == ["vendredi 27 novembre", "Aujourd’hui", "dimanche 29 novembre"]
        assert "before_url" not in client.get("/fr/agenda/?day=weekend").context
        assert client.get("/fr/agenda/?day=2100-12-31").status_code == 200


@pytest.mark.parametrize(("address", "folded"), [
    ("/fr/agenda/semaine/", "5 jours passés"), ("/fr/agenda/mois/", "27 jours passés"), ("/fr/agenda/mois/?day=2027-01-05", ""),
])  # fmt: skip
def test_days_gone_by_are_folded_where_today_is(client, db, address, folded):
    with time_machine.travel("2026-11-28T10:30+01:00", tick=False):
        page = read(client.get(address))
    assert [text for text in page.texts("button") if "passé" in text] == ([folded] if folded else [])


def test_near_a_commune_rows_say_how_far(client, db):
    port = make_territory("Port-Aurelle", latitude=42.44, longitude=3.23)
    make_event("Bal", place=make_place("Quai", port, latitude=42.45, longitude=3.23))
    (day,) = client.get(f"/fr/agenda/?near=commune:{port.slug},2").context["days"]
    assert [row["away"].replace("\u00a0", " ") for row in day.rows] == ["à 1,1 km"]
    assert client.get(f"/fr/agenda/?near=commune:{port.slug},1").context["total"] == 0


def test_sheet_holds_every_filter_as_a_form(client, db):
    make_event("Bal", free=True)
    page = read(client.get("/fr/agenda/?free=1&organisation=office"))
    form = page.region("Choisir les filtres")
    assert form.field("Gratuit 1").checked if form.has("checkbox", "Gratuit 1") else True
    assert form.form_values()["free"] == "1" and form.form_values()["organisation"] == "office"


#: hours of an event, and whether it stands on its second day as well.
OVERNIGHT = {
    "Course de 24 heures": (time(14), time(12), True),
    "Marche de nuit": (time(21), time(10), True),
    "Veille du phare": (time(18), time(17, 30), True),
    "Bal": (time(21), time(2), False),
    "Festival": (time(12), time(3), False),
    "Nuit des étoiles": (time(20), time(6), False),
}


def test_what_lasts_longer_than_a_night_stands_on_both_days(client):
    for title, (start, end, _both) in OVERNIGHT.items():
        make_event(title, one_day(in_days(3), start, end))
    days = [f"{in_days(number):%Y-%m-%d}" for number in (3, 4, 5)]
    listed = [set(titles(page(client, f"/fr/agenda/?from={day}&to={day}"))) for day in days]
    assert listed == [set(OVERNIGHT), {title for title, (_start, _end, both) in OVERNIGHT.items() if both}, set()]
