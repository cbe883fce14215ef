"""The certificate of the site's address, read from a server of the tests' own."""

import socket
import ssl
import subprocess
import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from common.health import State
from common.models import Measure
from health.probes.certificate import MEASURE, certificate, measure_certificate

pytestmark = pytest.mark.django_db


def store(settings, days_left: float, life=90, **value):
    settings.BASE_URL = "https://www.mon-office.example"
    last = timezone.now() + timedelta(days=days_left, minutes=1)
    value = value or {"first": (last - timedelta(days=life)).isoformat(), "last": last.isoformat()}
    Measure.store(MEASURE, {"address": settings.BASE_URL, **value})


@pytest.mark.parametrize(
    ("left", "life", "state"),
    [
        (60, 90, State.OK), (19, 90, State.OK), (17, 90, State.WARNING), (6, 90, State.FAILURE), (-1, 90, State.FAILURE),
        (19, 365, State.WARNING), (8, 365, State.WARNING), (2, 6, State.OK), (1, 6, State.WARNING), (0.5, 6, State.FAILURE),
    ],
)  # fmt: skip
def test_state_follows_what_is_left_of_its_life(settings, left, life, state):
    store(settings, left, life)
    assert certificate().state == state


def test_refusal_is_red_and_silence_of_the_network_is_not(settings):
    store(settings, 0, refusal="self-signed certificate")
    assert certificate().state == State.FAILURE and "self-signed" in certificate().sentence
    store(settings, 0, away="timed out")
    assert certificate().state == State.WARNING


def test_site_without_https_has_none(settings):
    settings.BASE_URL = "http://127.0.0.1:8000"
    measure_certificate()
    assert Measure.latest(MEASURE) is None and certificate().state == State.OK


def test_measure_of_another_address_is_not_believed(settings):
    store(settings, 0, refusal="expired")
    settings.BASE_URL = "https://ailleurs.example"
    assert certificate().state == State.OK


@pytest.fixture
def tls_server(tmp_path, free_port):
    """A server of `localhost` whose certificate nobody signed but itself; gives the context that trusts it."""
    key, file = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(file)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key)
    listener = socket.create_server(("127.0.0.1", free_port))

    def serve():
        while True:
            try:
                line, _address = listener.accept()
            except OSError:  # closed: the test has ended
                return
            try:
                context.wrap_socket(line, server_side=True).close()
            except OSError:
                line.close()

    threading.Thread(target=serve, daemon=True).start()
    yield ssl.create_default_context(cafile=file)
    listener.close()


def test_certificate_is_read_as_browsers_do(settings, tls_server, free_port):
    settings.BASE_URL = f"https://localhost:{free_port}"
    measure_certificate(tls_server)
    assert "last" in Measure.latest(MEASURE).value
    measure_certificate()  # by those that this machine trusts
    assert "self" in Measure.latest(MEASURE).value["refusal"]
    settings.BASE_URL = "https://localhost:1"
    measure_certificate()
    assert "away" in Measure.latest(MEASURE).value
