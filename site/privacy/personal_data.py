"""What belongs to no wing: mails, tasks, files and their authors, the CMS's own tables, the log of privacy, the machine."""

import json
from datetime import timedelta

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from common.outbox import OutgoingMail
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
    kinds,
    register,
    register_cookie,
    replaced,
    whole,
)
from privacy.models import Act, Export, private_storage

EXPORT_LIFETIME = timedelta(days=7)
LOG_LIFETIME = 3 * A_YEAR  # as long as somebody may ask what became of their request
HISTORY_LIFETIME = 5 * A_YEAR
#: In the private storage: the erasures, each as a file of its own, for a backup to carry them (`actions.erasures`).
ERASURES_FOLDER = "erasures"


@register
class Mails(Kind):
    key = "mails"
    title = _("Courriels envoyés par le site")
    categories = _("Adresse, objet, date ; le texte jusqu’à l’envoi")
    purpose = _("Envoyer un courriel une seule fois, et répondre à « je n’ai rien reçu ».")
    people = People.EVERYBODY
    recipients = Recipients.ADMINISTRATORS
    term = _("Trois mois ; le texte est effacé dès l’envoi.")
    erasure = _("Ceux de la personne sont effacés, ceux qui attendent aussi ; dans ceux des autres, son nom est remplacé.")
    rows = (
        Rows(
            "common.OutgoingMail",
            email=("to", "reply_to"),
            personal={"subject": _("objet"), "text": _("texte")},
            facts={"state": _("état"), "sent_at": _("envoyé le")},
            at="created_at",
        ),
    )
    also = {"common.OutgoingMail": ("html", "headers", "last_error")}

    def erase(self, person):
        outcome = super().erase(person)
        replacements = {text: str(FORMER_COLLEAGUE) for name in person.names for text in (name, escape(name))}
        replacements[person.email] = ""
        mentions = Q()
        for text in filter(None, replacements):
            mentions |= Q(subject__icontains=text) | Q(text__icontains=text) | Q(html__icontains=text)
        for mail in OutgoingMail.objects.filter(mentions) if mentions else ():
            before = (mail.subject, mail.text, mail.html)
            for name in ("subject", "text", "html"):
                for text, instead in replacements.items():
                    setattr(mail, name, replaced(getattr(mail, name), text, instead))
            if before != (mail.subject, mail.text, mail.html):
                mail.save(update_fields=["subject", "text", "html"])
                outcome.blanked += 1
        return outcome

    def of_person(self, person):
        """A mail that answers to them was written for somebody else: its text is theirs only where it is addressed to them."""
        own = Rows(**{**self.rows[0].__dict__, "email": ("to",)})
        for mail in own.of(person).order_by("created_at", "pk"):
            yield own.record(mail)

    def expire(self, now):
        states = OutgoingMail.State
        ended = (states.SENT, states.FAILED, states.HANDING_OVER)
        return OutgoingMail.objects.filter(state__in=ended, created_at__lt=now - timedelta(days=90)).delete()[0]


@register
class Tasks(Kind):
    key = "tasks"
    title = _("Travaux en attente")
    categories = _("Le courriel pour lequel un mot de passe est demandé, le temps de l’envoyer")
    purpose = _("Faire plus tard ce qui peut attendre.")
    people = People.EVERYBODY
    recipients = Recipients.NOBODY
    term = _("Deux semaines après la fin du travail.")
    also = {"django_tasks_database.DBTaskResult": ("args_kwargs", "traceback")}

    def of_person(self, person):
        return iter(())  # the mail that it makes says the same

    def erase(self, person):
        if not person.email:
            return Outcome()
        tasks = DBTaskResult.objects.annotate(arguments=Cast("args_kwargs", TextField()))
        holding = tasks.filter(Q(arguments__icontains=person.email) | Q(traceback__icontains=person.email))
        # A worker writes what became of the task that it runs; the clock deletes it in two weeks.
        address = whole(person.email)
        mine = [
            task.pk
            for task in holding.exclude(status=TaskResultStatus.RUNNING)
            if address.search(f"{task.arguments} {task.traceback}")
        ]
        return Outcome(deleted=DBTaskResult.objects.filter(pk__in=mine).delete()[0])

    def expire(self, now):
        # As `prune_db_task_results` does it, which wants the tasks' backend to be that of life.
        return DBTaskResult.objects.finished().filter(finished_at__lt=now - timedelta(days=14)).delete()[0]


