import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from common.safe_http import FetchError, Validators, fetch, is_public


class Site(BaseHTTPRequestHandler):
    """A real server with the ways a server can behave."""

    def do_GET(self):
        self.server.seen.append((self.path, dict(self.headers)))
        behaviour = getattr(self, "answer_" + self.path.split("?")[0].strip("/").replace("/", "_"), self.answer_missing)
        behaviour()

    def give(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_calendar(self):
        self.give(200, b"BEGIN:VCALENDAR", Content_Type="text/calendar")

    def answer_marked(self):
        if self.headers.get("If-None-Match") == '"v1"':
            self.give(304)
        else:
            self.give(200, b"BEGIN:VCALENDAR", ETag='"v1"', Last_Modified="Mon, 01 Jun 2026 08:00:00 GMT")

    def answer_busy(self):
        self.give(429, Retry_After="120")

    def answer_busy_until(self):
        self.give(503, Retry_After="Mon, 01 Jun 1998 08:00:00 GMT")

    def answer_missing(self):
        self.give(404)

    def answer_moved(self):
        self.give(302, Location="/calendar?from=moved")

    def answer_circle(self):
        self.give(302, Location="/circle")

    def answer_inside(self):
        self.give(302, Location=f"http://127.0.0.1:{self.server.server_port + 1}/calendar")

    def answer_metadata(self):
        self.give(302, Location="http://169.254.169.254/latest/meta-data/")

    def answer_file(self):
        self.give(302, Location="file:///etc/passwd")

    def answer_large(self):
        self.give(200, b"x" * 3_000_000)

    def answer_announced(self):
        self.give(200, b"", Content_Length="999999999")

    def answer_packed(self):
        self.give(200, b"\x1f\x8b", Content_Encoding="gzip")

    def answer_slow(self):
        self.send_response(200)
        self.end_headers()
        try:
            while not self.server.closing.wait(0.1):
                self.wfile.write(b"x")
        except OSError:
            pass

    def answer_slow_headers(self):
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while not self.server.closing.wait(0.1):
                self.wfile.write(b"X-A: b\r\n"[:3])
        except OSError:
            pass

    def log_message(self, *arguments):
        pass


@pytest.fixture
def site(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.seen, server.closing, server.daemon_threads = [], threading.Event(), True
    server.address = f"http://127.0.0.1:{server.server_port}"
    settings.OUTSIDE_ALLOWED_HOSTS = [f"127.0.0.1:{server.server_port}"]
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.closing.set()
    server.shutdown()
    server.server_close()


def refusal(address, **more):
    with pytest.raises(FetchError) as refused:
        fetch(address, **{"limit_bytes": 1_000_000, "timeout": 5} | more)
    return str(refused.value)


NOT_PUBLIC = "Cette adresse n’est pas publique : elle ne peut pas être lue d’ici."
NOT_VALID = "Cette adresse n’est pas valable : copiez-la à nouveau."


def test_fetch_gives_body_type_and_address(site):
    fetched = fetch(f"{site.address}/calendar#top", limit_bytes=1000, accept="text/calendar")
    assert (fetched.body, fetched.content_type) == (b"BEGIN:VCALENDAR", "text/calendar")
    assert fetched.final_address == f"{site.address}/calendar"
    [(_path, headers)] = site.seen
    assert headers["Accept"] == "text/calendar"
    assert {name.lower() for name in headers} == {"host", "accept", "accept-encoding", "user-agent"}


def test_fetch_follows_a_redirect_to_a_checked_address(site):
    assert fetch(f"{site.address}/moved", limit_bytes=1000).final_address == f"{site.address}/calendar?from=moved"


@pytest.mark.parametrize("path", ["inside", "metadata"])
def test_redirect_inside_is_refused(site, path):
    assert refusal(f"{site.address}/{path}") == NOT_PUBLIC


def test_redirect_to_another_kind_of_address_is_refused(site):
    assert refusal(f"{site.address}/file") == "L’adresse doit commencer par https:// ou http://."


def test_redirects_end(site):
    assert refusal(f"{site.address}/circle").startswith("Cette adresse renvoie sans fin")
    assert len(site.seen) == 6


def test_no_request_leaves_for_a_loopback_address(site, settings):
    settings.OUTSIDE_ALLOWED_HOSTS = []
    assert refusal(f"{site.address}/calendar") == NOT_PUBLIC
    assert site.seen == []


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.1", "2130706433", "0x7f000001", "0.0.0.0", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254",
     "100.64.0.1", "224.0.0.1", "255.255.255.255", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[fe80::1]", "[fc00::1]",
     "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::127.0.0.1]"],
)  # fmt: skip
@pytest.mark.parametrize("scheme", ["http", "webcal"])
def test_addresses_that_are_not_public_are_refused(host, scheme):
    assert refusal(f"{scheme}://{host}/calendar.ics") == NOT_PUBLIC


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("8.8.8.8", True), ("2606:4700::1", True), ("::ffff:8.8.8.8", True), ("nonsense", False),
        ("64:ff9b::808:808", True), ("64:ff9b::a00:1", False),  # NAT64: where a server has IPv6 alone
    ],
)  # fmt: skip
def test_public_addresses_are_recognised(address, answer):
    assert is_public(address) is answer


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "L’adresse doit commencer par https:// ou http://."),
        ("ftp://exemple.example/a.ics", "L’adresse doit commencer par https:// ou http://."),
        ("javascript:alert(1)", "L’adresse doit commencer par https:// ou http://."),
        ("https://", NOT_VALID),
        ("https://exemple.example:99999/", NOT_VALID),
        ("https://exemple.example/a\r\nHost: b", NOT_VALID),
        ("https://[::1/", NOT_VALID),
        ("https://" + "a" * 3000, NOT_VALID),
        ("https://" + "a" * 80 + ".example/", NOT_VALID),
        ("https://moi:secret@exemple.example/", "L’adresse ne doit contenir ni identifiant ni mot de passe."),
    ],
)
def test_addresses_of_another_form_are_refused(address, sentence):
    assert refusal(address) == sentence


