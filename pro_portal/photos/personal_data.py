"""Who takes pictures, gives them, is on them, and decides on them."""

from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.personal_data import (
    A_YEAR,
    WITH_ACCOUNT,
    Basis,
    Kind,
    OnErasure,
    Outcome,
    People,
    Recipients,
    Rows,
    delete_with_files,
    register,
    whole,
)
from pro_portal.photos.actions import cleanup
from pro_portal.photos.actions.agreements import remove_agreement
from pro_portal.photos.actions.uploads import remove_upload
from pro_portal.photos.models import Consent, Contribution

# A contract can be argued over for five years (article 2224 of the French civil code).
PROOF_LIFETIME = timedelta(days=5 * 365)


@register
class Takings(Kind):
    key = "photo_takings"
    title = _("Photos prises dans la photothèque")
    order = 40
    categories = _("Établissement, courriel, photo prise, usage annoncé")
    purpose = _("Savoir où les photos servent, prévenir quand leur droit finit.")
    people = People.EVERYBODY
    recipients = Recipients.OFFICE
    term = _("Sans compte : le nom et le courriel un an, ou jusqu’à l’annonce de la fin du droit, trois ans au plus. "
             "Avec un compte : tant qu’il existe.")  # fmt: skip
    on_erasure = OnErasure.BLANK
    erasure = _("Le nombre de prises reste, sans le nom ; la personne ne sera pas prévenue de la fin d’un droit.")
    rows = (
        Rows(
            "photos.Taking",
            account=("person",),
            email=("email",),
            personal={"name": "", "purpose": ""},
            facts={"picture": _("photo"), "size": "", "use": ""},
            at="at",
        ),
    )

    def expire(self, now):
        return cleanup.forget_who_took()


@register
class Downloads(Kind):
    key = "photo_downloads"
    title = _("Panier et zips de la photothèque")
    categories = _("Photos mises de côté, zip préparé, conditions acceptées")
    purpose = _("Préparer un téléchargement.")
    people = People.EVERYBODY
    legal_basis = Basis.CONTRACT
    recipients = Recipients.NOBODY
    term = _("Un zip : sept jours. Le panier et les conditions acceptées : tant que le compte existe.")
    rows = (
        Rows(
            "photos.Bundle",
            account=("person",),
            email=("email",),
            personal={"name": _("établissement"), "purpose": _("pour quoi")},
            facts={"size": _("taille")},
            files=("file",),
            at="asked_at",
        ),
        Rows("photos.BasketLine", account=("person",), facts={"picture": _("photo")}, at="added_at"),
        Rows("photos.LicenceAcceptance", account=("person",), facts={"text": _("conditions")}, at="at"),
    )

    def expire(self, now):
        return cleanup.delete_old_bundles()


@register
class PhotoRequests(Kind):
    key = "photo_requests"
    title = _("Demandes de photos")
    order = 41
    categories = _("Nom ou établissement, courriel, photo demandée, usage annoncé, réponse de l’office")
    purpose = _("Répondre à qui demande une photo.")
    people = People.EVERYBODY
    legal_basis = Basis.CONTRACT
    recipients = Recipients.OFFICE
    term = _("Un an.")
    lifetime = A_YEAR
    rows = (
        Rows(
            "photos.PhotoRequest",
            account=("person",),
            email=("email",),
            personal={"name": "", "purpose": "", "answer": ""},
            facts={"picture": _("photo"), "use": ""},
            at="at",
        ),
    )


@register
class Contributions(Kind):
    key = "photo_contributions"
    title = _("Photos données et droits cédés")
    order = 41
    categories = _(
        "Nom du signataire, texte signé, date, photos ; nom de l’auteur de chaque photo ; qui répond d’un don à la place de qui "
        "l’a fait"
    )
    purpose = _("Prouver que l’office a le droit de montrer une photo, et nommer son auteur comme la loi le demande.")
    people = People.PICTURED
    legal_basis = Basis.CONTRACT
    recipients = Recipients.OFFICE
    term = _("Tant qu’une photo du don est gardée, puis cinq ans. Un don jamais signé : trente jours.")
    on_erasure = OnErasure.KEEP
    erasure = _(
        "La cession signée et le nom de l’auteur restent : ils prouvent le droit de l’office. Un don en cours est effacé."
    )
    rows = (
        Rows(
            "photos.Contribution",
            account=("author",),
            personal={"signed_name": "", "signed_text": _("texte signé")},
            facts={"state": _("état"), "signed_at": _("signé le")},
            at="begun_at",
        ),
        Rows(
            "photos.Contribution",
            account=("keeper",),
            facts={"signed_name": _("signataire"), "state": _("état")},
            at="begun_at",
        ),
    )
    also = {"photos.Upload": ("name",), "common.Picture": ("credit", "creator")}

    def erase(self, person):
        lots = self.rows[0].of(person)
        outcome = Outcome(retained=lots.exclude(state=Contribution.State.OPEN).count())
        for lot in lots.filter(state=Contribution.State.OPEN):
            _delete_lot(lot)
            outcome.deleted += 1
        return outcome

    def expire(self, now):
        cleanup.delete_abandoned_uploads()
        old = Contribution.objects.filter(signed_at__lt=now - PROOF_LIFETIME, photos=None)
        return sum(1 for lot in old if _delete_lot(lot) is None)


