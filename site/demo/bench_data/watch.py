"""Test load: many articles of the watch, as many again to sort. Nobody should read them."""

from datetime import timedelta
from random import Random

from django.utils import timezone

from common.access import Audience
from common.facets.changes import note_change
from pro_portal.watch.models import WatchItem, WatchSource, WatchTheme
from pro_portal.watch.normalisation import address_key, folded, title_key

BATCH = 1000
SUBJECTS = ("Réserver", "Photographier", "Accueillir", "Chiffrer", "Écrire", "Filmer", "Mesurer", "Traduire")
AUDIENCES = (Audience.PUBLIC, Audience.PROFESSIONALS, Audience.PROFESSIONALS, Audience.MEMBERS)
State = WatchItem.State


def fill_items(number: int) -> int:
    """Make `number` published articles and `number` in the inbox."""
    random = Random(4)
    themes = list(WatchTheme.objects.all()) or [
        WatchTheme.objects.create(slug=f"essai-{order}", names={"fr": f"Thème d’essai {order}"}, order=order)
        for order in range(6)
    ]
    sources = [
        WatchSource.objects.get_or_create(name=f"Source d’essai {order}", defaults={"active": False})[0] for order in range(20)
    ]
    first = WatchItem.objects.count()
    for state in (State.PUBLISHED, State.INBOX):
        for start in range(0, number, BATCH):
            places = range(first + start, first + min(start + BATCH, number))
            items = [_item(random, place, state, random.choice(sources)) for place in places]
            WatchItem.objects.bulk_create(items, BATCH)
            link = WatchItem.themes.through
            pairs = [(item, theme) for item in items for theme in random.sample(themes, min(len(themes), random.randint(0, 2)))]
            link.objects.bulk_create([link(watchitem=item, watchtheme=theme) for item, theme in pairs], BATCH)
    note_change("watch")
    return number


def _item(random: Random, place: int, state: str, source: WatchSource) -> WatchItem:
    address = f"https://essai-{place % 20}.example/{state}/{place}"
    title, summary = f"{random.choice(SUBJECTS)} mieux : essai {place} {state}", "Un article inventé pour mesurer. " * 4
    published = state == State.PUBLISHED
    at = timezone.now() - timedelta(minutes=random.randint(1, 500_000))
    comment = "À lire avant la saison." if published else ""
    return WatchItem(
        source=source, address=address, address_key=address_key(address), title=title, title_key=title_key(title),
        summary=summary, language="fr", dated_at=at, state=state, comment=comment, audience=random.choice(AUDIENCES),
        published_at=at if published else None, decided_at=at if published else None,
        folded=folded(f"{title} {summary} {comment}"),
    )  # fmt: skip
