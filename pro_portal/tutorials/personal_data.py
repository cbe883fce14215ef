"""Progress, questions, opinions, and who writes tutorials."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import (
    A_YEAR,
    FORMER_COLLEAGUE,
    WITH_ACCOUNT,
    Basis,
    Cookie,
    Kind,
    OnErasure,
    Outcome,
    People,
    Recipients,
    Rows,
    register,
    register_cookie,
    replaced,
)
from pro_portal.tutorials.actions import progress
from pro_portal.tutorials.models import Opinion, Question
from pro_portal.tutorials.models.readers import OPINIONS_COOKIE, opinion_mark


@register
class Questions(Kind):
    key = "tutorial_questions"
    title = _("Questions sur les tutoriels")
    order = 30
    categories = _("Nom, courriel, question et réponse")
    purpose = _("Répondre aux questions des professionnels, et montrer la réponse à ceux qu’elle aide.")
    people = People.EVERYBODY
    legal_basis = Basis.CONTRACT
    recipients = Recipients.OFFICE
    term = _("Sans compte : un an ; montrée, la question reste sans le nom. Avec un compte : tant qu’il existe.")
    on_erasure = OnErasure.BLANK
    erasure = _("La question est effacée ; montrée à d’autres, elle reste telle que l’office l’a récrite, sans le nom.")
    rows = (
        Rows(
            "tutorials.Question",
            account=("asker",),
            email=("email",),
            personal={"name": "", "text": ""},
            facts={"tutorial": _("tutoriel"), "answer": "", "shown_text": ""},
            at="asked_at",
        ),
        Rows("tutorials.Question", account=("answered_by",), facts={"answer": ""}, at="answered_at"),
    )

    def erase(self, person):
        asked, answered = self.rows
        outcome = Outcome(deleted=asked.of(person).filter(is_shown=False).delete()[1].get("tutorials.Question", 0))
        for question in asked.of(person):
            shown = replaced(question.shown_text or question.text, person.email, "")
            for name in (*person.names, question.name):
                shown = replaced(shown, name, str(FORMER_COLLEAGUE))
            question.shown_text, question.answer = shown, replaced(question.answer, person.email, "")
            question.text, question.name, question.email, question.asker = question.shown_text, "", "", None
            question.save()
            outcome.blanked += 1
        outcome.blanked += answered.blank(answered.of(person), person)
        return outcome

    def expire(self, now):
        old = Question.objects.filter(asked_at__lt=now - A_YEAR, asker=None)
        named = old.filter(is_shown=True).exclude(name="", email="").update(name="", email="")
        return named + old.filter(is_shown=False).delete()[0]


@register
class TutorialReading(Kind):
    key = "tutorial_reading"
    title = _("Progression et avis")
    categories = _("Étapes faites ; avis sur un tutoriel, sous un pseudonyme")
    purpose = _("Reprendre où l’on en était, délivrer l’attestation, améliorer les tutoriels.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.OFFICE
    term = WITH_ACCOUNT
    ends_by = "accounts"
    rows = (
        Rows(
            "tutorials.Progress",
            account=("person",),
            facts={"tutorial": _("tutoriel"), "steps": _("étapes faites"), "done_at": _("terminé le")},
            at="changed_at",
        ),
    )
    #: Found by a pseudonym that is made of the account.
    opinions = Rows("tutorials.Opinion", personal={"why": ""}, facts={"tutorial": _("tutoriel"), "useful": ""}, at="given_at")
    also = {"tutorials.Opinion": ("mark", "why")}

    def of_person(self, person):
        yield from super().of_person(person)
        yield from (self.opinions.record(opinion) for opinion in self._opinions_of(person))

    def erase(self, person):
        outcome = super().erase(person)
        outcome.deleted += self._opinions_of(person).delete()[0]
        return outcome

    @staticmethod
    def _opinions_of(person):
        return Opinion.objects.filter(mark=opinion_mark(person.account)) if person.account else Opinion.objects.none()


@register
class TutorialWriting(Kind):
    key = "tutorial_writing"
    title = _("Tutoriels écrits")
    categories = _("Auteur d’un tutoriel ou d’un parcours ; qui le relit")
    purpose = _("Savoir qui tient un tutoriel à jour.")
    recipients = Recipients.MEMBERS
    term = WITH_ACCOUNT
    ends_by = "accounts"
    on_erasure = OnErasure.BLANK
    erasure = _("Le tutoriel reste publié, sans le nom.")
    rows = (
        Rows("tutorials.Tutorial", account=("author",), facts={"title": _("titre")}, at="created_at"),
        Rows("tutorials.Tutorial", account=("owner",), facts={"title": _("relu par la personne")}, at="created_at"),
        Rows("tutorials.TutorialPath", account=("author",), facts={"title": _("titre")}, at="created_at"),
    )


_WITHOUT_SCRIPT = _("en cochant une étape d’un tutoriel, sans compte")
register_cookie(
    Cookie(progress.COOKIE, _("Garder les étapes de tutoriels déjà faites, sans compte."), _("un an"), _WITHOUT_SCRIPT)
)
register_cookie(
    Cookie(OPINIONS_COOKIE, _("Ne pas demander deux fois le même avis."), _("un an"), _("en donnant son avis sur un tutoriel"))
)
register_cookie(
    Cookie(
        "escale:tutoriels",
        _("Les étapes de tutoriels faites sans compte ; elles ne quittent pas l’appareil."),
        _("jusqu’à ce que le visiteur l’efface"),
        _WITHOUT_SCRIPT,
        is_cookie=False,
    )
)
