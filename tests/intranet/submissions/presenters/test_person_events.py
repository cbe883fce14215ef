"""What a person finds of their own that the search does not know."""

import pytest

from intranet.submissions.presenters.person_events import own_proposals
from tests.factories import make_event, make_user
from tests.factories.submissions import make_proposal

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_author_finds_what_waits_by_the_beginnings_of_its_words(member):
    event = make_proposal(member, "Calçotada popular")
    make_proposal(make_user(), "Calçotada d’un altre")
    make_event("Calçotada publicada", author=member)
    for text in ("calcotada", "CALÇ", "popu calço"):
        assert [line["url"] for line in own_proposals(member, text)] == [f"/intranet/evenements/{event.pk}/historique/"]
    for text in ("bal", "", "%", "calçotada bal"):
        assert own_proposals(member, text) == []
