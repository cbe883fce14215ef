"""The members' documents: files of every type in folders, their versions, who read them, what is said
of them, the portal's shelves."""

from datetime import datetime, timedelta
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.utils.file import hash_filelike

from common.documents.choices import TextState
from common.documents.kinds import file_kind
from common.models import DocumentFolder, DocumentPage, DocumentVersion, SharedDocument
from demo.loaders import content
from demo.loaders.intranet import moment
from demo.loaders.loading import Loading
from demo.office_files import text_of, write_file
from intranet.comments.actions.writing import write_comment
from intranet.comments.models import MemberComment
from intranet.documents.models import DocumentDownload, DocumentReading
from intranet.documents.tasks import read_content
from intranet.mentions.actions import note_mentions
from pro_portal.documents.models import PortalDocument
from pro_portal.watch.models import WatchTheme

PEOPLE_ONLY = ("audience", "changeable_by", "deletable_by")


def load(demo: Loading) -> None:
    folders: dict[str, DocumentFolder] = {}
    for code, facts in content.document_folders().items():
        folders[code] = make_folder(demo, facts, folders.get(facts.get("inside")))
        for each in facts["documents"]:
            make_document(demo, folders[code], {"audience": facts["audience"], "groups": facts.get("groups", []), **each})


def make_folder(demo: Loading, facts: dict, parent: DocumentFolder | None) -> DocumentFolder:
    author = demo.people[facts["author"]]
    folder = DocumentFolder.objects.create(
        name=facts["name"], parent=parent, author=author, organisation=author.organisation, audience=facts["audience"]
    )
    folder.audience_groups.set(demo.groups[code] for code in facts.get("groups", []))
    demo.note(folder)
    return folder


def make_document(demo: Loading, folder: DocumentFolder, facts: dict) -> None:
    author = demo.people[facts["author"]] if "author" in facts else folder.author
    earlier = facts.get("earlier", [])
    shared_at, changed_at = moment(demo, (earlier or [facts])[0]["days_ago"]), moment(demo, facts["days_ago"])
    review = facts.get("review_in_days")
    document = SharedDocument(
        title=facts["title"], note=facts.get("note", ""), link=facts.get("link", ""), folder=folder, author=author,
        uploaded_by_user=author, organisation=author.organisation, shared_at=shared_at, changed_at=changed_at,
        announced_at=changed_at, version=len(earlier) + 1, what_changed=facts.get("what_changed", ""),
        pinned_at=shared_at if facts.get("is_pinned") else None,
        review_on=None if review is None else demo.today + timedelta(days=review),
        text_state=TextState.WAITING if "file" in facts else TextState.READ,
        **{name: facts[name] for name in PEOPLE_ONLY if name in facts},
    )  # fmt: skip
    if "file" in facts:
        give_file(document, facts)
    document.save()
    SharedDocument.objects.filter(pk=document.pk).update(created_at=shared_at)
    demo.note(document)
    if document.audience == "group":
        document.audience_groups.set(demo.groups[code] for code in facts["groups"])
    document.tags.set(facts.get("tags", []))
    note_mentions(document, document.note, author)
    for number, version in enumerate(earlier, 1):
        make_version(demo, document, number, facts | version)
    mark_readings(demo, document, facts)
    for comment in facts.get("comments", []):
        make_comment(demo, document, comment)
    if "shelf" in facts:
        place_on_shelf(document, facts["shelf"])
    if document.file:  # the worker takes its words out
        transaction.on_commit(partial(read_content.enqueue, document.pk))


def give_file(document: SharedDocument, facts: dict) -> None:
    file = ContentFile(write_file(facts["file"], document.title, str(document.organisation), facts), facts["file"])
    document.file.save(facts["file"], file, save=False)
    document.file_size = file.size
    document.kind = file_kind(file, facts["file"]).kind
    file.seek(0)
    document.file_hash = hash_filelike(file)


def make_version(demo: Loading, document: SharedDocument, number: int, facts: dict) -> None:
    file = ContentFile(write_file(facts["file"], document.title, str(document.organisation), facts))
    version = DocumentVersion(
        document=document, number=number, filename=document.filename, file_size=file.size, kind=document.kind,
        what_changed=facts.get("what_changed", ""), author=document.author, given_at=moment(demo, facts["days_ago"]),
    )  # fmt: skip
    version.file.save(facts["file"], file, save=True)
    if words := text_of(facts):
        DocumentPage.objects.create(document=document, version=number, number=1, text=words)


def mark_readings(demo: Loading, document: SharedDocument, facts: dict) -> None:
    """Who opened it, and who took it."""
    at = _later(document.changed_at, 3)
    readers = dict.fromkeys([*facts.get("opened_by", []), *facts.get("taken_by", [])])
    DocumentReading.objects.bulk_create(
        DocumentReading(document=document, person=demo.people[email], opened_at=at) for email in readers
    )
    DocumentDownload.objects.bulk_create(
        DocumentDownload(document=document, person=demo.people[email], version=document.version, at=at)
        for email in facts.get("taken_by", [])
    )


def make_comment(demo: Loading, document: SharedDocument, facts: dict) -> None:
    comment = write_comment(document, demo.people[facts["by"]], facts["text"])
    MemberComment.objects.filter(pk=comment.pk).update(submit_date=_later(document.changed_at, facts["hours_later"]))


def place_on_shelf(document: SharedDocument, facts: dict) -> None:
    theme = WatchTheme.objects.filter(slug=facts.get("theme", "")).first()
    PortalDocument.objects.create(document=document, theme=theme, **{name: facts[name] for name in facts.keys() - {"theme"}})


def _later(at: datetime, hours: int) -> datetime:
    return min(at + timedelta(hours=hours), timezone.now())
