import pytest
from django.http import QueryDict

from common.differences import INSTEAD, FormGroups, marked_words


def without_frames(marked: str) -> str:
    """With a bare arrow in place of the one that is only heard."""
    return marked.replace(INSTEAD, "→")


@pytest.mark.parametrize("before, after, marked", [
    ("Bal du port", "Grand bal du port", "<del>Bal</del>→<ins>Grand bal</ins> du port"),
    ("à 18 h", "à 19 h", "à <del>18</del>→<ins>19</ins> h"),
    ("lundi 2 mars", "jeudi 5 mars", "<del>lundi 2</del>→<ins>jeudi 5</ins> mars"),
    ("même", "même", "même"),
    ("", "Neuf", "<ins>Neuf</ins>"),
    ("Ancien", "", "<del>Ancien</del>"),
    ("<b>a</b>", "<b>c</b>", "&lt;b&gt;<del>a</del>→<ins>c</ins>&lt;/b&gt;"),
    ("un\ndeux", "un\ntrois", "un<br><del>deux</del>→<ins>trois</ins>"),
])  # fmt: skip
def test_words_are_marked_one_by_one(before, after, marked):
    assert without_frames(marked_words(before, after)) == marked


def test_long_texts_are_compared_to_the_end():
    assert without_frames(marked_words("mot " * 5000, "mot " * 4999 + "autre")).endswith("<del>mot </del>→<ins>autre</ins>")
    assert without_frames(marked_words("a" * 10_000, "b" * 10_000)) == f"<del>{'a' * 10_000}</del>→<ins>{'b' * 10_000}</ins>"


def test_choice_between_two_versions_keeps_nothing_that_no_database_takes():
    """Both versions come back as JSON, where half a character and NUL may be escapes."""
    post = QueryDict(mutable=True)
    post.update({"mine": "{}", "theirs": r'{"ti\ud83dtle": ["Bal\ud83d\u0000 \ud83c\udf89"]}'})
    assert FormGroups({}).merged(post) == {"title": ["Bal 🎉"]}
