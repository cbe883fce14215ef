"""The communes: their cards, their pages' picture, their neighbours, and their names as links in a text."""

import re
from functools import lru_cache
from html import unescape

from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.db.models import F
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from accounts.models import Territory
from common.models import Picture, fetch_substitutes, line_picture
from common.text import change_where_links_may_be
from common.translations import fallback_languages
from destination.places.models import Place
from destination.places.presenters.distances import away_in_words
from destination.places.querysets import kilometres

NEIGHBOURS = 4
NAMES_KEY = "places.communes.names"
APOSTROPHE = "(?:&#x27;|&#39;|’|')"


def commune_address(slug: str) -> str:
    return reverse("places:commune", kwargs={"slug": slug})


def presentation_in(commune: Territory, language: str) -> tuple[str, str]:
    """The commune’s presentation and its language; two empty texts where there is none."""
    presented = commune.presentation if isinstance(commune.presentation, dict) else {}
    code = next((code for code in (*fallback_languages(language), *presented) if presented.get(code)), "")
    return presented.get(code, ""), code


def pictures_of(communes: list[Territory]) -> dict[int, Picture]:
    """The picture of each commune by its id: its own, else that of one of its public places; two queries."""
    own = {commune.pk: commune.picture for commune in communes if commune.picture_id}
    fetch_substitutes(own.values())
    shown = {pk: visible for pk, picture in own.items() if (visible := line_picture(picture, None))}
    places = Place.objects.published().visible_to(AnonymousUser()).filter(commune__in=communes, picture__isnull=False)
    places = list(places.select_related("picture").order_by("pk")[:400])
    fetch_substitutes(place.picture for place in places)
    for place in places:
        if place.commune_id not in shown and (picture := line_picture(place.picture, None)):
            shown[place.commune_id] = picture
    return shown


def commune_cards() -> list[dict]:
    """Every commune for `components/card_page.html`: title, url, text, lang (of the text), image; the same for every reader."""
    language = get_language()
    communes = list(Territory.objects.defer("outline").select_related("picture").order_by(F("name")))
    pictures = pictures_of(communes)
    cards = []
    for commune in communes:
        text, code = presentation_in(commune, language)
        cards.append(
            {
                "title": commune.name,
                "url": commune_address(commune.slug),
                "text": text,
                "lang": code if code != language else "",
                "image": pictures.get(commune.pk),
            }
        )
    return cards


def neighbours(commune: Territory) -> list[dict]:
    """The nearest communes, from centre to centre: name, url, away."""
    if commune.latitude is None or commune.longitude is None:
        return []
    others = Territory.objects.filter(latitude__isnull=False, longitude__isnull=False).exclude(pk=commune.pk)
    distances = {
        (name, slug): kilometres(commune.latitude, commune.longitude, latitude, longitude)
        for name, slug, latitude, longitude in others.values_list("name", "slug", "latitude", "longitude")
    }
    nearest = sorted(distances, key=distances.get)[:NEIGHBOURS]
    return [{"name": name, "url": commune_address(slug), "away": away_in_words(distances[name, slug])} for name, slug in nearest]


def names() -> tuple[tuple[str, str], ...]:
    """(name, slug) of every commune, the longest names first."""
    cache = caches["memory"]  # communes hardly ever change; `forget_names` clears it where they do
    pairs = cache.get(NAMES_KEY)
    if pairs is None:
        rows = Territory.objects.order_by().values_list("name", "slug")
        pairs = tuple(sorted(((name, slug) for name, slug in rows if len(name) > 3), key=lambda pair: (-len(pair[0]), pair)))
        cache.set(NAMES_KEY, pairs)
    return pairs


def forget_names() -> None:
    caches["memory"].delete(NAMES_KEY)


@lru_cache(maxsize=8)
def _pattern(pairs: tuple[tuple[str, str], ...]) -> re.Pattern:
    """The names as HTML may write them, with either apostrophe."""
    written = (APOSTROPHE.join(re.escape(escape(part)) for part in re.split("['’]", name)) for name, _slug in pairs)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])")


def with_links(html: str, current: str = "") -> SafeString:
    """`html` with the first mention of each commune by its whole name as a link to its page, but that of the slug `current`."""
    pairs = names()
    if not pairs:
        return mark_safe(html)  # noqa: S308  it came in as HTML
    slugs = {_key(name): slug for name, slug in pairs}
    linked = {current}

    def link(match: re.Match) -> str:
        slug = slugs.get(_key(match[0]), "")
        if not slug or slug in linked:
            return match[0]
        linked.add(slug)
        return format_html('<a href="{}">{}</a>', commune_address(slug), mark_safe(match[0]))  # noqa: S308  a part of `html`

    return change_where_links_may_be(html, lambda text: _pattern(pairs).sub(link, text))


def _key(name: str) -> str:
    """A name as it stands among the names, whatever its apostrophe."""
    return re.sub(APOSTROPHE, "'", unescape(name))
