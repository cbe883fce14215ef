"""The notifications of tutorials and their recipients."""

from django.contrib.auth import get_user_model
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from notifications.registry import Notification, register, shorten


class TutorialNotification(Notification):
    group = pgettext_lazy("réglages des notifications", "Tutoriels")


@register
class QuestionAsked(TutorialNotification):
    """To who looks after the tutorial; where nobody does, to all who may answer."""

    asks_for_action = True
    code = "tutorial_question"
    label = gettext_lazy("Une question est posée sur un de mes tutoriels")
    subject_model = "tutorials.Question"
    reads = ("tutorial__words",)

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.has_perm("tutorials.answer_question") or person.tutorials.exists()

    def recipients(self):
        owner = get_user_model().objects.filter(pk=self.subject.tutorial.owner_id, is_active=True)
        return (
            owner
            if self.subject.tutorial.owner_id and owner.exists()
            else get_user_model().objects.responsible_for("tutorials.answer_question")
        )

    def title(self) -> str:
        names = {"person": self.subject.asked_by, "title": self.subject.tutorial.title}
        return _("%(person)s a une question sur « %(title)s »") % names

    def excerpt(self) -> str:
        return shorten(self.subject.text)


@register
class QuestionAnswered(TutorialNotification):
    is_answer = True
    code = "tutorial_answer"
    label = gettext_lazy("Ma question sur un tutoriel a sa réponse")
    subject_model = "tutorials.Question"
    reads = ("tutorial__words",)
    addressee = "asker_id"

    def title(self) -> str:
        return _("Votre question sur « %(title)s » a sa réponse") % {"title": self.subject.tutorial.title}

    def excerpt(self) -> str:
        return shorten(self.subject.answer)


@register
class TutorialToCheck(TutorialNotification):
    code = "tutorial_to_check"
    label = gettext_lazy("Un de mes tutoriels est à relire")
    subject_model = "tutorials.Tutorial"
    audience_checked = False  # who looks after it is named in it
    reads = ("words",)
    addressee = "owner_id"
    headline = gettext_lazy("« %(title)s » est à relire")

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.has_perm("tutorials.change_tutorial") or person.tutorials.exists()

    def excerpt(self) -> str:
        day = date_format(self.subject.checked_on, "DATE_FORMAT")
        return _("Relu pour la dernière fois le %(day)s. S’il dit encore vrai, un bouton suffit.") % {"day": day}
