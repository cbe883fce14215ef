"""The watch of the demo destination: themes, sources on pause, articles published and to sort, one letter sent, one draft."""

from datetime import timedelta

from django.utils import timezone

from destination.demo.parts import demo_part
from pro_portal.watch.actions import newsletter
from pro_portal.watch.models import WatchItem, WatchLetter, WatchLetterItem, WatchSource, WatchSubscription, WatchTheme

WATCHER = "philippine@aurelle.example"
READERS = ("ondine@aurelle.example", "clotilde@trois-combes.example", WATCHER)
# The letter that left holds the articles of the month before it.
LETTER_SENT_DAYS_AGO = 15
IN_A_LETTER = 8


@demo_part
def fill(loader) -> None:
    from pro_portal.watch import demo_content  # forty articles, read only when the demo is loaded

    themes = {
        slug: WatchTheme.objects.get_or_create(slug=slug, defaults={"names": names, "order": order})[0]
        for order, (slug, names) in enumerate(demo_content.THEMES.items())
    }
    sources = {code: _source(themes, *facts) for code, facts in demo_content.SOURCES.items()}
    loader.load.note(*themes.values(), *sources.values())
    person = loader.people[WATCHER]
    published = []
    for code, slugs, days, audience, title, summary, comment in demo_content.ITEMS:
        source = sources.get(code)
        item = _item(source, len(published), days, audience=audience, title=title, summary=summary)
        item.themes.set(themes[slug] for slug in slugs)
        if comment:
            _publish(item, comment, person, days)
            published.append(item)
        loader.load.note(item)
    _letters(loader, person, sorted(published, key=lambda item: item.published_at))
    for email in READERS:
        subscription = WatchSubscription.objects.create(person=loader.people[email], letter=True)
        subscription.themes.set(themes.values())
        loader.load.note(subscription)


def _source(themes, kind, name, address, slugs, audience, for_letter) -> WatchSource:
    """On pause: its host is invented, and nobody wants a demo that complains of it."""
    source = WatchSource.objects.create(
        kind=kind, name=name, address=address, audience=audience, for_letter=for_letter, active=False
    )
    source.themes.set(themes[slug] for slug in slugs)
    return source


def _item(source, number, days, **words) -> WatchItem:
    host = source.address.split("/")[2] if source and source.address else "images-du-tourisme.example"
    dated_at = timezone.now() - timedelta(days=days, hours=3)
    slug = "-".join(words["title"].lower().split()[:4]).strip(":,.")
    address = f"https://{host}/{dated_at:%Y}/{number}-{''.join(char for char in slug if char.isalnum() or char == '-')}"
    return WatchItem.objects.create(source=source, address=address, language="fr", dated_at=dated_at, **words)


def _publish(item: WatchItem, comment: str, person, days: int) -> None:
    item.state, item.comment = WatchItem.State.PUBLISHED, comment
    item.author, item.organisation = person, person.organisation
    item.published_at = item.decided_at = timezone.now() - timedelta(days=days, hours=1)
    item.decided_by, item.in_next_letter = person, True
    item.save()


def _letters(loader, person, published: list[WatchItem]) -> None:
    limit = timezone.now() - timedelta(days=LETTER_SENT_DAYS_AGO)
    before = [item for item in published if item.published_at < limit][-IN_A_LETTER:]
    sent = WatchLetter.objects.create(
        title="La veille du mois dernier",
        introduction="Ce mois-ci : des avis qui se demandent au bon moment, des visiteurs qui viennent sans voiture, "
        "et quelques obligations à ne pas laisser passer. Bonne lecture.",
        state=WatchLetter.State.SENT,
        sent_at=limit,
        mailed_at=limit,
        sent_by=person,
    )
    WatchLetterItem.objects.bulk_create(
        WatchLetterItem(letter=sent, item=item, order=order) for order, item in enumerate(before, start=1)
    )
    # What is older was told in letters before the demo begins.
    older = [item.pk for item in published if item.published_at < limit and item not in before]
    WatchItem.objects.filter(pk__in=older).update(in_next_letter=False)
    loader.load.note(sent)
    draft = newsletter.prepare()
    if draft:
        loader.load.note(draft)
