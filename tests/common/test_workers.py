"""A task whose worker died is taken up again, each kind may run twice, and a worker outlives its database's restart."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult, get_date_max

from common.clock import run_due
from common.mail import send_mail_message
from common.models import PictureRendition, SharedDocument
from common.outbox import OutgoingMail
from common.processes import ProcessLife
from common.uploads import private_storage
from common.workers import MOST_STARTS, LastingWorker, take_up_lost_tasks
from intranet.documents.actions.archives import begin_archive
from intranet.documents.actions.uploads import receive_files
from intranet.documents.models import DocumentArchive, DocumentUpload
from notifications.actions import notify
from notifications.models import Notice
from privacy.models import Export
from pro_portal.photos.models import Bundle, Photo, Taking
from pro_portal.watch.actions import newsletter
from pro_portal.watch.models import WatchItem, WatchLetter
from search.models import Entry, LastTurn
from tests.conftest import ROOT
from tests.factories import make_event, make_picture, make_user
from tests.factories.documents import pdf
from tests.factories.notifications import EventNotification
from tests.factories.photos import jpeg, make_photo, upload_file
from tests.factories.shared_documents import make_shared_document
from tests.factories.watch import make_item, make_letter, make_rss, make_source, make_subscription, make_theme
from tests.personas import make_professional, make_watcher

TASKS = sorted(
    value.module_path
    for app in apps.get_app_configs()
    if find_spec(f"{app.name}.tasks")
    for value in vars(import_module(f"{app.name}.tasks")).values()
    if isinstance(value, Task) and value.module_path.startswith(f"{app.name}.tasks.")
)


def make_task(path="common.tasks.draw_picture", *arguments, **fields) -> DBTaskResult:
    """Waiting, with its arguments; `fields` of the result."""
    return DBTaskResult.objects.create(
        task_path=path, args_kwargs={"args": arguments, "kwargs": {}}, backend_name="default", run_after=get_date_max(), **fields
    )


def run_worker(**options) -> None:
    """One worker of this process runs what waits."""
    settings = {"queue_names": ["*"], "interval": 0, "batch": True, "backend_name": "default", "startup_delay": False,
                "max_tasks": None, "worker_id": "a-worker", "excluded_queue_names": []}  # fmt: skip
    LastingWorker(**settings | options).run()


# ---- taken up again


@pytest.mark.django_db
@pytest.mark.every_database
@pytest.mark.parametrize("path", TASKS)
def test_task_of_a_dead_worker_is_taken_up_by_the_clock(path):
    ProcessLife.give_sign("alive")
    dead = make_task(path, status=TaskResultStatus.RUNNING, started_at=timezone.now(), worker_ids=["dead"])
    living = make_task(path, status=TaskResultStatus.RUNNING, started_at=timezone.now(), worker_ids=["dead", "alive"])
    run_due()
    states = dict(DBTaskResult.objects.values_list("pk", "status"))
    assert (states[dead.pk], states[living.pk]) == ("READY", "RUNNING")


@pytest.mark.django_db
def test_worker_that_gives_no_sign_for_two_minutes_is_dead():
    ProcessLife.give_sign("frozen")
    make_task(status=TaskResultStatus.RUNNING, started_at=timezone.now(), worker_ids=["frozen"])
    now = timezone.now()
    assert take_up_lost_tasks(now + timedelta(seconds=100)) == 0
    assert take_up_lost_tasks(now + timedelta(seconds=130)) == 1


@pytest.mark.django_db
def test_sign_of_before_the_clock_was_set_back_is_none():
    ProcessLife.give_sign("dead")
    make_task(status=TaskResultStatus.RUNNING, started_at=timezone.now(), worker_ids=["dead"])
    assert take_up_lost_tasks(timezone.now() - timedelta(hours=1)) == 1


@pytest.mark.django_db
def test_task_that_ends_every_worker_is_given_up(caplog):
    workers = [f"w{number}" for number in range(MOST_STARTS)]
    task = make_task(status=TaskResultStatus.RUNNING, started_at=timezone.now(), worker_ids=workers)
    assert take_up_lost_tasks() == 0
    task.refresh_from_db()
    assert task.status == "FAILED" and "draw_picture" in caplog.text
    caplog.clear()


THREE_MINUTES_LATER = """
from datetime import timedelta
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from common.workers import ProcessLife
DBTaskResult.objects.update(args_kwargs={"args": [0], "kwargs": {}})
ProcessLife.objects.update(alive_at=timezone.now() - timedelta(minutes=3))
call_command("every_minute")
call_command("db_worker", batch=True)
"""


def test_killed_worker_loses_no_task(tmp_path, own_database):
    """kill -9 while a task runs, in processes of their own."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.base", "SECRET_KEY": "only-for-tests", "VAR_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{own_database}",
    }  # fmt: skip

    def shell(code: str) -> None:
        command = [sys.executable, "manage.py", "shell", "-v0", "-c", code]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)

    def state() -> str:
        with closing(sqlite3.connect(own_database)) as rows:
            [(found,)] = rows.execute(f"SELECT status FROM {DBTaskResult._meta.db_table} WHERE task_path LIKE '%sleep'")
        return found

    shell("from tests.common.test_workers import make_task; make_task('tests.common.slow_tasks.sleep', 60)")
    worker = subprocess.Popen([sys.executable, "manage.py", "db_worker", "--interval", "0.1"], cwd=ROOT, env=environment)
    try:
        wait_until(lambda: state() == "RUNNING")
    finally:
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
    shell(THREE_MINUTES_LATER)
    assert state() == "SUCCESSFUL"


