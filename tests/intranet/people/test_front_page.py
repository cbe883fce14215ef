import pytest

from accounts.models import Profile
from tests.factories import make_user
from tests.factories.accounts import make_full_profile
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db


def test_front_page_says_who_is_away(client, member, office, professional, former_member):
    client.force_login(member)
    for person, days in (
        (make_user(organisation=office, first_name="Claire", last_name="Doré"), 6),
        (member, 2),
        (former_member, 2),
        (professional, 2),
    ):
        make_full_profile(person, away_until=in_days(days))
    soon = make_full_profile(make_user(organisation=office, first_name="Anne", last_name="Roux"), away_until=in_days(1))
    make_full_profile(make_user(organisation=office), away_from=in_days(3), away_until=in_days(4))
    assert read(client.get("/intranet/")).region("Absents aujourd’hui").texts("link") == ["Anne Roux", "Claire Doré"]
    Profile.objects.exclude(pk=soon.pk).update(away_until=None)
    for _number in range(5):
        make_full_profile(make_user(organisation=office), away_until=in_days(9))
    assert read(client.get("/intranet/")).region("Absents aujourd’hui").texts("link")[-1] == "Voir tous les absents"
    Profile.objects.update(away_until=None)
    assert not read(client.get("/intranet/")).has("region", "Absents aujourd’hui")
