"""What the tutorials add to the demo destination."""

import uuid
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection

from common.media import SharedDocument
from common.translations import Origin
from destination.demo.parts import demo_part
from pro_portal.tutorials.content import OPINIONS, PATHS, QUESTIONS, TUTORIALS
from pro_portal.tutorials.models import Opinion, PathItem, PathTranslation, Question, Tutorial, TutorialPath, TutorialTranslation

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
        steps = [
            {"type": "step", "value": step_value(loader, words, number, *step)} for number, step in enumerate(text["steps"], 1)
        ]
        needs = "\n".join(text["needs"])
        tutorial.words.add(
            TutorialTranslation(
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


def step_value(loader, words: dict, number: int, title: str, html: str) -> dict:
    picture = loader.pictures.get(words.get("step_pictures", {}).get(number))
    document = sheet(loader, words["step_files"][number]) if number in words.get("step_files", {}) else None
    return {"title": title, "text": html, "picture": picture and picture.pk, "document": document and document.pk, "video": ""}


def sheet(loader, words: dict) -> SharedDocument:
    """A table to fill in, that a French spreadsheet opens; made once for all languages."""
    known = SharedDocument.objects.filter(title=words["title"], author=loader.people[OWNER]).first()
    if known:
        return known
    lines = "\r\n".join(";".join(row) for row in words["rows"])
    document = SharedDocument.objects.create(
        title=words["title"],
        file=ContentFile(f"\ufeff{lines}\r\n".encode(), name=words["file"]),
        author=loader.people[OWNER],
        organisation=loader.organisations[OFFICE],
        collection=Collection.get_first_root_node(),
    )
    loader.load.note(document)
    return document


def steps_json(steps: list[dict]):
    block = TutorialTranslation._meta.get_field("steps").stream_block
    return block.to_python([{"id": str(uuid.uuid4()), **step} for step in steps])


def make_path(loader, words: dict, tutorials: dict[str, Tutorial]) -> TutorialPath:
    path = TutorialPath(
        slug=words["slug"],
        author=loader.people[OWNER],
        organisation=loader.organisations[OFFICE],
        picture=loader.pictures.get(words["picture"]),
    )
    for language, text in words["words"].items():
        path.words.add(PathTranslation(language=language, origin=Origin.EDITOR, **text))
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
