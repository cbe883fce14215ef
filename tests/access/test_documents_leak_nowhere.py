"""A secret group's document is nowhere for who may not see it: at no address, in no list, number, mail, zip, picture or file.

Each output first shows it to somebody of the group. What tells of it holds the word `zibeline`, its inside the word « hermine » too.
"""

import json
import re
from types import SimpleNamespace

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone, translation

from accounts.models import User
from common.models import DocumentContent, DocumentPage, DocumentVersion, SharedDocument
from common.personal_data import Person, kinds
from common.uploads import private_storage
from intranet.comments.models import MemberComment
from intranet.documents.actions.announcing import announce_news
from intranet.documents.actions.archives import fill_archive
from intranet.documents.actions.keeping import destroy
from intranet.documents.actions.previews import forget_pictures, picture_name
from intranet.documents.models import DocumentArchive, DocumentDownload, DocumentReading, DocumentUpload, FolderFollow
from intranet.documents.notifications import DocumentAdded
from intranet.mentions.actions import note_mentions
from notifications.models import Notice
from notifications.periodic import mail_held_notices
from notifications.registry import BUNDLE_TIME, content_type_of
from pro_portal.documents.models import PortalDocument
from tests.access.scene import Scene, make_people
from tests.conftest import forget_commits
from tests.factories import make_organisation, make_user
from tests.factories.comments import comment_form, handle_of, make_comment
from tests.factories.documents import pdf
from tests.factories.shared_documents import make_folder, make_shared_document

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail_indexes]

MARK = "zibeline"
CONTENT, EARLIER = pdf("L'hermine zibeline de mai", "Seconde page"), pdf("L'hermine zibeline de mars")
PICTURE = b"RIFF zibeline WEBP"
#: Who may not see it: a colleague, somebody of another office, one who left the group, a provider, a provider of another group, an
#: editor of the CMS, a closed account, a visitor.
OUTSIDERS = ("member", "elsewhere", "left", "professional", "group_provider", "editor", "former_member", "visitor")
NOT_THERE = 10**8


def make_hidden_document(people) -> SimpleNamespace:
    author = people["secret_member"]
    group = author.memberships.get().workgroup
    reader, left = (
        make_user(f"{name}@aurelle.example", author.organisation, first_name=name.title()) for name in ("rene", "lea")
    )
    elsewhere = make_user("ailleurs@aurelle.example", make_organisation("Office des Terres"), first_name="Elsa")
    for person in (reader, left):
        group.memberships.create(user=person)
    people |= {"reader": reader, "left": left, "elsewhere": elsewhere}
    folder = make_folder(author, "Dossier zibeline", groups=[group])
    document = make_shared_document(
        author, "Rapport zibeline", groups=[group], folder=folder, note="Une note zibeline", kind="pdf", version=2,
        what_changed="Mai, zibeline", file=ContentFile(CONTENT, name="zibeline.pdf"), pages=["L’hermine zibeline de mai", "Seconde page"],
        pinned_at=timezone.now(), file_hash="0" * 40, file_size=len(CONTENT),
    )  # fmt: skip
    SharedDocument.objects.filter(pk=document.pk).update(pages=2)
    document = SharedDocument.objects.get(pk=document.pk)
    document.tags.add("zibelines")
    DocumentPage.objects.create(document=document, version=1, number=1, text="L’hermine zibeline de mars")
    DocumentContent.objects.create(document=document, version=2)
    DocumentVersion.objects.create(
        document=document, number=1, file=ContentFile(EARLIER, name="zibeline-1.pdf"), filename="zibeline-1.pdf", kind="pdf",
        file_size=len(EARLIER), what_changed="Mars, zibeline", author=author, given_at=timezone.now(),
    )  # fmt: skip
    PortalDocument.objects.create(document=document, shelf="figures")  # before its audience was narrowed
    forget_pictures(document.pk)
    private_storage().save(picture_name(document.pk, 2, 1), ContentFile(PICTURE))
    DocumentReading.objects.create(document=document, person=left, opened_at=timezone.now())
    DocumentDownload.objects.create(document=document, person=left, version=1)
    FolderFollow.objects.create(folder=folder, person=left)
    comment = make_comment(
        document, author, f"Lisez la zibeline, @{handle_of(reader)}, @{handle_of(left)}, @{handle_of(elsewhere)}."
    )
    make_comment(document, left, "Bien reçu, la zibeline.")
    note_mentions(document, f"zibeline @{handle_of(people['member'])}", author)
    added = DocumentAdded(document)
    for person in people.values():
        if person.is_authenticated:
            Notice.objects.create(
                person=person, code=added.code, content_type=content_type_of(added), object_id=document.pk, actor=author
            )
    opened = make_shared_document(people["member"], "Plan ouvert", "Un plan d’accès", organisation=author.organisation)
    thrown = make_shared_document(author, "Brouillon zibeline", groups=[group])
    thrown.throw_away(reader)
    group.memberships.get(user=left).delete()
    return SimpleNamespace(
        document=document, folder=folder, group=group, comment=comment, opened=opened, thrown=thrown, author=author, people=people
    )


