"""The shipped proxies, and none: where http leads, how large a picture may be, and two hundred slow senders."""

import io
import json
import socket
import ssl
import time
from contextlib import ExitStack
from http.client import HTTPConnection, HTTPSConnection

import pytest
from PIL import Image as Picture

from tests.shipped.machines import which

pytestmark = pytest.mark.installation
LARGEST_PICTURE = 100 * 1024 * 1024  # bytes, what the forms say
SLOW_SENDERS = 200
MARK = "abcdefghijklmnopqrstuvwxyz012345"  # with this cookie Django reads the body of whoever sends a form
#: A member of an office, signed in, with a form before them.
MEMBER = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse
from accounts.models import Organisation, User
from intranet.submissions.models import Draft, DraftToken
office, _ = Organisation.objects.get_or_create(slug="pictures", defaults={"name": "Office des photos"})
person, _ = User.objects.get_or_create(email="photos@mon-office.example", defaults={"organisation": office})
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "accounts.backends.EmailBackend"
session.create()
print(session.session_key, DraftToken.of(Draft.objects.create(author=person)), reverse("submissions:upload"))
"""


class Way:
    """How one comes to the site: through a proxy, whose certificate signs its own, or to the web process itself."""

    def __init__(self, port: int, certificate=None):
        self.port = port
        self.context = certificate and ssl.create_default_context(cafile=certificate)
        # What a proxy would say; without it the answer is the way to https.
        self.headers = {"Host": f"localhost:{port}"} | ({} if certificate else {"X-Forwarded-Proto": "https"})

    def ask(self, method: str, path: str, body=None, **headers) -> tuple[int, str]:
        # Far below the seconds after which a slow sender is sent away, far above what an answer takes.
        if self.context:
            connection = HTTPSConnection("localhost", self.port, timeout=20, context=self.context)
        else:
            connection = HTTPConnection("localhost", self.port, timeout=20)
        try:
            connection.request(method, path, body, self.headers | headers)
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()

    def begin_body(self) -> socket.socket:
        """Three bytes of a form that is to be longer."""
        connection = socket.create_connection(("localhost", self.port), timeout=20)
        if self.context:
            connection = self.context.wrap_socket(connection, server_hostname="localhost")
        headers = {
            **self.headers, "Cookie": f"csrftoken={MARK}", "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": "9999",
        }  # fmt: skip
        lines = ["POST /compte/connexion/ HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        connection.sendall("\r\n".join([*lines, "", "a=1"]).encode())
        return connection


@pytest.fixture(scope="session")
def caddy(installation):
    if not which("caddy"):
        pytest.skip("missing on this machine: caddy")
    return installation.machines.caddy(installation.web_port)


@pytest.fixture
def way(request, installation) -> Way:
    if request.param == "caddy":
        caddy = request.getfixturevalue("caddy")
        return Way(caddy.https, caddy.certificate)
    if request.param == "nginx":
        return Way(installation.https, installation.certificate / "fullchain.pem")
    return Way(installation.web_port)


def test_caddy_answers_with_a_name_alone_and_leads_to_https(installation, caddy):
    """`DOMAIN=localhost`, and the certificate that it signs itself."""
    status, page = Way(caddy.https, caddy.certificate).ask("GET", "/fr/")
    assert (status, "Val d’Essai" in page) == (200, True)
    connection = HTTPConnection("localhost", caddy.http, timeout=20)
    connection.request("GET", "/fr/")
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (308, "https://localhost/fr/")
    connection.close()


@pytest.mark.parametrize("way", ["nginx", "caddy", "no proxy"], indirect=True)
def test_slow_senders_keep_nobody_waiting(way):
    with ExitStack() as stack:
        for _ in range(SLOW_SENDERS):
            stack.enter_context(way.begin_body())
        seconds = []
        for _ in range(5):
            began = time.monotonic()
            assert way.ask("GET", "/health/")[0] == 200
            seconds.append(time.monotonic() - began)
        assert min(seconds) < 1
        assert way.ask("GET", "/fr/")[0] == 200


@pytest.fixture(scope="session")
def member(installation):
    """Sends a picture of so many bytes on a way; gives the status and what the form reads."""
    session, ticket, path = installation.manage("shell", "-v", "0", "-c", MEMBER).split()
    content = io.BytesIO()
    Picture.effect_noise((400, 300), 80).convert("RGB").save(content, "JPEG")

    def send(way: Way, size: int) -> tuple[int, dict]:
        edge = "----edge"
        body = b"".join(
            [
                f'--{edge}\r\nContent-Disposition: form-data; name="ticket"\r\n\r\n{ticket}\r\n'.encode(),
                f'--{edge}\r\nContent-Disposition: form-data; name="picture_file"; filename="port.jpg"\r\n\r\n'.encode(),
                content.getvalue().ljust(size, b"\0"),  # what follows the picture is no part of it
                f"\r\n--{edge}--\r\n".encode(),
            ]
        )
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}", "Cookie": f"sessionid={session}"}
        status, answer = way.ask("POST", path, body, **headers)
        return status, json.loads(answer)

    return send


@pytest.mark.parametrize("way", ["nginx", "caddy"], indirect=True)
def test_largest_picture_passes_and_a_byte_more_gets_our_sentence(member, way):
    assert member(way, LARGEST_PICTURE)[0] == 200
    refusal = {"problem": "Ce fichier pèse plus de 100\xa0Mo\xa0: enregistrez la photo en plus petit."}
    assert member(way, LARGEST_PICTURE + 1) == (422, refusal)
