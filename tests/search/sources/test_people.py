"""Who finds whom: colleagues everybody who is there, professionals those who let themselves be shown, nobody a private number."""

import pytest

from accounts.models import Profile
from common.access import reader_keys
from search import actions
from search.filters import SearchFilters
from search.presenters import search, suggest
from tests.factories import make_user
from tests.factories.accounts import make_full_profile

pytestmark = pytest.mark.django_db


def found(reader, words: str) -> list[str]:
    return [hit.entry.title for hit in search(SearchFilters.from_query({"q": words}), reader_keys(reader), "fr").hits]


@pytest.fixture
def network(member, office, former_member, professional):
    """The member is shown to professionals; of the others, one opted out, one left, one is a provider."""
    make_full_profile(member, themes=["taxes"], about="Les bordereaux", job="Régisseuse")
    hidden = make_user(organisation=office, first_name="Claire", last_name="Cachée")
    make_full_profile(hidden, themes=["taxes"], shown_to_professionals=False, job="Régisseuse")
    for other in (former_member, professional):
        make_full_profile(other, themes=["taxes"], job="Régisseuse")
    actions.rebuild()
    return hidden


def test_a_person_is_shown_without_a_drawing(network, office):
    reader = make_user(organisation=office)
    hits = search(SearchFilters.from_query({"q": "régisseuse"}), reader_keys(reader), "fr").hits
    assert [(hit.icon, hit.has_picture) for hit in hits] == [("user", False)] * 2


@pytest.mark.parametrize("words", ["régisseuse", "taxe de séjour"])
def test_who_is_found_depends_on_who_looks(network, office, professional, visitor, words):
    colleague = make_user(organisation=office)
    assert sorted(found(colleague, words)) == ["Claire Cachée", "Maria Delmoli"]
    assert found(professional, words) == ["Maria Delmoli"]
    assert found(visitor, words) == []
    assert [hit.title for hit in suggest("cach", reader_keys(professional), "fr")] == []


def test_private_number_is_no_word_of_the_index(network, administrator):
    assert found(administrator, "39980001") == found(administrator, "06 39 98 00 01") == []


def test_who_opts_out_or_leaves_is_closed_at_once(network, member, office, professional, django_capture_on_commit_callbacks):
    colleague = make_user(organisation=office)
    with django_capture_on_commit_callbacks(execute=True):
        profile = Profile.objects.get(person=member)
        profile.shown_to_professionals = False
        profile.save()
    assert found(professional, "bordereaux") == []
    assert found(colleague, "bordereaux") == ["Maria Delmoli"]
    with django_capture_on_commit_callbacks(execute=True):
        member.is_active = False
        member.save()
    assert found(colleague, "bordereaux") == []
