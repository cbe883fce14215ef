"""The long form: what it understands, what it refuses, and the words it uses for it."""

from datetime import date, time

import pytest
from django.utils import timezone

from destination.agenda.models import Event
from destination.agenda.schedule.recurrence import Frequency
from intranet.submissions.forms.initial import fields_of, starting_fields
from intranet.submissions.forms.proposal import Proposal
from tests.factories import make_event, make_picture, make_place, make_territory, make_work_group
from tests.factories.submissions import proposal_form, soon

pytestmark = pytest.mark.django_db


def as_fields(sent: dict) -> dict:
    return {name: value if isinstance(value, list) else [value] for name, value in sent.items()}


def checked(person, **changes) -> Proposal:
    return Proposal(as_fields(proposal_form(**changes)), person, checked=True)


def errors(proposal: Proposal) -> dict[str, list[str]]:
    return {field.html_name: [str(error) for error in field.errors] for field in proposal if field.errors}


def event_from(proposal: Proposal, person) -> Event:
    assert proposal.is_valid(), errors(proposal)
    event = Event(author=person, organisation=person.organisation, live=False)
    proposal.fill(event)
    proposal.save_related(event)
    event.save()
    return event


def test_proposal_with_the_least_is_valid(member):
    event = event_from(checked(member), member)
    assert (event.title, event.free, event.audience) == ("Concert sur le port", True, "public")
    assert event.schedule.slots[0].start == time(18, 30)


def test_empty_form_lists_every_missing_thing(member):
    proposal = Proposal(starting_fields(member), member, checked=True)
    assert set(errors(proposal)) == {"fr-title", "categories", "date-0-day", "place_name"}


def test_unchecked_draft_says_nothing(member):
    proposal = Proposal({"fr-title": ["x" * 500], "date-0-day": ["31/02/2027"]}, member)
    assert not errors(proposal)
    assert proposal.by_slug["quoi"].languages[0]["title"].value() == "x" * 500


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("date-0-day", "31/02/2027", "date-0-day"),
        ("date-0-day", "le jour d’après", "date-0-day"),
        ("date-0-last_day", "01/01/2020", "date-0-last_day"),
        ("date-0-start", "25h", "date-0-start"),
        ("date-0-start", "", "date-0-start"),
        ("fr-title", "", "fr-title"),
        ("fr-title", "x" * 141, "fr-title"),
        ("fr-text", "x" * 10_000_000, "fr-text"),
        ("phone", "04 68", "phone"),
        ("email", "pas une adresse", "email"),
        ("website", "javascript:alert(1)", "website"),
        ("booking_url", "http://", "booking_url"),
        ("age_min", "-1", "age_min"),
        ("age_min", "500", "age_min"),
        ("audience", "everybody", "audience"),
        ("categories", ["999999"], "categories"),
        ("categories", ["' OR 1=1"], "categories"),
        ("commune", "9" * 40, "commune"),
        ("place_name", "Nulle part", "place_name"),
        ("en-summary", "Words without a title", "en-title"),
    ],
)
def test_fault_is_said_beside_its_field(member, name, value, field):
    proposal = checked(member, **{name: value})
    assert not proposal.is_valid()
    assert field in errors(proposal)


@pytest.mark.parametrize(
    "odd", ["\U0001f389 Fête", "مهرجان الموسيقى", "<script>alert(1)</script>", "a\u202eb", "O’Neill & <b>Cie</b>", "x\x00y"]
)
def test_odd_text_is_kept_as_text(member, odd):
    proposal = checked(member, **{"fr-title": odd.replace("\x00", "")})
    title = event_from(proposal, member).title
    assert title == odd.replace("\u202e", "").replace("\x00", "")


def test_ages_in_the_wrong_order_are_refused(member):
    assert set(errors(checked(member, age_min="12", age_max="6"))) == {"age_max"}


