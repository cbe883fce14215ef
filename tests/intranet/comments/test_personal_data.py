import pytest

from common.personal_data import Person, kinds
from intranet.comments.actions.writing import delete_comment
from intranet.comments.models import Following, MemberComment
from tests.factories.comments import handle_of, make_comment, make_internal_event

pytestmark = pytest.mark.django_db


def test_who_leaves_for_good_leaves_words_without_a_name(member, moderator):
    event = make_internal_event(moderator)
    stays, thrown = make_comment(event, member, "Bonne idée."), make_comment(event, member, "Trop vite")
    make_comment(event, moderator, f"Merci @{handle_of(member)}.", MemberComment.objects.get(pk=stays.pk))
    delete_comment(MemberComment.objects.get(pk=thrown.pk), member)
    person = Person.of(member)
    given = {kind.key: kind.count(person) for kind in kinds() if kind.key in ("comments", "followed_talks", "mentions")}
    assert given == {"mentions": 1, "followed_talks": 1, "comments": 3 + 1}  # written twice, answered once, deleted once
    for kind in kinds():
        if kind.key in given:
            kind.erase(person)
    assert list(MemberComment.objects.of(event).values_list("comment", "user", "addressed_to")) == [
        ("Bonne idée.", None, None),
        ("Merci une personne qui a quitté l’office.", moderator.pk, None),
    ]
    assert not Following.objects.filter(person=member).exists()
