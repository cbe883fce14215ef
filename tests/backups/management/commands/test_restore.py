"""The drill: a site is filled, backed up while somebody writes, destroyed, restored elsewhere, and compared with what it was.

In one process, so that it costs seconds; `tests/shipped` does it with the shipped processes.
"""

import shutil
import threading
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from accounts.models import User
from backups.databases import copies
from backups.models import BackupRun
from backups.sealing import new_key
from common.models import Picture, SharedDocument
from common.rate_limits import RateCounter
from tests import template_database
from tests.factories import image_file, make_event, make_picture, make_user
from tests.factories.photos import make_consent, make_photo
from tests.html import read

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.every_database]


class Writer(threading.Thread):
    """Writes one row after another, each in a transaction of its own, while the site is backed up."""

    def __init__(self):
        super().__init__(daemon=True)
        self.count, self.ended = 0, threading.Event()

    def run(self):
        try:
            while not self.ended.is_set():
                SharedDocument.objects.create(title=f"Ligne {self.count}", file="documents/plan.pdf")
                self.count += 1
        finally:
            connection.close()


def destroy() -> None:
    """The database is as of a new installation."""
    template_database.restore(connection)


@pytest.fixture
def filled_site(site, settings):
    settings.BACKUP_KEY = new_key()
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # prepared once, as by `prepare`
    call_command("make_site", name="Val d’Essai", stdout=StringIO())
    make_user("ada@aurelle.example", is_superuser=True)
    picture = make_picture("Le port", image_file(size=(1600, 1200)), audience="public")
    make_consent(make_photo("Le phare"), document=b"%PDF-1.4 accord")
    make_event("Concert au port", audience="public")
    SharedDocument.objects.create(title="Plan", file=ContentFile(b"%PDF-1.4 plan", name="plan.pdf"), audience="public")
    site.picture = picture
    return site


def test_site_comes_back_elsewhere_as_it_was(filled_site, client):
    client.post(reverse("account_login"), {"login": "ada@aurelle.example", "password": "mot-de-passe-solide"})
    writer = Writer()
    writer.start()
    call_command("backup", stdout=StringIO(), stderr=StringIO())
    during = writer.count
    writer.ended.set()
    writer.join()
    rows, files = copies().rows(), filled_site.files()
    assert during > 0 and SharedDocument.objects.count() == writer.count + 1
    destroy()
    shutil.rmtree(filled_site.folder / "site")
    filled_site.move(filled_site.folder / "elsewhere")
    assert not User.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE left_by_a_newer_version (id integer PRIMARY KEY)")
        cursor.execute("CREATE VIEW a_view AS SELECT id FROM left_by_a_newer_version")

    output = StringIO()
    call_command("restore", yes=True, stdout=output)

    assert "The site answers" in output.getvalue()
    titles = set(SharedDocument.objects.filter(title__startswith="Ligne ").values_list("title", flat=True))
    assert titles == {f"Ligne {number}" for number in range(len(titles))} and len(titles) <= writer.count
    passing = {
        "django_session",
        "cache_entries",
        "backups_backuprun",
        "common_shareddocument",
        "common_facetchange",  # each line of the writer is a change of the list of documents
        "common_ratecounter",
        "common_workerlife",
    }
    passing |= {table for table in rows if table.startswith(("wagtailsearch_", "django_tasks", "wagtailcore_referenceindex"))}
    restored = copies().rows()
    assert "left_by_a_newer_version" not in restored
    assert {table: number for table, number in restored.items() if table not in passing} == {
        table: number for table, number in rows.items() if table not in passing
    }
    assert {name: content for name, content in filled_site.files().items() if not name[1].startswith("images/")} == {
        name: content for name, content in files.items() if not name[1].startswith("images/")
    }
    assert not Session.objects.exists() and not RateCounter.objects.exists()
    assert BackupRun.objects.get(kind="restore").succeeded
    assert client.get("/admin/").status_code == 302  # who was signed in signs in again
    answer = client.post(reverse("account_login"), {"login": "ada@aurelle.example", "password": "mot-de-passe-solide"})
    assert answer.status_code == 302 and client.get("/admin/").status_code == 200
    drawn = client.get(Picture.objects.get(pk=filled_site.picture.pk).url_for(640))
    assert drawn.status_code == 200 and len(drawn.getvalue()) > 1000
    assert "Concert au port" in read(client.get("/fr/search/?q=concert")).text
    with pytest.raises(CommandError, match="in use: it has accounts"):
        call_command("restore", yes=True, stdout=StringIO())


def test_database_stays_as_it_was_where_the_one_of_the_backup_fails(filled_site, monkeypatch):
    call_command("backup", stdout=StringIO(), stderr=StringIO())
    destroy()
    shutil.rmtree(filled_site.folder / "site")
    filled_site.move(filled_site.folder / "elsewhere")
    before = copies().rows()
    monkeypatch.setattr("backups.actions.restore.migrate", fail)
    with pytest.raises(RuntimeError):
        call_command("restore", yes=True, stdout=StringIO())
    after = copies().rows()
    assert after.pop("backups_backuprun") == before.pop("backups_backuprun") + 1 and after == before
    monkeypatch.undo()


def fail(**options):
    raise RuntimeError("a migration that fails")


def test_question_without_an_answer_changes_nothing(filled_site, monkeypatch):
    call_command("backup", stdout=StringIO(), stderr=StringIO())
    destroy()
    filled_site.move(filled_site.folder / "elsewhere")
    for answer in (StringIO("no\n"), StringIO("")):
        monkeypatch.setattr("sys.stdin", answer)
        with pytest.raises(CommandError, match="Nothing was changed"):
            call_command("restore", stdout=StringIO())
    assert not User.objects.exists() and filled_site.files() == {}