@pytest.mark.parametrize(
    ("start", "end", "days"), [("14 h", "12 h", 2), ("21h", "10h", 2), ("18:00", "17:30", 2), ("21h", "2h", 1), ("20h", "6h", 1)]
)
def test_typed_end_before_the_start_is_of_the_night_or_of_the_next_day(member, start, end, days):
    [slot] = event_from(checked(member, **{"date-0-start": start, "date-0-end": end}), member).schedule.slots
    assert (slot.last_day - slot.day).days + 1 == days


def test_weekly_repetition_is_understood(member):
    proposal = checked(
        member,
        **{
            "when": "repeated",
            "date-0-day": "02/07/2026",
            "frequency": "weekly",
            "weekdays": ["3"],
            "ends": "until",
            "until": "30 juillet 2026",
            "excluded": "9/7/2026, 16 juillet 2026",
        },
    )
    schedule = event_from(proposal, member).schedule
    assert [occurrence.day.day for occurrence in schedule.occurrences(date(2026, 12, 31))] == [2, 23, 30]


@pytest.mark.parametrize(
    ("by", "expected"), [("day", date(2026, 8, 16)), ("nth", date(2026, 8, 20)), ("last", date(2026, 7, 30))]
)
def test_monthly_repetition_follows_the_choice(member, by, expected):
    proposal = checked(
        member,
        **{
            "when": "repeated",
            "date-0-day": "16/07/2026",
            "frequency": "monthly",
            "monthly_by": by,
            "ends": "count",
            "count": "3",
        },
    )
    days = [occurrence.day for occurrence in event_from(proposal, member).schedule.occurrences(date(2027, 12, 31))]
    assert expected in days and len(days) == 3


def test_29_february_every_year_is_accepted(member):
    proposal = checked(member, **{"when": "repeated", "date-0-day": "29/02/2028", "frequency": "yearly", "ends": "never"})
    assert event_from(proposal, member).schedule.rule.frequency == Frequency.YEARLY


@pytest.mark.parametrize("count", ["5000", "0", "-3", "99999999999999999999", "beaucoup"])
def test_impossible_number_of_dates_is_refused(member, count):
    proposal = checked(member, when="repeated", frequency="daily", ends="count", count=count)
    assert set(errors(proposal)) == {"count"}


def test_repetition_without_its_end_is_refused(member):
    assert set(errors(checked(member, when="repeated", ends="until"))) == {"until"}


def test_five_thousand_dates_are_refused_in_words(member):
    rows = {f"date-{number}-day": "01/07/2026" for number in range(5000)}
    proposal = checked(member, **{"when": "several", "timing": "all_day", **rows})
    assert any("1000" in message for messages in errors(proposal).values() for message in messages)


def test_several_dates_are_kept_in_order(member):
    later = {"when": "several", "date-3-day": soon(20), "date-3-start": "20:00", "date-1-day": "", "date-1-start": ""}
    schedule = event_from(checked(member, **later), member).schedule
    assert [slot.start for slot in schedule.slots] == [time(18, 30), time(20)]


def test_place_is_found_by_name_whatever_its_case(member):
    place = make_place("Théâtre de la Mer")
    event = event_from(checked(member, place_name="theatre de la mer", commune=""), member)
    assert (event.place, event.commune) == (place, place.commune)


def test_two_places_of_one_name_ask_for_the_commune(member):
    _first, second = make_place("Salle des fêtes"), make_place("Salle des fêtes")
    assert set(errors(checked(member, place_name="Salle des fêtes"))) == {"place_name"}
    assert event_from(checked(member, place_name="Salle des fêtes", place=str(second.pk)), member).place == second


def test_place_nobody_may_see_is_not_found(member):
    make_place("Cave secrète", audience="private")
    assert set(errors(checked(member, place_name="Cave secrète"))) == {"place_name"}