@pytest.fixture(scope="module")
def hidden_of_module(module_transaction):
    with translation.override("fr"), TestCase.captureOnCommitCallbacks(execute=True):
        people = make_people()
        hidden = make_hidden_document(people)
    hidden.people = {name: User.objects.get(pk=person.pk) if person.pk else person for name, person in people.items()}
    forget_commits()
    yield hidden
    forget_pictures(hidden.document.pk)


@pytest.fixture
def hidden(hidden_of_module, db):
    cache.clear()
    return hidden_of_module


def browser_of(hidden, name: str) -> Client:
    return Scene(hidden.people).browser_of(name)


def whole(response) -> str:
    """All that an answer says, its headers too."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.headers} {content.decode('latin-1')}".lower()


# ---- addresses of the thing: not found, as what is not there ----------------------------------------------------------
def document_addresses(pk: int) -> dict[str, str]:
    names = ("document", "log", "download", "edit", "versions", "new_version")
    addresses = {name: reverse(f"documents:{name}", args=[pk]) for name in names}
    addresses |= {name: reverse(f"documents:{name}", args=[pk, 1]) for name in ("version_file", "compare", "page_picture")}
    addresses |= {
        "shown in the page": addresses["download"] + "?voir",
        "page": addresses["document"] + "?p=2",
        "guarded view": reverse("common:document", args=[pk, "zibeline.pdf"]),
        "guarded view in the page": reverse("common:document", args=[pk, "x.pdf"]) + "?voir",
        "talk": reverse("intranet_comments:talk", args=["document", pk]),
        "portal": reverse("portal_documents:document", args=[pk]),
        "first page in the portal": reverse("portal_documents:first_page", args=[pk]),
    }
    return addresses


def marked_addresses(hidden) -> dict[str, str]:
    return document_addresses(hidden.document.pk) | {
        "folder": reverse("documents:folder", args=[hidden.folder.pk]),
        "folder's form": reverse("documents:folder_edit", args=[hidden.folder.pk]),
        "comment": reverse("intranet_comments:comment", args=[hidden.comment.pk]),
    }


RANGE, UNCHANGED = {"Range": "bytes=-40"}, {"If-None-Match": "*"}
FILES = ("download", "version_file", "guarded view")


def test_its_addresses_open_to_the_group_alone(hidden):
    """Neither the document nor its files, pictures, parts, marks are found; the answer is that of a number which nobody gave."""
    author, shown = browser_of(hidden, "secret_member"), {}
    for name, address in marked_addresses(hidden).items():
        answer = author.get(address, follow=True)
        assert answer.status_code == 200, name
        shown[name] = whole(answer)
    inside = {"download", "shown in the page", "guarded view", "guarded view in the page", "version_file", "page_picture", "talk"}
    inside |= {"first page in the portal"}
    assert {name for name, words in shown.items() if MARK not in words} <= inside
    for name in FILES:
        address = marked_addresses(hidden)[name]
        assert author.get(address, headers=RANGE).status_code == 206
        assert author.get(address, headers=UNCHANGED).status_code == 304
    for person in OUTSIDERS:
        browser = browser_of(hidden, person)
        absent = document_addresses(NOT_THERE)
        for name, address in marked_addresses(hidden).items():
            answers = [browser.get(address), browser.head(address)]
            answers += [browser.get(address, headers=headers) for headers in (RANGE, UNCHANGED)] if name in FILES else []
            without = browser.get(absent.get(name, absent["document"])).status_code
            assert {answer.status_code for answer in answers} == {without} <= {302, 404}, (person, name)
            words = "".join(map(whole, answers)).replace(address.lower(), "")
            assert MARK not in words.replace("zibeline.pdf", "")


def test_what_changes_it_is_not_found_either(hidden):
    """By posts: nothing of it, and nothing of its folder, is changed or answered otherwise than what is not there."""
    pk = hidden.document.pk
    names = ("delete", "pin", "confirm", "edit", "new_version")
    for person in OUTSIDERS:
        browser = browser_of(hidden, person)
        for name in names:
            there, not_there = (browser.post(reverse(f"documents:{name}", args=[key])).status_code for key in (pk, NOT_THERE))
            assert there == not_there in (302, 404), (person, name)
        for address in (
            reverse("documents:restore", args=[pk, 1]), reverse("documents:follow", args=[hidden.folder.pk]),
            reverse("documents:folder_delete", args=[hidden.folder.pk]), reverse("documents:new_upload") + f"?document={pk}",
        ):  # fmt: skip
            answer = browser.post(address, headers={"Upload-Length": "5"})
            assert answer.status_code in (302, 404) and MARK not in whole(answer), (person, address)
        talk = reverse("intranet_comments:talk", args=["document", pk])
        fields = comment_form(hidden.people[person], talk) if hidden.people[person].pk else {"text": "Bonjour"}
        assert browser.post(talk, fields).status_code in (302, 404), person
        answer = browser.post(reverse("documents:move"), {"document": pk, "folder": hidden.folder.pk, "to": ""}, follow=True)
        assert MARK not in whole(answer)
    document = SharedDocument.objects.get(pk=pk)
    assert MemberComment.objects.of(document).count() == 2
    assert (document.version, document.deleted_at, bool(document.pinned_at), document.folder_id) == (
        2,
        None,
        True,
        hidden.folder.pk,
    )


def test_no_stored_file_has_an_address_of_its_own(hidden):
    """Under `/media/` nobody finds what the guarded views give, whose picture and files are there."""
    document = hidden.document
    stored = [document.file.name, document.versions.get().file.name, picture_name(document.pk, 2, 1)]
    assert document.file.storage.exists(stored[0]) and private_storage().exists(stored[2])
    for name in ("secret_member", "administrator", "member", "visitor"):
        browser = browser_of(hidden, name)
        for path in stored:
            for address in (f"/media/{path}", f"/private/{path}", f"/media/original_images/{path}", f"/documents/{path}"):
                assert MARK not in whole(browser.get(address)).replace(path.lower(), ""), (name, address)
                assert browser.get(address).status_code == 404


# ---- lists, numbers ---------------------------------------------------------------------------------------------------
def lists(hidden) -> dict[str, str]:
    """Outputs that show it to somebody of the group without saying its name in the address."""
    documents, search = reverse("documents:list"), "/fr/search/"
    return {
        "list": documents,
        "list by type": documents + "?type=pdf",
        "list by size": documents + "?tri=poids",
        "useful": documents + "?voir=utiles",
        "words": documents + "?q=hermine",
        "words of the title": documents + "?q=rapport",
        "print list": reverse("documents:print"),
        "sharing: folders": reverse("documents:share"),
        "note: folders": reverse("documents:new_note"),
        "new folder": reverse("documents:folder_new"),
        "moving": reverse("documents:move") + f"?document={hidden.document.pk}&folder={hidden.folder.pk}",
        "home": "/intranet/",
        "person": reverse("people:person", args=[handle_of(hidden.author)]),
        "talks": reverse("intranet_comments:latest"),
        "bell": reverse("notifications:list"),
        "chooser": "/documents/choisir/?q=rapport",
        "search": search + "?q=hermine",
        "search of titles": search + "?q=rapport",
        "misspelt": search + "?q=hermnie",
        "suggestions": search + "suggestions/?q=rappo",
    }


PASSING = re.compile(
    r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|<input type="hidden" name="(?:once|started|mark|form_author)"[^>]*>|\?v=\w+'
)


def test_lists_and_their_numbers_are_as_if_it_were_not(hidden):
    """Not a word, not a number of a filter, not a total: with it and without it, the pages of who may not see it are the same."""
    reader = browser_of(hidden, "reader")
    silent = {name for name, address in lists(hidden).items() if MARK not in whole(reader.get(address))}
    assert silent == set()
    assert MARK in whole(reader.get(reverse("work_groups:group", args=[hidden.group.slug])))
    assert MARK in whole(reader.get(reverse("intranet_home:bin")))  # they threw one away

    def shown(chosen=()) -> dict:
        cache.clear()
        pages = {}
        for person in OUTSIDERS:
            browser = browser_of(hidden, person)
            addresses = lists(hidden) | {
                "group": reverse("work_groups:group", args=[hidden.group.slug]),
                "bin": reverse("intranet_home:bin"),
            }
            addresses |= {
                "tag": reverse("documents:list") + "?mot-cle=zibelines",
                "folder": reverse("documents:list") + f"?dossier={hidden.folder.pk}",
            }
            addresses |= {"upload": reverse("documents:upload_states"), "sitemap": "/sitemap.xml", "portal": "/fr/portail/"}
            for name, address in addresses.items():
                if chosen and name not in chosen:
                    continue
                answer = browser.get(address)
                if name not in ("tag", "folder"):
                    assert MARK not in whole(answer), (person, name)
                pages[person, name] = PASSING.sub("", answer.content.decode())
        return pages

    # Whoever was told of it while it was open to them has a line in their bell, which says that it is closed now.
    shown(("bell", "bell's panel", "home"))
    Notice.objects.filter(object_id=hidden.document.pk).exclude(person=hidden.people["reader"]).delete()
    before = shown()
    with TestCase.captureOnCommitCallbacks(execute=True):
        destroy(SharedDocument.objects.get(pk=hidden.document.pk))
    after = shown()
    assert [key for key in before if before[key] != after[key]] == []


def test_cms_and_its_programs_do_not_name_it(hidden):
    pk = hidden.document.pk
    listed = [
        "/admin/documents/", "/admin/documents/?q=rapport", "/admin/documents/results/", "/admin/documents/chooser/",
        "/admin/documents/chooser/results/?q=rapport", f"/admin/documents/chooser/chosen-multiple/?id={pk}",
        "/admin/api/main/documents/?fields=*", f"/admin/documents/chooser/chosen/{pk}/",
    ]  # fmt: skip
    named = [f"/admin/documents/{name}/{pk}/" for name in ("edit", "delete", "usage")]
    named += [f"/admin/api/main/documents/{pk}/", f"/admin/bulk/common/shareddocument/delete/?id={pk}"]
    administrator, editor = browser_of(hidden, "administrator"), browser_of(hidden, "editor")
    assert [address for address in listed if MARK not in whole(administrator.get(address))] == []
    assert all(administrator.get(address).status_code in (200, 302) for address in named)
    assert [address for address in (*listed, *named) if MARK in whole(editor.get(address)).replace(address, "")] == []
    assert [address for address in named[:4] if editor.get(address).status_code != 404] == []


# ---- what is told -----------------------------------------------------------------------------------------------------
def test_its_mails_go_to_the_group_alone(hidden):
    mail.outbox.clear()
    with TestCase.captureOnCommitCallbacks(execute=True):
        SharedDocument.objects.filter(pk=hidden.document.pk).update(announced_at=None, changed_at=timezone.now())
        announce_news()
        make_comment(hidden.document, hidden.people["secret_member"], "Une autre zibeline.")
    with time_machine.travel(timezone.now() + BUNDLE_TIME * 2), TestCase.captureOnCommitCallbacks(execute=True):
        mail_held_notices()
    told = [message for message in mail.outbox if MARK in f"{message.subject}{message.body}{message.alternatives}".lower()]
    group = {hidden.people[name].email for name in ("reader", "secret_member")}
    assert hidden.people["reader"].email in {address for message in told for address in message.recipients()}
    assert {address for message in told for address in message.recipients()} <= group


@pytest.mark.parametrize("name", ["left", "elsewhere"])
def test_bell_leads_nowhere(hidden, name):
    browser = browser_of(hidden, name)
    for notice in Notice.objects.filter(person=hidden.people[name]):
        answer = browser.get(reverse("notifications:open", args=[notice.pk]))
        assert str(hidden.document.pk) not in answer["Location"].split("/")


def test_who_left_the_group_is_given_their_own_data_alone(hidden):
    """What they opened and took is theirs; what it is called now is not."""

    def exported(name):
        records = [record for kind in kinds() for record in kind.of_person(Person.of(hidden.people[name]))]
        return [record for record in records if MARK in str(record.values).lower() and "Bien reçu" not in str(record.values)]

    assert exported("secret_member")
    assert exported("left") == exported("elsewhere") == []


def test_zip_holds_what_one_may_see_when_it_is_given(hidden):
    """Asked with its key among others; and made while it was open, then asked for again."""
    wanted, pks = {"document": [hidden.document.pk, hidden.opened.pk]}, [hidden.document.pk, hidden.opened.pk]
    for document in (hidden.document, hidden.opened):  # what another test deleted comes back to the database, and no file does
        if not document.file.storage.exists(document.file.name):
            document.file.storage.save(document.file.name, ContentFile(CONTENT))
    for name in ("reader", "member", "left", "elsewhere"):
        browser = browser_of(hidden, name)
        with TestCase.captureOnCommitCallbacks(execute=True):
            page = browser.post(reverse("documents:new_archive"), wanted)["Location"]
        archive = DocumentArchive.objects.get(person=hidden.people[name])
        fill_archive(str(archive.pk))
        may = name == "reader"
        assert (MARK in whole(browser.get(page))) == may
        assert (MARK in whole(browser.get(reverse("documents:archive_file", args=[archive.pk])))) == may
        archive.refresh_from_db()
        assert (archive.documents, archive.left_out) == (pks if may else pks[1:], 0)
        if may:
            ready = archive
    hidden.group.memberships.get(user=hidden.people["reader"]).delete()
    browser, file = browser_of(hidden, "reader"), reverse("documents:archive_file", args=[ready.pk])
    assert browser.get(file).status_code == 302
    fill_archive(str(ready.pk))
    assert MARK not in whole(browser.get(file)) + whole(browser.get(reverse("documents:archive", args=[ready.pk])))
    for name in OUTSIDERS:
        assert browser_of(hidden, name).get(file).status_code in (302, 404)


# ---- sending ----------------------------------------------------------------------------------------------------------
def test_a_hidden_twin_is_not_told_of(hidden):
    """« This file is already there »: to who may see the other."""
    told = {}
    SharedDocument.objects.filter(pk=hidden.document.pk).update(file_hash=hash_of(CONTENT))
    for name in ("reader", "member", "left", "elsewhere"):
        browser = browser_of(hidden, name)
        with TestCase.captureOnCommitCallbacks(execute=True):
            browser.post(reverse("documents:share"), {"action": "files", "files": SimpleUploadedFile("copie.pdf", CONTENT)})
        assert DocumentUpload.objects.get(person=hidden.people[name]).state == "read"
        states = browser.get(reverse("documents:upload_states"))
        told[name] = json.loads(states.content)["files"][0]["twin"]
    assert MARK in told.pop("reader")
    assert set(told.values()) == {""}


def hash_of(content: bytes) -> str:
    from hashlib import sha1

    return sha1(content, usedforsecurity=False).hexdigest()


def test_a_form_does_not_take_a_hidden_folder_or_group(hidden):
    form = {"title": "Note", "note": "Des mots", "audience": "members", "changeable_by": "author", "deletable_by": "author"}
    address = reverse("documents:new_note")
    for fields in ({"folder": hidden.folder.pk}, {"audience": "group", "audience_groups": hidden.group.pk}):
        assert browser_of(hidden, "reader").post(address, form | fields).status_code == 302
        for name in ("member", "left", "elsewhere"):
            answer = browser_of(hidden, name).post(address, form | fields)
            assert answer.status_code == 422 and MARK not in whole(answer), (name, fields)
            assert hidden.group.name not in answer.content.decode()
