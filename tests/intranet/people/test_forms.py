from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.models import Profile, Theme
from intranet.people.actions import Square
from intranet.people.forms import ProfileForm
from tests.factories import make_user

pytestmark = pytest.mark.django_db

TODAY = date(2026, 5, 6)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-05-06T10:00+02:00", tick=False):
        yield


def form_of(person, **fields) -> ProfileForm:
    return ProfileForm(fields, instance=Profile.objects.select_related("person").get(person=person))


def errors_of(person, **fields) -> dict:
    return {name: list(errors) for name, errors in form_of(person, **fields).errors.items()}


def test_profile_keeps_what_is_meant(member):
    form = form_of(
        member,
        preferred_name="  Maï\u202ea\x00 ",
        job="Accueil",
        themes=["digital", "vanished", "digital\x00"],
        languages=["fr", "ca"],
        phone="0468000001",
        private_phone="06 39 98 00 01",
        working_days=["0", "4"],
    )
    assert form.is_valid(), form.errors
    form.save()
    profile = Profile.objects.get(person=member)
    assert (str(profile.person), profile.person.phone) == ("Maïa", "+33 4 68 00 00 01")
    assert [theme.code for theme in profile.themes.all()] == ["digital"]
    assert (profile.languages, profile.working_days, profile.private_phone) == (["fr", "ca"], [0, 4], "+33 6 39 98 00 01")


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"preferred_name": "é" * 300}, "preferred_name", "120"),
        ({"job": "x" * 300}, "job", "120"),
        ({"about": "x" * 2000}, "about", "1000"),
        ({"phone": "appelez-moi"}, "phone", "lisible"),
        ({"languages": ["klingon"]}, "languages", "klingon"),
        ({"working_days": ["8"]}, "working_days", "8"),
        ({"away_until": "2026-02-31"}, "away_until", "date"),
        ({"away_from": "2026-05-10"}, "away_until", "jusqu’à quel jour"),
        ({"away_from": "2026-05-10", "away_until": "2026-05-09"}, "away_until", "avant le début"),
        ({"away_until": "2026-05-05"}, "away_until", "passé"),
        ({"stand_in": "99999999999999999999"}, "stand_in", "autre membre"),
        ({"stand_in": "\x00"}, "stand_in", "caractère nul"),
    ],
)
def test_bad_input_gets_a_sentence_beside_its_field(member, fields, field, words):
    errors = errors_of(member, **fields)
    assert list(errors) == [field]
    assert words in errors[field][0]


def test_who_stands_in_is_another_member_who_is_there(member, office, professional, former_member):
    refusal = ["Choisissez un autre membre, dont le compte est ouvert."]
    for person in (member, professional, former_member):
        assert errors_of(member, stand_in=str(person.pk))["stand_in"] == refusal
    colleague = make_user(organisation=office, first_name="Claire", last_name="Doré")
    Profile.objects.filter(person=colleague).update(away_from=date(2026, 5, 12), away_until=date(2026, 5, 14))
    assert "absent aussi, jusqu’au 14 mai" in errors_of(member, stand_in=colleague.pk, away_until="2026-05-20")["stand_in"][0]
    assert errors_of(member, stand_in=colleague.pk, away_from="2026-05-15", away_until="2026-05-20") == {}
    assert errors_of(member, stand_in=colleague.pk) == {}


def test_absence_that_is_over_is_not_offered_again(member):
    Profile.objects.filter(person=member).update(away_until=TODAY - timedelta(days=1))
    form = ProfileForm(instance=Profile.objects.get(person=member))
    assert form["away_until"].value() is None
    Profile.objects.filter(person=member).update(away_until=TODAY)
    assert ProfileForm(instance=Profile.objects.get(person=member))["away_until"].value() == TODAY


def test_second_tab_does_not_undo_the_first(member):
    before = member.profile.changed_at.isoformat()
    with time_machine.travel(timezone.now() + timedelta(minutes=1), tick=False):
        form = form_of(member, job="Accueil", changed=before)
        assert form.is_valid()
        form.save()
        late = form_of(member, job="Direction", changed=before)
        assert "autre onglet" in late.non_field_errors()[0]
        assert form_of(member, job="Direction", changed=late.stored_change).is_valid()


@pytest.mark.parametrize(
    ("typed", "square"),
    [
        (("0.25", "0", "0.5"), Square(0.25, 0.0, 0.5)),
        (("nan", "0", "0.5"), None),
        (("0.2", "-1", "0.5"), None),
        (("0.2", "0", "inf"), None),
        (("0.2", "0", "0"), None),
        (("x", "0", "1"), None),
        (("", "", ""), None),
    ],
)
def test_square_is_inside_the_picture(member, typed, square):
    form = form_of(member, **dict(zip(("portrait_left", "portrait_top", "portrait_side"), typed, strict=True)))
    assert form.is_valid()
    assert form.square == square


def test_themes_are_those_of_the_starter_list_in_the_words_of_the_reader(member):
    form = ProfileForm(instance=Profile.objects.get(person=member))
    assert len(form.fields["themes"].choices) == Theme.objects.count() == 19
