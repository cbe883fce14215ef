"""Who proposed an event, and the person named as its contact."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import Basis, Kind, OnErasure, Outcome, Recipients, Rows, register


@register
class Events(Kind):
    key = "events"
    title = _("Événements proposés, et leur contact")
    categories = _("Auteur ; organisateur, téléphone et courriel indiqués pour le public")
    purpose = _("Publier l’agenda, et dire au public qui joindre.")
    legal_basis = Basis.PUBLIC_TASK
    recipients = Recipients.PUBLIC
    term = _("Tant que l’événement est gardé ; l’auteur, tant que son compte existe.")
    ends_by = "accounts"
    on_erasure = OnErasure.BLANK
    erasure = _("L’événement reste publié au nom de l’organisme, sans son auteur ; le contact de la personne en est retiré.")
    correction = "submissions:mine"
    rows = (
        Rows("agenda.Event", account=("author",), facts={"title": _("titre"), "first_day": _("premier jour")}, at="created_at"),
        Rows("agenda.Event", account=("locked_by",), facts={"title": _("verrouillé")}, at="locked_at"),
        Rows(
            "agenda.Event",
            email=("email",),
            personal={"organiser": "", "phone": ""},
            facts={"title": _("contact de l’événement")},
            at="created_at",
        ),
    )

    def erase(self, person):
        *of_account, contacts = self.rows
        outcome = Outcome(blanked=sum(rows.blank(rows.of(person), person) for rows in of_account))
        for event in contacts.of(person):
            organiser = "" if event.organiser in person.names else event.organiser
            # What stands in earlier and later states is published again with one of them.
            for revision in event._revisions.all():
                if str(revision.content.get("email") or "").lower() == person.email:
                    revision.content |= {"email": "", "phone": "", "organiser": organiser}
                    revision.save(update_fields=["content"])
            event.email = event.phone = ""
            event.organiser = organiser
            event.save()
            outcome.blanked += 1
        return outcome
