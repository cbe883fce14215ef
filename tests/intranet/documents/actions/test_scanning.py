"""Files that were stored before a virus scanner was named."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from common.access import can_see
from common.models import DocumentVersion, SharedDocument
from common.scanning import has_stored_files, scan_stored_files
from intranet.documents.tasks import scan_older_files
from notifications.models import Notice
from tests.factories.shared_documents import make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db


def make_version(document, words: bytes) -> DocumentVersion:
    file = ContentFile(words, name="ancien.txt")
    return document.versions.create(number=1, file=file, filename="ancien.txt", file_size=len(words), given_at=timezone.now())


def states() -> dict[str, str]:
    return dict(SharedDocument.objects.values_list("title", "scan_state"))


def test_what_was_stored_before_is_looked_at_in_turn(scanner, member, group_member, caplog):
    for title, words in (("Plan", "Le plan"), ("Porteur", "un virus")):
        make_shared_document(member, title, words)
    lost = make_shared_document(member, "Perdu")
    lost.file.storage.delete(lost.file.name)
    article = make_shared_document(member, "Article", "un virus", shared_at=None)
    address, scanner.CLAMD_URL = scanner.CLAMD_URL, "tcp://127.0.0.1:1"
    assert has_stored_files() and scan_stored_files() == (0, 0)  # it is away: what was open stays open
    assert set(states().values()) == {"off"}
    scanner.CLAMD_URL = address
    assert scan_stored_files(seconds=-1) == (0, 0)  # its time is over
    for _twice in range(2):
        scan_older_files.call()
    assert states() == {"Plan": "clean", "Porteur": "infected", "Perdu": "off", "Article": "infected"}
    held = SharedDocument.objects.get(title="Porteur")
    assert (can_see(member, held), can_see(group_member, held)) == (True, False)
    notice = Notice.objects.get()
    assert (notice.person, notice.notification.title()) == (
        member,
        "«\N{NO-BREAK SPACE}Porteur\N{NO-BREAK SPACE}» est retenu par l’antivirus",
    )
    assert caplog.text.count("Essai-Virus") == 2 and str(article.pk) in caplog.text


def test_an_earlier_version_that_is_found_is_taken_by_nobody(client, scanner, member):
    document = make_shared_document(member, version=2)
    version = make_version(document, b"un virus")
    client.force_login(member)
    address = reverse("documents:version_file", args=[document.pk, 1])
    assert client.get(address).status_code == 200
    assert scan_stored_files() == (2, 1)
    version.refresh_from_db()
    assert (version.scan_state, states()) == ("infected", {"Plan d’accès": "clean"})
    assert client.get(address).status_code == 404
    assert client.post(reverse("documents:restore", args=[document.pk, 1]), {"on_version": "2"}).status_code == 404
    page = read(client.get(reverse("documents:versions", args=[document.pk])))
    assert "Retenue par l’antivirus" in page.text and not page.all_by_role("button", "Rétablir la version 1")
    assert Notice.objects.get().notification.title().startswith("La version 1 de")


def test_the_command_asks_again_about_what_was_too_large(scanner, member, capsys):
    make_shared_document(member, "Vidéo", scan_state="too_large", text_state="waiting")
    make_shared_document(member, "Porteur", "un virus", scan_state="infected")
    call_command("scan_documents")
    assert states() == {"Vidéo": "clean", "Porteur": "infected"}
    assert "1 files looked at, 0 of them held" in capsys.readouterr().out
    scanner.CLAMD_URL = ""
    assert not has_stored_files()
    with pytest.raises(CommandError):
        call_command("scan_documents")
