"""Small real things of the watch."""

from itertools import count

from django.utils import timezone

from pro_portal.watch.models import WatchItem, WatchLetter, WatchLetterItem, WatchSource, WatchSubscription, WatchTheme

_numbers = count(1)


def make_theme(slug="numerique", **names) -> WatchTheme:
    return WatchTheme.objects.get_or_create(
        slug=slug, defaults={"names": names or {"fr": slug.capitalize()}, "order": next(_numbers)}
    )[0]


def make_source(name="Le Carnet", themes=(), **fields) -> WatchSource:
    fields.setdefault("address", f"https://carnet-{next(_numbers)}.example/fil.xml")
    source = WatchSource.objects.create(name=name, **fields)
    source.themes.set(themes)
    return source


def make_item(title="Un article", themes=(), work_groups=(), **fields) -> WatchItem:
    """A published item (`state="inbox"` for one that waits)."""
    number = next(_numbers)
    fields.setdefault("address", f"https://carnet.example/{number}")
    fields.setdefault("state", WatchItem.State.PUBLISHED)
    if fields["state"] == WatchItem.State.PUBLISHED:
        fields.setdefault("published_at", timezone.now())
    item = WatchItem.objects.create(title=title, **fields)
    item.themes.set(themes)
    item.audience_groups.set(work_groups)
    item.save()
    return item


def make_letter(title, items, is_sent=False) -> WatchLetter:
    sent = {"state": WatchLetter.State.SENT, "sent_at": timezone.now(), "mailed_at": timezone.now()} if is_sent else {}
    letter = WatchLetter.objects.create(title=title, introduction="Bonne lecture.", **sent)
    for order, item in enumerate(items, start=1):
        WatchLetterItem.objects.create(letter=letter, item=item, order=order)
    return letter


def make_subscription(person, themes, **fields) -> WatchSubscription:
    fields.setdefault("letter", True)
    subscription = WatchSubscription.objects.create(person=person, **fields)
    subscription.themes.set(themes)
    return subscription


def make_rss(*items: tuple[str, str, str], more: str = "") -> bytes:
    """A feed of (address, title, description)."""
    entries = "".join(
        f"<item><title>{title}</title><link>{address}</link><description>{text}</description>"
        "<pubDate>Mon, 01 Jun 2026 08:00:00 +0200</pubDate></item>"
        for address, title, text in items
    )
    head = "<title>Le Carnet</title><link>https://carnet.example/</link><language>fr-FR</language>"
    return f'<?xml version="1.0"?>{more}<rss version="2.0"><channel>{head}{entries}</channel></rss>'.encode()
