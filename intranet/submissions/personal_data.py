"""Drafts, imported calendars, the decisions on proposals."""

from django.utils.translation import gettext_lazy as _

from common.drafts import forget_discarded_drafts
from common.personal_data import A_YEAR, WITH_ACCOUNT, Basis, Kind, OnErasure, Recipients, Rows, register
from intranet.submissions.models import CalendarImport, Draft


@register
class Drafts(Kind):
    key = "drafts"
    title = _("Brouillons d’événements et calendriers importés")
    categories = _("Ce qui a été tapé dans le formulaire ; le fichier importé")
    purpose = _("Ne rien perdre de ce qui est tapé.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.NOBODY
    term = _("Jeté : trente jours. Proposé ou importé : un an. En cours : tant que le compte existe.")
    correction = "submissions:mine"
    rows = (
        Rows(
            "submissions.Draft",
            account=("author",),
            personal={"fields": _("texte")},
            facts={"title": _("titre"), "sent_at": _("proposé le")},
            at="created_at",
        ),
        Rows(
            "submissions.CalendarImport",
            account=("author",),
            personal={"name": _("fichier"), "address": _("adresse"), "rows": _("lignes")},
            at="created_at",
        ),
    )

    def expire(self, now):
        sent = Draft.objects.filter(sent_at__lt=now - A_YEAR).delete()[0]
        imported = CalendarImport.objects.filter(created_at__lt=now - A_YEAR).delete()[0]
        return sent + imported + forget_discarded_drafts(Draft, now)


@register
class Moderation(Kind):
    key = "moderation"
    title = _("Décisions sur les événements")
    categories = _("Qui a proposé, accepté, corrigé ou refusé, quand, avec quels mots")
    purpose = _("Décider à plusieurs, et dire à l’auteur pourquoi.")
    legal_basis = Basis.PUBLIC_TASK
    recipients = Recipients.MEMBERS
    term = WITH_ACCOUNT
    ends_by = "accounts"
    on_erasure = OnErasure.BLANK
    erasure = _("La décision et ses mots restent, sans le nom.")
    rows = (
        Rows(
            "submissions.Decision",
            account=("person",),
            facts={"event": _("événement"), "verb": _("décision"), "words": _("mots")},
            at="taken_at",
        ),
        Rows("submissions.Claim", account=("person",), facts={"event": _("événement")}, at="taken_at",
             on_erasure=OnErasure.DELETE),
    )  # fmt: skip
