"""kill -9 of web, workers, clock and database while pictures are given piece by piece and zips are asked for."""

import base64
import io
import random
import threading
import zipfile

import pytest

from tests.drills.conftest import KILLS
from tests.drills.person import Answer, Person
from tests.drills.scene import Killer
from tests.factories.photos import FORM_VALUES, PIECE_TYPE, UPLOADS, jpeg

pytestmark = pytest.mark.drill

GIVE, BASKET = "/fr/portail/phototheque/donner/", "/fr/portail/phototheque/panier/zip/"
PIECE = 20_000  # bytes
PHOTOS = 6  # in the basket


class Giver(threading.Thread):
    """Gives picture after picture in pieces, going on where a piece was lost as the browser does, and signs lots of three."""

    def __init__(self, person: Person, is_over: threading.Event | None):
        super().__init__(daemon=True)
        self.person, self.is_over = person, is_over
        self.received: dict[str, int] = {}  # of each upload the bytes that were acknowledged
        self.whole: dict[str, str] = {}  # its name, where the last piece was acknowledged
        self.lots = 0

    def run(self) -> None:
        self.person.insist(lambda: self.person.get(GIVE))
        number = 0
        while not self.is_over.is_set():
            for _picture in range(3):
                number += 1
                self.give(f"vue {self.name} {number}", jpeg(number * 7919, size=(900, 600), quality=95))
            self.sign()

    def announce(self, name: str, size: int) -> str:
        """The address of the upload."""
        metadata = f"filename {base64.b64encode(f'{name}.jpg'.encode()).decode()}"
        headers = {"Upload-Length": str(size), "Upload-Metadata": metadata}
        answer = self.person.insist(lambda: self.person.ask("POST", UPLOADS, headers=self.marks() | headers))
        assert answer.status == 201, (answer.status, answer.text[:300])
        return answer.headers["location"]

    def marks(self) -> dict[str, str]:
        return {"X-CSRFToken": self.person.cookies.get("csrftoken", ""), "Tus-Resumable": "1.0.0"}

    def send_piece(self, address: str, offset: int, piece: bytes) -> Answer | None:
        headers = self.marks() | {"Upload-Offset": str(offset), "Content-Type": PIECE_TYPE}
        return self.person.ask("PATCH", address, piece, headers)

    def give(self, name: str, content: bytes) -> str:
        """Gives the key of the upload."""
        address, offset = self.announce(name, len(content)), 0
        key = address.split("/")[-2]
        while offset < len(content):
            answer = self.send_piece(address, offset, content[offset : offset + PIECE])
            if answer is not None and answer.status == 204:
                offset = self.received[key] = int(answer.headers["upload-offset"])
            else:
                answer = self.person.insist(lambda: self.person.ask("HEAD", address))
                assert answer.status == 200, answer.status
                offset = int(answer.headers["upload-offset"])
        self.whole[key] = name
        return key

    def sign(self) -> None:
        person = self.person
        answer = person.insist(lambda: person.post(GIVE, FORM_VALUES | {"action": "sign"}))
        assert answer.status == 302, answer.text[:3000]
        answer = person.insist(lambda: person.post(f"{GIVE}signer/", {"name": "Maria Delmoli"}))
        assert answer.status == 302, answer.text[:3000]
        self.lots += 1


class Taker(threading.Thread):
    """Asks for the zip of the six photos of their basket again and again."""

    def __init__(self, person: Person, is_over: threading.Event):
        super().__init__(daemon=True)
        self.person, self.is_over, self.choice = person, is_over, random.Random(1)
        self.addresses: list[str] = []

    def run(self) -> None:
        person = self.person
        person.insist(lambda: person.get("/fr/portail/phototheque/panier/"))
        number = 0
        while not self.is_over.wait(self.choice.uniform(1, 3)):
            number += 1
            fields = {"size": self.choice.choice(["web", "square", "original"]), "purpose": f"zip {number}"}
            answer = person.insist(lambda fields=fields: person.post(BASKET, fields))
            assert answer.status == 302 and "/lots/" in answer.headers["location"], answer.headers
            self.addresses.append(answer.headers["location"])


def test_no_picture_and_no_zip_is_lost_or_doubled(scene, person, seed, report):
    before = sum(scene.kills.values())
    killer = Killer(scene, ["web", "web", "worker-0", "worker-0", "worker-1", "clock", "database"], KILLS * 2, seed + 10)
    givers = [Giver(person(name), killer.is_over) for name in ("member-1", "watcher")]
    taker = Taker(person("member-0"), killer.is_over)
    threads = [*givers, taker]
    with killer:
        for thread in threads:
            thread.start()
    for thread in threads:
        thread.join(240)
        assert not thread.is_alive()
    minutes = scene.settle(150)

    uploads, pictures = scene.ask("uploads"), scene.ask("pictures_of_lots")
    received = {key: count for giver in givers for key, count in giver.received.items()}
    whole = {key: name for giver in givers for key, name in giver.whole.items()}
    assert {key: uploads[key]["offset"] >= count for key, count in received.items()} == dict.fromkeys(received, True)
    arriving = [row for row in uploads.values() if row["state"] == "arriving"]
    assert [row for row in arriving if row["bytes"] != row["offset"]] == []
    assert {key: (uploads[key]["state"], uploads[key]["is_there"]) for key in whole} == dict.fromkeys(whole, ("read", True))
    assert {name: pictures.get(name) for name in whole.values()} == dict.fromkeys(whole.values(), 1)

    bundles = {row["pk"]: row for row in scene.ask("zips")}
    for address in taker.addresses:
        row = bundles[address.split("/")[-2]]
        of_same = [other for other in bundles.values() if other["purpose"] == row["purpose"]]
        assert row["state"] == "ready" and row["takings"] == PHOTOS * len(of_same), row
        content = taker.person.insist(lambda address=address: taker.person.get(f"{address}fichier/"))
        archive = zipfile.ZipFile(io.BytesIO(content.body))
        assert archive.testzip() is None and len(archive.namelist()) == PHOTOS + 1
    unanswered = sum(thread.person.unanswered + len(thread.person.faults) for thread in threads)
    report(
        f"upload in pieces, zip: {sum(scene.kills.values()) - before} kills, {unanswered} requests without an answer; "
        f"{len(whole)} pictures whole, {sum(giver.lots for giver in givers)} lots signed, {len(taker.addresses)} zips: 0 lost, "
        f"0 twice; settled in {minutes} min; left over: {scene.ask('half_files')}, {scene.ask('pieces_without_row')} pieces"
    )
