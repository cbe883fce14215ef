"""Questions that were answered already and resemble the one that is being typed."""

from django.utils.translation import get_language

from common.search_port import word_keys
from pro_portal.tutorials.models import Question, Tutorial

MOST_COMPARED = 500  # the newest: each is compared word by word while somebody types
MOST_RELATED = 3
LONGEST_TEXT = 2000  # as long as a question may be
#: How a question begins says nothing of its subject.
ASKING = {
    "fr": "comment combien pourquoi quand quel quelle quelles quels peut-on dois-je puis-je faut-il faire bonjour merci",
    "en": "how many much why when which what can should do hello thanks",
    "ca": "com quant quants quanta quantes perquè quan quin quina quins quines puc cal fer hola gràcies",
}


def related_questions(text: str, user, tutorial: Tutorial) -> list[dict]:
    """[{text, answer, lang, title, url}], nearest first: those shown to everybody, under tutorials that the reader may see, which
    share two telling words with `text`, or half of its own; those of `tutorial` before others that are as near."""
    language = get_language()
    keys = _subject(text[:LONGEST_TEXT], language)
    if not keys:
        return []
    visible = Tutorial.objects.published().visible_to(user)
    rows = Question.objects.shown().filter(tutorial__in=visible).order_by("-answered_at")
    near = []
    for pk, tutorial_id, shown_text, code in rows.values_list("pk", "tutorial_id", "shown_text", "language")[:MOST_COMPARED]:
        shared = len(keys & _subject(shown_text, code))
        if shared >= 2 or shared * 2 >= len(keys):
            near.append((-shared, tutorial_id != tutorial.pk, pk))
    order = [pk for _shared, _is_of_another, pk in sorted(near)[:MOST_RELATED]]
    questions = Question.objects.select_related("tutorial").prefetch_related("tutorial__words").in_bulk(order)
    return [_line(questions[pk], tutorial, language) for pk in order if pk in questions]


def _subject(text: str, language: str) -> frozenset[str]:
    return word_keys(text, language) - word_keys(ASKING.get(language, ""), language)


def _line(question: Question, tutorial: Tutorial, language: str) -> dict:
    is_of_another = question.tutorial_id != tutorial.pk
    return {
        "text": question.shown_text,
        "answer": question.answer,
        "lang": question.language if question.language != language else "",
        "title": question.tutorial.title if is_of_another else "",
        "url": question.tutorial.get_absolute_url() if is_of_another else "",
    }
