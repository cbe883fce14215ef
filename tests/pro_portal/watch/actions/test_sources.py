"""Sources read from a real server, with the ways a server can behave."""

import gzip
import zlib
from datetime import timedelta

import pytest
from django.utils import timezone

from notifications.models import Notice
from pro_portal.watch.actions.sources import add_to_inbox, claim_due_sources, notify_failing_sources, read_source
from pro_portal.watch.importers.feeds import FeedEntry
from pro_portal.watch.models import WatchItem, WatchSource
from pro_portal.watch.periodic import read_sources
from tests.factories.watch import make_item, make_rss, make_source, make_theme

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
OK = {"Content-Type": "application/rss+xml"}
PACKED = make_rss(("https://carnet.example/un", "Un été", ""), ("https://carnet.example/deux", "Deux", ""))


def entry(address="https://carnet.example/un", title="Un titre assez long") -> FeedEntry:
    return FeedEntry(address, title, "Résumé.", None, "fr")


def titles() -> set[str]:
    return set(WatchItem.objects.values_list("title", flat=True))


def test_clock_reads_what_is_due(newspaper):
    newspaper.answers["/fil"] = (200, OK, make_rss(("https://carnet.example/un", "Un", "<i>deux</i>")))
    theme = make_theme()
    source = make_source(address=f"{newspaper.address}/fil", themes=[theme], audience="public", for_letter=True)
    make_source(address=f"{newspaper.address}/pause", active=False)
    read_sources()
    read_sources()
    item = WatchItem.objects.get()
    assert (item.title, item.state, item.audience, item.in_next_letter, item.source) == ("Un", "inbox", "public", True, source)
    assert list(item.themes.all()) == [theme]
    assert [path for path, _headers in newspaper.seen] == ["/fil"]
    source.refresh_from_db()
    assert source.next_read_at > timezone.now() + timedelta(minutes=50)


def test_a_due_source_is_given_once():
    make_source()
    assert len(claim_due_sources()) == 1
    assert claim_due_sources() == []


def test_reading_again_asks_for_changes_only(newspaper):
    newspaper.answers["/fil"] = (200, OK | {"ETag": '"a"', "Last-Modified": "Mon, 01 Jun 2026 08:00:00 GMT"}, make_rss())
    source = make_source(address=f"{newspaper.address}/fil")
    read_source(source)
    newspaper.answers["/fil"] = (304, {}, b"")
    read_source(source)
    assert newspaper.seen[1][1]["If-None-Match"] == '"a"'
    assert newspaper.seen[1][1]["If-Modified-Since"] == "Mon, 01 Jun 2026 08:00:00 GMT"
    assert (source.failures, source.last_error) == (0, "")


def test_failing_source_says_why_and_waits_longer_each_time(newspaper):
    source = make_source(address=f"{newspaper.address}/rien")
    waits = []
    for _try in range(7):
        read_source(source)
        waits.append(round((source.next_read_at - timezone.now()).total_seconds() / 3600))
    assert waits == [1, 2, 4, 8, 16, 24, 24]
    assert source.last_error == "Cette adresse n’a pas donné de fichier (réponse 404)."
    newspaper.answers["/rien"] = (200, OK, make_rss())
    read_source(source)
    assert (source.failures, source.failing_since, source.last_error) == (0, None, "")


def test_wait_asked_by_the_site_is_kept(newspaper):
    newspaper.answers["/fil"] = (429, {"Retry-After": "172800"}, b"")
    source = make_source(address=f"{newspaper.address}/fil")
    read_source(source)
    assert source.next_read_at > timezone.now() + timedelta(hours=47)
    assert "demande d’attendre" in source.last_error


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PACKED)),
        ("GZIP", gzip.compress(PACKED[:40]) + gzip.compress(PACKED[40:])),
        ("x-gzip", gzip.compress(PACKED) + b"\0" * 20),
        ("deflate", zlib.compress(PACKED)),
        ("deflate", zlib.compress(PACKED)[2:-4]),
        ("", gzip.compress(PACKED)),
        ("gzip", gzip.compress(gzip.compress(PACKED))),
        ("gzip", PACKED),
    ],
)
def test_compression_that_nobody_asked_for_is_undone(newspaper, encoding, body):
    newspaper.answers["/fil"] = (200, OK | ({"Content-Encoding": encoding} if encoding else {}), body)
    assert read_source(make_source(address=f"{newspaper.address}/fil")) == 2