@register
class Media(Kind):
    key = "media"
    title = _("Photos et documents déposés")
    categories = _("Qui a déposé un fichier")
    purpose = _("Savoir à qui demander d’où vient un fichier.")
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.MEMBERS
    term = WITH_ACCOUNT
    ends_by = "accounts"
    on_erasure = OnErasure.BLANK
    erasure = _("Le fichier reste à l’organisme, sans le nom de qui l’a déposé.")
    rows = (
        Rows("common.Picture", account=("author",), facts={"title": ""}, files=("file", "given"), at="created_at"),
        Rows("common.Picture", account=("uploaded_by_user",), facts={"title": ""}, at="created_at"),
        Rows("common.SharedDocument", account=("author",), facts={"title": ""}, files=("file",), at="created_at"),
        Rows("common.SharedDocument", account=("uploaded_by_user",), facts={"title": ""}, at="created_at"),
        Rows("common.SharedDocument", account=("keeper",), facts={"title": ""}, at="created_at"),
        Rows("common.SharedDocument", account=("deleted_by",), facts={"title": ""}, at="deleted_at"),
        Rows("common.DocumentVersion", account=("author",), facts={"filename": ""}, files=("file",), at="given_at"),
        Rows("common.DocumentFolder", account=("author",), facts={"name": ""}, at="created_at"),
        Rows("common.DocumentFolder", account=("deleted_by",), facts={"name": ""}, at="deleted_at"),
        Rows("wagtailcore.UploadedFile", account=("uploaded_by_user",), files=("file",), on_erasure=OnErasure.DELETE),
    )


_PAGES = {"title": _("page")}


@register
class History(Kind):
    key = "history"
    title = _("Historique du CMS")
    order = 110  # once the account is gone: what spoke of a row that is no more loses its name
    categories = _("Qui a créé, modifié, publié, traduit ou relu une page ou un contenu, et quand")
    purpose = _("Revenir à une version antérieure, et savoir qui a changé quoi.")
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.MEMBERS
    term = _("Les versions : tant que la page est gardée. Le journal : cinq ans. Le nom de qui est parti en disparaît aussitôt.")
    on_erasure = OnErasure.BLANK
    erasure = _("L’historique reste, sans le nom ; l’adresse de la personne est retirée des versions antérieures.")
    rows = (
        Rows("wagtailcore.Page", account=("owner",), facts=_PAGES, at="first_published_at"),
        Rows("wagtailcore.Page", account=("locked_by",), facts={"title": _("page verrouillée")}, at="locked_at"),
        Rows("wagtailcore.Revision", account=("user",), facts={"content_type": _("contenu")}, at="created_at"),
        Rows("wagtailcore.PageLogEntry", account=("user",), facts={"label": _("page"), "action": ""}, at="timestamp"),
        Rows("wagtailcore.ModelLogEntry", account=("user",), facts={"content_type": _("contenu"), "action": ""}, at="timestamp"),
        Rows("wagtailcore.WorkflowState", account=("requested_by",), facts={"status": ""}, at="created_at"),
        Rows("wagtailcore.TaskState", account=("finished_by",), facts={"comment": "", "status": ""}, at="finished_at"),
        Rows("wagtail_localize.StringTranslation", account=("last_translated_by",), at="updated_at"),
        Rows("wagtail_localize.SegmentOverride", account=("last_translated_by",), at="updated_at"),
    )
    also = {
        "wagtailcore.Revision": ("content", "object_str"),
        "wagtailcore.ModelLogEntry": ("label", "data"),
        "wagtailcore.PageLogEntry": ("label", "data"),
    }

    def erase(self, person):
        outcome = Outcome()
        if person.account is not None:
            PageLogEntry.objects.filter(user=person.account, action__startswith="wagtail.comments").update(data={})
            outcome.blanked = sum(rows.blank(rows.of(person), person) for rows in self.rows)
        for model, name in ((Revision, "content"), (PageLogEntry, "data"), (ModelLogEntry, "data")):
            outcome.blanked += _take_address_out(model, name, person.email)
        return outcome + Outcome(blanked=forget_labels_of_the_gone())

    def expire(self, now):
        old = [entries.objects.filter(timestamp__lt=now - HISTORY_LIFETIME) for entries in (PageLogEntry, ModelLogEntry)]
        return sum(entries.delete()[0] for entries in old) + forget_labels_of_the_gone()


def _take_address_out(model, name: str, email: str) -> int:
    """Take an address out of what a JSON column holds, in capitals too."""
    if not email:
        return 0
    rows = model._base_manager.annotate(written=Cast(name, TextField())).filter(written__icontains=email)
    count = 0
    for row in rows.iterator(chunk_size=100):
        before = getattr(row, name)
        after = json.loads(replaced(json.dumps(before, ensure_ascii=False), email, ""))
        if after != before:
            count += model._base_manager.filter(pk=row.pk).update(**{name: after})
    return count


def forget_labels_of_the_gone() -> int:
    """The CMS's log names the things that it speaks of; where such a thing was somebody (an account, a message), and is no more,
    the name goes too. An event or a place is published under its own name, which stays."""
    count = 0
    of_people = [kind for kind in kinds() if kind.recipients != Recipients.PUBLIC]
    for label in sorted({rows.model for kind in of_people for rows in kind.rows if rows.email}):
        model = apps.get_model(label)
        entries = ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(model)).exclude(label="")
        there = model._base_manager.annotate(number=Cast("pk", CharField())).filter(number=OuterRef("object_id"))
        count += entries.filter(~Exists(there)).update(label="", data={})
    return count


