"""Who wrote a place, and the person named as its contact."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import Basis, Kind, OnErasure, Outcome, Recipients, Rows, register


@register
class Places(Kind):
    key = "places"
    title = _("Lieux, et leur contact")
    categories = _("Auteur de la fiche ; téléphone et courriel indiqués pour le public")
    purpose = _("Publier l’annuaire des lieux, et dire au public qui joindre.")
    legal_basis = Basis.PUBLIC_TASK
    recipients = Recipients.PUBLIC
    term = _("Tant que le lieu est gardé ; l’auteur, tant que son compte existe.")
    ends_by = "accounts"
    on_erasure = OnErasure.BLANK
    erasure = _("Le lieu reste publié sans son auteur ; le contact de la personne en est retiré.")
    rows = (
        Rows("places.Place", account=("author",), facts={"name": _("nom du lieu")}, at="created_at"),
        Rows("places.Place", email=("email",), personal={"phone": ""}, facts={"name": _("nom du lieu")}, at="created_at"),
    )

    def erase(self, person):
        of_account, contacts = self.rows
        outcome = Outcome(blanked=of_account.blank(of_account.of(person), person))
        for place in contacts.of(person):
            for revision in place._revisions.all():
                if str(revision.content.get("email") or "").lower() == person.email:
                    revision.content |= {"email": "", "phone": ""}
                    revision.save(update_fields=["content"])
            place.email = place.phone = ""
            place.save()
            outcome.blanked += 1
        return outcome