def test_charset_of_http_is_read(newspaper):
    body = make_rss(("https://carnet.example/un", "Праздник на море", "")).decode().encode("cp1251")
    newspaper.answers["/fil"] = (200, {"Content-Type": "application/rss+xml; charset=windows-1251"}, body)
    read_source(make_source(address=f"{newspaper.address}/fil"))
    assert titles() == {"Праздник на море"}


def test_what_a_feed_left_out_is_noted_and_forgotten(newspaper):
    newspaper.answers["/fil"] = (200, OK, make_rss(("https://carnet.example/un", "", "")))
    source = make_source(address=f"{newspaper.address}/fil")
    read_source(source)
    assert source.remark == "1 élément sans adresse ou sans texte est laissé de côté."
    newspaper.answers["/fil"] = (200, OK, make_rss(("https://carnet.example/un", "Un", "")))
    read_source(source)
    assert source.remark == ""


def drop_by_drop(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        while not handler.server.closing.wait(0.1):
            handler.wfile.write(b" ")
    except OSError:
        pass


def cut_in_the_middle(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(PACKED)))
    handler.end_headers()
    handler.wfile.write(PACKED[: len(PACKED) // 2])


def needs_a_cookie(handler):
    """Leads to itself until what it set comes back; nothing of a site is kept, so it never does."""
    assert "Cookie" not in handler.headers
    handler.send_response(302)
    handler.send_header("Set-Cookie", "lu=1")
    handler.send_header("Location", "/fil")
    handler.end_headers()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((403, {}, b"Interdit"), "Cette adresse n’a pas donné de fichier (réponse 403)."),
        ((410, {}, b""), "Cette adresse n’a pas donné de fichier (réponse 410)."),
        ((500, OK, PACKED), "Cette adresse n’a pas donné de fichier (réponse 500)."),
        ((503, {"Retry-After": "60"}, b""), "Ce site demande d’attendre avant de le relire (réponse 503)."),
        (cut_in_the_middle, "Ce site ne répond pas : vérifiez l’adresse, ou réessayez plus tard."),
        (needs_a_cookie, "Cette adresse renvoie sans fin vers d’autres adresses : vérifiez-la."),
        ((200, OK | {"Content-Length": "50000000"}, b""), "Ce fichier est trop gros : 5 Mo au plus."),
        ((200, OK, b"<rss>" + b"x" * 6_000_000), "Ce fichier est trop gros : 5 Mo au plus."),
        ((302, {"Location": "http://169.254.169.254/latest/"}, b""), "Cette adresse n’est pas publique : elle ne peut pas être lue d’ici."),
        ((302, {"Location": "/fil"}, b""), "Cette adresse renvoie sans fin vers d’autres adresses : vérifiez-la."),
        ((200, OK | {"Content-Encoding": "gzip"}, b"\x1f\x8b"), "Cette adresse donne un fichier compressé qui ne peut pas être lu."),
        ((200, OK | {"Content-Encoding": "br"}, b"\x0b"), "Cette adresse donne un fichier compressé qui ne peut pas être lu."),
        ((200, OK, gzip.compress(PACKED)[:-9]), "Cette adresse donne un fichier compressé qui ne peut pas être lu."),
        ((200, OK, gzip.compress(gzip.compress(gzip.compress(PACKED)))), "Cette adresse donne un fichier compressé qui ne peut pas être lu."),
        ((200, OK | {"Content-Encoding": "gzip"}, gzip.compress(b"<rss>" + b" " * 60_000_000)), "Ce fichier est trop gros : 5 Mo au plus."),
        ((200, OK, b"<html>"), "Cette adresse ne donne pas de fil RSS, Atom ou JSON Feed."),
        ((200, OK, make_rss(more='<!DOCTYPE x [<!ENTITY a "b">]>')), "Ce fil contient des définitions inhabituelles (entités) : il n’est pas lu."),
    ],
)  # fmt: skip
def test_bad_feeds_become_a_sentence(newspaper, answer, said):
    newspaper.answers["/fil"] = answer
    source = make_source(address=f"{newspaper.address}/fil")
    assert read_source(source) == 0
    assert source.last_error.replace("\xa0", " ") == said