def test_missing_place_is_made_with_the_event_and_stays_closed(member):
    sent = proposal_form()
    sent |= {"new_place-name": "Halle neuve", "new_place-kind": "hall", "new_place-commune": sent["commune"], "commune": ""}
    event = event_from(Proposal(as_fields(sent), member, checked=True), member)
    assert (event.place.name, event.place.live, event.place.author) == ("Halle neuve", False, member)


def test_missing_place_needs_its_commune(member):
    assert set(errors(checked(member, **{"new_place-name": "Halle neuve"}))) == {"new_place-commune", "new_place-kind"}


def test_prices_are_kept_in_order_with_their_codes(member):
    prices = {
        "price_kind": "paid",
        "price-0-label": "Plein tarif",
        "price-0-amount": "12,50 €",
        "price-1-label": "Enfant",
        "price-1-amount": "6",
    }
    event = event_from(checked(member, **prices), member)
    assert event.prices == [
        {"code": "full", "label": "Plein tarif", "amount": "12.50"},
        {"code": "child", "label": "Enfant", "amount": "6.00"},
    ]


def test_paid_without_a_price_is_refused(member):
    assert set(errors(checked(member, price_kind="paid"))) == {"price-0-amount"}


def test_contact_is_put_in_order(member):
    event = event_from(checked(member, phone="04.68.12.34.56", website="www.port-aurelle.example/fete"), member)
    assert (event.phone, event.website) == ("+33 4 68 12 34 56", "https://www.port-aurelle.example/fete")


def test_groups_offered_are_the_persons_own(group_member):
    own, other = group_member.work_groups.get(), make_work_group(name="Bureau")
    assert (
        event_from(checked(group_member, audience="group", audience_groups=[str(own.pk)]), group_member).audience_groups.get()
        == own
    )
    assert "audience_groups" in errors(checked(group_member, audience="group", audience_groups=[str(other.pk)]))
    assert "audience_groups" in errors(checked(group_member, audience="group"))


def test_picture_asks_for_its_author_and_rights(member):
    picture = make_picture(author=member)
    assert set(errors(checked(member, picture=str(picture.pk)))) == {"picture_credit", "picture_rights"}
    event = event_from(checked(member, picture=str(picture.pk), picture_credit="Anne Lumière", picture_rights="on"), member)
    event.picture.refresh_from_db()
    assert (event.picture, event.picture.credit) == (picture, "Anne Lumière")
    assert event.picture.rights_confirmed_at <= timezone.now()


def test_picture_is_described_in_each_language(member):
    picture = make_picture(author=member)
    said = {"picture_alternative": "Le port au soir", "ca-picture_alternative": "El port al vespre"}
    event_from(checked(member, picture=str(picture.pk), picture_credit="Anne Lumière", picture_rights="on", **said), member)
    picture.refresh_from_db()
    assert {language: words for language, words in picture.alternatives.items() if words} == {
        "fr": "Le port au soir",
        "ca": "El port al vespre",
    }


def test_picture_of_another_office_is_not_taken(member):
    picture = make_picture()
    assert event_from(checked(member, picture=str(picture.pk)), member).picture is None


def test_form_filled_from_an_event_gives_the_same_event(member):
    place = make_place("Théâtre de la Mer")
    sent = proposal_form(
        **{
            "en-title": "Concert by the sea", "when": "repeated", "date-0-day": soon(4), "frequency": "weekly", "ends": "count", "count": "6",  # noqa: E501
            "place_name": "Théâtre de la Mer", "price_kind": "paid", "price-0-label": "", "price-0-amount": "8", "family": "on",
            "accessibility": ["motor", "sight"], "setting": "outdoors", "age_min": "6", "registration_needed": "on",
        }
    )  # fmt: skip
    event = event_from(Proposal(as_fields(sent), member, checked=True), member)
    again = event_from(Proposal(fields_of(event), member, event=event, checked=True), member)
    kept = (
        "schedule_data",
        "place_id",
        "commune_id",
        "prices",
        "free",
        "family",
        "accessibility",
        "setting",
        "age_min",
        "registration_needed",
        "audience",
    )
    assert {name: getattr(again, name) for name in kept} == {name: getattr(event, name) for name in kept}
    assert {words.language: words.title for words in again.words.all()} == {
        "fr": "Concert sur le port",
        "en": "Concert by the sea",
    }
    assert again.place == place


