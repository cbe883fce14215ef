from datetime import date, timedelta
from itertools import product

import pytest
from django.db.models import Q

from common.models import Picture
from pro_portal.photos.rights.rule import LibraryRights
from tests.factories import make_picture

pytestmark = pytest.mark.django_db

DAY = date(2026, 6, 15)
BOUNDS = (None, DAY - timedelta(days=1), DAY, DAY + timedelta(days=1))


def test_period_and_condition_say_the_same_of_every_day():
    """The one rule, in Python and in SQL, over every order of the three days that bound it."""
    picture, rights, differing = make_picture(), LibraryRights(), []
    for first, until, consented in product(BOUNDS, repeat=3):
        days = {"valid_from": first, "valid_until": until, "consented_until": consented}
        Picture.objects.filter(pk=picture.pk).update(**days)
        begins, ends = rights.period(Picture(**days))
        in_period = (begins is None or begins <= DAY) and (ends is None or ends >= DAY)
        if Picture.objects.filter(rights.in_force_q(DAY) & Q(pk=picture.pk)).exists() != in_period:
            differing.append(days)
    assert not differing


@pytest.mark.parametrize(
    ("facts", "terms"),
    [
        ({"licence": "cc_by", "uses": ["web", "print"]}, "CC BY 4.0 ; Site internet, Imprimés"),
        ({"uses": [], "changes_allowed": False}, "sans modification"),
        (
            {"uses": ["web"], "valid_until": DAY, "consented_until": DAY - timedelta(days=1)},
            "Site internet ; jusqu’au 14/06/2026",
        ),
    ],
)
def test_terms_are_one_line_in_the_first_language(facts, terms):
    assert LibraryRights().terms(Picture(**facts))["terms"] == terms


@pytest.mark.parametrize(
    ("uses", "light"), [(["web"], "green"), (["print"], "red"), ([], "red")], ids=["web", "print alone", "nothing"]
)
def test_pages_show_what_may_stand_on_the_web(uses, light):
    assert make_picture(uses=uses).page_light == light


@pytest.mark.parametrize(("audience", "is_shown"), [("public", False), ("professionals", False), ("private", True)])
def test_picture_that_awaits_an_agreement_is_its_authors_alone(audience, is_shown):
    picture = make_picture(awaits_consent=True, audience=audience)
    assert picture.is_in_force == Picture.objects.filter(Picture.in_force_q(DAY)).exists() == is_shown
