import pytest

from accounts.models import WorkGroup
from tests.factories import make_work_group
from tests.html import read

pytestmark = pytest.mark.django_db


def facts(**more) -> dict:
    return {"name": "Vélo", "purpose": "Rouler.", "kind": "open"} | more


def test_member_founds_a_group_and_looks_after_it(client, member):
    client.force_login(member)
    response = client.post("/intranet/groupes/nouveau/", facts(name="  L’été\u202e  à\nvélo "))
    group = WorkGroup.objects.get(slug="l-ete-a-velo")
    assert (group.name, list(group.owners())) == ("L’été à vélo", [member])
    page = read(client.get(response["Location"]))
    assert page.get_by_role("heading", name="L’été à vélo")
    assert page.has("link", "Modifier") and page.has("link", "Inviter")


@pytest.mark.parametrize(
    "more", [{"name": "a" * 300}, {"name": "\x00"}, {"kind": "autre"}, {"purpose": "a" * 2000}, {"name": " \u202e "}]
)
def test_bad_input_gets_a_sentence_and_loses_nothing(client, member, more):
    client.force_login(member)
    response = client.post("/intranet/groupes/nouveau/", facts(**more))
    page = read(response)
    wrong = {"name": "Nom", "purpose": "À quoi il sert"}.get(next(iter(more)))
    assert (response.status_code, WorkGroup.objects.count()) == (422, 0)
    assert wrong is None or page.field(wrong).is_invalid
    if "purpose" not in more:
        assert page.field("À quoi il sert").value == "Rouler."


def test_name_of_a_secret_group_is_free_for_who_does_not_know_it(client, member, secret_member):
    client.force_login(member)
    assert client.post("/intranet/groupes/nouveau/", facts(name="Sirocco")).status_code == 302
    assert client.post("/intranet/groupes/nouveau/", facts(name="SIROCCO")).status_code == 422


def test_owner_changes_the_group_and_a_stranger_finds_nothing(client, member, group_member):
    group = make_work_group(name="Vélo", kind="secret", owners=[member])
    address = f"/intranet/groupes/{group.slug}/modifier/"
    client.force_login(group_member)
    assert (client.get(address).status_code, client.post(address, facts()).status_code) == (404, 404)
    client.force_login(member)
    client.post(address, facts(kind="closed", name="Vélo et trains"))
    group.refresh_from_db()
    assert (group.kind, group.name) == ("closed", "Vélo et trains")


def test_group_thrown_away_comes_back_by_the_undo(client, member, group_member):
    group = make_work_group(group_member, name="Vélo", kind="open", owners=[member])
    client.force_login(member)
    response = client.post(f"/intranet/groupes/{group.slug}/supprimer/")
    page = read(client.get(response["Location"]))
    assert "Le groupe « Vélo » est supprimé. Ce qui lui était destiné reste à ses auteurs." in page.text
    undo = page.get_by_role("button", name="Rétablir").form["action"]
    client.force_login(group_member)
    assert "Vélo" not in read(client.get(response["Location"])).text
    assert client.get(f"/intranet/groupes/{group.slug}/").status_code == 404
    assert client.post(undo).status_code == 404
    client.force_login(member)
    assert "Vélo" in read(client.get("/intranet/corbeille/")).text
    for _twice in range(2):
        assert client.post(undo)["Location"] == f"/intranet/groupes/{group.slug}/"
    assert client.get(f"/intranet/groupes/{group.slug}/").status_code == 200


def test_way_back_leads_to_the_group_and_the_list(client, member):
    group = make_work_group(name="Vélo", owners=[member])
    address = f"/intranet/groupes/{group.slug}/"
    client.force_login(member)
    ways = {
        page: [link["href"] for link in read(client.get(page)).region("Fil d’Ariane").all_by_role("link")]
        for page in (address, f"{address}personnes/", f"{address}inviter/", f"{address}modifier/", "/intranet/groupes/nouveau/")
    }
    both = ["/intranet/groupes/", address]
    assert list(ways.values()) == [both[:1], both, both, both, both[:1]]
