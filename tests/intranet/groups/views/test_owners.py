import pytest

from tests.factories import make_user, make_work_group
from tests.html import read

pytestmark = pytest.mark.django_db


def post(client, address, **fields):
    response = client.post(address, fields)
    return read(client.get(response["Location"]) if response.status_code == 302 else response)


def test_owner_invites_by_name(client, member, office):
    group, lise = (
        make_work_group(owners=[member]),
        make_user("lise@aurelle.example", office, first_name="Élise", last_name="Ferré"),
    )
    client.force_login(member)
    address = f"/intranet/groupes/{group.slug}/inviter/"
    page = read(client.get(address, {"q": "elise fer"}))
    assert page.get_by_role("button", name="Inviter Élise Ferré")
    assert "L’invitation est partie : Élise Ferré y répondra." in post(client, address, person=lise.pk, words="Viens !").text
    assert "Choisissez une personne" in post(client, address, person="9" * 30).text
    assert "est déjà dans le groupe" in post(client, address, person=member.pk).text
    people = f"/intranet/groupes/{group.slug}/personnes/"
    invitation = group.join_requests.get()
    withdraw = f"/intranet/groupes/{group.slug}/invitations/{invitation.pk}/retirer/"
    assert "Élise Ferré" in read(client.get(people)).region("Invitations en attente").text
    assert "L’invitation est retirée." in post(client, withdraw).text
    assert "a déjà reçu une réponse" in post(client, withdraw).text


def test_owner_answers_a_request_once(client, member, group_member):
    group = make_work_group(kind="on_request", owners=[member])
    request = group.join_requests.create(person=group_member, words="Je roule.")
    client.force_login(member)
    address = f"/intranet/groupes/{group.slug}/demandes/{request.pk}/"
    refused = client.post(address, {"reponse": "oui", "words": "a" * 501})
    assert refused.status_code == 422
    assert read(refused).field("Un mot à la personne").value == "a" * 501
    assert "Gil Ducercle est dans le groupe." in post(client, address, reponse="oui", words="Bienvenue.").text
    assert "a déjà une réponse" in post(client, address, reponse="non").text


def test_plain_member_of_a_group_keeps_nothing(client, member, group_member):
    group = make_work_group(member, kind="closed", owners=[group_member])
    client.force_login(member)
    pk = group.memberships.get(user=group_member).pk
    for rest in ("modifier/", "supprimer/", f"personnes/{pk}/retirer/", f"personnes/{pk}/responsable/", "inviter/"):
        assert client.post(f"/intranet/groupes/{group.slug}/{rest}").status_code == 404, rest


def test_owner_takes_somebody_out_and_names_another_owner(client, member, group_member, editor):
    group = make_work_group(group_member, editor, owners=[member])
    client.force_login(member)
    of = {person: group.memberships.get(user=person).pk for person in (member, group_member, editor)}
    address = f"/intranet/groupes/{group.slug}/personnes/"
    assert "n’est plus dans le groupe" in post(client, f"{address}{of[editor]}/retirer/").text
    assert "n’est plus dans le groupe" in post(client, f"{address}{of[editor]}/retirer/").text
    assert "garde au moins un responsable" in post(client, f"{address}{of[member]}/responsable/", responsable="0").text
    assert "est responsable du groupe" in post(client, f"{address}{of[group_member]}/responsable/", responsable="1").text
    assert "n’est plus responsable" in post(client, f"{address}{of[member]}/responsable/", responsable="0").text
