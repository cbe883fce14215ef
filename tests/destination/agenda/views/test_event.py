from datetime import UTC, date, datetime, time

import pytest
from django.core import mail

from destination.agenda.models import Event, EventTranslation
from destination.agenda.schedule import Change, DateState, Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency, Rule
from tests.factories import make_category, make_event, make_organisation, make_picture, make_place, make_user, one_day
from tests.html import Page, read
from tests.moment import in_days

pytestmark = pytest.mark.django_db


def page(client, event, prefix: str = "/fr/agenda/") -> Page:
    response = client.get(f"{prefix}x-{event.pk}/", follow=True)
    assert response.status_code == 200
    return read(response)


def addresses(part: Page) -> list[str]:
    return [link["href"] for link in part.all_by_role("link")]


def test_wrong_slug_leads_for_good_to_the_right_one(client):
    event = make_event("Concert au port", words={"fr": "Concert au port", "en": "Harbour concert"})
    response = client.get(f"/fr/agenda/autre-chose-{event.pk}/")
    assert (response.status_code, response["Location"]) == (301, f"/fr/agenda/concert-au-port-{event.pk}/")
    response = client.get(f"/en/agenda/concert-au-port-{event.pk}/")
    assert response["Location"] == f"/en/agenda/harbour-concert-{event.pk}/"


@pytest.mark.parametrize("pk", ["0", "99999", "9" * 30])
def test_an_event_that_is_not_there_is_a_404(client, pk):
    assert client.get(f"/fr/agenda/x-{pk}/").status_code == 404


@pytest.mark.parametrize(
    "fields",
    [{"audience": "members"}, {"audience": "private"}, {"live": False}, {"removed_at": datetime(2026, 7, 2, tzinfo=UTC)}],
)
def test_what_a_visitor_may_not_see_does_not_exist(client, fields):
    event = make_event("Réunion", **fields)
    for address in (f"reunion-{event.pk}/", f"reunion-{event.pk}.ics", f"reunion-{event.pk}/qr.svg"):
        assert client.get(f"/fr/agenda/{address}").status_code == 404, address
    assert client.post(f"/fr/agenda/reunion-{event.pk}/signaler/", {"message": "x"}).status_code == 404


def test_members_event_is_open_to_a_member_and_kept_from_robots(client, member):
    event = make_event("Réunion des offices", audience="members")
    client.force_login(member)
    event_page = page(client, event)
    assert event_page.has("heading", "Réunion des offices") and event_page.meta("robots") == "noindex, follow"
    assert event_page.structured_data == [] and event_page.meta("og:image").endswith("/static/common/social.png")


def test_page_says_every_fact(client):
    event = make_event(
        "Concert",
        place=make_place("Théâtre", address="Allée des Pins", postcode="66660"),
        categories=[make_category("music", fr="Concerts")],
        prices=[{"code": "full", "amount": "12.00", "label": ""}, {"code": "child", "amount": "0", "label": "Moins de 12 ans"}],
        booking_url="https://billets.example/1", registration_needed=True, age_min=6, setting="outdoors", organiser="Les Amis",
        phone="04 00 00 00 00", email="amis@aurelle.example", website="https://amis.example/a", accessibility=["motor"],
        access_details=["loop"], picture=make_picture(credit="Anne Prise", licence="cc_by"),
    )  # fmt: skip
    event_page = page(client, event)
    words = [
        "Théâtre", "Allée des Pins, 66660 Port-Aurelle", "Plein tarif", "12 €", "Moins de 12 ans", "Sur inscription", "Dès 6 ans",
        "En plein air", "Les Amis", "amis.example", "Boucle magnétique", "Handicap moteur", "Anne Prise", "CC BY 4.0", "Concerts",
    ]  # fmt: skip
    assert [each for each in words if each not in event_page.text] == []
    starts = [
        "https://billets.example/1", "tel:+33400000000", "mailto:amis@aurelle.example", "https://amis.example/a",
        "https://calendar.google.com/", "https://outlook.live.com/",
    ]  # fmt: skip
    assert [start for start in starts if not any(address.startswith(start) for address in addresses(event_page))] == []
    assert event_page.meta("og:image")
    assert event_page.breadcrumbs[-1] == ("Concert", "") and event_page.breadcrumbs[0][0] == "Accueil"
    assert {"@type": "LocationFeatureSpecification", "name": "Boucle magnétique", "value": True} in (
        event_page.structured_data[0]["location"]["amenityFeature"]
    )


