"""A full disk: what a writer reads, and that readers do not notice; a database that is away; requests that cannot be read."""

import errno

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

from common.views.site import is_database_away, is_disk_full
from intranet.submissions.models import Draft
from tests.factories.submissions import DraftTab, proposal_form
from tests.html import read

pytestmark = pytest.mark.django_db
NAME = "x" * 5000 + ".jpg"
UNREADABLE = f'--end\r\nContent-Disposition: form-data; name="file"; filename="{NAME}"\r\n\r\nx\r\n--end--\r\n'
TEXT = "Marché de nuit. " * 4000  # needs pages that the database has not


@pytest.fixture
def full_disk(transactional_db):
    """`full_disk(True)`: SQLite finds no more page than it has, as on a full disk."""
    if connection.vendor != "sqlite":
        pytest.skip("the disk of a server cannot be filled by a test")

    def fill(is_full: bool):
        with connection.cursor() as cursor:
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages if is_full else 2**30}")

    yield fill
    fill(False)


def test_writing_on_a_full_disk_is_refused_in_words_and_works_once_there_is_room(client, member, full_disk, caplog):
    client.force_login(member)
    client.raise_request_exception = False
    page = DraftTab(client, member)
    full_disk(True)
    autosave = page.post("autosave", proposal_form(**{"fr-text": TEXT}))
    assert autosave.status_code == 507  # `draft-form.js` keeps the words and tries again
    answer = page.post("save", proposal_form(**{"fr-text": TEXT}))
    assert answer.status_code == 507 and "rien n’a été enregistré cette fois" in read(answer).text
    assert not Draft.objects.exists()
    full_disk(False)
    assert page.post("autosave", proposal_form(**{"fr-text": TEXT})).status_code == 200
    assert Draft.objects.count() == 1
    caplog.clear()  # the log has an error for each refusal


@pytest.mark.parametrize(
    ("error", "is_full"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), True),
        (OperationalError("database or disk is full"), True),
        (OperationalError("database is locked"), False),
        (OSError(errno.EACCES, "Permission denied"), False),
        (ValueError("disk is full"), False),
        (None, False),
    ],
)
def test_full_disk_is_told_from_other_errors(error, is_full):
    assert is_disk_full(error) is is_full
    outer = ValueError("a template")
    outer.__cause__ = error
    assert is_disk_full(outer) is is_full


@pytest.mark.parametrize(
    ("error", "cause", "is_away"),
    [
        (OperationalError("connection refused"), psycopg.OperationalError(), True),
        (OperationalError("the database system is shutting down"), psycopg.errors.AdminShutdown(), True),
        (OperationalError("too many locks"), psycopg.errors.OutOfMemory(), False),
        (OperationalError("unable to open database file"), None, True),
        (OperationalError("no such table: agenda_event"), None, False),
        (InterfaceError("the connection is closed"), None, True),
        (ValueError("connection refused"), None, False),
    ],
)
def test_database_that_is_away_is_told_from_one_that_refuses(error, cause, is_away):
    error.__cause__ = cause
    outer = ValueError("a template")
    outer.__cause__ = error
    assert (is_database_away(error), is_database_away(outer)) == (is_away, is_away)


def test_page_asked_while_the_database_is_away_says_so(client, administrator, caplog):
    def refuse(*arguments):
        raise InterfaceError("the connection is closed")

    client.force_login(administrator)
    client.raise_request_exception = False
    with connection.execute_wrapper(refuse):
        answer = client.get("/admin/etat/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "La base de données ne répond pas" in read(answer).text
    caplog.clear()


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "donnez-lui un nom court"), ("en", "give it a short one"), ("ca", "doneu-n’hi un de curt")]
)
@pytest.mark.parametrize("path", ["/intranet/evenements/photos/", "/admin/images/add/", "/fr/contact/"])
def test_file_whose_name_is_too_long_is_refused_in_the_readers_language(member, path, language, words):
    browser = Client(enforce_csrf_checks=True)
    member.language = language
    member.save()
    browser.force_login(member)
    browser.cookies["csrftoken"] = "x" * 32  # without it nothing of the form is read
    address = path.replace("/fr/", f"/{language}/")
    response = browser.post(address, UNREADABLE, "multipart/form-data; boundary=end", headers={"Accept-Language": language})
    assert response.status_code == 400
    assert words in read(response).text


def test_unreadable_form_sent_to_no_address_is_not_found(client):
    response = client.post("/nulle-part/", UNREADABLE, "multipart/form-data; boundary=end")
    assert response.status_code == 404
    assert read(response).has("heading", "Cette page est introuvable")


def test_foreign_host_gets_a_plain_answer(client, settings, caplog):
    settings.ALLOWED_HOSTS = ["www.mon-office.example"]
    response = client.get("/fr/", headers={"Host": "ailleurs.example"})
    assert (response.status_code, response.content) == (400, b"Bad Request")
    caplog.clear()  # Django logs it as an error


@pytest.mark.django_db
def test_unknown_address_of_the_cms_answers_as_the_site_does(client, editor):
    client.force_login(editor)
    response = client.get("/admin/nulle-part/")
    assert response.status_code == 404
    assert read(response).texts("heading")[0] == "Cette page est introuvable"


@pytest.mark.parametrize(
    ("address", "language", "target"),
    [
        ("/portail/", "", "/fr/portail/"),
        ("/portail/phototheque/?theme=beach&page=2", "ca", "/ca/portail/phototheque/?theme=beach&page=2"),
        ("/portail/veille/fil.rss?theme=numerique", "en-GB,en;q=0.8", "/en/portail/veille/fil.rss?theme=numerique"),
    ],
)
def test_address_without_language_leads_for_good_to_that_of_its_reader(client, address, language, target):
    response = client.get(address, headers={"accept-language": language})

    assert (response.status_code, response.url) == (301, target)
    assert {"Accept-Language", "Cookie"} <= {name.strip() for name in response["Vary"].split(",")}


def test_address_without_language_leads_a_member_to_their_own(client, member):
    member.language = "ca"
    member.save()
    client.force_login(member)

    assert client.get("/portail/veille/").url == "/ca/portail/veille/"


def test_what_is_sent_to_an_address_without_language_is_sent_again(client):
    response = client.post("/portail/demander-un-compte/", {"establishment": "Gîte des Combes"})

    assert (response.status_code, response.url) == (308, "/fr/portail/demander-un-compte/")


@pytest.mark.parametrize("address", ["/portail/nulle-part/", "/portail//ailleurs.example/", "/portail/veille/abc/"])
def test_address_without_language_that_led_nowhere_still_does(client, address):
    assert client.get(address).status_code == 404


def test_missing_page_is_read_in_another_language_at_the_same_address(client):
    page = read(client.get("/fr/nulle-part/?q=mer"))
    assert {link["href"] for link in page.all_by_role("link", "English")} == {"/en/nulle-part/?q=mer"}
    elsewhere = read(client.get("/nulle-part/"))
    assert not elsewhere.has("link", "English")
    assert elsewhere.has("button", "English")
