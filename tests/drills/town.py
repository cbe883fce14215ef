"""What the drills ask inside the installation: to make a small town, then what the database, the storages and the search hold.

Each function runs in a process of its own (`Scene.ask`) and answers what JSON can say.
"""

from collections import Counter

from django.core.files.storage import storages
from django.db.models import Count
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from accounts.models import Organisation, User
from common.clock import run_due
from common.models import Picture
from common.outbox import OutgoingMail
from common.processes import ProcessLife
from destination.agenda.models import Event
from destination.pages.actions import ensure_site
from intranet.submissions.models import Decision, Draft
from notifications.models import Notice
from pro_portal.photos.models import BasketLine, Bundle, LicenceAcceptance, LicenceText, Photo, Taking, Upload, UploadPiece
from pro_portal.watch.models import WatchLetter
from search import actions as search_actions
from search.engines import current_engine
from search.engines.protocol import document_name
from search.models import Entry, Unsent
from tests.factories import make_category, make_event, make_organisation, make_territory, make_user
from tests.factories.photos import make_photo
from tests.factories.watch import make_item, make_letter, make_subscription, make_theme

States = OutgoingMail.State
AT_HAND = (TaskResultStatus.READY, TaskResultStatus.RUNNING)


def make_town() -> dict:
    """Two members and a professional who write and give, a moderator, an editor, a watcher; six photos to take."""
    ensure_site()
    office = make_organisation("Office de la Côte", slug="office-des-exercices")
    agency = make_organisation("Agence d’Aurelle", kind="agency", slug="agence-des-exercices")
    people = {
        "member-0": make_user("membre0@aurelle.example", office), "member-1": make_user("membre1@aurelle.example", office),
        "moderator": make_user("moderation@aurelle.example", agency, ["moderator"]),
        "editor": make_user("redaction@aurelle.example", agency, ["editor"]),
        "watcher": make_user("veille@aurelle.example", agency, ["watcher"]),
    }  # fmt: skip
    photos = [make_photo(f"Calanque {number}", size=(1200, 800)).pk for number in range(6)]
    LicenceAcceptance.objects.get_or_create(person=people["member-0"], text=LicenceText.current())
    BasketLine.objects.bulk_create(BasketLine(person=people["member-0"], picture_id=pk) for pk in photos)
    return {
        "people": {name: person.email for name, person in people.items()}, "photos": photos,
        "category": make_category().pk, "commune": make_territory(slug="commune-des-exercices").pk,
    }  # fmt: skip


def make_events(first: int, number: int) -> int:
    for count in range(first, first + number):
        make_event(f"Concert numéro {count}").save_revision(clean=False).publish()
    return Event.objects.count()


# ---- what waits


def run_the_clock() -> list[str]:
    return run_due()


def work_at_hand() -> int:
    """Tasks that a worker has or takes now."""
    now = timezone.now()
    ready = DBTaskResult.objects.ready().filter(run_after__lte=now) | DBTaskResult.objects.ready().filter(run_after=None)
    living = ProcessLife.living(now)
    return sum(task.worker_ids[-1] in living for task in DBTaskResult.objects.running()) + ready.count()


def work_that_waits() -> dict[str, int]:
    """All that a task or the clock has yet to do, by name."""
    waiting = {
        "tasks": DBTaskResult.objects.filter(status__in=AT_HAND).count(),
        "mails": OutgoingMail.objects.filter(state__in=(States.WAITING, States.CLAIMED)).count(),
        "notices": Notice.objects.filter(mail_waiting=True, read_at=None).count(),
        "files": Upload.objects.filter(state=Upload.State.ARRIVED).count(),
        "zips": Bundle.objects.filter(state=Bundle.State.WAITING).count(),
        "letters": WatchLetter.objects.filter(state=WatchLetter.State.SENT, mailed_at=None).count(),
        "search": Unsent.objects.count(),
    }
    return {name: count for name, count in waiting.items() if count}


# ---- proposals


def proposals() -> dict:
    """Drafts by their key, events by title, decisions by event, and what anybody was told."""
    events = list(Event.objects.prefetch_related("words"))
    titles = {event.pk: str(event.title) for event in events}
    verbs = Counter(Decision.objects.values_list("event_id", "verb"))
    notices = Notice.objects.values_list("person_id", "code", "object_id").annotate(number=Count("pk"))
    return {
        "drafts": {
            str(draft.key): {"summary": draft.fields.get("fr-summary", [""])[0], "is_sent": bool(draft.sent_at)}
            for draft in Draft.objects.all()
        },
        "events": Counter(titles.values()),
        "live": [event.pk for event in events if event.live],
        "titles": titles,
        "decisions": [[pk, verb, number] for (pk, verb), number in verbs.items()],
        "notices_twice": [row for row in map(list, notices) if row[3] > 1],
    }


def search_differs() -> dict[str, int]:
    """Things that the search does not know as they are; asked again, there are none (`search.actions.mend` has mended them)."""
    return search_actions.mend()


