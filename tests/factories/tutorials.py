"""Small real tutorials, paths and questions."""

from itertools import count
from uuid import uuid4

from django.utils import timezone

from pro_portal.tutorials.models import PathItem, PathTranslation, Question, Tutorial, TutorialPath, TutorialTranslation

_numbers = count(1)


def step(title="Une étape", text="<p>Faites <b>ceci</b>.</p>", **value) -> dict:
    return {"title": title, "text": text, "picture": None, "document": None, "video": "", **value}


def make_tutorial(slug="", title="", steps=None, words=None, work_groups=(), goal="", quiz=(), **fields) -> Tutorial:
    """Published (`live=False`: not), in French; `words` ({code: title}) adds languages with the same steps."""
    slug = slug or f"tutoriel-{next(_numbers)}"
    tutorial = Tutorial.objects.create(slug=slug, **{"minutes": 20, "level": "discovery", "themes": ["photo"], **fields})
    values = [step(f"Étape {number}") for number in (1, 2, 3)] if steps is None else steps
    asked = [{"type": "question", "id": str(uuid4()), "value": value} for value in quiz]
    questions = TutorialTranslation._meta.get_field("quiz").stream_block.to_python(asked)
    for language, each in {"fr": title or slug.capitalize(), **(words or {})}.items():
        raw = [{"type": "step", "id": str(uuid4()), "value": value} for value in values]
        blocks = TutorialTranslation._meta.get_field("steps").stream_block.to_python(raw)
        tutorial.words.add(
            TutorialTranslation(
                language=language,
                title=each,
                goal=goal or f"Savoir : {each}.",
                needs="Un téléphone\nUne heure",
                steps=blocks,
                quiz=questions,
            )
        )
    tutorial.audience_groups.set(work_groups)
    tutorial.save()
    return tutorial


def make_path(slug="", *tutorials, title="", **fields) -> TutorialPath:
    slug = slug or f"parcours-{next(_numbers)}"
    path = TutorialPath.objects.create(slug=slug, **fields)
    path.words.add(
        PathTranslation(language="fr", title=title or slug.capitalize(), text="Pas à pas.", certificate="et sait faire.")
    )
    for order, tutorial in enumerate(tutorials):
        path.items.add(PathItem(tutorial=tutorial, sort_order=order))
    path.save()
    return path


def make_question(tutorial, text="Et la nuit ?", answer="", **fields) -> Question:
    if answer:
        fields |= {"answer": answer, "answered_at": timezone.now(), "shown_text": text}
    else:
        fields = {"name": "Basile", "email": "basile@ailleurs.example", **fields}
    return Question.objects.create(tutorial=tutorial, text=text, **fields)


def pdf_values(title="Titre", text="Faites ceci.", url="https://x.example/") -> dict:
    """What the template of the PDF of a tutorial is given."""
    run = {"text": text, "bold": True, "italic": True, "link": ""}
    step = {
        "number": "1", "title": title, "links": [{"words": title, "url": url}], "picture": None,
        "text": [{"kind": kind, "mark": mark, "runs": [run]} for kind, mark in (("p", ""), ("li", "1."), ("li", ""), ("h", ""))],
    }  # fmt: skip
    return {
        "office": title, "kind": "Tutoriel", "title": title, "goal": title, "facts": [{"label": title, "value": title}],
        "needs_title": "Il faut", "needs": [title, title], "steps": [step], "questions_title": "Questions",
        "questions": [{"question": title, "answer": title}], "address_words": "À jour :", "address": "https://x.example/",
    }  # fmt: skip
