"""Store this version beside the others: fill a new installation with a small town and keep its database and files.

    VAR_DIR=/tmp/store DJANGO_SETTINGS_MODULE=config.settings.test python manage.py prepare
    VAR_DIR=/tmp/store DJANGO_SETTINGS_MODULE=config.settings.test python -m tests.upgrade.make tests/upgrade/0.2

and both again with the `DATABASE_URL` of an empty PostgreSQL database and another folder, which adds `postgresql.sql.xz`.
"""

import json
import lzma
import os
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE_AT = "2026-11-27T09:30:00+00:00"
FORM_DRAFT = "5f0a1f0e-0000-4000-8000-00000000e788"
READERS = ("professional", "member", "group_member", "editor")
PATHS = (
    "/", "/portail/", "/intranet/", "/intranet/evenements/", "/portail/phototheque/", "/portail/tutoriels/", "/portail/veille/",
    "/fr/", "/en/", "/ca/", "/fr/agenda/", "/fr/lieux/", "/fr/search/?q=Marqueur", "/fr/search/?q=Concert",
)  # fmt: skip
LISTS = ("/fr/agenda/", "/fr/search/?q=Marqueur")
PAGES = ("la-mer", "venir", "ecrire", "pgqzpub", "pgqzlog", "pgqzedi", "pgqzunp")


def fill() -> dict:
    """One row of nearly everything; what the test must know of it."""
    from destination.agenda.models import Event, EventTranslation  # Django is set up by then
    from intranet.submissions.models import Claim, Draft
    from tests.access import marked, scene
    from tests.factories import make_work_group

    people = scene.make_people()
    things = scene.make_scene(people).things
    marks = marked.Marked(people)
    marks.make_public()
    marks.make_hidden()
    group = marks.work_group
    event = Event.objects.get(words__title="Marqueur evqzgrp")
    event.words.set([EventTranslation(language="fr", title="Marqueur evqzdrf", summary="Une autre version.")])
    press = make_work_group(people["member"], name="Presse")
    event.audience_groups.set([group, press])
    event.save_revision(user=people["editor"], clean=False)
    fields = {"fr-title": ["Réunion du groupe"], "audience": ["group"], "audience_groups": [str(group.pk)]}
    Draft.objects.create(key=FORM_DRAFT, author=people["member"], fields=fields, version=1)
    Claim.objects.create(event=things.waiting, person=people["moderator"])
    addresses = [
        things.picture.url_for(240), *addresses_for_the_group(group, marks, people["editor"]),
        *(thing.get_absolute_url() for thing in (things.event, things.place, things.tutorial)), things.document.url,
        f"/admin/snippets/agenda/event/edit/{event.pk}/",
    ]  # fmt: skip
    addresses += [marked_event.get_absolute_url() for marked_event in Event.objects.filter(words__title__startswith="Marqueur")]
    addresses += fill_pages(things, people["editor"])
    fill_the_rest(things, people["member"])
    return {
        "made_at": MADE_AT,
        "people": [people[persona].email for persona in READERS],
        "event_with_draft": event.pk,
        "form_draft": FORM_DRAFT,
        "drafts": {
            "revision": ["Marqueur evqzdrf", [group.name, press.name]],
            "form": ["Réunion du groupe", [group.name]],
        },
        "lists": LISTS,
        "paths": list(dict.fromkeys([*PATHS, *addresses])),
    }


def addresses_for_the_group(group, marks, editor) -> list[str]:
    from django.core.files.base import ContentFile  # Django is set up by then

    from common.models import SharedDocument
    from tests.factories import make_picture
    from tests.factories.tutorials import make_path, make_tutorial
    from tests.factories.watch import make_item

    facts = {"audience": "group", "author": marks.author, "organisation": marks.author.organisation}
    file = ContentFile(b"%PDF-1.4", name="compte-rendu.pdf")
    things = [
        make_picture("Marqueur piqzgrp", credit="Anne", **facts),
        SharedDocument.objects.create(title="Compte rendu", file=file, **facts),
        make_tutorial("du-groupe", "Fiche du groupe", **facts),
        make_item("Lecture du groupe", **facts),
    ]
    things.append(make_path("du-groupe", things[2], audience="group"))
    for thing in things:
        thing.audience_groups.set([group])
        thing.save()
    picture, document, tutorial, item, path = things
    tutorial.save_revision(user=editor, clean=False)
    return [picture.url_for(240), document.url, *(thing.get_absolute_url() for thing in (tutorial, item, path))]


