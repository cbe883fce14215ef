import pytest

from accounts.models import Membership
from tests.factories import make_work_group
from tests.html import read

pytestmark = pytest.mark.django_db


def post(client, group, action, **fields):
    response = client.post(f"/intranet/groupes/{group.slug}/{action}/", fields)
    assert response.status_code in (302, 422)
    return response if response.status_code == 422 else read(client.get(response["Location"]))


def test_open_group_is_entered_by_one_button_pressed_twice(client, member):
    group = make_work_group(kind="open")
    client.force_login(member)
    assert "Vous êtes dans le groupe" in post(client, group, "entrer").text
    assert "Vous êtes déjà dans ce groupe." in post(client, group, "entrer").text
    assert Membership.objects.filter(user=member, workgroup=group).count() == 1


def test_group_on_request_is_asked_with_words_which_are_kept_where_they_are_too_many(client, member, editor):
    group = make_work_group(kind="on_request", owners=[editor])
    client.force_login(member)
    page = read(post(client, group, "entrer", words="a" * 501))
    assert page.field("Un mot aux responsables").is_invalid
    assert page.field("Un mot aux responsables").value == "a" * 501
    assert "Votre demande est partie." in post(client, group, "entrer", words="Je roule.").text
    assert "déjà chez les responsables" in post(client, group, "entrer").text
    assert "Votre demande est retirée." in post(client, group, "demande/retirer").text
    assert "déjà reçu une réponse" in post(client, group, "demande/retirer").text


def test_closed_group_says_how_one_comes_in(client, member):
    group = make_work_group(kind="closed")
    client.force_login(member)
    assert "que sur invitation" in post(client, group, "entrer").text
    assert not group.memberships.exists()


def test_invitation_to_a_secret_group_is_declined_and_the_group_is_gone(client, member, editor):
    group = make_work_group(name="Sirocco", kind="secret", owners=[editor])
    group.join_requests.create(person=member, is_invitation=True, invited_by=editor, words="Viens !")
    client.force_login(member)
    page = read(client.get("/intranet/groupes/"))
    assert "Viens !" in page.region("On vous invite").text
    assert "Sirocco" not in post(client, group, "invitation/decliner").text
    assert client.get(f"/intranet/groupes/{group.slug}/").status_code == 404


def test_last_owner_is_led_to_naming_another(client, member, group_member):
    group = make_work_group(group_member, owners=[member])
    client.force_login(member)
    page = post(client, group, "quitter")
    assert "nommez d’abord quelqu’un, ou supprimez" in page.text
    assert page.has("button", "Nommer responsable Gil Ducercle")


def test_follower_mutes_and_follows_again(client, member):
    group = make_work_group(member)
    client.force_login(member)
    for words, is_muted in (("1", True), ("1", True), ("0", False)):
        post(client, group, "suivre", sourdine=words)
        assert group.memberships.get(user=member).is_muted is is_muted
