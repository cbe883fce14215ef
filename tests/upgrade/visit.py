"""What the people of a stored version get at its addresses, as JSON.

Run inside an installation: `python -m tests.upgrade.visit FOLDER`. Used twice: by `make.py`, with the code of the version that is stored, and by the test, with the code of today.
"""

import json
import os
import re
import sys
import time
from pathlib import Path

# A word of its own: within the random letters of the forms' tokens it stands by chance, about twice in a million letters.
MARK = re.compile(r"(?<![a-z0-9])(?:ev|pl|pg|pi)qz[a-z]{3}(?![a-z0-9])")
VISITOR = "visitor"
MOVED = 301  # an address of an earlier version, which a browser follows by itself
DRAWN_LATER = 202  # a picture that is not ready yet: a browser asks again by itself
MOST_SECONDS = 30
SEARCH = "/search/?"


def answers(paths: list[str], people: list[str]) -> dict[str, dict[str, list]]:
    """`{path: {email or "visitor": [status, marks found in the text]}}`."""
    from django.contrib.auth import get_user_model  # Django is set up by then
    from django.test import Client

    clients = {VISITOR: Client(SERVER_NAME="127.0.0.1")}
    for email in people:
        clients[email] = Client(SERVER_NAME="127.0.0.1")
        clients[email].force_login(get_user_model().objects.get(email=email))
    return {path: {name: answer(client, path) for name, client in clients.items()} for path in paths}


def answer(client, path: str) -> list:
    response = client.get(path)
    if response.status_code == MOVED:
        path = response.url
        response = client.get(path)
    for _second in range(MOST_SECONDS):
        if response.status_code != DRAWN_LATER:
            break
        time.sleep(1)
        response = client.get(path)
    text = b"".join(response) if response.streaming else response.content
    if SEARCH in path:  # the public site answers with what is public, the rooms with what is their readers' own
        text += client.get(f"{path}&room=1").content
    query = path.partition("?")[2]  # a list says again what was searched for
    return [
        response.status_code,
        sorted({mark for mark in MARK.findall(text.decode(errors="replace").lower()) if mark not in query}),
    ]


def drafts(facts: dict) -> dict:
    """The names of the groups for whom the stored drafts are meant: of the editor's, and of the member's form."""
    from accounts.models import WorkGroup  # Django is set up by then
    from destination.agenda.models import Event
    from intranet.submissions.models import Draft

    event = Event.objects.get(pk=facts["event_with_draft"]).get_latest_revision_as_object()
    draft = Draft.objects.get(key=facts["form_draft"])
    groups = WorkGroup.objects.filter(pk__in=draft.fields["audience_groups"])
    return {
        "revision": [str(event), sorted(group.name for group in event.audience_groups.all())],
        "form": [draft.title, sorted(group.name for group in groups)],
    }


def unknown_tasks() -> list[str]:
    """Tasks that wait in the database under a name that the code no longer has."""
    from django.utils.module_loading import import_string  # Django is set up by then
    from django_tasks_db.models import DBTaskResult

    def is_known(path: str) -> bool:
        try:
            return bool(import_string(path))
        except ImportError:
            return False

    paths = set(DBTaskResult.objects.values_list("task_path", flat=True))
    return sorted(path for path in paths if not is_known(path))


def main(folder: str) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    import time_machine
    from django.core.management import call_command

    facts = json.loads((Path(folder) / "facts.json").read_text())
    with time_machine.travel(facts["made_at"]):
        result = {"drafts": drafts(facts), "unknown_tasks": unknown_tasks(), "lists": answers(facts["lists"], facts["people"])}
        call_command("rebuild_search", verbosity=0)
        result["answers"] = answers(facts["paths"], facts["people"])
    print("RESULT " + json.dumps(result))


if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[2] / "site")]
    main(*sys.argv[1:])