def fill_pages(things, editor) -> list[str]:
    """Pages in three languages with every kind of block, a draft, a translation of the CMS, a message; the addresses of the pages."""
    from wagtail.contrib.redirects.models import Redirect  # Django is set up by then
    from wagtail.models import Locale, Page
    from wagtail_localize.models import Translation, TranslationSource

    from demo.loaders.pages import make_pages
    from destination.pages.models import ContactMessage, DestinationSettings, DestinationTranslation
    from tests.access.scene import BODY

    def page(slug, kind, parent, **words):
        title = slug.capitalize()
        return {
            "slug": {"fr": slug, "en": f"{slug}-en", "ca": f"{slug}-ca"},
            "kind": kind,
            "parent": parent,
            "picture": "port",
            "words": {code: {"title": f"{title} {code}", "introduction": f"En {code}.", **words} for code in ("fr", "en", "ca")},
        }

    plan = [page("rivages", "section", None), *(page(slug, "editorial", "rivages", body=BODY) for slug in ("criques", "acces"))]
    families = make_pages(plan, picture_for=lambda name: things.picture)
    draft = families["criques"]["fr"]
    draft.title = "Criques, à relire"
    draft.save_revision(user=editor)
    source, _is_new = TranslationSource.update_or_create_from_instance(Page.objects.get(slug="mentions").specific)
    Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="ca")).save_target(
        editor, publish=False
    )
    Redirect.add_redirect("/fr/anciennes-criques/", draft)
    contact = Page.objects.get(slug="ecrire").specific
    message = {"subject": "Bonjour", "message": "Ouvert ?", "language": "fr"}
    ContactMessage.objects.create(name="Basile", email="basile@ailleurs.example", page=contact, **message)
    DestinationTranslation.objects.create(destination=DestinationSettings.objects.get(), language="ca", name="País d’Aurelle")
    pages = [page for family in families.values() for page in family.values()]
    pages += Page.objects.filter(slug__in=PAGES, locale__language_code="fr").order_by("pk")
    return [f"/admin/pages/{draft.pk}/edit/", *(page.url for page in pages)]


def fill_the_rest(things, member) -> None:
    """What people leave behind them."""
    from django.utils import timezone  # Django is set up by then

    from common.outbox import OutgoingMail
    from destination.places.models import PlacePicture
    from notifications.models import OptOut, Preferences
    from pro_portal.photos.models import BasketLine, LicenceAcceptance, LicenceText
    from pro_portal.tutorials.models import Progress
    from pro_portal.watch.models import WatchMark

    PlacePicture.objects.create(place=things.place, picture=things.picture)
    mail = {"to": "basile@ailleurs.example", "sender": "bonjour@aurelle.example", "subject": "Bonjour", "text": "Bonjour."}
    OutgoingMail.objects.create(key="stored:1", **mail)
    BasketLine.objects.create(person=member, picture=things.photo.picture)
    LicenceAcceptance.objects.create(person=member, text=LicenceText.objects.first() or LicenceText.objects.create(version=1))
    Progress.objects.create(person=member, tutorial=things.tutorial, steps=[1, 2])
    WatchMark.objects.create(person=member, item=things.item, read_at=timezone.now())
    Preferences.objects.get_or_create(person=member)
    OptOut.objects.get_or_create(person=member, code="event_accepted")
    things.picture.tags.add("port", "quai")


def store(folder: Path, facts: dict, answers: dict) -> None:
    from django.conf import settings  # Django is set up by then
    from django.db import connection

    folder.mkdir(parents=True, exist_ok=True)
    if connection.vendor == "postgresql":
        command = ["pg_dump", "--inserts", "--rows-per-insert=50", "--no-owner", "--no-privileges", "--no-comments"]
        dump = subprocess.run([*command, os.environ["DATABASE_URL"]], check=True, capture_output=True, text=True).stdout
        sql = "".join(line for line in dump.splitlines(keepends=True) if not line.startswith("\\"))  # those are for psql alone
        (folder / "postgresql.sql.xz").write_bytes(lzma.compress(sql.encode(), preset=9))
        return
    copied = settings.VAR_DIR / "copy.sqlite3"
    with closing(sqlite3.connect(settings.DATABASES["default"]["NAME"])) as database, closing(sqlite3.connect(copied)) as copy:
        database.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        copy.execute("VACUUM")
    (folder / "sqlite.db.xz").write_bytes(lzma.compress(copied.read_bytes(), preset=9))
    with tarfile.open(folder / "files.tar.xz", "w:xz", preset=9) as files:
        for name in ("media", "private"):
            if (settings.VAR_DIR / name).exists():
                files.add(settings.VAR_DIR / name, name, filter=without_owner)
    for name, content in (("facts", facts), ("answers", answers)):
        (folder / f"{name}.json").write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def without_owner(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def main(folder: str) -> None:
    import django
    import time_machine

    django.setup()
    from django.contrib.sessions.models import Session
    from django.core.cache import cache
    from django.core.files.storage import base
    from django.core.management import call_command
    from django.utils import translation

    from tests import factories
    from tests.upgrade.visit import answers

    suffixes = count(1)
    base.get_random_string = lambda length, *characters: f"{next(suffixes):0{length}d}"  # the same names on both databases
    factories.image_file.__defaults__ = ("photo.jpg", (240, 180), "#2a6f7f", "JPEG")  # small files
    with time_machine.travel(MADE_AT), translation.override("fr"):
        facts = fill()
        call_command("rebuild_search", verbosity=0)
        result = answers(facts["paths"], facts["people"])
        Session.objects.all().delete()
        cache.clear()
        store(Path(folder), facts, result)


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    main(*sys.argv[1:])
