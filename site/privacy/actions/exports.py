"""Everything held about a person as one zip: `donnees.json` for programs, `lire.html` for people, their files beside them."""

import json
import zipfile
from datetime import date

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.text import get_valid_filename

from common.mail import office_name
from common.personal_data import Person, Record, kinds
from common.storages import StorageAway
from common.zips import add_chunks, store_zip
from privacy.models import Export

MOST_BYTES = 1024**3  # of files in one zip; a photographer's library is named beyond it, and stays where it can be downloaded


def fill_export(pk: str) -> None:
    """Write the zip of an export that waits. Done twice, it is made once."""
    export = Export.objects.select_related("account").filter(pk=pk, state=Export.State.WAITING).first()
    if export is None:
        return
    person = Person.of(export.account) if export.account else Person.with_address(export.email)
    with translation.override(export.language):
        store_zip(export, lambda archive: _write(archive, person), lambda: _finish(export), zipfile.ZIP_DEFLATED)


@transaction.atomic
def _finish(export: Export) -> bool:
    """False where another worker was faster, or the person is gone."""
    if not Export.objects.select_for_update().filter(pk=export.pk, state=Export.State.WAITING).exists():
        return False
    export.state = Export.State.READY
    export.save(update_fields=["file", "state"])
    return True


def _write(archive: zipfile.ZipFile, person: Person) -> bool:
    sections, left = [], MOST_BYTES
    for kind in kinds():
        records = []
        for record in kind.of_person(person):
            files, left = _copy_files(archive, kind.key, record, left)
            records.append({"title": record.title, "at": _date_text(record.at), "values": dict(record.values), "files": files})
        if records:
            sections.append(
                {
                    "key": kind.key, "title": str(kind.title), "purpose": str(kind.purpose),
                    "legal_basis": str(kind.legal_basis.label), "term": str(kind.term), "recipients": str(kind.recipients.label),
                    "records": records,
                }
            )  # fmt: skip
    facts = {"office": office_name(), "email": person.email, "made_at": timezone.localtime().isoformat(timespec="seconds")}
    archive.writestr("donnees.json", json.dumps(facts | {"kinds": sections}, ensure_ascii=False, indent=1))
    page = {**facts, "sections": sections, "language": translation.get_language(), "moment": timezone.localtime()}
    archive.writestr("lire.html", render_to_string("privacy/export.html", page))
    return True


def _copy_files(archive: zipfile.ZipFile, key: str, record: Record, left: int) -> tuple[list[dict], int]:
    """Copy the files of a record; gives where each stands in the zip (empty: not in it), and how many bytes are left."""
    places = []
    for file in record.files:
        place = f"fichiers/{key}/{len(archive.namelist()):04}-{get_valid_filename(file.name or 'fichier')[-100:]}"
        try:
            size = file.storage.size(file.path)
            if size > left:
                place = ""
            else:
                with file.storage.open(file.path) as content:
                    add_chunks(archive, place, content.chunks())
                left -= size
        except StorageAway:  # the task is done again: nothing is missing for that
            raise
        except FileNotFoundError:
            place = ""
        places.append({"name": file.name, "place": place})
    return places, left


def _date_text(at: date | None) -> str:
    if at is None:
        return ""
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if hasattr(at, "hour") else f"{at:%Y-%m-%d}"
