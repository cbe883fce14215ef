"""A reader's question and its answer."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from common.mail import send_mail_message
from notifications.actions import close, notify
from pro_portal.tutorials.models import Question, Tutorial
from pro_portal.tutorials.notifications import QuestionAnswered, QuestionAsked

QUESTIONS_PER_HOUR = 6  # as the contact form


class AlreadyAnswered(Exception):
    """Somebody else has answered meanwhile."""


def may_answer(user, question: Question | None = None) -> bool:
    """The animators, and who looks after the tutorial."""
    return user.has_perm("tutorials.answer_question") or (
        question is not None and user.is_authenticated and question.tutorial.owner_id == user.pk
    )


@transaction.atomic
def ask_question(tutorial: Tutorial, user, answers: dict) -> Question:
    """Store a question, once for each form shown, and notify who looks after the tutorial."""
    asker = user if user.is_authenticated else None
    question, is_new = Question.objects.get_or_create(
        once=answers["once"],
        defaults={
            "tutorial": tutorial,
            "asker": asker,
            "step": answers.get("step") or None,
            "text": answers["text"],
            "name": "" if asker else answers["name"],
            "email": "" if asker else answers["email"],
            "language": get_language(),
        },
    )
    if is_new:
        notify(QuestionAsked(question, actor=asker))
    return question


@transaction.atomic
def answer_question(question: Question, person, *, text: str, is_shown: bool, shown_text: str) -> None:
    """Answer, by mail to a visitor and by notice to a person with an account; shown under the step where it may help others.

    An answer already given may be corrected, which notifies nobody again. Raises AlreadyAnswered where two people answer at once.
    """
    now = timezone.now()
    changes = {"answer": text, "is_shown": is_shown, "shown_text": shown_text or question.text}
    if question.answered_at is not None:
        Question.objects.filter(pk=question.pk).update(**changes)
        return
    is_first = Question.objects.filter(pk=question.pk, answered_at=None).update(answered_at=now, answered_by=person, **changes)
    if not is_first:
        raise AlreadyAnswered
    question.refresh_from_db()
    close(question, QuestionAsked)
    if question.asker_id:
        notify(QuestionAnswered(question, actor=person))
    elif question.email:
        with override(question.language):
            path = question.tutorial.get_absolute_url()
            send_mail_message(
                question.email,
                _("Votre question sur « %(title)s »") % {"title": question.tutorial.title},
                "tutorials/mail/answer",
                {"question": question, "title": question.tutorial.title, "path": path},
                language=question.language,
                key=f"tutorial-answer:{question.pk}",
                reply_to=person.email,
            )
