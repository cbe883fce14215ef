"""What the first page shows, for who prepares and for who is here."""

from django.utils.translation import get_language

from common.models import fetch_substitutes
from common.registry import hook
from destination.pages.choices import commune_choices
from destination.pages.models import EditorialPage, HomePage, PracticalPage
from destination.pages.page_cache import cached, get_many
from destination.pages.permissions import is_closed
from destination.pages.presenters import here
from destination.pages.presenters.listings import (
    DOTS_KEY,
    commune_tiles,
    communes_key,
    event_tiles,
    events_key,
    map_dots,
    place_cards,
    places_key,
)
from destination.pages.presenters.page import card
from destination.pages.presenters.site_layout import site_layout
from destination.pages.querysets import best_translations
from destination.pages.visitor_mode import VisitorMode, commune_of, visitor_mode_of

PROGRAMME, STORIES, PRACTICAL, PLACES = 4, 3, 6, 6
FESTIVAL = "festival"


@hook("pages.home_context")
def home_context(page: HomePage, request, closed) -> dict:
    """`is_here`, the strips, the stories and the practical pages; nothing here depends on who the reader is."""
    is_here = visitor_mode_of(request) == VisitorMode.HERE
    get_many(home_keys(is_here))
    kinds_in_body = {block.block_type for block in page.body}
    layout = site_layout(get_language())
    return {
        "is_here": is_here,
        "blocks": without_events(page.body) if is_here else page.body,
        "journey": visitor_mode_of(request),
        "choices": VisitorMode,
        **(here_context(request) if is_here else {"strips": [], "open": {}, "near": None, "communes": []}),
        "programme": [] if "events" in kinds_in_body or is_here else event_tiles(PROGRAMME),
        "festivals": [] if is_here else event_tiles(PROGRAMME, category=FESTIVAL),
        "places": place_cards(PLACES),
        "dots": map_dots(),
        "commune_cards": commune_tiles(),
        "stories": open_cards(cached(f"pages:stories:{get_language()}", build_stories), closed)[:STORIES],
        "practical": open_cards(cached(f"pages:practical:{get_language()}", build_practical), closed)[:PRACTICAL],
        "offices": layout.offices,
    }


def here_context(request) -> dict:
    """What stands there for somebody on the spot: `strips` of events, places `open` now or next, what is `near` the commune
    that they chose, and the `communes` to choose from."""
    return {
        "strips": here.strips(),
        "open": here.places(),
        "near": here.near_commune(commune_of(request)),
        "communes": commune_choices(),
    }


def home_keys(is_here: bool) -> list[str]:
    """Every cache key of the first page, to be read in one query."""
    language = get_language()
    common = [
        places_key(PLACES),
        communes_key(),
        "pages:communes",
        DOTS_KEY,
        f"pages:stories:{language}",
        f"pages:practical:{language}",
    ]
    if is_here:
        return [*common, *here.here_keys()]
    return [*common, events_key(PROGRAMME), events_key(PROGRAMME, category=FESTIVAL)]


def without_events(body) -> list:
    """The body without its strips of next dates and their headings: on the spot, today stands above."""
    blocks = list(body)
    following = [*blocks[1:], None][: len(blocks)]
    return [
        block
        for block, after in zip(blocks, following, strict=True)
        if block.block_type != "events" and not (block.block_type == "heading" and after and after.block_type == "events")
    ]


def open_cards(cards: list[dict], closed) -> list[dict]:
    """The cards of pages that are not closed to this reader: what is cached is the same for all."""
    return [card for card in cards if not is_closed(card["path"], closed)]


def build_stories() -> list[dict]:
    """Articles with a picture first, as an editor orders them; a few more than are shown, some may be closed."""
    pages = EditorialPage.objects.live().select_related("picture").defer("body").order_by("path")[:200]
    stories = best_translations(pages, get_language())
    return cards_with_pictures(sorted(stories, key=lambda story: (not story.show_in_menus, story.picture is None))[:12])


def build_practical() -> list[dict]:
    pages = PracticalPage.objects.live().select_related("picture").defer("body").order_by("path")[:200]
    return cards_with_pictures(best_translations(pages, get_language())[:12])


def cards_with_pictures(pages: list) -> list[dict]:
    fetch_substitutes(page.picture for page in pages)
    return [card(page) for page in pages]
