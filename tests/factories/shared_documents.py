"""What members share: documents as the worker leaves them, folders."""

from django.core.files.base import ContentFile
from django.utils import timezone

from common.models import DocumentFolder, DocumentPage, SharedDocument


def make_folder(author, name="Marchés", groups=(), **fields) -> DocumentFolder:
    """For members, or for `groups`."""
    fields.setdefault("audience", "group" if groups else "members")
    folder = DocumentFolder.objects.create(name=name, author=author, organisation=author.organisation, **fields)
    folder.audience_groups.set(groups)
    return folder


def make_shared_document(
    author, title="Plan d’accès", words="Le plan d’accès", groups=(), pages=None, **fields
) -> SharedDocument:
    """A text file, read, that members or `groups` see; `pages` are the words of each page, by default `words` alone."""
    fields.setdefault("audience", "group" if groups else "members")
    fields = {"kind": "txt", "text_state": "read", "shared_at": timezone.now(), "changed_at": timezone.now()} | fields
    fields.setdefault("organisation", author.organisation)
    if "file" not in fields:
        fields["file"] = ContentFile(words.encode(), name="plan.txt")
    document = SharedDocument(title=title, author=author, uploaded_by_user=author, **fields)
    document.save()
    document.audience_groups.set(groups)
    DocumentPage.objects.bulk_create(
        DocumentPage(document=document, version=document.version, number=number, text=text)
        for number, text in enumerate([words] if pages is None else pages, 1)
    )
    return document
