"""Which documents: what an office stores, what must be looked at again, what somebody who leaves hands over."""

from django.db import connection
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import Organisation
from common.documents.choices import Kind, TextState
from common.models import DocumentFolder, DocumentPage, DocumentVersion, SharedDocument
from common.models.scans import PASSED, REFUSED
from common.uploads import UploadState
from intranet.documents.limits import ANNOUNCED_WITHIN, GIGABYTE, SAME_TAKING, UNREAD_FILES_FOR
from intranet.documents.models import DocumentUpload, FolderFollow, StorageLimit


def due_for(user):
    """The documents of which this person is asked whether they are still true."""
    return SharedDocument.objects.shared().due().looked_after_by(user).order_by("review_on", "pk")


def documents_to_hand_over(person):
    return SharedDocument.objects.shared().looked_after_by(person)


def stored_bytes(organisation_id: int) -> int:
    """What the documents of an office weigh, those in the bin and earlier versions too, and what is sent for it and not shared
    yet."""
    of_documents = SharedDocument.objects.filter(organisation=organisation_id).exclude(shared_at=None)
    of_versions = DocumentVersion.objects.filter(document__in=of_documents)
    for_it = Q(replaces=None, person__organisation=organisation_id) | Q(replaces__organisation=organisation_id)
    on_the_way = Q(facts__isnull=True) | Q(state=UploadState.ARRIVED) | Q(document__isnull=False, document__shared_at=None)
    coming = DocumentUpload.objects.filter(for_it, on_the_way).exclude(state=UploadState.REFUSED)
    weighed = ((of_documents, "file_size"), (of_versions, "file_size"), (coming, "size"))
    return sum(rows.aggregate(sum=Sum(column))["sum"] or 0 for rows, column in weighed)


def limit_of(organisation_id: int) -> int | None:
    """In bytes; None where there is none. Inside a transaction: until it ends, who else would store for this office waits, so
    that of two files sent at the same instant the second is measured when the first is there."""
    limit = StorageLimit.objects.select_for_update().filter(organisation=organisation_id).first()
    return limit.gigabytes * GIGABYTE if limit else None


def storage_by_office() -> list[dict]:
    """organisation, count, bytes and gigabytes (its limit, or None) of each office, the heaviest first."""
    shared = SharedDocument.objects.exclude(shared_at=None).exclude(organisation=None).order_by()
    rows = {row["organisation"]: row for row in shared.values("organisation").annotate(count=Count("pk"), bytes=Sum("file_size"))}
    versions = DocumentVersion.objects.filter(document__organisation__in=list(rows)).order_by()
    earlier = dict(versions.values_list("document__organisation").annotate(bytes=Sum("file_size")))
    limits = dict(StorageLimit.objects.values_list("organisation", "gigabytes"))
    lines = [
        {
            "organisation": office,
            "count": rows.get(office.pk, {}).get("count", 0),
            "bytes": (rows.get(office.pk, {}).get("bytes") or 0) + (earlier.get(office.pk) or 0),
            "gigabytes": limits.get(office.pk),
        }
        for office in Organisation.objects.filter(kind__in=Organisation.OF_MEMBERS)
    ]
    return sorted(lines, key=lambda line: (-line["bytes"], line["organisation"].name))


def folders_thrown_by(person):
    """The folders in the bin that this person may take back."""
    return (
        DocumentFolder.objects.filter(deleted_by=person, deleted_at__isnull=False)
        if person.is_member
        else DocumentFolder.objects.none()
    )


# ---- what is told -----------------------------------------------------------------------------------------------------
def follows_of(folder: DocumentFolder | None) -> dict[int, bool]:
    """Who follows a folder, by their key, and whether they muted it. What somebody said of a folder holds for those inside, until
    they say otherwise there."""
    chain: list[int] = []
    while folder is not None and folder.pk not in chain:
        chain.append(folder.pk)
        folder = folder.parent
    rows = FolderFollow.objects.filter(folder__in=chain).values_list("folder", "person", "muted") if chain else ()
    outermost_first = sorted(rows, key=lambda row: -chain.index(row[0]))
    return {person: muted for _folder, person, muted in outermost_first}


def to_announce() -> QuerySet:
    """The documents that are new, or changed, since their readers were told, and that these may open; oldest first."""
    news = Q(announced_at=None) | Q(announced_at__lt=F("changed_at"))
    open_ones = SharedDocument.objects.shared().filter(scan_state__in=PASSED, changed_at__gt=timezone.now() - ANNOUNCED_WITHIN)
    return open_ones.filter(news).select_related("author", "keeper", "uploaded_by_user", "folder").order_by("shared_at", "pk")


def senders_at_work(before) -> set[int]:
    """The people of whose lot the worker still looks at a file, which they shared after this moment."""
    coming = DocumentUpload.objects.filter(
        state__in=(UploadState.ARRIVED, UploadState.READ), facts__isnull=False, replaces=None, begun_at__gt=before
    )
    return set(coming.filter(Q(document=None) | Q(document__shared_at=None)).values_list("person_id", flat=True))


# Written by hand: a video is asked for by hundreds of ranges, and making it of querysets takes longer than asking it.
READ_TAKING = """
    SELECT 1 FROM documents_documentdownload WHERE document_id = %s AND person_id = %s AND version = %s AND at >= %s LIMIT 1
"""


def took_lately(person, document: SharedDocument, version: int) -> bool:
    """Whether it is noted already that this person took this version: they resume it."""
    since = connection.ops.adapt_datetimefield_value(timezone.now() - SAME_TAKING)
    with connection.cursor() as cursor:
        cursor.execute(READ_TAKING, [document.pk, person.pk, version, since])
        return cursor.fetchone() is not None


# ---- what waits for somebody ------------------------------------------------------------------------------------------
def without_text_of(user) -> QuerySet:
    """The PDFs that this person gave lately and that are pictures, or in part: nobody finds the words in them. A cover or an
    empty back makes no scan of a PDF: in part is two pages, and one in five."""
    lately = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) - UNREAD_FILES_FOR
    mine = SharedDocument.objects.shared().filter(kind=Kind.PDF, changed_at__gt=lately).looked_after_by(user)
    read = DocumentPage.objects.filter(document=OuterRef("pk"), version=OuterRef("version")).order_by().values("document")
    mine = mine.annotate(unread=F("pages") - Coalesce(Subquery(read.annotate(number=Count("pk")).values("number")), 0))
    in_part = Q(text_state=TextState.READ, unread__gte=2, pages__lte=F("unread") * 5) & ~Q(content__is_cut=True)
    return mine.filter(Q(text_state=TextState.WITHOUT_TEXT) | in_part).order_by("-changed_at", "-pk")


def held_of(user) -> QuerySet:
    """The documents of this person that the virus scanner holds."""
    return SharedDocument.objects.shared().filter(scan_state__in=REFUSED).looked_after_by(user).order_by("-changed_at", "-pk")


def sent_and_not_shared(user) -> QuerySet:
    """The files that this person sent, and whose form they have not."""
    return DocumentUpload.objects.filter(
        person=user, facts__isnull=True, replaces=None, state__in=(UploadState.ARRIVED, UploadState.READ)
    ).order_by("begun_at")
