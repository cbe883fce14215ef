"""Tutorials, paths, and the readers' questions and opinions."""

import uuid
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection

from common.models import SharedDocument
from common.translations import Origin
from demo.loaders import content
from demo.loaders.loading import Loading
from pro_portal.tutorials.models import Opinion, PathItem, PathTranslation, Question, Tutorial, TutorialPath, TutorialTranslation


def load(demo: Loading) -> None:
    around = content.around_tutorials()
    tutorials = {slug: make_tutorial(demo, slug, facts) for slug, facts in content.tutorials().items()}
    paths = [make_path(demo, facts, tutorials) for facts in around["paths"]]
    for facts in around["questions"]:
        make_question(demo, facts, tutorials[facts["tutorial"]])
    for facts in around["opinions"]:
        Opinion.objects.create(
            tutorial=tutorials[facts["tutorial"]], mark=uuid.uuid4().hex, useful=facts["useful"], why=facts.get("why", "")
        )
    demo.note(*tutorials.values(), *paths)


def make_tutorial(demo: Loading, slug: str, facts: dict) -> Tutorial:
    tutorial = Tutorial(
        slug=slug,
        picture=demo.pictures.get(facts.get("picture")),
        owner=demo.editor,
        author=demo.editor,
        organisation=demo.agency,
        checked_on=demo.today - timedelta(days=facts["checked_days_ago"]),
        **{name: facts[name] for name in ("level", "minutes", "themes", "audience")},
    )
    block, quiz = (TutorialTranslation._meta.get_field(name).stream_block for name in ("steps", "quiz"))
    for language, words in facts["words"].items():
        steps = [raw_step(demo, facts, number, step) for number, step in enumerate(words["steps"], start=1)]
        tutorial.words.add(
            TutorialTranslation(
                language=language,
                origin=Origin.EDITOR,
                title=words["title"],
                goal=words["goal"],
                needs="\n".join(words["needs"]),
                steps=block.to_python(steps),
                quiz=quiz.to_python([raw_question(question) for question in words.get("quiz", [])]),
            )
        )
    tutorial.save()
    tutorial.save_revision().publish()
    return tutorial


def raw_step(demo: Loading, facts: dict, number: int, step: dict) -> dict:
    """A step as the database holds it; its picture and its file are the same in all languages."""
    picture = demo.pictures.get(facts.get("step_pictures", {}).get(number))
    file = facts.get("step_files", {}).get(number)
    value = {
        "title": step["title"],
        "text": step["text"],
        "picture": picture and picture.pk,
        "document": file and make_sheet(demo, file).pk,
        "video": "",
    }
    return {"id": str(uuid.uuid4()), "type": "step", "value": value}


def raw_question(question: dict) -> dict:
    """{"text", "right", "wrong", "step"}, as the database holds it."""
    return {"id": str(uuid.uuid4()), "type": "question", "value": question}


def make_sheet(demo: Loading, facts: dict) -> SharedDocument:
    """A table to fill in, that a French spreadsheet opens; made once for all languages."""
    document = SharedDocument.objects.filter(title=facts["title"], author=demo.editor).first()
    if document:
        return document
    lines = "\r\n".join(";".join(row) for row in facts["rows"])
    document = SharedDocument.objects.create(
        title=facts["title"],
        file=ContentFile(f"\ufeff{lines}\r\n".encode(), name=facts["file"]),
        author=demo.editor,
        organisation=demo.agency,
        collection=Collection.get_first_root_node(),
    )
    demo.note(document)
    return document


def make_path(demo: Loading, facts: dict, tutorials: dict[str, Tutorial]) -> TutorialPath:
    path = TutorialPath(
        slug=facts["slug"], author=demo.editor, organisation=demo.agency, picture=demo.pictures.get(facts["picture"])
    )
    for language, words in facts["words"].items():
        path.words.add(PathTranslation(language=language, origin=Origin.EDITOR, **words))
    for order, slug in enumerate(facts["tutorials"]):
        path.items.add(PathItem(tutorial=tutorials[slug], sort_order=order))
    path.save()
    path.save_revision().publish()
    return path


def make_question(demo: Loading, facts: dict, tutorial: Tutorial) -> None:
    question = Question(
        tutorial=tutorial,
        step=facts["step"],
        text=facts["text"],
        asker=demo.people.get(facts.get("asker", "")),
        name=facts.get("name", ""),
        email=facts.get("email", ""),
    )
    if answer := facts.get("answer"):
        question.answer, question.answered_by = answer, demo.editor
        question.answered_at = timezone.now() - timedelta(days=2)
        question.is_shown, question.shown_text = True, facts.get("shown_text", facts["text"])
    question.save()