def _delete_lot(lot: Contribution) -> None:
    for upload in lot.uploads.select_related("contribution", "picture"):
        remove_upload(upload)
    for agreement in lot.agreements.all():
        remove_agreement(agreement)
    lot.delete()


@register
class Consents(Kind):
    key = "photo_consents"
    title = _("Accords des personnes photographiées")
    order = 42
    categories = _("Nom, contact, document signé, photos")
    purpose = _("Prouver que la personne a accepté d’être montrée.")
    people = People.PICTURED
    legal_basis = Basis.CONSENT
    recipients = Recipients.OFFICE
    term = _("Tant qu’une photo qu’il couvre est gardée, puis cinq ans.")
    on_erasure = OnErasure.KEEP
    erasure = _("L’accord signé reste : il prouve ce qui fut accepté. S’il est retiré, ses photos ne sont plus montrées.")
    rows = (
        Rows(
            "photos.Consent",
            personal={"name": "", "contact": "", "note": ""},
            facts={"kind": "", "signed_on": "", "ends_on": "", "withdrawn_on": ""},
            files=("file",),
            at="signed_on",
        ),
        Rows(
            "photos.AttachedAgreement",
            account=("contribution__author",),
            personal={"name": _("document")},
            files=("file",),
            at="added_at",
        ),
    )

    def of_person(self, person):
        """The contact is free text: an agreement is found where the address stands in it."""
        if person.email:
            yield from (self.rows[0].record(consent) for consent in self._of(person))
        yield from (self.rows[1].record(agreement) for agreement in self.rows[1].of(person))

    def erase(self, person):
        return Outcome(retained=len(self._of(person)) + self.rows[1].of(person).count())

    def _of(self, person):
        consents = Consent.objects.filter(contact__icontains=person.email) if person.email else ()
        return [consent for consent in consents if whole(person.email).search(consent.contact)]

    def expire(self, now):
        day = (now - PROOF_LIFETIME).date()
        ended = Q(withdrawn_on__lt=day) | Q(withdrawn_on=None, ends_on__lt=day) | Q(withdrawn_on=None, ends_on=None)
        return delete_with_files(Consent.objects.filter(ended, photos=None, signed_on__lt=day), ("file",))


@register
class PhotoDecisions(Kind):
    key = "photo_decisions"
    title = _("Décisions sur les photos")
    categories = _(
        "Qui a accepté ou refusé une photo, qui a dispensé d’un accord, qui a changé des droits, qui a fait une sélection"
    )
    purpose = _("Décider à plusieurs, et savoir à qui demander pourquoi.")
    recipients = Recipients.OFFICE
    term = WITH_ACCOUNT
    ends_by = "accounts"
    on_erasure = OnErasure.BLANK
    erasure = _("La décision et sa raison restent, sans le nom.")
    rows = (
        Rows("photos.Photo", account=("decided_by",), facts={"state": "", "picture": _("photo")}, at="decided_at"),
        Rows("photos.ConsentWaiver", account=("person",), facts={"reason": ""}, at="at"),
        Rows("photos.RightsChange", account=("person",), facts={"answers": _("droits changés")}, at="at"),
        Rows("photos.PhotoRequest", account=("answered_by",), facts={"answer": ""}, at="answered_at"),
        Rows("photos.Selection", account=("maker",), facts={"titles": _("sélection")}, at="made_at"),
        Rows("photos.ConsentWaiver", account=("ended_by",), facts={"reason": _("fin de la dispense")}, at="ended_at"),
    )
