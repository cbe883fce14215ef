"""A site's folders that are this test's alone, and a backup of them."""

import json
import shutil
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from backups.actions.backup import back_up
from backups.actions.shelf import Shelf
from backups.sealing import Seal, new_key
from backups.stores import store_at

FILES = {
    ("default", "documents/plan.pdf"): b"%PDF-1.4 plan",
    ("default", "original_images/port.jpg"): b"a picture" * 20_000,
    ("default", "original_images/port_copy.jpg"): b"a picture" * 20_000,
    ("private", "consents/accord.pdf"): b"%PDF-1.4 accord",
}
LEFT_OUT = (("default", "images/port.width-320.jpg"), ("private", "bundles/photos.zip"), ("private", "uploads/piece"))


@pytest.fixture
def site(settings, tmp_path, own_folders):
    """`site.move(folder)` gives the site other folders, empty ones; `site.files()` what stands there."""

    def files() -> dict[tuple[str, str], bytes]:
        return {
            (alias, file.name): storages[alias].open(file.name).read()
            for alias in ("default", "private")
            for file in storages[alias].walk()
        }

    settings.BACKUP_URL, settings.BACKUP_KEY = str(tmp_path / "backups"), ""
    own_folders(tmp_path / "site")
    return SimpleNamespace(move=own_folders, files=files, backups=tmp_path / "backups", folder=tmp_path)


@pytest.fixture
def filled(site):
    for (alias, name), content in FILES.items():
        storages[alias].save(name, ContentFile(content))
    for alias, name in LEFT_OUT:
        storages[alias].save(name, ContentFile(b"made again"))
    return site


@pytest.fixture(scope="session")
def shelf_of(tmp_path_factory):
    """The stores of `backup`, made once, by whether they are sealed; with the key."""
    return SimpleNamespace(folder=tmp_path_factory.mktemp("shelf"), keys={})


@pytest.fixture(params=["clear", "sealed"])
def backup(request, filled, settings, db, shelf_of):
    """A backup of `filled`, in a folder that the test may spoil."""
    kept = shelf_of.folder / request.param
    if request.param == "sealed":
        settings.BACKUP_KEY = shelf_of.keys.setdefault("sealed", new_key())
    if not kept.exists():
        back_up(str(kept))
    shutil.copytree(kept, filled.backups)
    (folder,) = (filled.backups / "backups").iterdir()
    manifest = json.loads((folder / "manifest.json").read_text())
    return SimpleNamespace(folder=folder, name=folder.name, manifest=manifest, site=filled, is_sealed=request.param == "sealed")


def change_contents(backup, settings, change) -> None:
    """Someone who has the key writes other contents, with the hash that fits."""
    seal, store = Seal(settings.BACKUP_KEY), store_at(str(backup.site.backups))
    record = Shelf(store).manifest(backup.name)
    values = json.loads(Shelf(store).contents(backup.name, record, seal).to_bytes())
    change(values)
    part = backup.manifest["contents"]
    target = BytesIO()
    measure = seal.close_into(BytesIO(json.dumps(values).encode()), target)
    (backup.folder / part["file"]).write_bytes(target.getvalue())
    changed = backup.manifest | {"contents": part | {"sha256": measure.sha256, "size": measure.size}}
    (backup.folder / "manifest.json").write_text(json.dumps(changed))
