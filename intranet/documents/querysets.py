"""Which documents: what an office stores, what must be looked at again, what somebody who leaves hands over."""

from django.db.models import Count, Sum

from accounts.models import Organisation
from common.models import DocumentFolder, DocumentVersion, SharedDocument
from intranet.documents.limits import GIGABYTE
from intranet.documents.models import DocumentUpload, StorageLimit


def due_for(user):
    """The documents of which this person is asked whether they are still true."""
    return SharedDocument.objects.shared().due().looked_after_by(user).order_by("review_on", "pk")


def documents_to_hand_over(person):
    return SharedDocument.objects.shared().looked_after_by(person)


def stored_bytes(organisation_id: int) -> int:
    """What the documents of an office weigh, those in the bin and earlier versions too, and what its people are sending."""
    of_documents = SharedDocument.objects.filter(organisation=organisation_id).exclude(shared_at=None)
    of_versions = DocumentVersion.objects.filter(document__in=of_documents)
    coming = DocumentUpload.objects.filter(person__organisation=organisation_id, facts__isnull=True).exclude(
        state=DocumentUpload.State.REFUSED
    )
    weighed = ((of_documents, "file_size"), (of_versions, "file_size"), (coming, "size"))
    return sum(rows.aggregate(sum=Sum(column))["sum"] or 0 for rows, column in weighed)


def limit_of(organisation_id: int) -> int | None:
    """In bytes; None where there is none."""
    limit = StorageLimit.objects.filter(organisation=organisation_id).first()
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


def folders_below(pk: int) -> set[int]:
    """The keys of a folder and of all that are inside it, at whatever depth."""
    children: dict[int | None, list[int]] = {}
    for key, parent in DocumentFolder.objects.values_list("pk", "parent"):
        children.setdefault(parent, []).append(key)
    below, waiting = set(), [pk]
    while waiting:
        key = waiting.pop()
        if key not in below:
            below.add(key)
            waiting += children.get(key, ())
    return below


def folders_thrown_by(person):
    """The folders in the bin that this person may take back."""
    return DocumentFolder.objects.filter(deleted_by=person, deleted_at__isnull=False) if person.is_member else DocumentFolder.objects.none()
