"""What is held of who shares, reads and takes documents; the documents themselves are of the kind `media`."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import A_YEAR, WITH_ACCOUNT, Basis, Kind, OnErasure, Recipients, Rows, register


@register
class DocumentReadings(Kind):
    key = "document_readings"
    title = _("Lecture des documents")
    categories = _("Quand la personne a ouvert un document, quels dossiers elle suit")
    purpose = _("Montrer ce qui est nouveau pour elle, retrouver ce qu’elle a vu, la prévenir.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.NOBODY
    term = WITH_ACCOUNT
    ends_by = "accounts"
    rows = (
        Rows("documents.DocumentReading", account=("person",), facts={"document": _("document")}, at="opened_at"),
        Rows("documents.FolderFollow", account=("person",), facts={"folder": _("dossier")}),
    )


@register
class DocumentDownloads(Kind):
    key = "document_downloads"
    title = _("Documents pris")
    categories = _("Qui a pris quelle version d’un document, et quand")
    purpose = _("Dire à qui partage un document s’il sert, et qui prévenir d’une erreur.")
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.OFFICE
    term = _("Un an.")
    lifetime = A_YEAR
    on_erasure = OnErasure.DELETE
    rows = (Rows("documents.DocumentDownload", account=("person",), facts={"document": _("document")}, at="at"),)


@register
class DocumentUploads(Kind):
    key = "document_uploads"
    title = _("Documents en route")
    categories = _("Les fichiers qu’une personne est en train d’envoyer ou de prendre ensemble")
    purpose = _("Reprendre un envoi coupé ; préparer un zip.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.NOBODY
    term = _("Un envoi coupé : deux jours. Un envoi terminé : trente jours. Un zip : une semaine.")
    ends_by = "(docs/documents.md)"
    rows = (
        Rows("documents.DocumentUpload", account=("person",), personal={"name": _("nom")}, at="begun_at"),
        Rows("documents.DocumentArchive", account=("person",), files=("file",), at="asked_at"),
    )
