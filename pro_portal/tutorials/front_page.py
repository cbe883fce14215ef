"""What the tutorials ask of who answers and of who looks after them, on the members' first page."""

from django.utils.translation import ngettext_lazy

from common.waiting import Waiting, register
from pro_portal.tutorials.actions.questions import may_answer
from pro_portal.tutorials.models import Question

register(
    Waiting(
        "tutorial_questions",
        ngettext_lazy("%(count)d question sur un tutoriel", "%(count)d questions sur des tutoriels", "count"),
        icon="comment", url_name="tutorials:questions", order=240, allowed=may_answer,
        rows=lambda user: Question.objects.waiting(),
    )
)  # fmt: skip
