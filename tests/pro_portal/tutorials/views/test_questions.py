"""Questions, their answers, and “still true?”."""

from datetime import date
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from notifications.models import Notice
from pro_portal.tutorials.models import Question
from tests.factories import make_user
from tests.factories.tutorials import make_question, make_tutorial
from tests.html import read

pytestmark = pytest.mark.django_db
ROOM = "/fr/portail/tutoriels/"


@pytest.fixture
def animator(office):
    return make_user("animation@aurelle.example", office, roles=["animator"], first_name="Anim")


@pytest.fixture
def owner(office):
    return make_user("proprio@aurelle.example", office)


@pytest.fixture
def tutorial(owner):
    return make_tutorial("fiche", "La fiche", owner=owner)


def ask(client, **words):
    fields = {
        "text": "Et la nuit ?",
        "name": "Basile  Four",
        "email": "basile@ailleurs.example",
        "step": "2",
        "website": "",
        "once": uuid4(),
    }
    return client.post(f"{ROOM}fiche/question/", fields | words)


def test_visitor_asks_and_the_owner_is_told(client, tutorial, owner, animator, django_capture_on_commit_callbacks):
    once = uuid4()
    with django_capture_on_commit_callbacks(execute=True):
        for _twice in range(2):
            assert ask(client, once=once).status_code == 302
    question = Question.objects.get()
    assert (question.name, question.step, question.asker) == ("Basile Four", 2, None)
    assert [(notice.person, notice.code) for notice in Notice.objects.all()] == [(owner, "tutorial_question")]
    assert "Basile Four a une question" in mail.outbox[0].subject


def test_without_an_owner_the_animators_are_told(client, tutorial, animator):
    tutorial.owner = None
    tutorial.save()
    ask(client)
    assert [notice.person for notice in Notice.objects.all()] == [animator]


def test_robots_and_floods_are_kept_out(client, tutorial):
    assert ask(client, website="https://spam.example").status_code == 302
    assert Question.objects.count() == 0
    answers = [ask(client).status_code for _number in range(7)]
    assert answers == [302] * 5 + [422] * 2 and Question.objects.count() == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"email": "x"},
        {"name": ""},
        {"step": "99"},
        {"step": "x"},
        {"once": "x"},
        {"text": "a\x00b"},
        {"text": "é" * 2001},
    ],
)
def test_wrong_question_is_given_back(client, tutorial, wrong):
    response = ask(client, **wrong)
    assert response.status_code == 422 and Question.objects.count() == 0
    assert "à corriger" in read(response).text


def test_answer_leaves_by_mail_and_is_shown(client, tutorial, animator, django_capture_on_commit_callbacks):
    question = make_question(tutorial, "Mon nom est Basile. Et la nuit ?", step=2, language="en")
    client.force_login(animator)
    assert "Basile" in read(client.get(f"{ROOM}questions/")).text
    fields = {"text": "Fermez #tout.", "is_shown": "on", "shown_text": "Et la nuit ?"}
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"{ROOM}questions/{question.pk}/", fields).status_code == 302
        client.post(f"{ROOM}questions/{question.pk}/", fields | {"text": "Fermez tout, même ici."})
    assert [message.to for message in mail.outbox] == [["basile@ailleurs.example"]]
    assert "Fermez #tout." in mail.outbox[0].body and mail.outbox[0].reply_to == [animator.email]
    client.logout()
    shown = client.get(tutorial.get_absolute_url()).content.decode()
    assert "Et la nuit ?" in shown and "Fermez tout, même ici." in shown and "Basile" not in shown


def test_person_with_an_account_is_told_in_the_bell(client, tutorial, animator, professional):
    question = make_question(tutorial, asker=professional, name="", email="")
    client.force_login(animator)
    client.post(f"{ROOM}questions/{question.pk}/", {"text": "Voici."})
    assert [(notice.person, notice.code) for notice in Notice.objects.all()] == [(professional, "tutorial_answer")]
    client.force_login(professional)
    assert "Voici." in read(client.get(f"{ROOM}questions/{question.pk}/")).text
    assert "Voici." not in client.get(tutorial.get_absolute_url()).content.decode()


def test_others_read_no_question(client, tutorial, professional, member, owner):
    question = make_question(tutorial)
    for person, status in ((professional, 404), (member, 404), (owner, 200)):
        client.force_login(person)
        assert client.get(f"{ROOM}questions/{question.pk}/").status_code == status
        assert client.get(f"{ROOM}questions/").status_code == 404
        if status == 404:
            assert client.post(f"{ROOM}questions/{question.pk}/", {"text": "x"}).status_code == 404
    question.refresh_from_db()
    assert question.answered_at is None


def test_rail_counts_what_waits(client, tutorial, animator):
    make_question(tutorial)
    make_question(tutorial, answer="Oui.")
    client.force_login(animator)
    entries = {entry["title"]: entry["count"] for entry in client.get(ROOM).context["rail"]()["entries"]}
    assert entries["Questions"] == 1
    client.logout()
    assert "Questions" not in {entry["title"] for entry in client.get(ROOM).context["rail"]()["entries"]}


def test_owner_says_that_it_is_still_true(client, tutorial, owner, professional):
    tutorial.checked_on = date(2020, 1, 1)
    tutorial.save()
    tutorial.save_revision()
    client.force_login(professional)
    assert client.post(f"{ROOM}fiche/relu/").status_code == 404
    client.force_login(owner)
    assert "Dit-il encore vrai" in read(client.get(f"{ROOM}fiche/")).text
    client.post(f"{ROOM}fiche/relu/")
    tutorial.refresh_from_db()
    assert tutorial.checked_on == timezone.localdate()
    tutorial.latest_revision.publish()
    tutorial.refresh_from_db()
    assert tutorial.checked_on == timezone.localdate()
