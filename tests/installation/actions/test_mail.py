"""What a mail server answers, in words: servers of this machine that behave as others were seen to."""

import socket
import threading

import pytest
from django.core import mail

from installation.actions.mail import MailServer, send_test_mail

pytestmark = pytest.mark.django_db
PLAIN = {"safety": "none", "host": "127.0.0.1"}


@pytest.fixture
def server():
    """`server(answers)`: the port of a server that greets, then answers each line by the first of `answers` that begins as the line
    does, and hangs up where that is empty."""
    listeners = []

    def start(**answers) -> int:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)

        def serve():
            connection, _address = listener.accept()
            with connection, connection.makefile("rwb") as stream:
                stream.write(b"220 mail.example\r\n")
                stream.flush()
                in_text = False
                for line in stream:
                    if in_text and line != b".\r\n":
                        continue
                    word = "END" if in_text else line.decode().split()[0].upper()
                    answer = answers.get(word, "250 OK")
                    in_text = word == "DATA" and answer.startswith("354")
                    if not answer:
                        return
                    stream.write(answer.encode() + b"\r\n")
                    stream.flush()

        threading.Thread(target=serve, daemon=True).start()
        return listener.getsockname()[1]

    yield start
    for listener in listeners:
        listener.close()


def answer_of(port: int, **fields):
    return send_test_mail("anne@essai.example", MailServer(**(PLAIN | {"port": port} | fields)))


def test_mail_of_the_installation_is_tried():
    answer = send_test_mail("anne@essai.example")
    assert answer.has_left
    assert [message.to for message in mail.outbox] == [["anne@essai.example"]]


def test_accepted_mail_asks_to_look_whether_it_arrived(server):
    answer = answer_of(server(DATA="354 go on"))
    assert answer.has_left and "regardez s’il est arrivé" in answer.sentence


@pytest.mark.parametrize(
    ("answers", "sentence", "words"),
    [
        ({"RCPT": "550 5.1.1 no such user"}, "Le serveur refuse d’écrire à cette adresse.", "550 5.1.1 no such user"),
        ({"MAIL": "553 5.7.1 not owned"}, "Le serveur refuse l’adresse d’envoi", "553 5.7.1 not owned"),
        ({"DATA": "354 go on", "END": ""}, "Le serveur a raccroché", ""),
        ({"EHLO": "", "HELO": ""}, "Le serveur a raccroché", ""),
    ],
)
def test_refusals_are_said_in_words(server, answers, sentence, words):
    answer = answer_of(server(**answers))
    assert not answer.has_left
    assert answer.sentence.startswith(sentence) and words in answer.words


def test_port_where_nothing_listens_is_said():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert answer_of(port).sentence.startswith("Rien n’écoute")


def test_server_without_encryption_is_said(server):
    assert "chiffrement" in answer_of(server(), safety="starttls").sentence


def test_server_that_never_answers_is_left(server, monkeypatch):
    monkeypatch.setattr("installation.actions.mail.MAIL_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert answer_of(silent.getsockname()[1]).sentence.startswith("Le serveur ne répond pas")


def test_tried_server_is_given_the_sender_of_tomorrow(settings):
    server = MailServer("smtp.mon-office.example", user="bonjour@mon-office.example")
    settings.SENDER_FOLLOWS_SERVER = True
    assert (server.sender, MailServer("smtp.mon-office.example", user="bonjour").sender) == ("bonjour@mon-office.example", None)
    settings.SENDER_FOLLOWS_SERVER = False  # DEFAULT_FROM_EMAIL says it
    assert server.sender is None


def test_line_of_the_environment_says_the_same():
    server = MailServer("smtp.mon-office.example", "tls", None, "bonjour@mon-office.example", "c@ntine/#'")
    assert server.line == "EMAIL_URL='smtps://bonjour%40mon-office.example:c%40ntine%2F%23%27@smtp.mon-office.example:465'"