def wait_until(is_true: Callable[[], bool], seconds=60) -> None:
    end = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < end
        time.sleep(0.2)


# ---- run twice


def mail_of_the_outbox():
    send_mail_message("p@aurelle.example", "Courriel", "accounts/mail/password_reset", {"link": "/"})
    return [OutgoingMail.objects.get().pk], lambda: len(mail.outbox)


def picture_to_draw():
    return [make_picture().pk], PictureRendition.objects.count


def notices_to_mail():
    make_user()
    notify(EventNotification(make_event("Concert au port")))
    return [list(Notice.objects.values_list("pk", flat=True))], OutgoingMail.objects.count


def zip_to_make():
    photo = make_photo("Le phare")
    bundle = Bundle.objects.create(person=make_professional(), pictures=[photo.pk], size="web")
    return [str(bundle.pk)], Taking.objects.count


def document_to_take_in():
    receive_files(make_user(), [SimpleUploadedFile("consignes.txt", b"La cle est chez le gardien.")])
    return [str(DocumentUpload.objects.get().pk)], SharedDocument.objects.filter(page_texts__text__contains="gardien").count


def document_to_read():
    document = make_shared_document(make_user(), pages=[], text_state="waiting")
    return [document.pk], document.page_texts.count


def pages_to_draw():
    file = ContentFile(pdf("Les horaires", "Les tarifs"), name="horaires.pdf")
    document = make_shared_document(make_user(), kind="pdf", file=file)
    return [document.pk, 1, 1, 2], lambda: len(private_storage().listdir(f"document-pages/{document.pk}/1")[1])


def zip_of_documents():
    person = make_user()
    archive = begin_archive(person, [make_shared_document(person).pk], "fr")
    return [str(archive.pk)], DocumentArchive.objects.filter(state="ready").exclude(file="").count


def letter_to_mail():
    theme = make_theme()
    make_subscription(make_professional(), [theme])
    letter = make_letter("La veille", [make_item("Un", [theme], audience="public")])
    newsletter.send(letter, make_watcher())
    WatchLetter.objects.update(leaves_at=timezone.now())  # nobody undid it
    return [letter.pk], OutgoingMail.objects.filter(to="pro@aurelle.example").count


def event_to_index():
    return ["event", [str(make_event("Concert au port").pk)]], Entry.objects.filter(kind="event").count


def index_to_fill():
    return [], Entry.objects.count


def words_to_rewrite():
    make_event("Concert au port")
    LastTurn.objects.update(words_format=0)
    return [], Entry.objects.filter(kind="event").count


def password_to_reset():
    return [make_user("perdu@aurelle.example").email, "request"], OutgoingMail.objects.count


def owner_to_warn():
    return [make_user("essais@aurelle.example").email, "login"], OutgoingMail.objects.count


def export_to_make():
    person = make_user("export@aurelle.example")
    export = Export.objects.create(account=person, email=person.email, requested_by=person)
    return [str(export.pk)], Export.objects.filter(state="ready").count


TWICE = {
    "accounts.tasks.send_password_reset": password_to_reset,
    "accounts.tasks.warn_owner": owner_to_warn,
    "backups.tasks.check_backup": None,  # both in tests/backups/test_tasks.py: they need a place for backups
    "backups.tasks.make_backup": None,
    "common.tasks.deliver_mail": mail_of_the_outbox,
    "common.tasks.draw_picture": picture_to_draw,
    "destination.base_map.tasks.cut_base_map": None,  # in tests/destination/base_map/test_actions.py: it needs a file
    "intranet.documents.tasks.draw_document_pages": pages_to_draw,
    "intranet.documents.tasks.make_archive": zip_of_documents,
    "intranet.documents.tasks.read_content": document_to_read,
    "intranet.documents.tasks.read_upload": document_to_take_in,
    "intranet.documents.tasks.scan_older_files": None,  # in tests/intranet/documents/actions/test_scanning.py: it needs a scanner
    "notifications.tasks.mail_notices": notices_to_mail,
    "privacy.tasks.make_export": export_to_make,
    "pro_portal.photos.tasks.make_bundle": zip_to_make,
    "pro_portal.photos.tasks.read_file": None,  # below: it needs a browser
    "pro_portal.watch.tasks.read_one_source": None,  # below: it needs a newspaper
    "pro_portal.watch.tasks.write_letter_mails": letter_to_mail,
    "search.tasks.fill_missing_index": index_to_fill,
    "search.tasks.index_things": event_to_index,
    "search.tasks.rewrite_old_words": words_to_rewrite,
}


