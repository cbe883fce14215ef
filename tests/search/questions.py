"""The questions of `questions.yaml`, asked of the demo: how many have a right answer among the first three."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine
from django.utils import translation

from common.access import MEMBERS_KEY, PROFESSIONALS_KEY, PUBLIC_KEY
from common.content_files import read_folder, read_yaml
from search.filters import SearchFilters
from search.presenters import search
from search.sources.rooms import scopes_of

FIRST = 3
#: The share that is promised on each engine.
FLOOR = 0.95
DEMO = Path(__file__).parents[2] / "site/demo/content"
#: The demo is loaded on this morning.
DAY = datetime(2026, 12, 3, 10, tzinfo=ZoneInfo("Europe/Paris"))
READERS = {
    "visitor": frozenset({PUBLIC_KEY}),
    "professional": frozenset({PUBLIC_KEY, PROFESSIONALS_KEY}),
    "member": frozenset({PUBLIC_KEY, PROFESSIONALS_KEY, MEMBERS_KEY}),
}
KINDS = {"places": "place", "events": "event", "pages": "page", "communes": "commune", "tutorials": "tutorial", "watch": "watch"}


@dataclass(frozen=True)
class Question:
    text: str
    language: str
    answers: tuple[str, ...]
    reader: str = "visitor"
    room: str = "public"
    at: str = ""  # DAY where nothing is said

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at).replace(tzinfo=DAY.tzinfo) if self.at else DAY

    def __str__(self):
        return f"{self.language} « {self.text} »"


def questions() -> list[Question]:
    by_language = read_yaml(Path(__file__).with_suffix(".yaml"))
    return [
        Question(language=language, **{**entry, "text": str(entry["text"]), "answers": tuple(entry["answers"])})
        for language, entries in by_language.items()
        for entry in entries
    ]


def titles_of_demo() -> dict[str, set[tuple[str, str]]]:
    """For each name of the demo's content its kind and titles in all languages, as entries have them."""
    titles: dict[str, set[tuple[str, str]]] = {}
    for folder in ("places", "events", "pages", "tutorials"):
        for name, facts in read_folder(DEMO / folder).items():
            words = facts["words"].values()
            titles[f"{folder}/{name}"] = {
                (KINDS[folder], " ".join(each.get("title", each.get("name", "")).split())) for each in words
            }
    for commune in read_yaml(DEMO / "communes.yaml"):
        titles[f"communes/{commune['code']}"] = {("commune", commune["name"])}
    return titles


def first_answers(question: Question) -> list[tuple[str, str]]:
    """Kind and title of the first results, as the page shows them."""
    keys = READERS[question.reader]
    with time_machine.travel(question.moment, tick=False), translation.override(question.language):
        filters = SearchFilters.from_query({"q": question.text})
        results = search(filters, keys, question.language, scopes=scopes_of(keys, question.room != "public"))
    return [(hit.entry.kind, hit.entry.title) for hit in results.hits[:FIRST]]


def unanswered() -> tuple[list[str], int]:
    """The questions without a right answer among the first, each with what came instead; and how many were asked."""
    titles, wrong = titles_of_demo(), []
    asked = questions()
    for question in asked:
        right = set()
        for name in question.answers:
            folder, _, title = name.partition("/")
            right |= titles.get(name) or {(KINDS[folder], title)}
        first = first_answers(question)
        if not right & {(kind, " ".join(title.split())) for kind, title in first}:
            wrong.append(f"{question}: {' | '.join(title for _kind, title in first) or 'nothing'}")
    return wrong, len(asked)
