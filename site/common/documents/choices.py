"""The types of documents, and what became of their text."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a file is by its content."""

    PDF = "pdf", _("PDF")
    DOCX = "docx", _("document Word")
    ODT = "odt", _("document LibreOffice")
    PPTX = "pptx", _("présentation PowerPoint")
    ODP = "odp", _("présentation LibreOffice")
    XLSX = "xlsx", _("classeur Excel")
    ODS = "ods", _("classeur LibreOffice")
    DOC = "doc", _("ancien document Word")
    PPT = "ppt", _("ancienne présentation PowerPoint")
    XLS = "xls", _("ancien classeur Excel")
    TXT = "txt", _("texte")
    CSV = "csv", _("tableau CSV")
    EML = "eml", _("courriel")
    MSG = "msg", _("courriel Outlook")
    PICTURE = "picture", _("image")
    SOUND = "sound", _("fichier son")
    VIDEO = "video", _("vidéo")
    WEB = "web", _("page web ou dessin SVG")
    ARCHIVE = "archive", _("archive")
    PROGRAM = "program", _("programme")
    OTHER = "other", _("autre fichier")


class TextState(TextChoices):
    """What became of the text of a document. WAITING is before it was read; all but READ have a sentence that says why."""

    WAITING = "waiting", _("pas encore lu")
    READ = "read", _("lu")
    WITHOUT_TEXT = "without_text", _("sans texte")
    NOT_READ = "not_read", _("pas de texte à lire")
    EMPTY = "empty", _("vide")
    ENCRYPTED = "encrypted", _("protégé par un mot de passe")
    DAMAGED = "damaged", _("abîmé")
    TOO_LARGE = "too_large", _("trop grand")
    TOO_SLOW = "too_slow", _("trop long à lire")


class ScanState(TextChoices):
    """What the virus scanner says of a file. Only OFF and CLEAN may be given to others; the rest is held."""

    OFF = "off", _("aucun antivirus n’est installé")
    WAITING = "waiting", _("pas encore examiné")
    CLEAN = "clean", _("sans virus connu")
    INFECTED = "infected", _("contient un virus")
    TOO_LARGE = "too_large", _("trop grand pour être examiné")
    AWAY = "away", _("l’antivirus ne répond pas")


OFFICE = frozenset((Kind.DOCX, Kind.ODT, Kind.PPTX, Kind.ODP, Kind.XLSX, Kind.ODS, Kind.DOC, Kind.PPT, Kind.XLS))
#: Those whose text is taken out.
WITH_TEXT = frozenset(
    (Kind.PDF, Kind.DOCX, Kind.ODT, Kind.PPTX, Kind.ODP, Kind.XLSX, Kind.ODS, Kind.XLS, Kind.TXT, Kind.CSV, Kind.EML)
)
