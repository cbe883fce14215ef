import pytest
from django.utils import timezone

from accounts.models import WorkGroup
from common.models import DocumentContent, SharedDocument
from intranet.documents.models import DocumentReading, DocumentUpload
from tests.factories.shared_documents import make_shared_document
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db


def front(client, person):
    client.force_login(person)
    return read(client.get("/intranet/"))


def test_front_page_says_what_documents_ask(client, member):
    make_shared_document(member, "Bon infecté", scan_state="infected", scan_result="Eicar")
    make_shared_document(member, "Tarifs 2025", review_on=in_days(-1))
    make_shared_document(member, "Page numérisée", kind="pdf", text_state="without_text")
    DocumentUpload.objects.create(person=member, name="plan.pdf", size=1, state="read")
    words = front(client, member).text
    for sentence in (
        "1 document retenu par l’antivirus", "1 document : toujours vrai ?", "1 fichier envoyé à partager",
        "1 PDF numérisé, sans texte",
    ):  # fmt: skip
        assert sentence in words.replace("\xa0", " ")


def test_a_pdf_in_part_scanned_waits_for_who_gave_it(client, member, group_member):
    for title, read_pages, count in (("Cahier", 7, 10), ("Couverture", 9, 10), ("Affiche", 1, 2), ("Coupé", 7, 10)):
        pages = [f"Page {number}" for number in range(read_pages)]
        document = make_shared_document(member, title, kind="pdf", pages=pages)
        SharedDocument.objects.filter(pk=document.pk).update(pages=count)
    DocumentContent.objects.create(document=document, version=1, is_cut=True)
    waiting = front(client, member).region("Pour moi, aujourd’hui")
    assert "En partie sans texte" in waiting.text
    assert [name for name in waiting.texts("link") if name in ("Cahier", "Couverture", "Affiche", "Coupé")] == ["Cahier"]
    assert "En partie sans texte" not in front(client, group_member).text


def test_latest_documents_are_those_the_reader_may_see(client, member, secret_member):
    group = WorkGroup.objects.get(name="Sirocco")
    make_shared_document(secret_member, "Vent du large", groups=[group])
    opened = make_shared_document(secret_member, "Ouvert à tous")
    assert front(client, secret_member).region("Derniers documents").texts("link")[:2] == ["Ouvert à tous", "Vent du large"]
    page = front(client, member)
    assert page.region("Derniers documents").texts("link") == ["Ouvert à tous", "Tous les documents"]
    assert "Non lu" in page.region("Derniers documents").text
    assert "Vent du large" not in page.text
    assert "1 document nouveau ou mis à jour" in page.text
    DocumentReading.objects.create(document=opened, person=member, opened_at=timezone.now())
    assert "Non lu" not in front(client, member).region("Derniers documents").text
