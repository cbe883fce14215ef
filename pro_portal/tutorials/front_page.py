"""What the tutorials ask of who answers and of who looks after them, and which are new, on the members' first page."""

from django.utils.translation import get_language, ngettext_lazy

from common import changes
from common.waiting import Line, Waiting, register
from pro_portal.tutorials.actions.questions import may_answer
from pro_portal.tutorials.models import Question, Tutorial

register(
    Waiting(
        "tutorial_questions",
        ngettext_lazy("%(count)d question sur un tutoriel", "%(count)d questions sur des tutoriels", "count"),
        icon="comment", url_name="tutorials:questions", order=240, allowed=may_answer,
        rows=lambda user: Question.objects.waiting(),
    )
)  # fmt: skip


def _line(tutorial: Tutorial) -> Line:
    words = tutorial.words_in()
    language = words.language if words and words.language != get_language() else ""
    return Line(tutorial.title, tutorial.get_absolute_url(), lang=language)


register(
    Waiting(
        "tutorials_to_check",
        ngettext_lazy("%(count)d de mes tutoriels à relire", "%(count)d de mes tutoriels à relire", "count"),
        icon="book", url_name="tutorials:list", order=40, line=_line,
        # The clock reminds who looks after it once it is due; looking through it takes the reminder back.
        rows=lambda user: Tutorial.objects.filter(owner=user, live=True).exclude(reminded_on=None).prefetch_related("words"),
    )
)  # fmt: skip
changes.register(
    changes.Change(
        "tutorials",
        ngettext_lazy("%(count)d nouveau tutoriel", "%(count)d nouveaux tutoriels", "count"),
        icon="book", url_name="tutorials:list", order=80, line=_line,
        rows=lambda user, since: Tutorial.objects.visible_to(user)
        .filter(live=True, first_published_at__gt=since)
        .prefetch_related("words")
        .order_by("-first_published_at"),
    )
)  # fmt: skip
