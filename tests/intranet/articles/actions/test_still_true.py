from datetime import date

import pytest
import time_machine

from intranet.articles.actions.still_true import confirm, remind_owners
from intranet.articles.models import Article
from notifications.models import Notice
from tests.factories.articles import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(member, editor):
    with time_machine.travel("2026-05-29 10:00"):
        return make_article(member, review_on=date(2026, 11, 29))


def asked(day: str) -> list:
    with time_machine.travel(f"{day} 07:12"):
        remind_owners()
    return [notice.person for notice in Notice.objects.filter(code="article_to_check")]


def test_owner_is_asked_on_the_day_and_again_after_a_month(article, member):
    assert asked("2026-11-28") == []
    assert asked("2026-11-29") == [member]
    assert asked("2026-12-10") == [member]
    assert asked("2026-12-29") == [member, member]


def test_editors_are_asked_where_the_owner_has_left(article, member, editor):
    member.is_active = False
    member.save()
    assert asked("2026-11-29") == [editor]


@time_machine.travel("2026-11-29 10:00")
def test_still_true_is_asked_again_after_as_long_as_before(article):
    confirm(article)
    confirmed = Article.objects.get()
    assert confirmed.review_on == date(2027, 5, 29)
    assert confirmed.get_latest_revision_as_object().review_on == date(2027, 5, 29)
