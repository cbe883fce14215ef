"""Placing a document on a shelf of the portal, and announcing it in the newsletter of the watch."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.models import SharedDocument
from common.models.scans import PASSED
from pro_portal.documents.choices import Shelf
from pro_portal.documents.models import PortalDocument
from pro_portal.documents.permissions import FOR_PROFESSIONALS
from pro_portal.watch.models import WatchLetter
from pro_portal.watch.registry import Announcement, letter_source

NEW_DOCUMENTS = _("Nouveaux documents")


class HiddenFromProfessionals(ValueError):
    """No professional may see the document."""


def place(place: PortalDocument) -> None:
    """Put a document on a shelf, or elsewhere. Raises `HiddenFromProfessionals`."""
    if place.document.audience not in FOR_PROFESSIONALS:
        raise HiddenFromProfessionals
    if place.letter_id:  # it was announced, once and for all
        place.in_letter = True
    PortalDocument.objects.update_or_create(
        document=place.document,
        defaults={
            name: getattr(place, name) for name in ("shelf", "year", "theme", "can_be_ordered", "in_letter", "letter")
        },
    )  # fmt: skip


@transaction.atomic
def take_off(document: SharedDocument) -> None:
    """Take a document off its shelf; it stays among the members' documents."""
    PortalDocument.objects.filter(document=document).delete()


# ---- the newsletter ---------------------------------------------------------------------------------------------------
def _announced():
    """Those that a letter may announce: what professionals may see, in the bin of nobody and held by no scanner."""
    documents = SharedDocument.objects.shared().filter(audience__in=FOR_PROFESSIONALS, scan_state__in=PASSED)
    return PortalDocument.objects.filter(in_letter=True, document__in=documents.order_by().values("pk"))


class LetterDocuments:
    """The documents with « announced in the next letter », in one letter each."""

    def waiting(self) -> int:
        return _announced().filter(letter=None).count()

    def take(self, letter: WatchLetter) -> int:
        return _announced().filter(letter=None).update(letter=letter)

    def of(self, letter: WatchLetter) -> list[Announcement]:
        places = _announced().filter(letter=None if letter.is_draft else letter).with_line().in_order()
        return [_announcement(place) for place in places.prefetch_related("document__audience_groups")]

    def letters(self, reader):
        return PortalDocument.objects.exclude(letter=None).visible_to(reader).order_by().values("letter")


def _announcement(place: PortalDocument) -> Announcement:
    return Announcement(
        subject=place.document,
        title=place.document.title,
        text=place.document.note,
        details=(Shelf(place.shelf).label, place.year, place.document.organisation),
        url=place.get_absolute_url(),
        theme=place.theme,
        section=NEW_DOCUMENTS,
    )


letter_source(LetterDocuments())
