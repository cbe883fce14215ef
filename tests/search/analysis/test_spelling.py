"""What a mistyped word may have meant."""

import pytest

from search.analysis.spelling import distance, letters_of, neighbours, slips_allowed
from search.models import Word

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def learn(*words, language="fr"):
    Word.objects.bulk_create(Word(language=language, word=word, length=len(word), letters=letters_of(word)) for word in words)


@pytest.mark.parametrize(
    "first, second, slips",
    [
        ("festvial", "festival", 1),
        ("marche", "marche", 0),
        ("mrche", "marche", 1),
        ("concetr", "concert", 1),
        ("abcdef", "uvwxyz", 3),
        ("a", "abcd", 3),
    ],
)
def test_distance_counts_slips_up_to_the_most(first, second, slips):
    assert distance(first, second, 2) == slips


def test_slips_allowed_grow_with_the_word():
    assert [slips_allowed(word) for word in ("mer", "plage", "marche", "2026", "x" * 31)] == [0, 1, 2, 0, 0]


def test_neighbours_are_nearest_first():
    learn("festival", "festivals", "vestiaire", "marche")
    assert neighbours("festvial", "fr") == {"festival": 1, "festivals": 2}


def test_two_slips_leave_the_first_letter_of_a_short_word():
    learn("ecrit", "conserve")
    assert neighbours("script", "fr") == {} and neighbours("donserver", "fr") == {"conserve": 2}


def test_neighbours_are_of_the_language():
    learn("festival", language="en")
    assert neighbours("festvial", "fr") == {}


def test_neighbours_are_few():
    learn(*(f"festiva{letter}" for letter in "abcdefghijklmnop"))
    assert len(neighbours("festival", "fr")) == 8
