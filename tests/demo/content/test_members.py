"""The members' articles, and what is said under them."""

import pytest

from accounts.models import Theme
from common.access import Audience
from demo.loaders import content

NETWORK = content.network()
PEOPLE = {person["email"] for person in NETWORK["people"]}
GROUPS = {group["code"]: group for group in NETWORK["groups"]}
ARTICLES = content.articles()


def talk(comments: list[dict]) -> list[dict]:
    return [each for comment in comments for each in (comment, *talk(comment.get("replies", [])))]


def test_there_is_a_life_among_members():
    assert len(ARTICLES) == 25
    assert sum(len(talk(article.get("comments", []))) for article in ARTICLES.values()) >= 80


@pytest.mark.django_db
@pytest.mark.parametrize("slug", sorted(ARTICLES))
def test_article_names_who_and_what_there_is(slug):
    article = ARTICLES[slug]
    comments, must_read = talk(article.get("comments", [])), article.get("must_read", {})
    readers = [*article.get("thanked_by", []), *must_read.get("read_by", []), *must_read.get("opened_by", [])]
    assert {article["author"], *readers, *(comment["by"] for comment in comments)} <= PEOPLE
    assert (article["audience"] == Audience.GROUP) == bool(article.get("groups"))
    assert {*article.get("groups", []), *must_read.get("groups", [])} <= set(GROUPS)
    for code in article.get("groups", []):
        assert {article["author"], *(comment["by"] for comment in comments)} <= set(GROUPS[code]["members"])
    assert set(article["themes"]) <= set(Theme.objects.values_list("code", flat=True))
