"""A full disk, under the database and the files alike; a folder of media that can only be read."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from tests.drills.person import Person
from tests.drills.scene import Scene
from tests.drills.test_pictures import Giver
from tests.drills.test_proposals import Author
from tests.factories.photos import jpeg
from tests.upgrade.test_upgrade import statement

pytestmark = pytest.mark.drill

PUBLIC = ("/fr/", "/fr/agenda/", "/fr/search/?q=concert", "/fr/portail/phototheque/")
SENTENCE = "Le serveur n’a plus de place"


@pytest.fixture
def disk(scene) -> Path:
    if scene.place is None:
        pytest.skip("this machine mounts no disk of a limited size (mount -o loop, as root)")
    return scene.place


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """To the last byte, while the context lasts."""
    ballast = disk / "ballast"
    try:
        with suppress(OSError), open(ballast, "wb") as file:
            space = os.statvfs(disk)
            with suppress(OSError):
                os.posix_fallocate(file.fileno(), 0, space.f_bavail * space.f_frsize * 98 // 100)
            file.seek(0, os.SEEK_END)
            while True:
                os.write(file.fileno(), b"0" * 4096)
        yield
    finally:
        ballast.unlink(missing_ok=True)


def checkpoint(scene: Scene) -> None:
    """As every five minutes. On a disk without a byte PostgreSQL does not survive it, and is back once there is room."""
    statement(scene.database_address(), "CHECKPOINT")


def test_full_disk_reads_and_refuses_in_a_sentence(scene, disk, person, report):
    author, giver = Author(person("member-0"), scene.town, 1, None), Giver(person("member-1"), None)
    page = author.open_form()
    assert author.save(page, "Avant que le disque soit plein").status == 200
    giver.person.get("/fr/portail/phototheque/donner/")
    address = giver.announce("plein", 200_000)
    checkpoint(scene)
    with full(disk):
        assert [Person(scene.web_port).get(path).status for path in PUBLIC] == [200] * len(PUBLIC)
        answers = [giver.send_piece(address, 0, os.urandom(20_000))]
        words = "Avant que le disque soit plein"
        saved = words
        for number in range(200):
            words = f"{number} " + os.urandom(50_000).hex()
            answers.append(author.save(page, words))
            if answers[-1].status != 200:
                break
            saved = words
        refused = [answer for answer in answers if answer.status != 200]
        assert [(answer.status, SENTENCE in answer.text) for answer in refused] == [(507, True)] * 2
        assert [Person(scene.web_port).get(path).status for path in PUBLIC] == [200] * len(PUBLIC)
        facts = scene.ask("proposals")["drafts"][page.key]
        assert facts["summary"] == saved
        with suppress(psycopg.OperationalError):
            checkpoint(scene)
            time.sleep(2)
    scene.wait_until_up("database")
    assert scene.ask("proposals")["drafts"][page.key]["summary"] == saved
    assert author.person.insist(lambda: author.save(page, words)).status == 200
    assert scene.ask("proposals")["drafts"][page.key]["summary"] == words
    answer = giver.person.insist(lambda: giver.send_piece(address, 0, os.urandom(20_000)))
    assert answer.status == 204 and answer.headers["upload-offset"] == "20000"
    scene.settle()
    log = "".join(path.read_text() for name in ("postgresql", "database") for path in scene.folder.glob(f"{name}.log"))
    report(
        f"full disk: {2 * len(PUBLIC)} public pages read; after {len(answers) - 2} savings that still found room, writing is "
        "refused by its sentence (507); with room again the same form and the same piece are taken. PostgreSQL ends at its next "
        f"checkpoint: {'yes' if 'PANIC' in log else 'no'}"
    )


@pytest.fixture
def read_only_media(scene: Scene):
    folder = scene.var / "media"
    folder.mkdir(exist_ok=True)
    if subprocess.run(["mount", "--bind", folder, folder], capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a folder (as root)")
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    yield lambda: subprocess.run(["umount", folder], check=True)
    subprocess.run(["umount", folder], capture_output=True)


def test_media_that_can_only_be_read(scene, read_only_media, person, report):
    giver, taker = Giver(person("member-1"), None), person("member-0")
    giver.person.get("/fr/portail/phototheque/donner/")
    assert [Person(scene.web_port).get(path).status for path in PUBLIC] == [200] * len(PUBLIC)
    name = "une vue que personne ne peut encore ranger"
    key = giver.give(name, jpeg(424_243, size=(900, 600), quality=95))
    zip_page = taker.post("/fr/portail/phototheque/panier/zip/", {"size": "story", "purpose": "en lecture seule"})
    assert zip_page.status == 302
    for _minute in range(12):
        scene.ask("run_the_clock")
        scene.pass_time(60)
    assert scene.ask("uploads")[key]["state"] == "arrived"
    read_only_media()
    minutes = scene.settle(60)
    assert (scene.ask("uploads")[key]["state"], scene.ask("pictures_of_lots")[name]) == ("read", 1)
    [row] = [row for row in scene.ask("zips") if row["purpose"] == "en lecture seule"]
    assert row["state"] == "ready" and row["takings"] == 6
    report(
        f"media that can only be read: {len(PUBLIC)} public pages read; a picture given meanwhile waits, and is in the library "
        f"{minutes} min after the folder can be written again; a zip asked for meanwhile is complete"
    )
