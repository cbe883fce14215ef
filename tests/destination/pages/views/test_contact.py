import uuid

import pytest
from django.core import mail

from destination.pages.models import ContactMessage, DestinationSettings
from tests.factories import make_organisation, make_place
from tests.html import read


@pytest.fixture
def path(pages):
    DestinationSettings.objects.update(contact_email="bonjour@aurelle.example")
    return pages["ecrire"]["fr"].url_path


def words(**changes):
    return {
        "name": "Jeanne Ducercle",
        "email": "jeanne@visiteur.example",
        "subject": "Le musée",
        "message": "Est-il ouvert lundi ? 🙂",
        "once": str(uuid.uuid4()),
        **changes,
    }


def test_message_is_kept_and_sent_to_the_office(client, path, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(path, words(), follow=True)

    assert "Merci." in read(response).text
    message = ContactMessage.objects.get()
    assert (message.name, message.subject, message.language) == ("Jeanne Ducercle", "Le musée", "fr")
    (sent,) = mail.outbox
    assert sent.to == ["bonjour@aurelle.example"]
    assert sent.reply_to == ["jeanne@visiteur.example"]
    assert "Est-il ouvert lundi ? 🙂" in sent.body


def test_double_click_sends_once(client, path, django_capture_on_commit_callbacks):
    form = words()
    with django_capture_on_commit_callbacks(execute=True):
        for _click in range(2):
            assert client.post(path, form).status_code == 302

    assert ContactMessage.objects.count() == 1
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("email", "jeanne"),
        ("subject", "x" * 200),
        ("message", ""),
        ("name", "a\x00b"),
        ("message", "y" * 10_000_000),
    ],
)
def test_bad_input_is_said_beside_its_field_and_nothing_is_lost(client, path, field, value):
    response = client.post(path, words(**{field: value}))

    page = read(response)
    labels = {"name": "Votre nom", "email": "Votre courriel", "subject": "Objet", "message": "Votre message"}
    assert response.status_code == 422
    assert page.field(labels[field]).is_invalid and page.field(labels[field]).description
    assert "jeanne" in page.field(labels["email"]).value
    assert not ContactMessage.objects.exists()


def test_html_is_shown_as_text(client, path):
    response = client.post(path, words(name="<script>alert(1)</script>", email=""))

    assert "<script>alert(1)" not in response.content.decode()


def test_line_breaks_do_not_enter_the_headers(client, path, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(path, words(subject="Bonjour\r\nBcc: tous@monde.example"))

    assert mail.outbox[0].subject == "Bonjour Bcc: tous@monde.example"


def test_robot_is_thanked_and_forgotten(client, path):
    assert client.post(path, words(website="https://spam.example")).status_code == 302
    assert not ContactMessage.objects.exists()


def test_altered_form_asks_to_send_again(client, path):
    response = client.post(path, words(once="rien"))

    assert response.status_code == 422
    assert "Est-il ouvert lundi" in read(response).text


def test_too_many_messages_are_refused_for_an_hour(client, path):
    for _number in range(6):
        assert client.post(path, words()).status_code == 302
    response = client.post(path, words())

    assert response.status_code == 422
    assert "Réessayez dans une heure" in read(response).text
    assert ContactMessage.objects.count() == 6


def test_other_pages_refuse_a_form(client, pages):
    assert client.post(pages["venir"]["fr"].url_path).status_code in (200, 405)


def test_a_mistake_at_a_place_is_begun_and_goes_to_the_office_that_keeps_it(client, path, django_capture_on_commit_callbacks):
    office = make_organisation(email="vallees@aurelle.example")
    place = make_place("Musée d’Aurelle", organisation=office)
    address = f"{path}?place={place.pk}"
    assert address in [link["href"] for link in read(client.get(place.get_absolute_url())).all_by_role("link")]

    assert read(client.get(address)).field("Objet").value == "Une erreur sur la page «\xa0Musée d’Aurelle\xa0»"
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, words())
    assert mail.outbox[0].to == ["vallees@aurelle.example"]
    assert place.get_absolute_url() in mail.outbox[0].body


@pytest.mark.parametrize("asked", ["", "0", "-1", "²", "x", "9" * 40, "hidden"])
def test_a_place_that_may_not_be_seen_is_not_named(client, path, asked):
    hidden = make_place("Réserve", audience="members")
    html = client.get(path, {"place": hidden.pk if asked == "hidden" else asked}).content.decode()
    assert "Une erreur sur la page" not in html and "Réserve" not in html