def entries_twice() -> int:
    return Entry.objects.values("kind", "thing", "language").annotate(number=Count("pk")).filter(number__gt=1).count()


# ---- mail


def make_subscribers(number: int) -> int:
    theme = make_theme()
    organisation = Organisation.objects.get(slug="agence-des-exercices")
    for count in range(number):
        person = User.objects.create(email=f"abonne{count}@aurelle.example", organisation=organisation, password="!")
        make_subscription(person, [theme])
    return number


def make_newsletter(title: str) -> int:
    return make_letter(title, [make_item(f"{title}, article", [make_theme()], in_next_letter=True)]).pk


def mails(beginning: str = "") -> list[dict]:
    """Every mail whose key begins so."""
    rows = OutgoingMail.objects.filter(key__startswith=beginning)
    return [{"id": row.message_id, "key": row.key, "to": row.to, "state": row.state, "tries": row.attempts} for row in rows]


# ---- pictures


def uploads() -> dict[str, dict]:
    """Each upload: its state, the bytes that stand in its pieces' files, the pictures made of it."""
    states = {}
    for upload in Upload.objects.prefetch_related("pieces"):
        there = sum(piece.file.size for piece in upload.pieces.all())
        states[str(upload.pk)] = {"state": upload.state, "offset": upload.offset, "bytes": there, "lot": upload.contribution_id,
                                 "picture": upload.picture_id, "is_there": bool(upload.picture and _is_there(upload.picture)),
                                 "name": upload.name}  # fmt: skip
    return states


def _is_there(picture: Picture) -> bool:
    with picture.file.open("rb") as content:
        return len(content.read()) > 1000


def pictures_of_lots() -> dict[str, int]:
    """How many pictures have this title, for each title that a drill gave."""
    return Counter(Photo.objects.filter(contribution__isnull=False).values_list("picture__title", flat=True))


def half_files() -> list[str]:
    """What lies in the storages of half-written files and empty ones."""
    names = []
    for name in ("default", "private"):
        for folder in ("uploads", "bundles", "original_images", ".parts"):
            try:
                files = storages[name].listdir(folder)[1]
            except FileNotFoundError:
                continue
            names += [f"{folder}/{file}" for file in files if folder == ".parts" or not storages[name].size(f"{folder}/{file}")]
    return names


def zips() -> list[dict]:
    takings = Counter(Taking.objects.values_list("purpose", flat=True))
    return [
        {"pk": str(bundle.pk), "state": bundle.state, "purpose": bundle.purpose, "takings": takings[bundle.purpose],
         "size": bundle.file_size}
        for bundle in Bundle.objects.all()
    ]  # fmt: skip


def pieces_without_row() -> int:
    stored = set(UploadPiece.objects.values_list("file", flat=True))
    try:
        files = storages["private"].listdir(UploadPiece.FOLDER)[1]
    except FileNotFoundError:
        return 0
    return sum(f"{UploadPiece.FOLDER}/{file}" not in stored for file in files)


# ---- a separate engine


def fill_engine() -> int | None:
    return search_actions.fill_missing_index()


def empty_engine() -> None:
    current_engine().drop()


def engine_indexes() -> int:
    return len(current_engine()._indexes())


def change_events(first: int, title: str = "Concert numéro") -> int:
    """Publish four events with this number and the three that follow; of those that stand already change two and withdraw two.
    Gives how many more are found."""
    standing = list(Event.objects.filter(live=True, source_id__startswith=f"drill-{first}-").order_by("pk"))
    for event in standing[:2]:
        words = event.words.get(language="fr")
        words.title = f"{title} {words.title}"
        words.save()
        event.save_revision(clean=False).publish()
    for event in standing[2:]:
        event.unpublish()
    if standing:
        return -len(standing[2:])
    for number in range(first, first + 4):
        event = make_event(f"Concert numéro {number}", source="drill", source_id=f"drill-{first}-{number}")
        event.save_revision(clean=False).publish()
    return 4


def engine_differs() -> list[str]:
    """The documents that the engine lacks, has too much of, or has in an older state than the database."""
    engine = current_engine()
    engine.refresh()
    answer = engine.client.search(index=engine.prefix, size=10_000, version=True, query={"match_all": {}})
    stored = {hit["_id"]: hit["_source"] for hit in answer["hits"]["hits"]}
    rows = {document_name(entry.kind, entry.thing, entry.language): entry for entry in Entry.objects.all()}
    differing = [
        name
        for name, entry in rows.items()
        if name in stored and (stored[name]["entry"], stored[name]["title_words"]) != (entry.pk, entry.title_words)
    ]
    return sorted({*(rows.keys() ^ stored.keys()), *differing})


# ---- the clock


def lose_a_task() -> None:
    """A task as a worker leaves it that was killed now."""
    DBTaskResult.objects.create(
        task_path="common.tasks.draw_picture", args_kwargs={"args": [Picture.objects.first().pk], "kwargs": {}},
        backend_name="default", run_after=get_date_max(), status=TaskResultStatus.RUNNING, started_at=timezone.now(),
        worker_ids=["dead"],
    )  # fmt: skip
