"""Safe HTTP: reading an address that a person typed, without giving them access to our network (SSRF).

The name is resolved here, every address it gives is checked, and the connection goes to the very
address that was checked: a name that answers differently the second time gains nothing.
"""

import ipaddress
import re
import socket
import ssl
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as LookupTimeout
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from time import monotonic, time
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

MAX_REDIRECTS = 5
MAX_ADDRESS = 2000
MAX_VALIDATOR = 500
MAX_WAIT = 7 * 24 * 3600  # whatever a site asks, it is asked again within a week
CHUNK = 64 * 1024
PORTS = {"http": 80, "https": 443}
# Ranges that carry an IPv4 address inside an IPv6 one, besides those the standard library unwraps.
NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
USER_AGENT = "Escale"
#: Sent as they stand in a path: accents alone are percent-encoded.
ASCII = bytes(range(128)).decode()
# Schemes that only say which program opens the address: calendars, feeds, podcasts. What follows is http or https.
CALENDAR_SCHEME = re.compile(r"^webcals?://", re.I)
FEED_SCHEME = re.compile(r"^(?:feed|itpc|pcast|podcast):(?://)?(?=(https?)://|)", re.I)
GZIP = b"\x1f\x8b"
MOST_LAYERS = 2  # of compression: a server that compresses what its own program had compressed


