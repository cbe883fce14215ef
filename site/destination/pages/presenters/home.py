"""What the first page shows, for who prepares and for who is here."""

from django.utils.translation import get_language

from common.models import fetch_substitutes
from common.registry import hook
from destination.pages.models import EditorialPage, HomePage, PracticalPage
from destination.pages.page_cache import kept, read_together
from destination.pages.permissions import is_closed
from destination.pages.presenters.listings import (
    DOTS_KEY,
    event_tiles,
    events_key,
    map_dots,
    open_key,
    open_now,
    place_cards,
    places_key,
)
from destination.pages.presenters.page import card
from destination.pages.presenters.site_layout import frame_of
from destination.pages.querysets import best_of_each
from destination.pages.visitor_mode import Journey, journey_of

PROGRAMME, STORIES, PRACTICAL, PLACES = 4, 3, 6, 6
FESTIVAL = "festival"


@hook("pages.home_context")
def home_context(page: HomePage, request, closed) -> dict:
    """`is_here`, the strips, the stories and the practical pages; nothing here depends on who the reader is."""
    is_here = journey_of(request) == Journey.HERE
    read_together(home_keys(is_here))
    kinds_in_body = {block.block_type for block in page.body}
    frame = frame_of(get_language())
    return {
        "is_here": is_here,
        "blocks": without_events(page.body) if is_here else page.body,
        "journey": journey_of(request),
        "choices": Journey,
        "today": event_tiles(PROGRAMME, today_only=True) if is_here else [],
        "programme": [] if "events" in kinds_in_body or is_here else event_tiles(PROGRAMME),
        "festivals": [] if is_here else event_tiles(PROGRAMME, category=FESTIVAL),
        "open_places": open_now(PLACES) if is_here else [],
        "places": place_cards(PLACES),
        "dots": map_dots(),
        "stories": open_cards(kept(f"pages:stories:{get_language()}", make_stories), closed)[:STORIES],
        "practical": open_cards(kept(f"pages:practical:{get_language()}", make_practical), closed)[:PRACTICAL],
        "offices": frame.offices,
    }


def home_keys(is_here: bool) -> list[str]:
    """Everything that is kept for the first page, to be read at once."""
    language = get_language()
    common = [places_key(PLACES), DOTS_KEY, f"pages:stories:{language}", f"pages:practical:{language}"]
    if is_here:
        return [*common, events_key(PROGRAMME, today_only=True), open_key(PLACES)]
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
    """The cards of pages that are not closed to this reader: what is kept is kept for all."""
    return [each for each in cards if not is_closed(each["path"], closed)]


def make_stories() -> list[dict]:
    """Articles with a picture first, as an editor orders them; a few more than are shown, some may be closed."""
    pages = EditorialPage.objects.live().select_related("picture").defer("body").order_by("path")[:200]
    chosen = best_of_each(pages, get_language())
    return cards_with_pictures(sorted(chosen, key=lambda each: (not each.show_in_menus, each.picture is None))[:12])


def make_practical() -> list[dict]:
    pages = PracticalPage.objects.live().select_related("picture").defer("body").order_by("path")[:200]
    return cards_with_pictures(best_of_each(pages, get_language())[:12])


def cards_with_pictures(pages: list) -> list[dict]:
    fetch_substitutes(page.picture for page in pages)
    return [card(page) for page in pages]
