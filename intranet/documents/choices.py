"""The sorts of documents among which a reader chooses, each with its icon."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.documents.choices import Kind


class Family(TextChoices):
    """What a reader calls the type: a Word document and one of LibreOffice are both texts."""

    PDF = "pdf", _("PDF")
    TEXT = "textes", pgettext_lazy("type de documents", "Textes")
    SLIDES = "presentations", _("Présentations")
    TABLE = "tableaux", pgettext_lazy("type de documents", "Tableaux")
    PICTURE = "images", pgettext_lazy("type de documents", "Images")
    MEDIA = "sons-et-videos", _("Sons et vidéos")
    MAIL = "courriels", _("Courriels")
    NOTE = "notes", _("Notes et liens")
    OTHER = "autres", pgettext_lazy("type de documents", "Autres")


FAMILIES = {
    Kind.PDF: Family.PDF,
    **dict.fromkeys((Kind.DOCX, Kind.ODT, Kind.DOC, Kind.TXT), Family.TEXT),
    **dict.fromkeys((Kind.PPTX, Kind.ODP, Kind.PPT), Family.SLIDES),
    **dict.fromkeys((Kind.XLSX, Kind.ODS, Kind.XLS, Kind.CSV), Family.TABLE),
    Kind.PICTURE: Family.PICTURE,
    **dict.fromkeys((Kind.SOUND, Kind.VIDEO), Family.MEDIA),
    **dict.fromkeys((Kind.EML, Kind.MSG), Family.MAIL),
}
ICONS = {
    Family.PDF: "book",
    Family.TEXT: "file",
    Family.SLIDES: "stage",
    Family.TABLE: "grid",
    Family.PICTURE: "image",
    Family.MEDIA: "play",
    Family.MAIL: "mail",
    Family.NOTE: "link",
    Family.OTHER: "inbox",
}


def family_of(kind: str, has_file: bool) -> Family:
    return FAMILIES.get(kind, Family.OTHER) if has_file else Family.NOTE