def test_status_other_than_success_is_told(site):
    assert refusal(f"{site.address}/nothing") == "Cette adresse n’a pas donné de fichier (réponse 404)."


@pytest.mark.parametrize("path", ["large", "announced"])
def test_too_large_an_answer_is_refused(site, path):
    assert refusal(f"{site.address}/{path}") == "Ce fichier est trop gros : 1 Mo au plus."


def test_compressed_answer_is_refused(site):
    assert refusal(f"{site.address}/packed") == "Cette adresse donne un fichier compressé qui ne peut pas être lu."


@pytest.mark.parametrize("path", ["slow", "slow_headers"])
def test_answer_by_drops_is_cut_in_time(site, path):
    started = time.monotonic()
    assert refusal(f"{site.address}/{path}", timeout=1).startswith("Ce site est trop lent")
    assert time.monotonic() - started < 3


def test_silent_port_is_told(settings, unused_port):
    settings.OUTSIDE_ALLOWED_HOSTS = [f"127.0.0.1:{unused_port}"]
    assert refusal(f"http://127.0.0.1:{unused_port}/").startswith("Ce site ne répond pas")


@pytest.fixture
def unused_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def names(monkeypatch, **addresses):
    """The name server of these tests: each call gives the next answer of the name."""
    asked = []
    real = socket.getaddrinfo

    def answer(host, *arguments, **more):
        if host not in addresses:
            return real(host, *arguments, **more)
        asked.append(host)
        numbers = addresses[host].pop(0)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 0)) for number in numbers]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return asked


def test_name_is_asked_once_and_its_checked_address_is_used(site, settings, monkeypatch):
    asked = names(monkeypatch, **{"agenda.example": [["127.0.0.1"], ["10.0.0.1"]]})
    settings.OUTSIDE_ALLOWED_HOSTS = [f"agenda.example:{site.server_port}"]
    fetch(f"http://agenda.example:{site.server_port}/calendar", limit_bytes=1000)
    assert asked == ["agenda.example"]
    assert site.seen[0][1]["Host"] == f"agenda.example:{site.server_port}"


@pytest.fixture
def secure_site(site, tmp_path, monkeypatch):
    """The same server behind a certificate for agenda.example that this machine trusts."""
    if not shutil.which("openssl"):
        pytest.fail("openssl is absent") if os.environ.get("CI") else pytest.skip("openssl is absent")
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2"]
        + ["-subj", "/CN=agenda.example", "-addext", "subjectAltName=DNS:agenda.example"],
        check=True,
        capture_output=True,
    )
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site.socket = context.wrap_socket(site.socket, server_side=True)
    return site


@pytest.mark.parametrize("name", ["agenda.example", "other.example"])
def test_certificate_is_that_of_the_name(secure_site, settings, monkeypatch, name):
    address = f"{name}:{secure_site.server_port}"
    names(monkeypatch, **{name: [["127.0.0.1"]]})
    settings.OUTSIDE_ALLOWED_HOSTS = [address]
    if name == "agenda.example":
        assert fetch(f"webcal://{address}/calendar", limit_bytes=1000).final_address == f"https://{address}/calendar"
    else:
        assert refusal(f"webcal://{address}/calendar").startswith("Ce site ne répond pas")


def test_name_with_one_address_inside_is_refused(monkeypatch):
    names(monkeypatch, **{"agenda.example": [["8.8.8.8", "10.0.0.1"]]})
    assert refusal("https://agenda.example/") == NOT_PUBLIC


def test_name_allowed_on_one_port_is_refused_on_another(site):
    assert refusal(f"http://127.0.0.1:{site.server_port + 1}/") == NOT_PUBLIC


def test_fetch_asks_only_for_what_changed(site):
    first = fetch(f"{site.address}/marked", limit_bytes=1000)
    again = fetch(f"{site.address}/marked", limit_bytes=1000, validators=first.validators)
    assert (first.validators, first.unchanged) == (Validators('"v1"', "Mon, 01 Jun 2026 08:00:00 GMT"), False)
    assert (again.body, again.unchanged) == (b"", True)
    headers = site.seen[1][1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"v1"', "Mon, 01 Jun 2026 08:00:00 GMT")


def test_validators_cannot_write_headers():
    assert Validators('"a"\r\nCookie: b', "é").headers() == {}


@pytest.mark.parametrize(("path", "seconds"), [("busy", 120), ("busy_until", 0), ("missing", None)])
def test_refusal_says_how_long_to_wait(site, path, seconds):
    with pytest.raises(FetchError) as refused:
        fetch(f"{site.address}/{path}", limit_bytes=1000)
    assert refused.value.retry_after == seconds