def call(path: str, *arguments) -> None:
    module, name = path.rsplit(".", 1)
    getattr(import_module(module), name).call(*arguments)


def test_every_task_is_tried_twice():
    """Wagtail's own look at a thing and write what they find: its references, its words, its focal point."""
    assert sorted(TWICE) == [path for path in TASKS if not path.startswith("wagtail.")]


@pytest.mark.django_db
@pytest.mark.every_database
@pytest.mark.parametrize("path", [path for path, scene in TWICE.items() if scene])
def test_task_done_twice_does_nothing_twice(path):
    arguments, count = TWICE[path]()
    call(path, *arguments)
    once = count()
    call(path, *arguments)
    assert count() == once and (once or path == "search.tasks.fill_missing_index")


@pytest.mark.django_db
def test_file_read_twice_is_one_picture(client):
    client.force_login(make_professional())
    upload = upload_file(client, jpeg(1))
    for _ in range(2):
        call("pro_portal.photos.tasks.read_file", str(upload.pk))
    assert Photo.objects.count() == 1


@pytest.mark.django_db
def test_source_read_twice_brings_its_items_once(tmp_path, settings):
    class Newspaper(SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    (tmp_path / "feed.xml").write_bytes(make_rss(("https://carnet.example/1", "Un article", "Texte")))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Newspaper, directory=tmp_path))
    settings.OUTSIDE_ALLOWED_HOSTS = [f"127.0.0.1:{server.server_port}"]
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        source = make_source(address=f"http://127.0.0.1:{server.server_port}/feed.xml")
        for _ in range(2):
            call("pro_portal.watch.tasks.read_one_source", source.pk)
    finally:
        server.shutdown()
        server.server_close()
    assert WatchItem.objects.count() == 1


# ---- the database goes away


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("error", ["OperationalError", "SystemExit"])
def test_task_that_was_interrupted_waits_again(settings, caplog, error):
    settings.TASKS = settings.TASKS | {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail"]}}
    task = make_task("tests.common.slow_tasks.fail", error)
    run_worker()
    caplog.clear()  # django-tasks has said that it failed
    task.refresh_from_db()
    assert (task.status, task.exception_class_path) == ("READY", "")
    assert task.run_after > timezone.now()


@pytest.mark.django_db(transaction=True)
def test_task_that_fails_by_itself_has_failed(settings, caplog):
    settings.TASKS = settings.TASKS | {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail"]}}
    task = make_task("tests.common.slow_tasks.fail", "ValueError")
    run_worker()
    caplog.clear()  # django-tasks has said that it failed
    task.refresh_from_db()
    assert task.status == "FAILED"


class Line:
    """A line to PostgreSQL that can be cut."""

    def __init__(self, host: str, port: int):
        self._target, self._sockets = (host, port), []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.is_cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                caller, _address = self._listener.accept()
            except OSError:
                return
            if self.is_cut:
                caller.close()
                continue
            server = socket.create_connection(self._target)
            self._sockets += [caller, server]
            for one, other in ((caller, server), (server, caller)):
                threading.Thread(target=self._copy, args=(one, other), daemon=True).start()

    def _copy(self, one, other):
        try:
            while block := one.recv(65536):
                other.sendall(block)
        except OSError:
            pass
        for end in (one, other):
            end.close()

    def cut(self):
        self.is_cut = True
        for end in self._sockets:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self):
        self.cut()
        self._listener.close()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_worker_outlives_a_restart_of_the_database(tmp_path):
    database = connection.settings_dict
    line = Line(database["HOST"], int(database["PORT"]))
    user = database["USER"] + (f":{database['PASSWORD']}" if database["PASSWORD"] else "")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.base", "SECRET_KEY": "only-for-tests", "VAR_DIR": str(tmp_path),
        "DATABASE_URL": f"postgres://{user}@127.0.0.1:{line.port}/{database['NAME']}",
    }  # fmt: skip
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "db_worker", "--interval", "0.1"],
        cwd=ROOT,
        env=environment,
        stderr=(tmp_path / "worker.log").open("w"),
    )
    try:
        first = make_task("tests.common.slow_tasks.sleep", 0)
        wait_until(lambda: DBTaskResult.objects.get(pk=first.pk).status == "SUCCESSFUL")
        during = make_task("tests.common.slow_tasks.sleep", 2)
        wait_until(lambda: DBTaskResult.objects.get(pk=during.pk).status == "RUNNING")
        line.cut()
        time.sleep(5)
        line.is_cut = False
        after = make_task("tests.common.slow_tasks.sleep", 0)
        wait_until(lambda: DBTaskResult.objects.get(pk=after.pk).status == "SUCCESSFUL")
        assert worker.poll() is None
        DBTaskResult.objects.filter(pk=during.pk).update(args_kwargs={"args": [0], "kwargs": {}})
        assert take_up_lost_tasks() == 1
        wait_until(lambda: DBTaskResult.objects.get(pk=during.pk).status == "SUCCESSFUL")
    finally:
        worker.terminate()
        worker.wait()
        line.close()