@pytest.mark.parametrize(
    ("state", "words"),
    [("cancelled", "Cet événement est annulé."), ("postponed", "reporté"), ("full", "complet"), ("moved_online", "en ligne")],
)
def test_state_is_said_in_words(client, state, words):
    assert words in page(client, make_event(state=state)).text


def test_online_event_promises_nothing_of_the_place_where_it_was_announced(client):
    place = make_place(access_details=["step_free"])
    words = {}
    for state in ("confirmed", "moved_online"):
        words[state] = page(client, make_event(state=state, place=place, setting="indoors")).text
    assert "À l’intérieur" in words["confirmed"] and "plain-pied" in words["confirmed"]
    assert "À l’intérieur" not in words["moved_online"] and "plain-pied" not in words["moved_online"]


def test_past_event_stays_and_says_so(client):
    text = page(client, make_event("Hier", one_day(in_days(-3)))).text
    assert "Cet événement est terminé." in text and "Ajouter à mon agenda" not in text


def test_cancelled_and_past_says_both(client):
    text = page(client, make_event("Hier", one_day(in_days(-3)), state="cancelled")).text
    assert "annulé" in text and "terminé" in text


def test_next_dates_are_listed_with_those_cancelled(client):
    rule = Rule(Frequency.WEEKLY)
    change = Change(original_day=in_days(8), slot=None)
    schedule = Schedule(Timing.TIMED, (Slot(in_days(1), start=time(8), end=time(12)),), rule, changes=(change,))
    text = page(client, make_event("Marché", schedule)).text
    assert "Prochaines dates" in text and "Annulé" in text and "D’autres dates suivent." in text


def test_missing_language_falls_back_and_says_so(client):
    catalan = page(client, make_event("Loto de l’école"), "/ca/agenda/")
    assert catalan.get_by_role("heading", "Loto de l’école")["lang"] == "fr"
    assert catalan.canonical.startswith("http://127.0.0.1:8000/fr/agenda/")
    assert "ca" not in catalan.alternates
    assert "Aquest text encara no existeix en català" in catalan.text


def test_machine_translation_is_said(client):
    event = make_event()
    event.words.add(EventTranslation(language="en", title="Concert", origin="machine"))
    event.save()
    assert "This text was translated automatically." in page(client, event, "/en/agenda/").text
    assert "Texte traduit automatiquement." not in page(client, event).text


