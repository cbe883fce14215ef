"""The questions that authors ask before a certificate: those of a path are those of its tutorials."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import get_language

from pro_portal.tutorials.models import Tutorial


@dataclass(frozen=True)
class QuizQuestion:
    """`name` is that of its field; `choices` are (value, words), `right` the value of the right one. `url` leads to where the
    answer stands: the step of the tutorial, or its beginning where the author named none (`step` is None)."""

    name: str
    text: str
    choices: tuple[tuple[str, str], ...]
    right: str
    tutorial: str
    step: int | None
    url: str
    lang: str  # of its words, where they are not those of the page


def quiz_of(tutorials: list[Tutorial]) -> list[QuizQuestion]:
    """In the order of the tutorials, which have their words at hand: no query."""
    return [question for tutorial in tutorials for question in _questions(tutorial)]


def _questions(tutorial: Tutorial) -> list[QuizQuestion]:
    words = tutorial.words_in()
    if words is None:
        return []
    lang = words.language if words.language != get_language() else ""
    questions = []
    for number, block in enumerate(words.quiz, start=1):
        value = block.value
        texts = _mixed(value["text"], [value["right"], *value["wrong"]])
        step = value["step"] if value["step"] and value["step"] <= len(words.steps) else None
        url = tutorial.get_absolute_url()
        questions.append(
            QuizQuestion(
                name=f"question-{tutorial.pk}-{number}",
                text=value["text"],
                choices=tuple((str(place), text) for place, text in enumerate(texts)),
                right=str(texts.index(value["right"])),
                tutorial=words.title,
                step=step,
                url=f"{url}#etape-{step}" if step else url,
                lang=lang,
            )
        )
    return questions


def _mixed(question: str, texts: list[str]) -> list[str]:
    """In an order that says nothing of which is right, and is the same each time the page is shown."""
    return sorted(texts, key=lambda text: sha256(f"{question} {text}".encode()).digest())
