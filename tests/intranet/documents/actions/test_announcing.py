"""Who is told of documents: everybody once, a lot at a time, and nobody who may not see them."""

from dataclasses import asdict
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.models import Profile
from common.models import SharedDocument
from intranet.documents.actions.announcing import announce_news
from intranet.documents.actions.sharing import Facts, give_facts
from intranet.documents.models import DocumentReading, DocumentUpload, FolderFollow
from notifications.actions import switch_off
from notifications.models import Notice
from notifications.periodic import mail_held_notices
from tests.factories import make_user, make_work_group
from tests.factories.shared_documents import make_folder, make_shared_document

pytestmark = pytest.mark.django_db


def titles(person, code=None) -> list[str]:
    notices = Notice.objects.filter(person=person).order_by("pk")
    notices = notices.filter(code=code) if code else notices
    return [notice.notification.title().replace("\xa0", " ") for notice in notices]


def colleague(office, name: str):
    person = make_user(organisation=office, first_name=name, last_name="Dumas")
    Profile.objects.update_or_create(person=person, defaults={"handle": name.lower()})
    return person


def test_a_drop_of_sixty_documents_is_one_mail(member, office, professional, mailoutbox, django_capture_on_commit_callbacks):
    reader = make_user(organisation=office)
    folder = make_folder(member)
    for number in range(60):
        make_shared_document(member, f"Fiche {number + 1}", folder=folder)
    coming = DocumentUpload.objects.create(person=member, name="fin.pdf", size=1, state="arrived", facts=asdict(Facts()))
    assert announce_news() == 0  # the worker still looks at one of the lot
    DocumentUpload.objects.filter(pk=coming.pk).update(state="refused")
    assert announce_news() == 1
    assert titles(reader) == [f"{member} partage « Fiche 1 » et 59 autres documents"]
    assert Notice.objects.get(person=reader).notification.url() == folder.get_absolute_url()
    assert titles(member) == titles(professional) == []
    assert announce_news() == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=11)), django_capture_on_commit_callbacks(execute=True):
        mail_held_notices()
    assert [mail.to for mail in mailoutbox] == [[reader.email]]


def test_only_who_may_see_it_is_told(member, group_member, secret_member, administrator, office):
    listener = make_user(organisation=office)
    group = make_work_group(listener, name="Plages")
    make_shared_document(member, "Pour le groupe", groups=[group])
    make_shared_document(member, "Pour l’office", audience="private")
    make_shared_document(member, "Au bac", deleted_at=timezone.now())
    make_shared_document(member, "Retenu", scan_state="infected")
    make_shared_document(member, "Brouillon", shared_at=None)
    announce_news()
    assert sorted(titles(listener)) == [f"{member} partage « Pour le groupe »", f"{member} partage « Pour l’office »"]
    assert titles(group_member) == titles(secret_member) == [f"{member} partage « Pour l’office »"]
    assert titles(administrator) == []


def test_a_folder_is_muted_or_followed_with_those_inside(member, office):
    outer = make_folder(member, "Marchés")
    inner = make_folder(member, "2026", parent=outer)
    deaf, follower, usual = (make_user(organisation=office) for _number in range(3))
    FolderFollow.objects.create(folder=outer, person=deaf, muted=True)
    FolderFollow.objects.create(folder=outer, person=follower, muted=True)
    FolderFollow.objects.create(folder=inner, person=follower)
    switch_off(follower, "document_added", "mail")
    switch_off(follower, "document_added", "bell")
    make_shared_document(member, folder=inner)
    announce_news()
    assert titles(deaf) == []
    assert titles(follower) == [f"{member} partage « Plan d’accès » dans un dossier que vous suivez"]
    assert titles(usual) == [f"{member} partage « Plan d’accès »"]


def test_who_is_named_in_the_note_of_a_lot_hears_of_it_once(member, office):
    named = colleague(office, "Noemie")
    of_group, stranger = make_user(organisation=office), make_user()
    group = make_work_group(of_group, name="Plages")
    group.memberships.create(user=member)
    Profile.objects.update_or_create(person=stranger, defaults={"handle": "etranger"})
    for title in ("Fiche 1", "Fiche 2"):
        document = make_shared_document(member, title, shared_at=None, changed_at=None, audience="private")
        give_facts(document, Facts(note=f"Pour @noemie, @{group.slug} et @etranger", audience="members"), member)
    assert Notice.objects.count() == 0
    announce_news()
    assert titles(named) == [f"{member} vous cite dans « Fiche 1 » et 1 autre"]
    assert titles(of_group) == [f"{member} cite le groupe « Plages » dans « Fiche 1 » et 1 autre"]
    assert titles(stranger) == []
    document = SharedDocument.objects.get(title="Fiche 1")
    give_facts(document, Facts(note="Pour @noemie, encore", audience="members"), member)
    assert announce_news() == 0
    assert len(titles(named)) == 1


def test_a_new_version_is_told_to_who_knows_the_document(member, office):
    reader, other = make_user(organisation=office), make_user(organisation=office)
    editor = make_user(organisation=office)
    earlier = timezone.now() - timedelta(days=2)
    document = make_shared_document(member, changed_at=earlier, shared_at=earlier, announced_at=earlier)
    for person in (reader, editor):
        DocumentReading.objects.create(document=document, person=person, opened_at=earlier)
    SharedDocument.objects.filter(pk=document.pk).update(
        version=2, what_changed="Tarifs de groupe", changed_at=timezone.now(), uploaded_by_user=editor
    )
    assert announce_news() == 1
    assert titles(reader) == titles(member) == [f"{editor} a mis à jour « Plan d’accès »"]
    assert Notice.objects.get(person=reader).notification.excerpt() == "Tarifs de groupe"
    assert titles(other) == titles(editor) == []
    assert announce_news() == 0


def test_provider_of_a_group_hears_of_its_documents_where_they_may_read_them(member, group_provider, professional):
    """Of those of the group alone; of a lot on the page of the group, since they have neither folders nor a list."""
    group = group_provider.work_groups.get()
    group.memberships.create(user=member)
    folder = make_folder(member, groups=[group])
    for title in ("Fiche 1", "Fiche 2"):
        make_shared_document(member, title, groups=[group], folder=folder)
    make_shared_document(member, "Pour les pros", audience="professionals")
    announce_news()
    notice = Notice.objects.get(person=group_provider)
    assert titles(group_provider) == [f"{member} partage « Fiche 1 » et 1 autre document"]
    assert notice.notification.url_for(group_provider) == f"/intranet/groupes/{group.slug}/"
    assert notice.notification.url_for(member) == folder.get_absolute_url()
    assert titles(professional) == []
