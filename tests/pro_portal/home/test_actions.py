import re

import pytest
from django.core import mail

from accounts.models import Invitation, Organisation, User
from notifications.models import Notice
from pro_portal.home.models import AccountRequest
from tests.factories import make_organisation, make_territory, make_user
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

ASK = "/fr/portail/demander-un-compte/"
WORDS = {
    "first_name": "Clotilde", "last_name": "Vernazobre", "email": "clotilde@gite.example", "phone": "04 68 00 00 01",
    "establishment": "Gîte des Combes", "commune": "", "message": "Je cherche des photos du village.",
}  # fmt: skip


def send(client, **changes):
    return client.post(ASK, WORDS | changes)


def test_provider_asks_and_comes_in(client, editor, django_capture_on_commit_callbacks):
    commune = make_territory("Sant Aurelle")
    with django_capture_on_commit_callbacks(execute=True):
        assert send(client, commune=commune.pk).url == f"{ASK}merci/"
    asked = AccountRequest.objects.get()
    assert Notice.objects.filter(person=editor, code="account_requested").exists()

    client.force_login(editor)
    assert "Gîte des Combes" in read(client.get("/fr/portail/demandes/")).text
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/fr/portail/demandes/{asked.pk}/accepter/", {"organisation": "", "language": "fr"})
    letter = next(each for each in mail.outbox if each.to == ["clotilde@gite.example"])
    link = re.search(r"http\S+(/compte/invi\S+)", letter.body)[1]

    client.logout()
    client.post(link, {"first_name": "Clotilde", "last_name": "Vernazobre", "language": "fr", "password": "châtaigne-et-figue-7"})
    user = User.objects.get(email="clotilde@gite.example")
    assert user.is_professional and not user.is_member
    assert user.organisation.kind == Organisation.Kind.PROVIDER and commune in user.organisation.territories.all()
    assert client.get("/fr/portail/").status_code == 200


def test_known_organisation_is_chosen(client, editor):
    hotel = make_organisation("Hôtel du Phare", kind="provider")
    send(client)
    client.force_login(editor)
    client.post(f"/fr/portail/demandes/{AccountRequest.objects.get().pk}/accepter/", {"organisation": hotel.pk})
    assert Invitation.objects.get().organisation == hotel


def test_refusal_is_answered_with_words(client, editor, django_capture_on_commit_callbacks):
    send(client)
    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/fr/portail/demandes/{AccountRequest.objects.get().pk}/refuser/", {"words": "Hors de notre territoire."})
    assert "Hors de notre territoire." in mail.outbox[-1].body
    assert not Invitation.objects.exists()


def test_second_editor_is_told_and_nothing_happens_twice(client, editor, administrator):
    send(client)
    pk = AccountRequest.objects.get().pk
    client.force_login(editor)
    client.post(f"/fr/portail/demandes/{pk}/accepter/", {})
    client.force_login(administrator)
    page = read(client.post(f"/fr/portail/demandes/{pk}/refuser/", {}, follow=True))
    assert f"{editor} a déjà répondu" in page.text
    assert AccountRequest.objects.get().state == AccountRequest.State.ACCEPTED


def test_person_who_has_an_account_is_not_invited_twice(client, editor):
    make_user(WORDS["email"])
    send(client)
    client.force_login(editor)
    response = client.post(f"/fr/portail/demandes/{AccountRequest.objects.get().pk}/accepter/", {})
    assert response.status_code == 422 and "déjà un compte" in read(response).text
    assert AccountRequest.objects.get().state == AccountRequest.State.WAITING


def test_asking_twice_is_one_request_with_the_last_words(client):
    send(client)
    send(client, email="Clotilde@GITE.example", message="Deuxième envoi")
    assert AccountRequest.objects.get().message == "Deuxième envoi"


def test_robot_is_thanked_and_forgotten(client):
    assert send(client, website="https://spam.example").status_code == 302
    assert not AccountRequest.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"email": "pas une adresse"}, "adresse"),
        ({"establishment": ""}, "obligatoire"),
        ({"first_name": "a\0b"}, "caractère"),
        ({"commune": "999999"}, "choix"),
        ({"message": "x" * 3000}, "2000"),
    ],
)
def test_bad_words_are_said_beside_the_field_and_kept(client, changes, words):
    response = send(client, **changes)
    page = read(response)
    assert response.status_code == 422 and "Vernazobre" in "".join(field.value for field in page.all_by_role("textbox"))
    assert words in page.text
    assert not AccountRequest.objects.exists()


def test_many_requests_from_one_address_are_stopped(client):
    answers = [send(client, email=f"gite{number}@gite.example").status_code for number in range(7)]
    assert answers[:5] == [302] * 5 and answers[-1] == 429


def test_no_one_else_decides(client, member, professional):
    send(client)
    pk = AccountRequest.objects.get().pk
    for person in (member, professional):
        client.force_login(person)
        assert client.get("/fr/portail/demandes/").status_code == 404
        assert client.post(f"/fr/portail/demandes/{pk}/accepter/", {}).status_code == 404
