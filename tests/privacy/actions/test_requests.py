from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.actions import LastAdministrator
from accounts.models import User
from common.personal_data import Person
from privacy.actions import requests
from privacy.models import Act, ErasureRequest, Export

pytestmark = pytest.mark.django_db


def test_an_erasure_can_be_taken_back_for_seven_days(zenobie, administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        request = requests.request_erasure(zenobie, is_confirmed=True)
    assert [(each.to, each.subject) for each in mail.outbox] == [([zenobie.email], "Votre compte sera effacé")]
    almost = request.due_at - timedelta(minutes=1)
    assert requests.carry_out_requests(almost) == 0
    assert requests.take_back_erasure(zenobie) and not requests.take_back_erasure(zenobie)
    assert requests.carry_out_requests(request.due_at) == 0
    assert User.objects.filter(pk=zenobie.pk).exists()
    assert [act.action for act in Act.objects.order_by("pk")] == ["request", "taken_back"]


def test_it_is_carried_out_by_the_clock(zenobie, administrator):
    request = requests.request_erasure(zenobie, is_confirmed=True)
    assert requests.request_erasure(zenobie, is_confirmed=True).due_at == request.due_at  # a second click changes nothing
    assert requests.carry_out_requests(request.due_at) == 1
    assert not User.objects.filter(pk=zenobie.pk).exists() and not ErasureRequest.objects.exists()
    assert Act.objects.first().is_own


def test_one_that_nobody_confirmed_is_never_carried_out(zenobie, administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        request = requests.request_erasure(zenobie, is_confirmed=False)
    assert "/compte/mes-donnees/effacer/confirmer/" in mail.outbox[0].body
    assert requests.carry_out_requests(timezone.now() + timedelta(days=30)) == 0
    assert User.objects.filter(pk=zenobie.pk).exists() and not ErasureRequest.objects.filter(pk=request.pk).exists()


def test_the_link_is_the_persons_alone(zenobie, colleague, administrator):
    request = requests.request_erasure(zenobie, is_confirmed=False)
    token = requests.confirmation_token(request)
    assert requests.request_of_token(token, zenobie) == request
    assert requests.request_of_token(token, colleague) is None
    assert requests.request_of_token(f"{token}x", zenobie) is None
    requests.confirm_erasure(request)
    due_at = ErasureRequest.objects.get().due_at
    requests.confirm_erasure(request)
    assert ErasureRequest.objects.get().due_at == due_at


def test_the_last_administrator_cannot_leave(administrator, zenobie):
    with pytest.raises(LastAdministrator):
        requests.request_erasure(administrator, is_confirmed=True)
    ErasureRequest.objects.create(account=administrator, confirmed_at=timezone.now(), due_at=timezone.now())
    assert requests.carry_out_requests() == 0  # the others left meanwhile
    assert User.objects.filter(pk=administrator.pk).exists()


def test_a_double_click_makes_one_export(zenobie, django_capture_on_commit_callbacks):
    first = requests.request_export(Person.of(zenobie), zenobie, "fr")
    assert requests.request_export(Person.of(zenobie), zenobie, "fr") == first
    assert Export.objects.count() == 1
    first.state = "ready"
    first.save()
    assert requests.request_export(Person.of(zenobie), zenobie, "fr") != first  # and takes its place
    assert Export.objects.count() == 1


def test_a_correction_reaches_each_administrator_once(zenobie, administrator, django_capture_on_commit_callbacks):
    for _click in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            requests.send_correction(zenobie, "Mon nom a deux n. 😀", "3f0e")
    [message] = mail.outbox
    assert (message.to, message.reply_to) == ([administrator.email], [zenobie.email])
    assert "Mon nom a deux n. 😀" in message.body
