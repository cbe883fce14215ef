"""The list, a folder, the page of a document: what a reader finds there, and what an outsider does not."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from common.models import DocumentContent, SharedDocument
from intranet.comments.notifications import CommentWritten
from intranet.documents.actions import reading
from intranet.documents.models import DocumentReading, FolderFollow
from intranet.mentions.models import Mention
from intranet.mentions.notifications import PersonMentioned
from tests.factories.comments import handle_of, make_comment
from tests.factories.documents import pdf
from tests.factories.shared_documents import make_folder, make_shared_document
from tests.html import read
from tests.intranet.documents.conftest import SECRET

pytestmark = pytest.mark.django_db
LIST = "/intranet/documents/"


def body(client, person, address) -> str:
    client.force_login(person)
    return client.get(address).content.decode()


def test_a_reader_finds_in_every_list_what_an_outsider_never_sees(client, shelf):
    """The list, its counts and facets, its filters, the search inside, the folder, the printed list."""
    addresses = (
        LIST, f"{LIST}?q={SECRET}", f"{LIST}?type=pdf", f"{LIST}?voir=non-lus", f"{LIST}?tri=titre", f"{LIST}?tri=poids",
        f"{LIST}imprimer/", f"{LIST}?mot-cle={SECRET.lower()}",
    )  # fmt: skip
    for address in addresses:
        shown = body(client, shelf.reader, address)
        assert SECRET in shown.replace(f'value="{SECRET}"', ""), address
        assert "Rapport" in shown or "=" in address
    for address in addresses:
        hidden = body(client, shelf.outsider, address).replace(address, "").replace(f'value="{SECRET}"', "")
        hidden = hidden.replace(f"« {SECRET} »", "").replace(f"q={SECRET}", "").replace(f"mot-cle={SECRET.lower()}", "")
        assert SECRET.lower() not in hidden.replace(f'value="{SECRET.lower()}"', "").lower(), address
    for person, title in ((shelf.reader, "Tous les documents 2"), (shelf.outsider, "Tous les documents 1")):
        assert read(body(client, person, LIST)).has("heading", title)
    assert client.get(f"{LIST}?dossier={shelf.hidden.pk}").status_code == 200
    assert SECRET not in client.get(f"{LIST}?dossier={shelf.hidden.pk}").content.decode()


def test_what_is_hidden_has_no_page(client, shelf):
    addresses = (
        reverse("documents:document", args=[shelf.secret.pk]), reverse("documents:folder", args=[shelf.hidden.pk]),
        reverse("documents:download", args=[shelf.secret.pk]), reverse("documents:version_file", args=[shelf.secret.pk, 1]),
        shelf.secret.url,
    )  # fmt: skip
    for person, status in ((shelf.reader, 200), (shelf.outsider, 404)):
        client.force_login(person)
        assert [client.get(address).status_code for address in addresses] == [status] * len(addresses)
        assert client.get(f"/media/{shelf.secret.file.name}").status_code == 404  # nobody takes a file past the guard


def test_a_word_inside_is_found_with_its_page(client, shelf):
    page = body(client, shelf.reader, f"{LIST}?q=étals")
    assert "p. 2" in page and "<mark>étals</mark>" in page and f"{shelf.report.get_absolute_url()}?p=2#p2" in page
    assert "Rien sous ces filtres" in body(client, shelf.reader, f"{LIST}?q=introuvabilis")


def test_unread_until_it_is_opened_and_again_once_it_changed(client, shelf):
    assert "Non lu<" in body(client, shelf.outsider, f"{LIST}?voir=non-lus")
    address = shelf.report.get_absolute_url()
    assert "Rapport des marchés" in body(client, shelf.outsider, address)
    assert DocumentReading.objects.filter(person=shelf.outsider, document=shelf.report).count() == 1
    client.get(address)
    assert "Rapport des marchés" not in body(client, shelf.outsider, f"{LIST}?voir=non-lus").split('id="all"')[1]
    assert "Rapport des marchés" in body(client, shelf.outsider, f"{LIST}?voir=vus").split('id="all"')[1]
    document = SharedDocument.objects.get(pk=shelf.report.pk)
    document.changed_at = DocumentReading.objects.get(person=shelf.outsider).opened_at + timedelta(seconds=1)
    document.save()
    assert "Rapport des marchés" in body(client, shelf.outsider, f"{LIST}?voir=non-lus").split('id="all"')[1]


def test_the_author_reads_their_own_as_read(client, shelf):
    assert "Rien sous ces filtres" in body(client, shelf.author, f"{LIST}?voir=non-lus")
    assert "Rapport" in body(client, shelf.author, f"{LIST}?voir=les-miens")


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=" + "x" * 5000, "type=rien", "annee=abcd", "page=999999", "page=-1", "dossier=99999999999999999999", "dossier=x",
     "tri=rien", "voir=rien", "mot-cle=%F0%9F", "p=abc", "q=%22%27%3B--"],
)  # fmt: skip
def test_a_list_takes_whatever_an_address_says(client, shelf, query):
    client.force_login(shelf.reader)
    for address in (LIST, f"{LIST}imprimer/", shelf.folder.get_absolute_url(), shelf.report.get_absolute_url()):
        assert client.get(f"{address}?{query}").status_code == 200


def test_queries_of_the_list_do_not_grow_with_rows(client, shelf):
    client.force_login(shelf.reader)
    client.get(LIST)
    numbers = []
    for more in (0, 30):
        for number in range(more):
            document = make_shared_document(shelf.author, f"Compte rendu {number}", folder=shelf.folder)
            document.tags.add(f"suite{number % 3}")
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST).status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] <= 15, numbers
    for document in (shelf.report, shelf.secret):
        client.force_login(shelf.reader)
        client.get(document.get_absolute_url())  # noted as opened for the first time
        with CaptureQueriesContext(connection) as queries:
            assert client.get(document.get_absolute_url()).status_code == 200
        assert len(queries) <= 15, len(queries)
    client.get(shelf.report.url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(shelf.report.url).status_code == 200
    assert len(queries) <= 4, len(queries)  # session, person, document, whether it is noted: nothing about groups


def test_a_folder_shows_what_stands_in_it_and_is_followed(client, shelf):
    client.force_login(shelf.outsider)
    address = shelf.folder.get_absolute_url()
    assert "Rapport des marchés" in client.get(address).content.decode()
    for answer, state in (("follow", [False]), ("mute", [True]), ("", []), ("rien", [])):
        assert client.post(reverse("documents:follow", args=[shelf.folder.pk]), {"answer": answer}).status_code == 302
        assert list(FolderFollow.objects.filter(person=shelf.outsider).values_list("muted", flat=True)) == state
    assert client.post(reverse("documents:follow", args=[shelf.hidden.pk]), {"answer": "follow"}).status_code == 404


def test_an_empty_folder_has_nothing_to_filter_and_takes_what_is_shared_from_it(client, shelf):
    folder = make_folder(shelf.reader, "Dossier neuf")
    client.force_login(shelf.reader)
    empty = read(client.get(folder.get_absolute_url()))
    assert not empty.has("list", "Que voir")
    links = {link["href"] for name in ("Partager ici", "Partager des documents") for link in empty.all_by_role("link", name)}
    assert links == {f"{LIST}partager/?dossier={folder.pk}"}
    narrowed = read(client.get(f"{folder.get_absolute_url()}?voir=non-lus"))
    assert narrowed.has("list", "Que voir")


def test_what_is_inside_is_shown_in_the_form_it_has(client, shelf):
    client.force_login(shelf.reader)
    page = read(client.get(f"{shelf.report.get_absolute_url()}?p=2"))
    assert [image.name for image in page.all_by_role("img") if "en image" in image.name] == [
        f"Page {number}, en image" for number in (1, 2, 3)
    ]
    assert "137 étals" in page.text
    sheet = make_shared_document(shelf.author, "Budget", kind="xlsx")
    DocumentContent.objects.create(
        document=sheet, version=1, sheets=[{"name": "Recettes", "rows": [["Poste", "<b>1</b>"]], "is_cut": True}]
    )
    shown = client.get(sheet.get_absolute_url()).content.decode()
    assert "Recettes" in shown and "&lt;b&gt;1" in shown and "La feuille continue" in shown
    locked = make_shared_document(shelf.author, "Fermé", kind="pdf", text_state="encrypted", pages=[])
    assert "protégé par un mot de passe" in read(client.get(locked.get_absolute_url())).text
    held = make_shared_document(shelf.reader, "Attend", scan_state="waiting")
    shown = read(client.get(held.get_absolute_url())).text
    assert "attend d’être examiné" in shown and "Télécharger" not in shown
    assert client.get(reverse("documents:download", args=[held.pk])).status_code == 404
    for state, words in (("infected", "y a trouvé « Essai-Virus »"), ("too_large", "Trop grand pour l’antivirus")):
        refused = make_shared_document(shelf.reader, "Retenu", scan_state=state, scan_result="Essai-Virus")
        shown = read(client.get(refused.get_absolute_url())).text
        assert words in shown and "attend d’être examiné" not in shown


def test_a_professional_is_led_to_what_they_may_take(client, shelf, professional):
    open_to_all = make_shared_document(shelf.author, "Chiffres clés", audience="professionals")
    client.force_login(professional)
    assert client.get(open_to_all.get_absolute_url()).url == open_to_all.url
    assert client.get(shelf.report.get_absolute_url()).status_code == 404
    assert client.get(open_to_all.url).status_code == 200


def test_who_took_it_is_for_who_looks_after_it(client, shelf):
    address = reverse("documents:log", args=[shelf.report.pk])
    reading.note_taking(shelf.report, shelf.outsider)
    client.force_login(shelf.author)
    page = read(client.get(address)).text
    assert "1 personne l’a téléchargé" in page and "Odile Érable" in page and "version 1" in page
    client.force_login(shelf.reader)
    assert client.get(address).status_code == 404


def test_provider_of_a_group_reads_its_documents_as_its_members_do(client, member, group_provider):
    """Found, listed on the group's page, commented; every address on the page opens to them."""
    group = group_provider.work_groups.get()
    group.memberships.create(user=member)
    document = make_shared_document(
        member, "Horaires des bornes", groups=[group], kind="pdf", text_state="read",
        file=ContentFile(pdf("Les bornes du col"), name="bornes.pdf"),
    )  # fmt: skip
    document.tags.add("vélo")
    comment = make_comment(document, member, f"À relire, @{handle_of(group_provider)}.")
    client.force_login(group_provider)
    assert document.title in read(client.get(f"/intranet/groupes/{group.slug}/")).region("Documents").texts("link")
    page = read(client.get(document.get_absolute_url()))
    assert "À relire" in page.text and page.has("link", "Écrire un commentaire")
    assert "Modifier" not in page.texts("link") and "Supprimer" not in page.texts("button")
    addresses = {link["href"] for link in page.all_by_role("link")}
    assert f"{document.get_absolute_url()}fichier/" in addresses
    here = {address for address in addresses if address.startswith(("/intranet/", "/fr/portail/", "/documents/"))}
    closed = {address for address in here if client.get(address, follow=True).status_code != 200}
    assert closed == set()
    assert client.get(comment.get_absolute_url(), follow=True).redirect_chain[-1][0].startswith(document.get_absolute_url())
    assert PersonMentioned(Mention(thing=comment, person=group_provider)).may_be_read_by(group_provider)


def test_professional_is_led_to_the_portal_and_not_into_the_talk_of_members(client, member, professional):
    """What members say under a document for professionals is read on a page that these have not."""
    document = make_shared_document(member, "Chiffres 2026", audience="professionals")
    comment = make_comment(document, member, "Entre nous.")
    client.force_login(professional)
    assert client.get(document.get_absolute_url()).url == document.url
    assert client.get(f"{document.get_absolute_url()}fichier/").status_code == 404
    assert client.get(comment.get_absolute_url()).status_code == 404
    assert not CommentWritten(comment).may_be_read_by(professional)
    assert not PersonMentioned(Mention(thing=comment, person=professional)).may_be_read_by(professional)
    assert CommentWritten(comment).may_be_read_by(member)
