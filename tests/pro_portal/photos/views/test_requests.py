"""A picture to look at only is asked for, and its keeper answers by mail."""

import pytest
from django.core import mail
from django.urls import reverse

from common.rate_limits import MESSAGES_AN_HOUR
from notifications.models import Notice
from pro_portal.photos.models import PhotoRequest
from tests.factories import make_work_group
from tests.html import read

pytestmark = pytest.mark.django_db

ANSWERS = {"name": "Gîte des Combes", "email": "clotilde@gite.example", "use": "print", "purpose": "Notre dépliant de l’été"}


@pytest.fixture
def locked(make_photo):
    return make_photo("Le phare", third_parties_allowed=False)


def test_visitor_asks_and_the_keeper_answers_by_mail(client, locked, editor, django_capture_on_commit_callbacks):
    address = reverse("photos:request", args=[locked.pk])
    assert address in [part["href"] for part in read(client.get(locked.get_absolute_url())).all_by_role("link")]
    refused = client.post(address, {**ANSWERS, "email": "sans adresse"})
    assert refused.status_code == 422 and read(refused).field("Pour quoi ?").value == ANSWERS["purpose"]
    for _double_click in range(2):
        assert client.post(address, ANSWERS).url == locked.get_absolute_url()
    asked = PhotoRequest.objects.get()
    assert (asked.name, asked.email, asked.use, asked.person) == ("Gîte des Combes", "clotilde@gite.example", "print", None)
    assert Notice.objects.filter(person=editor, code="photos_requested").exists()

    client.force_login(editor)
    page = read(client.get(reverse("photos:requests")))
    assert "Notre dépliant de l’été" in page.text
    answer = reverse("photos:request_answer", args=[asked.pk])
    assert client.post(answer, {"answer": ""}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        client.post(answer, {"answer": "Avec plaisir."})
        client.post(answer, {"answer": "Une autre fois."})  # in another tab
    [sent] = mail.outbox
    assert sent.to == ["clotilde@gite.example"] and "Avec plaisir." in sent.body and "Le phare" in sent.body
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("Avec plaisir.", editor)


def test_provider_is_known_by_their_account(client, locked, professional):
    client.force_login(professional)
    client.post(reverse("photos:request", args=[locked.pk]), {"use": "web", "purpose": "Notre site"})
    asked = PhotoRequest.objects.get()
    assert (asked.person, asked.email) == (professional, professional.email)


def test_request_is_for_what_one_sees_and_may_not_take(client, make_photo):
    free, hidden = make_photo("Libre"), make_photo("Cachée", audience="members", third_parties_allowed=False)
    assert client.post(reverse("photos:request", args=[free.pk]), ANSWERS).status_code == 302
    assert client.post(reverse("photos:request", args=[hidden.pk]), ANSWERS).status_code == 404
    assert not PhotoRequest.objects.exists()


def test_robots_and_who_asks_too_often_send_nothing(client, locked):
    address = reverse("photos:request", args=[locked.pk])
    client.post(address, {**ANSWERS, "website": "https://spam.example"})
    assert not PhotoRequest.objects.exists()
    statuses = [client.post(address, ANSWERS).status_code for _ in range(MESSAGES_AN_HOUR)]
    assert statuses == [302] * (MESSAGES_AN_HOUR - 1) + [422]


def test_keeper_reads_no_request_for_a_picture_of_a_group_that_is_not_theirs(client, make_photo, editor, member):
    photo = make_photo("Réunion", audience="group", third_parties_allowed=False)
    photo.picture.audience_groups.add(make_work_group(member))
    asked = PhotoRequest.objects.create(picture=photo.picture, name="A", email="a@b.example", use="web", purpose="x")
    client.force_login(editor)
    assert "Réunion" not in client.get(reverse("photos:requests")).content.decode()
    assert client.post(reverse("photos:request_answer", args=[asked.pk]), {"answer": "Oui"}).status_code == 404
