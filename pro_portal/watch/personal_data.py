"""Who reads the watch, and who sorts it."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import WITH_ACCOUNT, Basis, Kind, OnErasure, People, Recipients, Rows, register
from pro_portal.watch.actions.letter_readers import forget_unconfirmed


@register
class WatchReading(Kind):
    key = "watch_reading"
    title = _("Lecture de la veille et abonnement à sa lettre")
    categories = _("Articles lus ou gardés ; thèmes, lettre et alertes choisis")
    purpose = _("Montrer ce qui n’a pas été lu, envoyer la lettre à qui l’a demandée.")
    legal_basis = Basis.CONSENT
    recipients = Recipients.NOBODY
    term = WITH_ACCOUNT
    ends_by = "accounts"
    correction = "watch:subscription"
    rows = (
        Rows("watch.WatchMark", account=("person",), facts={"item": _("article"), "saved_at": _("gardé le")}, at="read_at"),
        Rows("watch.WatchSubscription", account=("person",), facts={"letter": "", "notices": ""}, at="changed_at"),
    )


@register
class WatchSorting(Kind):
    key = "watch_sorting"
    title = _("Tri de la veille")
    categories = _("Qui a proposé, publié ou écarté un article ; qui a envoyé une lettre")
    purpose = _("Trier la veille à plusieurs.")
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.MEMBERS
    term = WITH_ACCOUNT
    ends_by = "accounts"
    on_erasure = OnErasure.BLANK
    erasure = _("L’article et son commentaire restent, sans le nom.")
    rows = (
        Rows("watch.WatchItem", account=("author",), facts={"title": "", "comment": ""}, at="found_at"),
        Rows("watch.WatchItem", account=("decided_by",), facts={"title": ""}, at="decided_at"),
        Rows("watch.WatchLetter", account=("sent_by",), facts={"title": ""}, at="sent_at"),
    )


@register
class WatchLetterAddresses(Kind):
    key = "watch_letter_addresses"
    title = _("Lettre de veille sans compte")
    people = People.VISITORS
    categories = _("Adresse électronique, langue, thèmes choisis, jour de la demande et de la confirmation")
    purpose = _("Envoyer la lettre de veille à qui l’a demandée et confirmée.")
    legal_basis = Basis.CONSENT
    recipients = Recipients.NOBODY
    term = _("Jusqu’à ce que la lettre soit arrêtée ; sept jours si l’adresse n’est pas confirmée.")
    correction = "watch:letter_by_mail"
    rows = (Rows("watch.WatchLetterReader", email=("email",), facts={"language": "", "confirmed_at": ""}, at="asked_at"),)

    def expire(self, now) -> int:
        return forget_unconfirmed(now)
