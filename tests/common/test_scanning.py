"""Files that were stored before a virus scanner was named: pictures, files of comments and of articles, signed agreements."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from common.access import can_see
from common.documents import virus_scanner
from common.documents.choices import ScanState
from common.models import Picture, SharedDocument
from common.scanning import has_stored_files, scan_stored_files
from intranet.articles.models import Article
from intranet.comments.uploads import ReadFile
from pro_portal.photos.models import AttachedAgreement, Photo
from search import actions as search
from tests.factories.comments import make_comment, make_talked_article
from tests.factories.common import image_file, make_picture
from tests.factories.photos import make_consent, make_contribution, make_photo
from tests.factories.shared_documents import make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db
HELD = "L’antivirus y a trouvé « Essai-Virus »"


def plain(page) -> str:
    return page.text.replace("\xa0", " ")


def open_page(client, person, path: str):
    client.force_login(person)
    return read(client.get(path))


def put_a_virus_into(row, field="file") -> None:
    stored = getattr(row, field)
    with stored.storage.open(stored.name) as file:
        content = file.read()
    stored.storage.delete(stored.name)
    stored.storage.save(stored.name, ContentFile(content + b"virus"))


def plan(content: bytes, name="plan.pdf") -> ReadFile:
    return ReadFile(name, ContentFile(content, name=name))


@pytest.mark.every_database
def test_a_picture_that_is_found_is_shown_nowhere_until_another_file_is_there(client, scanner, editor):
    photo, other = make_photo("La plage"), make_photo("Le port")
    put_a_virus_into(photo.picture)
    search.rebuild()
    assert client.get(photo.get_absolute_url()).status_code == 200
    assert has_stored_files() and scan_stored_files() == (2, 1) and not has_stored_files()
    states = {photo.picture.title: photo.picture.scan_state for photo in Photo.objects.select_related("picture")}
    assert states == {"La plage": "infected", "Le port": "clean"}
    held = Picture.objects.get(pk=photo.pk)
    assert not can_see(editor, held) and list(Picture.objects.visible_to(editor)) == [other.picture]
    assert client.get(photo.get_absolute_url()).status_code == 404
    assert client.get(other.get_absolute_url()).status_code == 200
    rights = open_page(client, editor, reverse("photos:photo_rights", args=[photo.pk]))
    assert HELD in plain(rights) and "montrée nulle part" in plain(rights)
    assert "1 photo retenue par l’antivirus" in plain(open_page(client, editor, "/intranet/"))
    held.keep_given("", "")  # another file took its place
    held.save()
    assert can_see(editor, Picture.objects.get(pk=photo.pk))


def test_who_gave_a_photo_reads_that_it_is_held(client, scanner, professional):
    lot = make_contribution(professional)
    put_a_virus_into(lot.photos.get().picture)
    scan_stored_files()
    assert HELD in plain(open_page(client, professional, reverse("photos:gift", args=[lot.pk])))


def test_the_file_as_it_was_given_is_looked_at_too(scanner):
    picture = make_picture("La plage")
    picture.given.save("plage.tiff", ContentFile(b"un virus"))
    assert scan_stored_files() == (1, 1)
    picture.refresh_from_db()
    assert (picture.scan_state, picture.is_in_force) == ("infected", False)
    assert scan_stored_files() == (0, 0)


def test_a_picture_that_is_passed_is_not_drawn_or_indexed_again(scanner, django_capture_on_commit_callbacks, monkeypatch):
    make_picture("La plage")
    monkeypatch.setattr(Picture, "save", lambda *args, **kwargs: pytest.fail("nothing that is shown changes"))
    with django_capture_on_commit_callbacks() as callbacks:
        assert scan_stored_files() == (1, 0)
    assert (callbacks, Picture.objects.get().scan_state) == ([], "clean")


def test_a_file_that_is_replaced_meanwhile_is_not_called_by_the_answer_for_the_old_one(scanner, monkeypatch):
    picture = make_picture("La plage")

    def replace_it(_file, _size):
        newer = Picture.objects.get(pk=picture.pk)
        newer.file.save("autre.jpg", image_file())
        newer.save()
        return virus_scanner.Scan(ScanState.INFECTED, "Essai-Virus")

    monkeypatch.setattr(virus_scanner, "scan", replace_it)
    assert scan_stored_files() == (1, 1)
    assert Picture.objects.get().scan_state == "off"


def test_who_wrote_a_comment_and_who_moderates_are_told_under_it(client, scanner, member, group_member, moderator):
    article = make_talked_article(group_member)
    comment = make_comment(article, member, files=[plan(b"un virus"), plan(b"un plan", "autre.pdf")])
    held, open_one = comment.files.all()
    client.force_login(member)
    assert client.get(held.url).status_code == 200
    assert scan_stored_files() == (2, 1)
    for person, is_told in ((member, True), (moderator, True), (group_member, False)):
        page = open_page(client, person, article.get_absolute_url())
        assert (HELD in plain(page)) is is_told, person
        assert ("plan.pdf" in page.text) is is_told
        assert "autre.pdf" in page.text
        assert (client.get(held.url).status_code, client.get(open_one.url).status_code) == (404, 200)
        front = open_page(client, person, "/intranet/")
        assert ("1 fichier d’un commentaire retenu par l’antivirus" in plain(front)) is is_told
    scanner.CLAMD_URL = ""


def test_who_wrote_an_article_and_who_corrects_it_are_told_on_its_page(client, scanner, member, group_member, editor):
    under, inside = (
        make_shared_document(member, title, "un virus", shared_at=None, audience="members") for title in ("Plan", "Liste")
    )
    fine = make_shared_document(member, "Horaires", "Les heures", shared_at=None, audience="members")
    body = f'<p>Voir <a href="{inside.url}">la liste</a>.</p>'
    article = make_talked_article(member, body=body)
    article.documents.set([under, fine])
    article.save()
    scan_stored_files()
    assert set(SharedDocument.objects.filter(scan_state="infected")) == {under, inside}
    for person, is_told in ((member, True), (editor, True), (group_member, False)):
        client.force_login(person)
        answer = client.get(article.get_absolute_url())
        assert plain(read(answer)).count(HELD) == (2 if is_told else 0), person
        source = answer.content.decode()
        assert under.url not in source and inside.url not in source and fine.url in source
        front = open_page(client, person, "/intranet/")
        assert ("1 article dont un fichier est retenu par l’antivirus" in plain(front)) is is_told
    assert list(Article.objects.all()) == [article]


def test_signed_agreements_that_are_found_are_opened_by_nobody(client, scanner, editor, professional):
    photo = make_photo("Le phare", with_people=True)
    consent = make_consent(photo, document=b"un virus")
    lot = make_contribution(professional)
    agreement = AttachedAgreement(contribution=lot, name="accord.pdf")
    agreement.file.save("accord.pdf", ContentFile(b"un virus"))
    make_consent(photo, name="Anne Sallent", document=b"un accord")
    scan_stored_files()
    client.force_login(editor)
    for name, pk in (("photos:consent_file", consent.pk), ("photos:agreement_file", agreement.pk)):
        assert client.get(reverse(name, args=[pk])).status_code == 404
    page = open_page(client, editor, reverse("photos:consents"))
    assert page.text.count("Document retenu") == 1
    assert HELD in plain(open_page(client, editor, reverse("photos:consent", args=[consent.pk])))
    assert HELD in plain(open_page(client, editor, reverse("photos:lot", args=[lot.pk])))
    assert HELD in plain(open_page(client, editor, f"{reverse('photos:consent_new')}?document={agreement.pk}"))
    assert HELD in plain(open_page(client, professional, reverse("photos:gift", args=[lot.pk])))