def test_slow_feed_is_left(newspaper, monkeypatch):
    from pro_portal.watch.actions import sources

    whole = sources.fetch
    monkeypatch.setattr(sources, "fetch", lambda address, **options: whole(address, timeout=1, **options))
    newspaper.answers["/fil"] = drop_by_drop
    source = make_source(address=f"{newspaper.address}/fil")
    read_source(source)
    assert "trop lent" in source.last_error


def test_private_address_is_not_asked(newspaper, settings):
    settings.OUTSIDE_ALLOWED_HOSTS = []
    source = make_source(address=f"{newspaper.address}/fil")
    read_source(source)
    assert "pas publique" in source.last_error and newspaper.seen == []


@pytest.mark.parametrize("location", ["/actus/fil", "fil", "//{host}/actus/fil", "http://{host}/actus/fil", "/actus/./fil#haut"])
def test_redirected_feed_is_read(newspaper, location):
    """By an address of any form; a final slash that is missing is such a redirect too."""
    host = newspaper.address.removeprefix("http://")
    newspaper.answers["/vieux"] = (301, {"Location": "/actus/"}, b"")
    newspaper.answers["/actus/"] = (308, {"Location": location.format(host=host)}, b"")
    newspaper.answers["/actus/fil"] = (200, OK, make_rss(("/relatif", "Un titre", "")))
    assert read_source(make_source(address=f"{newspaper.address}/vieux")) == 1
    assert WatchItem.objects.get().address == f"{newspaper.address}/relatif"


def test_same_address_is_one_item_of_two_sources():
    first, second = make_source("Un"), make_source("Deux")
    add_to_inbox([entry("https://carnet.example/un?utm_source=a")], first)
    add_to_inbox([entry("http://www.carnet.example/un/#x", title="Autrement dit")], second)
    item = WatchItem.objects.get()
    assert (item.source, list(item.also_in.all())) == (first, [second])


def test_what_was_set_aside_does_not_come_back():
    make_item("Un titre assez long", state="set_aside", address="https://carnet.example/un")
    assert add_to_inbox([entry()], make_source()) == []
    assert not WatchItem.objects.inbox().exists()


def test_taking_in_asks_the_database_as_often_for_two_known_as_for_fifty(django_assert_num_queries):
    source = make_source()
    entries = [entry(f"https://a.example/{n}", f"Un titre assez long numéro {n}") for n in range(50)]
    add_to_inbox(entries, source)
    for some in (entries[:2], entries):
        with django_assert_num_queries(6):  # savepoint, addresses, titles, themes, words that set aside, release
            assert add_to_inbox(some, source) == []


def test_watchers_are_told_once_of_a_week_of_failures(watcher):
    source = make_source(failures=9, failing_since=timezone.now() - timedelta(days=8), last_error="Rien.")
    make_source(failures=1, failing_since=timezone.now() - timedelta(days=2))
    assert [notify_failing_sources(), notify_failing_sources()] == [1, 0]
    notice = Notice.objects.get(person=watcher)
    assert source.name in notice.notification.title() and notice.notification.excerpt() == "Rien."
    assert WatchSource.objects.filter(failure_told=True).count() == 1