class FetchError(Exception):
    """The address could not be read; the text is a sentence for the person who typed it. ``retry_after`` is the number of
    seconds the site asked us to wait, where it did."""

    def __init__(self, sentence: str, retry_after: int | None = None):
        super().__init__(sentence)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Validators:
    """The cache validators of a response (ETag, Last-Modified); sent back, they let the site answer 304, unchanged."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value and value.isascii() and value.isprintable()}


NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True)
class FetchResult:
    body: bytes
    content_type: str
    final_address: str
    validators: Validators = NO_VALIDATORS
    unchanged: bool = False


def fetch(
    address: str, *, limit_bytes: int, timeout: float = 15, accept: str = "*/*", validators: Validators = NO_VALIDATORS
) -> FetchResult:
    """The content of a public http(s) or webcal address, in ``timeout`` seconds at most, redirects included.

    Raises ``FetchError`` for an address that is not public, an answer other than 200, more than ``limit_bytes``, or no answer
    in time. Cookies and credentials are never sent. Where the version named by ``validators`` is still the current one, the
    body is empty and ``unchanged`` true.
    """
    deadline = monotonic() + timeout
    current = address
    for _hop in range(MAX_REDIRECTS + 1):
        target = _target(current)
        answer = _one_request(target, deadline, limit_bytes, {"Accept": accept, **validators.headers()})
        if isinstance(answer, FetchResult):
            return answer
        current = urljoin(target.geturl(), answer)
    raise FetchError(_("Cette adresse renvoie sans fin vers d’autres adresses : vérifiez-la."))


def web_scheme(address: str) -> str:
    """The address with http or https in place of a scheme that only names a kind of program: `webcal://a.example/` is
    `https://a.example/`, `feed://a.example/` is `http://a.example/` (sites lead on to https), `feed:https://…` is `https://…`."""
    address = CALENDAR_SCHEME.sub("https://", address)
    return FEED_SCHEME.sub(lambda match: "" if match[1] else "http://", address)


def _target(address: str) -> SplitResult:
    """The parsed address; raises `FetchError` where it is not one we may fetch."""
    text = address.strip()
    if len(text) > MAX_ADDRESS or re.search(r"[\x00-\x20\x7f\\]", text):
        raise FetchError(_("Cette adresse n’est pas valable : copiez-la à nouveau."))
    text = web_scheme(text)
    try:
        target = urlsplit(text)
        target.port  # noqa: B018 - reading it is what checks it
        host = (target.hostname or "").encode("idna" if not _is_literal(target.hostname) else "ascii").decode()
    except ValueError:
        raise FetchError(_("Cette adresse n’est pas valable : copiez-la à nouveau.")) from None
    if target.scheme not in PORTS:
        raise FetchError(_("L’adresse doit commencer par https:// ou http://."))
    if not host:
        raise FetchError(_("Cette adresse n’est pas valable : copiez-la à nouveau."))
    if target.username is not None or target.password is not None:
        raise FetchError(_("L’adresse ne doit contenir ni identifiant ni mot de passe."))
    netloc = f"[{host}]" if ":" in host else host
    return target._replace(netloc=f"{netloc}:{target.port}" if target.port else netloc, fragment="")


def _is_literal(host: str | None) -> bool:
    try:
        ipaddress.ip_address(host or "")
    except ValueError:
        return False
    return True


def _one_request(target: SplitResult, deadline: float, limit_bytes: int, extra_headers: dict[str, str]) -> FetchResult | str:
    """The response of one request, or the address it redirects to."""
    connection = _connect(target, deadline)
    late = threading.Timer(_seconds_left(deadline), _hang_up, [connection])
    late.daemon = True
    late.start()
    try:
        path = (target.path or "/") + (f"?{target.query}" if target.query else "")
        # No compression is asked for; what comes compressed all the same is undone within the same bound.
        headers = {"Host": target.netloc, "Accept-Encoding": "identity", "User-Agent": USER_AGENT, **extra_headers}
        connection.request("GET", quote(path, safe=ASCII), headers=headers, preload_content=False, decode_content=False)
        response = connection.getresponse()
        location = response.headers.get("Location", "")
        if response.status in (301, 302, 303, 307, 308) and location:
            return location
        if response.status == 304 and len(extra_headers) > 1:
            return FetchResult(b"", "", target.geturl(), unchanged=True)
        if response.status != 200:
            raise _error_for_status(response)
        body = _plain_body(_body(response, deadline, limit_bytes), response.headers.get("Content-Encoding", ""), limit_bytes)
        validators = Validators(
            response.headers.get("ETag", "")[:MAX_VALIDATOR], response.headers.get("Last-Modified", "")[:MAX_VALIDATOR]
        )
        return FetchResult(body, response.headers.get("Content-Type", ""), target.geturl(), validators)
    except (HTTPError, HTTPException, OSError, ValueError, AttributeError):
        # AttributeError: the socket was taken away by the timer in the middle of a read.
        if monotonic() >= deadline:
            raise _too_late() from None
        raise _no_answer() from None
    finally:
        late.cancel()
        connection.close()


def _error_for_status(response) -> FetchError:
    sentence = _("Cette adresse n’a pas donné de fichier (réponse %(status)d).")
    if response.status in (429, 503):
        sentence = _("Ce site demande d’attendre avant de le relire (réponse %(status)d).")
    return FetchError(sentence % {"status": response.status}, _retry_after(response.headers.get("Retry-After", "")))


def _retry_after(value: str) -> int | None:
    """`Retry-After` (RFC 9110): a number of seconds or a date."""
    if value.isascii() and value.isdigit():
        return min(int(value[:9]), MAX_WAIT)
    with suppress(TypeError, ValueError, OverflowError):
        return min(max(int(parsedate_to_datetime(value).timestamp() - time()), 0), MAX_WAIT)
    return None


def _body(response, deadline: float, limit_bytes: int) -> bytes:
    if (response.headers.get("Content-Length") or "").isdigit() and int(response.headers["Content-Length"]) > limit_bytes:
        raise _too_big(limit_bytes)
    body = bytearray()
    while chunk := response.read1(CHUNK, decode_content=False):
        body += chunk
        if len(body) > limit_bytes:
            raise _too_big(limit_bytes)
        if monotonic() >= deadline:
            raise _too_late()
    # A connection cut in the middle must not pass for a short file.
    if monotonic() >= deadline:
        raise _too_late()
    return bytes(body)


def _plain_body(body: bytes, encoding: str, limit_bytes: int) -> bytes:
    """What an answer holds, where its server compressed it though it was asked not to, or where the file itself is a gzip.
    Raises `FetchError` for what is cut, compressed otherwise, or larger than `limit_bytes` once undone."""
    names = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in ("", "identity")]
    if any(name not in ("gzip", "x-gzip", "deflate") for name in names):
        raise _not_readable()
    for _layer in range(MOST_LAYERS):
        if body.startswith(GZIP):
            body = _inflated(body, 16 + zlib.MAX_WBITS, limit_bytes)
        elif "deflate" in names and body:
            names.remove("deflate")
            # RFC 9110 §8.4.1.2: in the zlib format; some servers leave its two bytes out.
            has_head = body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
            body = _inflated(body, zlib.MAX_WBITS if has_head else -zlib.MAX_WBITS, limit_bytes)
    if body.startswith(GZIP):
        raise _not_readable()
    return body


def _inflated(body: bytes, window_bits: int, limit_bytes: int) -> bytes:
    plain = bytearray()
    while body:
        stream = zlib.decompressobj(window_bits)
        try:
            plain += stream.decompress(body, limit_bytes + 1 - len(plain))
        except zlib.error:
            raise _not_readable() from None
        if len(plain) > limit_bytes:
            raise _too_big(limit_bytes)
        if not stream.eof:
            raise _not_readable()
        # A gzip may have several members (RFC 1952 §2.2); what follows the last one and is none is padding.
        body = stream.unused_data if stream.unused_data.startswith(GZIP) else b""
    return bytes(plain)


def _not_readable() -> FetchError:
    return FetchError(_("Cette adresse donne un fichier compressé qui ne peut pas être lu."))


def _too_big(limit_bytes: int) -> FetchError:
    return FetchError(_("Ce fichier est trop gros : %(size)s Mo au plus.") % {"size": max(limit_bytes // 1_000_000, 1)})


def _connect(target: SplitResult, deadline: float) -> HTTPConnection:
    """A connection to the first of the checked addresses that answers."""
    port = target.port or PORTS[target.scheme]
    for address in _checked_addresses(target.hostname, port, deadline):
        connection = _connection(target, address, port, min(_seconds_left(deadline), 10))
        try:
            connection.connect()
            return connection
        except (HTTPError, OSError, ValueError):
            # ValueError: urllib3's complaint about a certificate made out to another name.
            connection.close()
    raise _too_late() if monotonic() >= deadline else _no_answer()


def _connection(target: SplitResult, address: str, port: int, timeout: float) -> HTTPConnection:
    if target.scheme == "http":
        return HTTPConnection(address, port, timeout=timeout)
    # The certificate is that of the name, though the connection goes to the number.
    return HTTPSConnection(
        address,
        port,
        timeout=timeout,
        server_hostname=target.hostname,
        assert_hostname=target.hostname,
        ssl_context=ssl.create_default_context(),
    )


def _checked_addresses(host: str, port: int, deadline: float) -> list[str]:
    """The addresses of a name; refused altogether if one of them is not public."""
    addresses = _resolve(host, port, deadline)
    allowed_hosts = getattr(settings, "OUTSIDE_ALLOWED_HOSTS", ())
    if f"{host}:{port}" in allowed_hosts or f"[{host}]:{port}" in allowed_hosts:
        return addresses
    if not all(is_public(address) for address in addresses):
        raise FetchError(_("Cette adresse n’est pas publique : elle ne peut pas être lue d’ici."))
    return addresses


def _resolve(host: str, port: int, deadline: float) -> list[str]:
    # The system's resolver has no time limit of its own; a thread that hangs is left behind, not waited for.
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        answers = pool.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM).result(_seconds_left(deadline))
    except LookupTimeout:
        raise _too_late() from None
    except (OSError, UnicodeError):
        raise FetchError(_("Ce site est introuvable : vérifiez l’adresse.")) from None
    finally:
        pool.shutdown(wait=False)
    return list(dict.fromkeys(answer[4][0] for answer in answers))


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public internet, whatever it is wrapped in."""
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        if number.scope_id is not None or number.is_site_local:
            return False
        embedded = number.ipv4_mapped or number.sixtofour or (number.teredo and number.teredo[1])
        if any(number in network for network in NAT64):
            embedded = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if embedded:
            return is_public(str(embedded))
        # The first 96 bits empty: an old way to write an IPv4 address.
        if int(number) < 1 << 32:
            return False
    is_internal = number.is_private or number.is_loopback or number.is_link_local or number.is_multicast
    return number.is_global and not (is_internal or number.is_reserved or number.is_unspecified)


def _hang_up(connection: HTTPConnection) -> None:
    """Close a connection at the deadline, for a server that answers byte by byte."""
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _seconds_left(deadline: float) -> float:
    seconds = deadline - monotonic()
    if seconds <= 0:
        raise _too_late()
    return seconds


def _too_late() -> FetchError:
    return FetchError(_("Ce site est trop lent : réessayez plus tard, ou enregistrez le fichier et déposez-le ici."))


def _no_answer() -> FetchError:
    return FetchError(_("Ce site ne répond pas : vérifiez l’adresse, ou réessayez plus tard."))
