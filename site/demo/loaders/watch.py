"""The watch: themes, sources on pause, articles published and to sort, one letter sent, one draft."""

from datetime import timedelta

from django.utils import timezone

from demo.loaders import content
from demo.loaders.loading import EDITOR, Loading
from pro_portal.watch.actions import newsletter
from pro_portal.watch.models import WatchItem, WatchLetter, WatchLetterItem, WatchSource, WatchSubscription, WatchTheme

READERS = ("ondine@aurelle.example", "clotilde@trois-combes.example", EDITOR)
# The letter that left holds the articles of the month before it.
LETTER_SENT_DAYS_AGO = 15
IN_A_LETTER = 8
HOST_OF_THE_OTHERS = "images-du-tourisme.example"  # of articles that come from no source with an address


def load(demo: Loading) -> None:
    words = content.watch()
    themes = {
        slug: WatchTheme.objects.get_or_create(slug=slug, defaults={"names": names, "order": order})[0]
        for order, (slug, names) in enumerate(words["themes"].items())
    }
    demo.note(*themes.values())
    articles = []
    for facts in words["sources"].values():
        source = make_source(demo, facts, themes) if "name" in facts else None
        for article in facts["articles"]:
            item = make_item(demo, source, article, themes, number=len(articles))
            if item.state == WatchItem.State.PUBLISHED:
                articles.append(item)
    make_letters(demo, words["letter"], sorted(articles, key=lambda item: item.published_at))
    for email in READERS:
        subscription = WatchSubscription.objects.create(person=demo.people[email], letter=True)
        subscription.themes.set(themes.values())
        demo.note(subscription)


def make_source(demo: Loading, facts: dict, themes: dict[str, WatchTheme]) -> WatchSource:
    """On pause: its host is invented, and nobody wants a demo that complains of it."""
    source = WatchSource.objects.create(
        active=False,
        address=facts.get("address", ""),
        **{name: facts[name] for name in ("name", "kind", "audience", "for_letter")},
    )
    source.themes.set(themes[slug] for slug in facts["themes"])
    demo.note(source)
    return source


def make_item(demo: Loading, source: WatchSource | None, facts: dict, themes: dict, number: int) -> WatchItem:
    """Published if the watcher commented on it, else in the inbox."""
    host = source.address.split("/")[2] if source and source.address else HOST_OF_THE_OTHERS
    now, days = timezone.now(), facts["days_ago"]
    dated_at = now - timedelta(days=days, hours=3)
    slug = "-".join(facts["title"].lower().split()[:4]).strip(":,.")
    slug = "".join(char for char in slug if char.isalnum() or char == "-")
    item = WatchItem.objects.create(
        source=source,
        address=f"https://{host}/{dated_at:%Y}/{number}-{slug}",
        language="fr",
        dated_at=dated_at,
        **{name: facts[name] for name in ("audience", "title", "summary")},
    )
    item.themes.set(themes[slug] for slug in facts["themes"])
    if comment := facts.get("comment"):
        item.state, item.comment = WatchItem.State.PUBLISHED, comment
        item.author, item.organisation = demo.editor, demo.editor.organisation
        item.published_at = item.decided_at = now - timedelta(days=days, hours=1)
        item.decided_by, item.in_next_letter = demo.editor, True
        item.save()
    demo.note(item)
    return item


def make_letters(demo: Loading, words: dict, published: list[WatchItem]) -> None:
    limit = timezone.now() - timedelta(days=LETTER_SENT_DAYS_AGO)
    before = [item for item in published if item.published_at < limit][-IN_A_LETTER:]
    letter = WatchLetter.objects.create(
        title=words["title"],
        introduction=words["introduction"],
        state=WatchLetter.State.SENT,
        sent_at=limit,
        mailed_at=limit,
        sent_by=demo.editor,
    )
    WatchLetterItem.objects.bulk_create(
        WatchLetterItem(letter=letter, item=item, order=order) for order, item in enumerate(before, start=1)
    )
    # What is older went out in letters before the demo begins.
    older = [item.pk for item in published if item.published_at < limit and item not in before]
    WatchItem.objects.filter(pk__in=older).update(in_next_letter=False)
    demo.note(letter)
    if draft := newsletter.prepare():
        demo.note(draft)
