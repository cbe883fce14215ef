from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from common.models import SharedDocument
from common.recycle_bin import room_of, rooms, sweep, thrown_thing
from intranet.documents.actions.sharing import keep_version
from tests.factories import make_user
from tests.factories.shared_documents import make_folder, make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db
FORM = {"title": "Le plan", "audience": "members", "changeable_by": "author", "deletable_by": "author", "note": "À jour"}


@pytest.mark.parametrize("rule, persona, answer", [
    ("author", "group_member", 404), ("office", "group_member", 200), ("office", "moderator", 404), ("members", "moderator", 200),
    ("author", "editor", 200), ("members", "professional", 404),
])  # fmt: skip
def test_who_may_change(client, request, member, rule, persona, answer):
    document = make_shared_document(member, changeable_by=rule, audience="professionals")
    client.force_login(request.getfixturevalue(persona))
    assert client.get(reverse("documents:edit", args=[document.pk])).status_code == answer


def test_facts_are_changed_and_who_saved_meanwhile_is_not_written_over(client, member, group_member, secret_member):
    secret = make_folder(secret_member, "Sirocco", groups=secret_member.work_groups.all())
    document = make_shared_document(member, changeable_by="office", folder=secret)
    client.force_login(member)
    page = client.get(reverse("documents:edit", args=[document.pk]))
    assert "Sirocco" not in page.content.decode()
    mark = page.context["form"].marks_of_stored()
    assert client.post(reverse("documents:edit", args=[document.pk]), FORM | {"seen": mark}).status_code == 302
    document.refresh_from_db()
    assert (document.title, document.note, document.folder) == ("Le plan", "À jour", secret)
    answer = client.post(reverse("documents:edit", args=[document.pk]), FORM | {"seen": mark, "title": "Autre plan"})
    assert answer.status_code == 422
    assert read(answer).has("link", "Titre : Enregistré entre-temps : « Le plan »")
    assert read(answer).field("Titre").value == "Autre plan"
    newer = answer.context["form"].marks_of_stored()
    assert (
        client.post(reverse("documents:edit", args=[document.pk]), FORM | {"seen": newer, "title": "Autre plan"}).status_code
        == 302
    )
    assert client.post(reverse("documents:edit", args=[document.pk]), FORM | {"title": "", "seen": newer}).status_code == 422


def test_deleted_document_is_closed_comes_back_and_is_destroyed_with_its_versions(
    client, member, group_member, editor, administrator, time_machine, django_capture_on_commit_callbacks
):
    document = make_shared_document(member)
    first = document.file.name
    keep_version(document)
    document.file.save("deux.txt", document.file, save=False)
    document.version = 2
    document.save()
    second = document.file.name
    client.force_login(group_member)
    assert client.get(document.url).status_code == 200
    assert client.post(reverse("documents:delete", args=[document.pk])).status_code == 404
    client.force_login(member)
    answer = client.post(reverse("documents:delete", args=[document.pk]))
    assert answer["Location"].endswith(f"?corbeille=documents-{document.pk}")
    for person in (member, administrator):
        client.force_login(person)
        assert client.get(document.url).status_code == 404
    assert [list(room_of("documents").thrown_by(person)) for person in (member, editor, group_member)] == [
        [document],
        [document],
        [],
    ]
    room, thing = thrown_thing(member, "documents", document.pk)
    room.take_back(thing, member)
    assert client.get(document.url).status_code == 200
    thing.throw_away(member)
    time_machine.move_to(timezone.now() + timedelta(days=31))
    with django_capture_on_commit_callbacks(execute=True):
        assert sweep() == 1
    assert not SharedDocument.objects.exists()
    assert [default_storage.exists(name) for name in (first, second)] == [False, False]


def test_pins_and_still_true_answer_to_who_may(client, member, group_member, editor):
    document = make_shared_document(member, review_on="2024-01-15")
    for person, pin, confirm in ((group_member, 404, 404), (member, 404, 302), (editor, 302, 302)):
        client.force_login(person)
        assert client.post(reverse("documents:pin", args=[document.pk])).status_code == pin
        assert client.post(reverse("documents:confirm", args=[document.pk])).status_code == confirm
    client.post(reverse("documents:pin", args=[document.pk]))  # a double click
    document.refresh_from_db()
    assert document.pinned_at
    client.post(reverse("documents:pin", args=[document.pk]), {"on": "0"})
    assert not SharedDocument.objects.exclude(pinned_at=None).exists()
    assert str(document.review_on) > "2026"


def test_cms_leads_to_the_document_and_deletes_none_that_is_shared(client, member, administrator):
    document = make_shared_document(member)
    client.force_login(administrator)
    for address in (f"/admin/documents/edit/{document.pk}/", f"/admin/documents/delete/{document.pk}/"):
        assert client.post(address)["Location"] == document.get_absolute_url()
    client.post(f"/admin/bulk/common/shareddocument/delete/?id={document.pk}&next=/admin/")
    client.post(f"/admin/documents/multiple/{document.pk}/delete/", headers={"X-Requested-With": "XMLHttpRequest"})
    assert SharedDocument.objects.filter(pk=document.pk).exists()
    assert document.title in client.get("/admin/documents/").content.decode()
    document.throw_away(member)
    assert document.title not in client.get("/admin/documents/").content.decode()
    SharedDocument.objects.update(deleted_at=None, shared_at=None)  # one of a page
    assert client.get(f"/admin/documents/edit/{document.pk}/").status_code == 200


def test_a_colleague_takes_documents_over(member, group_member):
    from accounts.registry import handovers

    document = make_shared_document(member, audience="private")
    handover = next(each for each in handovers() if each.code == "documents")
    colleague = make_user("suite@aurelle.example", group_member.organisation)
    assert handover.pass_on(member, colleague) == 1
    document.refresh_from_db()
    assert (document.author, document.responsible) == (member, colleague)
    assert list(handover.rows(colleague)) == [document]
    assert {room.code for room in rooms()} >= {"documents", "folders"}