def test_structured_data_with_hour_and_offset(client):
    event = make_event(
        "Concert <b>&</b>", one_day(date(2027, 7, 16)), place=make_place("Théâtre", latitude=42.5, longitude=3.1), free=True
    )
    facts = page(client, event).structured_data[0]
    assert facts["startDate"] == "2027-07-16T18:30:00+02:00" and facts["endDate"] == "2027-07-16T20:00:00+02:00"
    assert facts["name"] == "Concert <b>&</b>"
    assert facts["eventStatus"] == "https://schema.org/EventScheduled"
    assert facts["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 42.5, "longitude": 3.1}
    assert facts["offers"][0]["price"] == "0"


def test_structured_data_without_hour_has_the_date_alone(client):
    assert (
        page(client, make_event(schedule=one_day(in_days(3), None, None))).structured_data[0]["startDate"]
        == in_days(3).isoformat()
    )


def test_structured_data_of_a_cancelled_online_and_sold_out_event(client):
    assert page(client, make_event(state="cancelled")).structured_data[0]["eventStatus"].endswith("EventCancelled")
    online = page(client, make_event(state="moved_online", online_url="https://visio.example/")).structured_data[0]
    assert online["location"] == {"@type": "VirtualLocation", "url": "https://visio.example/"}
    full = page(client, make_event(state="full", prices=[{"code": "full", "amount": "5,50"}])).structured_data[0]
    assert full["offers"][0]["availability"].endswith("SoldOut") and full["offers"][0]["price"] == "5.50"


def test_words_of_the_author_never_become_markup(client):
    event = make_event("<script>alert(1)</script>")
    event.words.update(text="<img src=x onerror=alert(1)>\u202e", summary="</script><script>")
    html = client.get(f"/fr/agenda/x-{event.pk}/", follow=True).content.decode()
    assert "<script>alert" not in html and "<img src=x" not in html


@pytest.mark.parametrize(
    "prices", [[{"amount": None}], [{"amount": "gratuit", "label": "x"}], [{}], [{"amount": "12.5"}], [{"amount": 12}]]
)
def test_odd_prices_break_nothing(client, prices):
    page(client, make_event(prices=prices))
    assert client.get("/fr/agenda/").status_code == 200


def test_event_without_dates_or_words_breaks_nothing(client):
    event = Event.objects.create()
    assert client.get(f"/fr/agenda/x-{event.pk}/", follow=True).status_code == 200


def test_also_that_day_names_others_that_the_reader_may_see(client):
    event = make_event("Concert")
    make_event("Bal")
    make_event("Réunion", audience="members")
    event_page = page(client, event)
    assert "Aussi ce jour-là" in event_page.texts("heading")
    assert event_page.has("link", "Bal") and "Réunion" not in event_page.text


def test_qr_code_is_a_drawing(client):
    event = make_event()
    response = client.get(f"/fr/agenda/x-{event.pk}/qr.svg")
    assert response["Content-Type"] == "image/svg+xml" and b"<svg" in response.content


def test_report_is_mailed_to_the_office(client, django_capture_on_commit_callbacks):
    event = make_event(organisation=make_organisation(email="cote@aurelle.example"))
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(
            f"/en/agenda/x-{event.pk}/report/", {"message": "The hour is wrong.", "email": "reader@aurelle.example"}
        )
    assert response.status_code == 302
    (sent,) = mail.outbox
    assert sent.to == ["cote@aurelle.example"] and sent.reply_to == ["reader@aurelle.example"]
    assert "The hour is wrong." in sent.body and f"/fr/agenda/concert-au-port-{event.pk}/" in sent.body


def test_report_by_a_robot_is_thanked_and_dropped(client, django_capture_on_commit_callbacks):
    event = make_event()
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(f"/fr/agenda/x-{event.pk}/signaler/", {"message": "Buy", "website": "https://spam.example"})
    assert response.status_code == 302 and mail.outbox == []


@pytest.mark.parametrize(
    "sent", [{}, {"message": ""}, {"message": "x" * 2001}, {"message": "a\x00b"}, {"message": "a", "email": "pas un courriel"}]
)
def test_faulty_report_is_said_beside_the_field_and_kept(client, sent):
    event = make_event()
    response = client.post(f"/fr/agenda/x-{event.pk}/signaler/", sent)
    assert response.status_code == 422
    assert any(field.is_invalid for field in read(response).all_by_role("textbox"))
    assert mail.outbox == []


def test_reports_are_limited_by_the_visitors_address(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    path = f"/fr/agenda/x-{make_event().pk}/signaler/"
    statuses = [
        client.post(path, {"message": "x"}, headers={"X-Forwarded-For": address}).status_code
        for address in ["192.0.2.7"] * 6 + ["192.0.2.8"]
    ]
    assert statuses == [302] * 5 + [429, 302]


def test_queries_of_the_page_do_not_grow(client, django_assert_max_num_queries):
    event = make_event("Concert", place=make_place(), categories=[make_category("music")])
    counts = []
    for number in (1, 2, 30):
        for each in range(number):
            make_event(f"n{each}", categories=[make_category("music")])
        page(client, event)
        with django_assert_max_num_queries(12) as queries:
            client.get(f"/fr/agenda/concert-{event.pk}/")
        counts.append(len(queries))
    assert counts[1] == counts[2]


def test_author_and_administrator_do_not_see_a_draft_on_the_public_site(client, administrator):
    author = make_user()
    event = make_event(live=False, author=author)
    for user in (author, administrator):
        client.force_login(user)
        assert client.get(f"/fr/agenda/x-{event.pk}/").status_code == 404


@pytest.mark.parametrize("number", [3, 12])
def test_all_dates_of_a_series_each_with_its_state(client, number, django_assert_max_num_queries):
    said = Change(in_days(8), state=DateState.FULL, reasons=(("fr", "Victime de son succès."),))
    moved = Change(in_days(15), Slot(in_days(16), start=time(20)), state=DateState.RESCHEDULED)
    slot = Slot(in_days(-6), start=time(18), end=time(20))  # none today, where the hour would decide
    event = make_event("Bal", Schedule(Timing.TIMED, (slot,), Rule(Frequency.WEEKLY, count=number + 1), changes=(said, moved)))
    address = next(each for each in addresses(page(client, event)) if each.endswith("/dates/"))
    with django_assert_max_num_queries(12):
        response = client.get(address)
    coming = read(response).region("Prochaines dates").texts("listitem")
    assert len(coming) == number
    assert "Complet" in coming[1] and "Victime de son succès." in coming[1]
    assert "Nouvelle date" in coming[2] and "au lieu du" in coming[2]
    assert "Dates passées" in read(response).text and f"bal-{event.pk}.ics" in response.content.decode()
    assert client.get(address.replace("bal", "x"), follow=True).redirect_chain == [(address, 301)]