def test_words_left_alone_keep_their_origin(member):
    event = make_event(words={"fr": "Fête", "en": "Feast"}, author=member, organisation=member.organisation)
    event.words.filter(language="en").update(origin="machine")
    fields = fields_of(Event.objects.get(pk=event.pk)) | as_fields(
        {"categories": proposal_form()["categories"], "fr-title": "Grande fête", "commune": proposal_form()["commune"]}
    )
    edited = Event.objects.get(pk=event.pk)
    proposal = Proposal(fields, member, event=edited, checked=True)
    assert proposal.is_valid(), errors(proposal)
    proposal.fill(edited)
    assert {words.language: words.origin for words in edited.words.all()} == {"fr": "author", "en": "machine"}


def test_author_writes_in_their_own_language_first(member):
    member.language = "ca"
    form = checked(member, **{"fr-title": "", "fr-summary": "", "ca-title": "Concert al port"})
    assert [words.language for words in form.by_slug["quoi"].languages] == ["ca", "fr", "en"]
    assert event_from(form, member).words_in("fr").title == "Concert al port"
    assert set(errors(checked(member, **{"fr-title": "", "fr-summary": ""}))) == {"ca-title"}


def test_form_opens_on_the_language_that_is_filled(member):
    member.language = "ca"
    languages = Proposal({"fr-title": ["Concert"], "en-title": ["Concert"]}, member).by_slug["quoi"].languages
    assert [words.language for words in languages if words.is_main] == ["fr"]


@pytest.mark.parametrize("amount", ["gratuit", "Entrée libre", "gratis", "0"])
def test_paid_with_nothing_to_pay_is_free(member, amount):
    event = event_from(checked(member, **{"price_kind": "paid", "price-0-amount": amount}), member)
    assert (event.free, event.prices) == (True, [])


def test_free_for_some_is_a_price_among_others(member):
    sent = {"price_kind": "paid", "price-0-amount": "8", "price-1-label": "Enfant", "price-1-amount": "gratuit"}
    event = event_from(checked(member, **sent), member)
    assert (event.free, [price["amount"] for price in event.prices]) == (False, ["8.00", "0.00"])


def test_unknown_place_is_carried_into_the_form_that_adds_it(member):
    commune = make_territory("Port-Aurelle")
    proposal = checked(member, place_name="Salle du Pressoir, Port Aurelle", commune="")
    assert set(errors(proposal)) == {"place_name"}
    new_place = proposal.by_slug["ou"].new_place
    assert (new_place["name"].value(), new_place["commune"].value()) == ("Salle du Pressoir", str(commune.pk))


def test_missing_place_has_its_point(member):
    sent = proposal_form(place_name="Halle neuve")
    sent |= {"new_place-name": "Halle neuve", "new_place-kind": "hall", "new_place-commune": sent["commune"]}
    place = event_from(Proposal(as_fields(sent | {"new_place-position": "42,6812 ; 2,7953"}), member, checked=True), member).place
    assert (place.latitude, place.longitude) == (42.6812, 2.7953)
    wrong = Proposal(as_fields(sent | {"new_place-position": "48.2, 16.4"}), member, checked=True)
    assert set(errors(wrong)) == {"new_place-position"}


def test_word_to_the_author_is_asked_of_a_moderator_alone(member, moderator):
    event = make_event(author=member)
    assert "mot" in Proposal({}, moderator, event=event).by_slug
    assert "mot" not in Proposal({}, member, event=event).by_slug and "mot" not in Proposal({}, moderator).by_slug
