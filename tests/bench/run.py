"""`make bench`: queries, CPU and throughput of the pages people wait for, with 100 and with 10 000 events, 100 and 20 000
pictures and articles, then memory.

CPU is this process's own (`time.process_time`), SQLite included, the median of repeated requests after a warm-up; queries
are counted once on a warm process. `ARGS="--events 2000"` makes a shorter run.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.bench import intranet, portal, questions

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 40
WARM_UPS = 4
FILLED_FIRST = (
    "events",
    "pages",
    "places",
    "photos",
    "people",
    "articles",
    "comments",
    "documents",
)  # they stand in the search's index


def prepare_environment() -> None:
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="escale-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
    os.environ["PYTHONPATH"] = f"{ROOT / 'site'}:{ROOT}"
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]


def manage(*arguments: str) -> None:
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def targets() -> list[tuple[str, str, str | None]]:
    """(name, address, e-mail of who asks or None) of each page measured."""
    from destination.agenda.models import Event

    event = Event.objects.published().filter(audience="public").exclude(last_day=None).order_by("-last_day").first()
    moderator = "moderation@aurelle.example"
    return [
        ("home", "/fr/", None),
        ("agenda list", "/fr/agenda/", None),
        ("agenda list, filtered", "/fr/agenda/?category=music&free=1", None),
        ("agenda month", "/fr/agenda/mois/", None),
        ("agenda map", "/fr/agenda/carte/", None),
        ("event", event.get_absolute_url(), None),
        ("places", "/fr/lieux/", None),
        ("search", "/fr/search/?q=march%C3%A9", None),
        ("search, mistyped", "/fr/search/?q=festvial", None),
        ("calendar feed, 2 000 events", "/fr/agenda.ics", None),
        ("rss feed", "/fr/agenda.rss", None),
        ("moderation queue", "/intranet/evenements/moderation/", moderator),
        ("members' home", "/intranet/", moderator),
        *portal.targets(),
        *intranet.targets(),
    ]


def clients() -> dict:
    from django.contrib.auth import get_user_model
    from django.test import Client

    found = {None: Client()}
    from demo.bench_data.members import first_member

    member = first_member().email
    people = {
        "moderation@aurelle.example": {"groups__name": "moderator"},
        portal.WATCHER: {"email": portal.WATCHER},
        member: {"email": member},
    }
    for email, facts in people.items():
        for user in get_user_model().objects.filter(is_active=True, **facts)[:1]:
            found[email] = Client()
            found[email].force_login(user)
    return found


def measure(client, address: str) -> dict:
    """Status, number of queries, median CPU in ms and size in bytes of one address."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from common.call_stack import with_room

    ask = partial(with_room, partial(client.get, address, SERVER_NAME="127.0.0.1"))  # as the web does
    for _ in range(WARM_UPS):
        ask()
    with CaptureQueriesContext(connection) as queries:
        response = ask()
        body = b"".join(response.streaming_content) if response.streaming else response.content
        asked = len(queries)  # the log is emptied when the next request starts
    spent = []
    for _ in range(REPEATS):
        start = time.process_time()
        ask()
        spent.append((time.process_time() - start) * 1000)
    return {"status": response.status_code, "queries": asked, "cpu": median(spent), "bytes": len(body)}


def table(title: str) -> dict[str, dict]:
    print(f"\n{title}\n{'page':32}{'status':>7}{'queries':>9}{'CPU ms':>9}{'req/s':>8}{'kB':>9}")
    people, rows = clients(), {}
    for name, address, email in targets():
        row = rows[name] = measure(people.get(email) or people[None], address)
        print(
            f"{name:32}{row['status']:>7}{row['queries']:>9}{row['cpu']:>9.1f}{1000 / max(row['cpu'], 0.01):>8.0f}{row['bytes'] / 1000:>9.1f}"
        )
    return rows


def first_writing(address: str) -> None:
    """CPU of a feed asked for the first time after the agenda changed: its text is then kept. The facets
    are read before, where the site has them read beside it."""
    from django.test import override_settings

    from destination.agenda.actions import note_agenda_changed
    from destination.agenda.facets import index

    client, spent = clients()[None], []
    for _ in range(5):
        note_agenda_changed()
        with override_settings(FACETS_IN_BACKGROUND=False):
            index.current()
        start = time.process_time()
        client.get(address, SERVER_NAME="127.0.0.1")
        spent.append((time.process_time() - start) * 1000)
    print(f"{'calendar feed, first writing':32}{'':>16}{median(spent):>9.1f}")


def memory() -> None:
    """Resident memory of web, worker and clock together, after each page was asked for ten times."""
    import http.client

    from config.group import HOST, commands, end_all, wait_until_it_answers

    port = 8199
    environment = {**os.environ, "MALLOC_ARENA_MAX": "2"}
    processes = {
        name: subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)
        for name, command in commands(port).items()
    }
    try:
        wait_until_it_answers(port, processes["web"])
        for _, address, email in targets() * 10:
            if email is None:
                connection = http.client.HTTPConnection(HOST, port, timeout=30)
                connection.request("GET", address)
                connection.getresponse().read()
                connection.close()
        print("\nmemory, MB resident")
        total = 0
        for name, process in processes.items():
            amount = sum(resident(pid) for pid in [process.pid, *children(process.pid)]) / 1000
            total += amount
            print(f"{name:32}{amount:>9.0f}")
        print(f"{'together':32}{total:>9.0f}")
    finally:
        end_all(processes)


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in listed]


def resident(pid: int) -> int:
    """Kilobytes of real memory that `pid` holds, what is shared counted once (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("Pss:")))


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--events", type=int, default=10_000)
    arguments.add_argument("--pages", type=int, default=500)
    arguments.add_argument("--places", type=int, default=2_000)
    arguments.add_argument("--photos", type=int, default=20_000)
    arguments.add_argument("--items", type=int, default=20_000)
    arguments.add_argument("--people", type=int, default=500)
    arguments.add_argument("--articles", type=int, default=2_000)
    arguments.add_argument("--comments", type=int, default=500)
    arguments.add_argument("--documents", type=int, default=20_000)
    wanted = arguments.parse_args()
    prepare_environment()
    print(f"Python {sys.version}")  # one compiled without a profile takes half as much again
    manage("prepare", "--demo")
    from django.db import connection

    import config.wsgi  # noqa: F401  measured as the web process is: Django set up, what is loaded set aside

    manage("fill", "--events", "100", "--pages", "20", "--places", "30", "--photos", "100", "--items", "100")
    manage("fill", "--people", "40", "--articles", "60", "--comments", "20", "--documents", "40")
    manage("rebuild_search")
    few = table("with 100 events more than the demo")
    rows = {name: str(number) for name, number in vars(wanted).items()}
    manage("fill", *(each for name in FILLED_FIRST for each in (f"--{name}", rows[name])))
    manage("rebuild_search")
    manage("fill", "--items", rows["items"])  # the watch searches its own list: the index need not hold them
    connection.close()  # the next one knows what the tables hold now, as the site's does within a minute
    many = table("with " + ", ".join(f"{number} {name}" for name, number in rows.items()) + " more")
    first_writing("/fr/agenda.ics")
    grown = [name for name in many if many[name]["queries"] > few[name]["queries"]]
    print("\nqueries that grew with the rows:", ", ".join(grown) or "none")
    portal.judge(few, many)
    intranet.judge(few, many)
    memory()
    portal.heavy_work()
    intranet.heavy_work()
    questions.ask_everywhere()


if __name__ == "__main__":
    main()