@register
class Notes(Kind):
    key = "notes"
    title = _("Commentaires de travail dans le CMS")
    categories = _("Commentaires sur une page, suivi, formulaire ouvert")
    purpose = _("Préparer une page à plusieurs sans s’écraser.")
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.MEMBERS
    term = WITH_ACCOUNT
    ends_by = "accounts"
    erasure = _("Effacés, avec les réponses qu’ils ont reçues.")
    rows = (
        Rows("wagtailcore.CommentReply", account=("user",), personal={"text": _("réponse")}, at="created_at"),
        Rows("wagtailcore.Comment", account=("user",), personal={"text": _("commentaire")}, facts={"page": ""}, at="created_at"),
        Rows("wagtailcore.Comment", account=("resolved_by",), at="resolved_at", on_erasure=OnErasure.BLANK),
        Rows("wagtailcore.PageSubscription", account=("user",), facts={"page": ""}),
        Rows("wagtailadmin.EditingSession", account=("user",), at="last_seen_at"),
        Rows("wagtailadmin.FormState", account=("user",), personal={"data": _("formulaire")}, at="last_updated_at"),
    )


@register
class PrivacyRequests(Kind):
    key = "privacy_requests"
    title = _("Demandes sur les données personnelles")
    categories = _("Export demandé, effacement demandé ; journal avec l’empreinte à clé du courriel")
    purpose = _("Répondre aux droits des personnes, prouver qu’on y a répondu, refaire un effacement après une restauration.")
    people = People.EVERYBODY
    legal_basis = Basis.LEGAL_DUTY
    recipients = Recipients.ADMINISTRATORS
    term = _("Un export : sept jours. Le journal, qui ne contient ni nom ni adresse : trois ans.")
    on_erasure = OnErasure.DELETE
    erasure = _("Les exports sont effacés ; la ligne du journal reste, sans nom ni adresse.")
    rows = (
        Rows("privacy.Export", account=("account", "requested_by"), email=("email",), files=("file",), at="requested_at"),
        Rows("privacy.ErasureRequest", account=("account",), facts={"due_at": ""}, at="requested_at"),
        Rows("privacy.Act", account=("by",), facts={"action": ""}, at="at", on_erasure=OnErasure.BLANK),
    )
    also = {"privacy.Act": ("digest",)}

    def expire(self, now):
        count = 0
        for export in Export.objects.filter(requested_at__lt=now - EXPORT_LIFETIME):
            if export.file:
                export.file.delete(save=False)
            export.delete()
            count += 1
        for act in Act.objects.filter(at__lt=now - LOG_LIFETIME):
            private_storage().delete(f"{ERASURES_FOLDER}/{act.digest}.json")
            act.delete()
            count += 1
        return count


@register
class TechnicalLogs(Kind):
    key = "technical_logs"
    title = _("Journaux techniques")
    order = 120
    categories = _("Heure, page demandée, durée, erreur ; chez l’hébergeur, l’adresse IP")
    purpose = _("Trouver une panne ou une attaque.")
    people = People.EVERYBODY
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.ADMINISTRATORS
    term = _("Ceux du site ne contiennent pas d’adresse IP. Ceux de l’hébergeur : selon son réglage, six mois au plus.")
    ends_by = "the machine's own journal (docs/privacy.md)"
    on_erasure = OnErasure.KEEP
    erasure = _("Gardés jusqu’à leur fin : ils ne sont pas classés par personne.")


@register
class Backups(Kind):
    key = "backups"
    title = _("Sauvegardes")
    order = 121
    categories = _("Une copie de tout ce qui précède")
    purpose = _("Remettre le site en marche après une panne.")
    people = People.EVERYBODY
    legal_basis = Basis.LEGAL_DUTY
    recipients = Recipients.ADMINISTRATORS
    term = _("Sept quotidiennes, quatre hebdomadaires, six mensuelles : six mois environ au plus.")
    ends_by = "backups"
    on_erasure = OnErasure.KEEP
    erasure = _("Ce qui est effacé disparaît des sauvegardes en six mois environ ; si l’une d’elles est remise en place, "
                "l’effacement est refait aussitôt.")  # fmt: skip


register_cookie(
    Cookie(
        "wagtail_sidebar_collapsed",
        _("Se souvenir que le menu du CMS est replié."),
        _("un an"),
        _("en repliant le menu du CMS"),
    )
)
register_cookie(
    Cookie(
        "wagtail:…",
        _("Se souvenir de la largeur et des volets des pages du CMS."),
        _("jusqu’à ce que la personne l’efface"),
        _("en travaillant dans le CMS"),
        is_cookie=False,
    )
)
