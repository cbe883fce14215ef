"""What the tutorials add to the demo destination."""

import uuid
from datetime import timedelta

from django.utils import timezone

from common.words import Origin
from destination.demo.parts import demo_part
from pro_portal.tutorials.content import OPINIONS, PATHS, QUESTIONS, TUTORIALS
from pro_portal.tutorials.models import Opinion, PathItem, PathWords, Question, Tutorial, TutorialPath, TutorialWords

OWNER = "philippine@aurelle.example"
OFFICE = "agence-aurelle"


@demo_part
def fill(loader) -> None:
    made = {words["slug"]: make_tutorial(loader, words) for words in TUTORIALS}
    paths = [make_path(loader, words, made) for words in PATHS]
    for words in QUESTIONS:
        make_question(loader, words, made)
    for words in OPINIONS:
        opinion = Opinion(tutorial=made[words["tutorial"]], mark=uuid.uuid4().hex, useful=words["useful"], why=words["why"])
        opinion.save()
    loader.load.note(*made.values(), *paths)


def make_tutorial(loader, words: dict) -> Tutorial:
    tutorial = Tutorial(
        picture=loader.pictures.get(words.get("picture")),
        owner=loader.people[OWNER],
        author=loader.people[OWNER],
        organisation=loader.organisations[OFFICE],
        checked_on=loader.today - timedelta(days=words["checked_days_ago"]),
        **{name: words[name] for name in ("slug", "level", "minutes", "themes", "audience")},
    )
    for language, text in words["words"].items():
        steps = [{"type": "step", "value": step_value(title, html)} for title, html in text["steps"]]
        needs = "\n".join(text["needs"])
        tutorial.words.add(
            TutorialWords(
                language=language,
                origin=Origin.EDITOR,
                title=text["title"],
                goal=text["goal"],
                needs=needs,
                steps=steps_json(steps),
            )
        )
    tutorial.save()
    tutorial.save_revision().publish()
    return tutorial


def step_value(title: str, html: str) -> dict:
    return {"title": title, "text": html, "picture": None, "document": None, "video": ""}


def steps_json(steps: list[dict]):
    block = TutorialWords._meta.get_field("steps").stream_block
    return block.to_python([{"id": str(uuid.uuid4()), **step} for step in steps])


def make_path(loader, words: dict, tutorials: dict[str, Tutorial]) -> TutorialPath:
    path = TutorialPath(
        slug=words["slug"],
        author=loader.people[OWNER],
        organisation=loader.organisations[OFFICE],
        picture=loader.pictures.get(words["picture"]),
    )
    for language, text in words["words"].items():
        path.words.add(PathWords(language=language, origin=Origin.EDITOR, **text))
    for order, slug in enumerate(words["tutorials"]):
        path.items.add(PathItem(tutorial=tutorials[slug], sort_order=order))
    path.save()
    path.save_revision().publish()
    return path


def make_question(loader, words: dict, tutorials: dict[str, Tutorial]) -> None:
    question = Question(
        tutorial=tutorials[words["tutorial"]],
        step=words["step"],
        text=words["text"],
        asker=loader.people.get(words.get("asker", "")),
        name=words.get("name", ""),
        email=words.get("email", ""),
    )
    if answer := words.get("answer"):
        question.answer, question.answered_by = answer, loader.people[OWNER]
        question.answered_at = timezone.now() - timedelta(days=2)
        question.is_shown, question.shown_text = True, words.get("shown_text", words["text"])
    question.save()
