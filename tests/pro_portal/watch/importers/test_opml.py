"""Lists of feeds: what is taken, what was there, what is left out and told."""

import pytest

from pro_portal.watch.importers.opml import MOST_SOURCES, import_sources
from pro_portal.watch.models import WatchSource
from tests.factories.watch import make_source

pytestmark = pytest.mark.django_db


def opml(*outlines: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><body>{"".join(outlines)}</body></opml>'.encode()


def line(address="", name="Un", attribute="xmlUrl", more="") -> str:
    return f'<outline text="{name}" {attribute}="{address}"{more}/>'


#: lines of a list: (added, repeated, unreadable), and the addresses that are followed then.
LISTS = {
    "small letters": ([line("https://a.example/un.xml", attribute="xmlurl")], (1, 0, 0), ["https://a.example/un.xml"]),
    "capitals": ([line("https://a.example/un.xml", attribute="XMLURL")], (1, 0, 0), ["https://a.example/un.xml"]),
    "the same with a slash": ([line("https://a.example/un.xml"), line("https://a.example/un.xml/")], (1, 1, 0), ["https://a.example/un.xml"]),
    "the same by http and www": ([line("https://a.example/un"), line("http://www.a.example/un")], (1, 1, 0), ["https://a.example/un"]),
    "the same with a tracker": ([line("https://a.example/un"), line("https://a.example/un?utm_source=b")], (1, 1, 0), ["https://a.example/un"]),
    "already followed": ([line("http://suivi.example/fil/")], (0, 1, 0), []),
    "feed:": ([line("feed://a.example/un"), line("feed:https://a.example/deux")], (2, 0, 0), ["http://a.example/un", "https://a.example/deux"]),
    "podcasts": ([line("itpc://a.example/son")], (1, 0, 0), ["http://a.example/son"]),
    "spaces": ([line(" https://a.example/le fil.xml ")], (1, 0, 0), ["https://a.example/le%20fil.xml"]),
    "no address": ([line("", more=' type="rss"'), line("javascript:alert(1)"), line("pas une adresse")], (0, 0, 3), []),
    "too long": ([line("https://a.example/" + "x" * 1000)], (0, 0, 1), []),
    "a folder": (['<outline text="Dossier">', line("https://a.example/un"), "</outline>"], (1, 0, 0), ["https://a.example/un"]),
    "a bare ampersand": ([line("https://a.example/?a=1&b=2", name="Vins & terroirs")], (1, 0, 0), ["https://a.example/?a=1&b=2"]),
}  # fmt: skip


def test_lines_of_lists():
    outcomes = {}
    for name, (outlines, _counts, _addresses) in LISTS.items():
        WatchSource.objects.all().delete()
        followed = make_source("Suivi", address="https://suivi.example/fil")
        counts = import_sources(opml(*outlines))[:3]
        addresses = WatchSource.objects.exclude(pk=followed.pk).order_by("pk").values_list("address", flat=True)
        outcomes[name] = (counts, list(addresses))
    assert outcomes == {name: (counts, addresses) for name, (_outlines, counts, addresses) in LISTS.items()}


def test_one_bad_byte_spoils_one_letter():
    import_sources(opml(line("https://a.example/un", name="Fête de l’été |")).replace(b"|", b"\xff"))
    assert WatchSource.objects.get().name == "Fête de l’été \ufffd"


def test_what_comes_after_the_most_is_counted():
    content = opml(*(line(f"https://a.example/{number}") for number in range(MOST_SOURCES + 3)))
    assert import_sources(content) == (MOST_SOURCES, 0, 0, 3)
    assert import_sources(content) == (3, MOST_SOURCES, 0, 0)


def test_list_of_the_trial(shared_data):
    imported = import_sources((shared_data / "cases/case-113-nested-folders.opml").read_bytes())
    addresses = WatchSource.objects.order_by("pk").values_list("address", flat=True)
    names = ["un.xml", "deux.xml", "sans-nom.xml", "espace.xml", "minuscule.xml"]
    assert imported == (5, 2, 0, 0)
    assert [address.removeprefix("https:").removeprefix("http:") for address in addresses] == [
        f"//essai.example/{name}" for name in names
    ]
