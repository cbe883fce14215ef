"""A reader, an outsider, and documents some of which only the reader may see."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from search.actions import index_things
from tests.conftest import forget_commits
from tests.factories import make_organisation, make_user, make_work_group
from tests.factories.documents import pdf
from tests.factories.shared_documents import make_folder, make_shared_document

SECRET = "Zanzibarre"


@pytest.fixture(scope="module")
def shelf_of_module(module_transaction):
    office, other = make_organisation("Office du Cap"), make_organisation("Office des Monts")
    author = make_user("auteur@aurelle.example", office, first_name="Aude", last_name="Tamarin")
    reader = make_user("lecteur@aurelle.example", other, first_name="Léo", last_name="Micocoulier")
    outsider = make_user("dehors@aurelle.example", other, first_name="Odile", last_name="Érable")
    group = make_work_group(reader, name="Comité des marchés", kind="secret", owners=[author])
    folder, hidden = make_folder(author, "Marchés"), make_folder(author, f"Dossier {SECRET}", groups=[group])
    pages = ["Sommaire du rapport", "Le marché de Port-Aurelle compte 137 étals", "Fin"]
    report = make_shared_document(
        author, "Rapport des marchés", pages=pages, folder=folder, kind="pdf", note="Pour les élus", text_state="read",
        file=ContentFile(pdf(*pages), name="rapport.pdf"), file_hash="a" * 40, shared_at=timezone.now() - timedelta(days=2),
        changed_at=None,
    )  # fmt: skip
    report.pages = 3
    report.save()
    report.tags.add("marché")
    secret = make_shared_document(
        author, f"Plan {SECRET}", groups=[group], pages=["Introduction", f"Le projet {SECRET} ouvre en mai"], folder=hidden,
        kind="pdf", file=ContentFile(pdf("Introduction", f"Le projet {SECRET}"), name=f"{SECRET}.pdf"),
    )  # fmt: skip
    secret.pages = 2
    secret.save()
    secret.tags.add(SECRET.lower())
    index_things("document", [str(report.pk), str(secret.pk)])
    forget_commits()
    return SimpleNamespace(
        office=office, author=author, reader=reader, outsider=outsider, group=group, folder=folder, hidden=hidden, report=report,
        secret=secret,
    )  # fmt: skip


@pytest.fixture
def shelf(shelf_of_module, db):
    return shelf_of_module
