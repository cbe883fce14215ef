import pytest
from django.urls import reverse

from common.models import DocumentFolder
from common.recycle_bin import CannotTakeBack, thrown_thing
from tests.factories.shared_documents import make_folder, make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db
MOVE = "/intranet/documents/deplacer/"
NEW = "/intranet/documents/dossiers/nouveau/"


def test_a_folder_proposes_its_audience_and_is_made_inside_another(client, group_member):
    client.force_login(group_member)
    group = group_member.work_groups.get()
    outer = make_folder(group_member, "Groupe", groups=[group])
    page = read(client.get(f"{NEW}?dans={outer.pk}"))
    assert page.field("Mes groupes").checked
    fields = {"name": "2026", "parent": outer.pk, "audience": "group", "audience_groups": [group.pk]}
    assert client.post(NEW, fields).status_code == 302
    folder = DocumentFolder.objects.get(name="2026")
    assert (folder.parent, folder.organisation, list(folder.audience_groups.all())) == (outer, group_member.organisation, [group])
    assert client.post(NEW, fields).status_code == 422  # its name is taken
    assert client.post(NEW, fields | {"name": ""}).status_code == 422
    assert read(client.get(f"/intranet/documents/partager/?dossier={folder.pk}")).field("Mes groupes").checked


def test_a_folder_never_moves_into_itself_or_too_deep(client, member):
    client.force_login(member)
    folders = [make_folder(member, "1")]
    for number in range(2, 7):
        folders.append(make_folder(member, str(number), parent=folders[-1]))
    inside = client.post(MOVE, {"folder": folders[0].pk, "to": folders[2].pk})
    assert (inside.status_code, "dans lui-même" in inside.content.decode()) == (422, True)
    itself = client.post(
        reverse("documents:folder_edit", args=[folders[0].pk]), {"name": "1", "parent": folders[0].pk, "audience": "members"}
    )
    assert itself.status_code == 422
    other = make_folder(member, "Autre")
    deep = client.post(MOVE, {"folder": other.pk, "to": folders[5].pk})
    assert (deep.status_code, "Trop profond" in deep.content.decode()) == (422, True)
    assert client.post(MOVE, {"folder": folders[4].pk, "to": other.pk}).status_code == 302
    folders[4].refresh_from_db()
    assert folders[4].parent == other
    assert client.post(MOVE, {"folder": other.pk, "to": folders[3].pk}).status_code == 422  # with what is inside it
    assert client.post(NEW, {"name": "7", "parent": folders[3].pk, "audience": "members"}).status_code == 302
    assert DocumentFolder.objects.get(name="7").parent == folders[3]


def test_many_documents_move_at_once_and_what_is_not_theirs_stays(client, member, group_member, secret_member):
    target = make_folder(member, "Archives")
    hidden = make_folder(secret_member, "Sirocco", groups=secret_member.work_groups.all())
    own, shared, others = (
        make_shared_document(group_member, "À moi"),
        make_shared_document(member, "À tous", changeable_by="members"),
        make_shared_document(member, "À Maria"),
    )
    secret = make_shared_document(secret_member, "Caché", audience="private", changeable_by="members", organisation=None)
    client.force_login(group_member)
    keys = [document.pk for document in (own, shared, others, secret)]
    page = read(client.get(MOVE, {"document": keys}))
    assert "À Maria" in page.text
    assert "Caché" not in page.text
    assert client.post(MOVE, {"document": keys, "to": hidden.pk}).status_code == 422
    assert client.post(MOVE, {"document": [*keys, "x", "9" * 30], "to": target.pk}).status_code == 302
    for document in (own, shared, others, secret):
        document.refresh_from_db()
    assert [document.folder for document in (own, shared, others, secret)] == [target, target, None, None]


def test_a_folder_is_deleted_empty_and_what_is_hidden_in_it_goes_up(client, member, secret_member):
    outer = make_folder(member, "Dehors")
    folder = make_folder(member, "Dedans", parent=outer)
    document = make_shared_document(member, folder=folder)
    hidden = make_shared_document(secret_member, folder=folder, audience="group", groups=secret_member.work_groups.all())
    client.force_login(member)
    address = reverse("documents:folder_delete", args=[folder.pk])
    client.post(address)
    folder.refresh_from_db()
    assert folder.deleted_at is None
    document.throw_away(member)
    assert client.post(address)["Location"] == f"{outer.get_absolute_url()}?corbeille=folders-{folder.pk}"
    hidden.refresh_from_db()
    assert hidden.folder == outer
    outer.throw_away(member)
    room, thing = thrown_thing(member, "folders", folder.pk)
    with pytest.raises(CannotTakeBack):
        room.take_back(thing, member)
    outer.take_back()
    room, thing = thrown_thing(member, "folders", folder.pk)
    room.take_back(thing, member)
    assert client.get(folder.get_absolute_url()).status_code == 200
    client.force_login(secret_member)
    assert client.post(reverse("documents:folder_delete", args=[outer.pk])).status_code == 302  # of the same office
    DocumentFolder.objects.update(organisation=None)
    assert client.post(reverse("documents:folder_delete", args=[outer.pk])).status_code == 404
