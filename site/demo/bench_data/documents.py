"""Test load: many documents with text in folders, of which the first have a file of their own. Nobody should read them."""

from datetime import timedelta
from random import Random

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common.access import Audience
from common.documents.choices import Kind, TextState
from common.facets.changes import note_change
from common.models import DocumentFolder, DocumentPage, SharedDocument
from demo.bench_data.members import first_member
from demo.office_files.plain import text
from intranet.documents.models import DocumentReading

BATCH = 1000
FILES, FOLDERS, MOST_PAGES = 200, 40, 3
KINDS = (Kind.PDF, Kind.PDF, Kind.DOCX, Kind.ODT, Kind.XLSX, Kind.TXT)
AUDIENCES = (Audience.MEMBERS,) * 7 + (Audience.GROUP, Audience.PRIVATE, Audience.PROFESSIONALS)
WORDS = (
    "office", "accueil", "saison", "plage", "marché", "village", "sentier", "budget", "convention", "tarif", "groupe", "visite",
    "château", "étang", "navette", "horaire", "commune", "délibération", "classement", "label", "fréquentation", "nuitée", "taxe",
    "prestataire", "atelier", "brochure", "photo", "presse", "catalan",
)  # fmt: skip
WORDS_OF_PAGE = 120


def fill_documents(number: int) -> int:
    """Make `number` documents of members of the test load, each with one to three pages of text; `FILES` of them have a file of
    their own, the others share one. Half are read by who measures."""
    random, now = Random(8), timezone.now()
    authors = list(User.objects.filter(email__endswith="@essai.example").select_related("organisation")[:200])
    groups = {author.pk: list(author.work_groups.all()[:1]) for author in authors}
    reader, folders = first_member(), _folders(authors[0])
    shared_file = ""
    for start in range(0, number, BATCH):
        documents, pages = [], []
        for place in range(start, min(start + BATCH, number)):
            author = random.choice(authors)
            at = now - timedelta(minutes=random.randint(60, 1_000_000))
            document = SharedDocument(
                title=f"{random.choice(WORDS).capitalize()} : essai {place}", author=author, uploaded_by_user=author,
                organisation=author.organisation, folder=random.choice(folders), kind=random.choice(KINDS),
                audience=random.choice(AUDIENCES), shared_at=at, changed_at=at, announced_at=at, text_state=TextState.READ,
                note="Pour mesurer.", pages=random.randint(1, MOST_PAGES), file_size=2000,
            )  # fmt: skip
            if document.audience == Audience.GROUP and not groups[author.pk]:
                document.audience = Audience.MEMBERS
            if place < FILES:
                document.kind = Kind.TXT
                document.file.save("essai.txt", ContentFile(text(document.title, [])), save=False)
                shared_file = document.file.name
            document.file = document.file or shared_file
            documents.append(document)
        with transaction.atomic():
            SharedDocument.objects.bulk_create(documents, BATCH)
            pages = [
                DocumentPage(
                    document=document, version=1, number=page, text=" ".join(random.choices(WORDS, k=WORDS_OF_PAGE))
                )
                for document in documents
                for page in range(1, document.pages + 1)
            ]  # fmt: skip
            DocumentPage.objects.bulk_create(pages, BATCH)
            link = SharedDocument.audience_groups.through
            in_groups = [document for document in documents if document.audience == Audience.GROUP]
            link.objects.bulk_create(
                [link(shareddocument=document, workgroup=groups[document.author_id][0]) for document in in_groups], BATCH
            )
            readings = [DocumentReading(document=document, person=reader, opened_at=now) for document in documents[::2]]
            DocumentReading.objects.bulk_create(readings, BATCH)
    note_change("documents")
    return number


def first_document() -> SharedDocument:
    """One of the test load that all members read, with a file and a folder of its own."""
    mine = SharedDocument.objects.shared().filter(title__contains=": essai", audience=Audience.MEMBERS, kind=Kind.TXT)
    return mine.earliest("pk")


def _folders(author: User) -> list[DocumentFolder]:
    return [
        DocumentFolder.objects.get_or_create(
            name=f"Dossier d’essai {order}",
            defaults={"author": author, "organisation": author.organisation, "audience": Audience.MEMBERS},
        )[0]
        for order in range(FOLDERS)
    ]
