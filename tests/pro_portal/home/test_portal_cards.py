import pytest

from accounts.models import JoinRequest
from tests.factories import make_user, make_work_group
from tests.html import read

pytestmark = pytest.mark.django_db

PORTAL, CARD = "/fr/portail/", "Travailler ensemble"


@pytest.fixture
def groups(member, professional):
    """Two of which a provider may know, and those that they may not."""
    make_work_group(member, name="Boutiques", kind="on_request", providers_may_join=True)
    make_work_group(member, professional, name="Vélo", kind="closed", providers_may_join=True)
    make_work_group(member, name="Régie", kind="open")
    make_work_group(member, name="Sirocco", kind="secret", providers_may_join=True)
    thrown = make_work_group(member, name="Marché", kind="open", providers_may_join=True)
    thrown.throw_away(member)


def card_of(client, person) -> str:
    if person:
        client.force_login(person)
    page = read(client.get(PORTAL))
    return page.region(CARD).text if CARD in page.text else ""


def test_card_counts_the_groups_that_its_reader_may_know(client, groups, professional, member):
    assert card_of(client, None) == card_of(client, make_user()) == ""
    card = card_of(client, professional)
    assert "2 groupes" in card and card.index("Vélo Vous en êtes") < card.index("Boutiques Sur demande")
    for hidden in ("Régie", "Sirocco", "Marché"):
        assert hidden not in card
    assert read(client.get("/intranet/groupes/")).has("link", "Boutiques")
    assert "3 groupes" in card_of(client, member)


def test_who_is_invited_to_a_secret_group_reads_it_first(client, groups, professional, member):
    secret = member.work_groups.get(name="Sirocco")
    JoinRequest.objects.create(workgroup=secret, person=professional, is_invitation=True, invited_by=member)
    card = card_of(client, professional)
    assert "3 groupes" in card and card.index("Sirocco On vous y invite") < card.index("Vélo")


def test_no_card_where_no_group_takes_providers(client, member, professional):
    make_work_group(member, name="Régie", kind="open")
    assert card_of(client, professional) == ""
