"""What the demo's files hold, read once for the tests about them."""

from demo.loaders import content

LANGUAGES = ("fr", "en", "ca")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
CATEGORIES = {
    "music", "stage", "festival", "exhibition", "market", "food", "visit",
    "walk", "sport", "workshop", "talk", "feast", "cinema", "children",
}  # fmt: skip
PAGE_KINDS = {"home", "section", "editorial", "practical", "contact", "legal", "accessibility"}
BLOCKS = {"text", "heading", "quote", "facts", "picture", "gallery", "steps", "question", "events", "places", "communes", "call"}
USES_OF_ONE_SCENE = 3  # more, and a visitor notices the same poster on one screen

NETWORK = content.network()
COMMUNES, ORGANISATIONS, GROUPS = (
    {facts["code"]: facts for facts in NETWORK[name]} for name in ("communes", "organisations", "groups")
)
PEOPLE = {person["email"]: person for person in NETWORK["people"]}
SCENES = {scene.name: scene for scene in content.scenes()}
PLACES = content.places()
EVENTS = content.events()
PAGES = {page["slug"]["fr"]: page for page in content.pages()}
MENUS = content.menus()
TUTORIALS = content.tutorials()
AROUND_TUTORIALS = content.around_tutorials()
WATCH = content.watch()


def edges(outline):
    return list(zip(outline, outline[1:], strict=False))


def inside(longitude, latitude, outline):
    """Even-odd rule: a ray to the east crosses the outline an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in edges(outline):
        if (y1 > latitude) != (y2 > latitude) and longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings % 2 == 1
