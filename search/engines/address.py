"""What `SEARCH_URL` says: which product, which nodes, who we are there, and how the index is made.

`[opensearch+]http[s]://[user:password@]host[:port][,host[:port]…][?option=…&…]`. Without `opensearch+` (or with
`elasticsearch+`) the product is Elasticsearch. Options: `prefix`, `api_key`, `ca`, `replicas`, `refresh`, `timeout`.
"""

import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from search.engines.protocol import EngineUnreachable

#: Each product and the module of its official client, which `requirements/<product>.txt` installs.
CLIENTS = {"elasticsearch": "elasticsearch", "opensearch": "opensearchpy"}
OPTIONS = ("prefix", "api_key", "ca", "replicas", "refresh", "timeout")
DEFAULT_PORTS = {"http": 9200, "https": 443}
DEFAULT_PREFIX = "escale"
# A change is found one second after it was sent; a cluster that takes in a whole département may be given more time.
DEFAULT_REFRESH = "1s"
MOST_REPLICAS = 10
# Seconds a reader waits for one question, all nodes tried together.
DEFAULT_TIMEOUT, LONGEST_TIMEOUT = 2, 30


class WrongSearchAddress(EngineUnreachable):
    """`SEARCH_URL` cannot be followed; the message is a sentence for the administrator, without any password."""


@dataclass(frozen=True)
class SearchAddress:
    """`nodes` are complete addresses without user or password; `replicas` is None where the engine decides (one copy as
    soon as there is a second node)."""

    product: str
    nodes: tuple[str, ...]
    prefix: str = DEFAULT_PREFIX
    user: str = ""
    password: str = ""
    api_key: str = ""
    ca: str = ""
    replicas: int | None = None
    refresh: str = DEFAULT_REFRESH
    timeout: int = DEFAULT_TIMEOUT

    @classmethod
    def read(cls, url: str) -> "SearchAddress":
        """Raises `WrongSearchAddress` with one sentence that says what is wrong."""
        product, scheme, rest = _product_and_scheme(url)
        hosts, _, options = rest.partition("?")
        nodes, user, password = _nodes(scheme, hosts)
        return cls(product, nodes, user=user, password=password, **_options(options, scheme, user))

    def check_client(self) -> None:
        """Raises `WrongSearchAddress` where the client or the file of the authority is missing on this machine."""
        if find_spec(CLIENTS[self.product]) is None:
            raise WrongSearchAddress(
                f"SEARCH_URL names {self.product}, whose client is not installed: pip install -r requirements/{self.product}.txt"
            )
        if self.ca and not Path(self.ca).is_file():
            raise WrongSearchAddress(f"SEARCH_URL: ca={self.ca} is no file that this process can see.")


def _product_and_scheme(url: str) -> tuple[str, str, str]:
    parts = re.fullmatch(r"(?:(\w+)\+)?(https?)://(.*)", url.strip(), re.DOTALL)
    if not parts:
        raise WrongSearchAddress("SEARCH_URL must begin with http://, https://, opensearch+http:// or opensearch+https://.")
    product = parts[1] or "elasticsearch"
    if product not in CLIENTS:
        raise WrongSearchAddress(f"SEARCH_URL names the product “{product}”; known are: {', '.join(sorted(CLIENTS))}.")
    return product, parts[2], parts[3]


def _nodes(scheme: str, hosts: str) -> tuple[tuple[str, ...], str, str]:
    nodes, user, password = [], "", ""
    for host in hosts.split(","):
        host = host.strip()
        if (begin := f"{scheme}://") and host.startswith(begin):  # each may be written whole
            host = host[len(begin) :]
        try:
            parts = urlsplit(begin + host)
            port = parts.port or DEFAULT_PORTS[scheme]
        except ValueError:
            parts, port = None, 0
        if not parts or not parts.hostname or "://" in host or re.search(r"\s", host):
            raise WrongSearchAddress(
                f"SEARCH_URL: each node is host:port, all of the same scheme; this one is not: “{_without_user(host)}”."
            )
        if parts.username:
            user, password = unquote(parts.username), unquote(parts.password or "")
        name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        nodes.append(f"{scheme}://{name}:{port}{parts.path.rstrip('/')}")
    return tuple(dict.fromkeys(nodes)), user, password


def _without_user(host: str) -> str:
    return host.rpartition("@")[2]


def _options(query: str, scheme: str, user: str) -> dict:
    # A plus sign stands for itself, as in an API key, and not for a blank.
    options = dict(parse_qsl(query.replace("+", "%2B"), keep_blank_values=True))
    for name, value in options.items():
        if name not in OPTIONS:
            raise WrongSearchAddress(f"SEARCH_URL: there is no option “{name}”; the options are: {', '.join(OPTIONS)}.")
        if not value:
            raise WrongSearchAddress(f"SEARCH_URL: the option “{name}” is empty.")
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", options.get("prefix", DEFAULT_PREFIX)):
        raise WrongSearchAddress("SEARCH_URL: prefix is a name of small letters, digits, hyphens and underscores.")
    if not re.fullmatch(r"[1-9]\d*(ms|s|m)", options.get("refresh", DEFAULT_REFRESH)):
        raise WrongSearchAddress("SEARCH_URL: refresh is a time such as 1s, 500ms or 1m.")
    for name, least, most in (("replicas", 0, MOST_REPLICAS), ("timeout", 1, LONGEST_TIMEOUT)):
        if name in options:
            if not re.fullmatch(r"[0-9]{1,3}", options[name]) or not least <= int(options[name]) <= most:
                raise WrongSearchAddress(f"SEARCH_URL: {name} is a whole number from {least} to {most}.")
            options[name] = int(options[name])
    if "api_key" in options and user:
        raise WrongSearchAddress("SEARCH_URL: give either user and password or api_key, not both.")
    if "ca" in options and scheme != "https":
        raise WrongSearchAddress("SEARCH_URL: ca needs https.")
    return options
