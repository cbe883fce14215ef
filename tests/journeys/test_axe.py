"""axe on every page of the matrix on a telephone in dark colours, on every template on a screen in light ones; no page is wider than
320 px, and no template with letters twice as large."""

from contextlib import contextmanager
from dataclasses import dataclass

from axe_playwright_python.base import AXE_SCRIPT
from django.test.signals import template_rendered
from django.utils import translation
from playwright.sync_api import Page

from tests.access.pages import pages_of
from tests.access.scene import PERSONAS, make_people, make_scene
from tests.journeys.conftest import PATIENCE_MS

# Of the best practices that are no criterion of WCAG 2.2, these two; the others are left to our own eyes.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"heading-order": {"enabled": True}, "aria-allowed-role": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,  # of all sheets of styles and films, for rules about turned telephones and sound
}
RUN = "(options) => axe.run(options).then((results) => results.violations)"
# Colours that pass from light to dark, and what the new width moves, are measured once they are there.
AT_REST = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await Promise.allSettled(document.getAnimations().map((each) => each.finished));
}"""
NORMAL, LARGE = 16, 32
WIDER = "() => document.documentElement.scrollWidth - window.innerWidth"


def violations(page, where: str) -> list[str]:
    """Where axe finds fault it looks again at the page at rest: on a busy machine it may meet a colour on its way."""
    rules = page.evaluate(RUN, RULES)
    if rules:
        page.evaluate(AT_REST)
        rules = page.evaluate(RUN, RULES)
    return [f"{where} {rule['id']}: {node['html'][:160]}" for rule in rules for node in rule["nodes"][:3]]


@contextmanager
def rendered_templates():
    """The names of the templates that the server renders meanwhile, the page's own first."""
    names = []

    def note(sender, template, **_more):
        names.append(template.name)

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


@dataclass
class Looks:
    """Two looks at each template with one loading: wide in light colours, and as narrow as WCAG's reflow in dark ones. It is loaded as the
    page before was looked at last, so that the window changes once a template; its further pages are looked at as narrow ones."""

    page: Page
    templates_seen: set[str]
    is_narrow: bool = True

    def __post_init__(self):
        self.cdp = self.page.context.new_cdp_session(self.page)

    def problems_of(self, address: str) -> list[str]:
        with rendered_templates() as templates:
            self.page.goto(address, wait_until="load", timeout=PATIENCE_MS)
        template = templates[0] if templates else ""
        is_new = template not in self.templates_seen
        self.templates_seen.add(template)
        if not is_new and not self.is_narrow:
            self.turn()
        problems = self.look(address, is_new)
        if is_new:
            self.turn()
            problems += self.look(address, is_new)
        return problems

    def turn(self) -> None:
        self.is_narrow = not self.is_narrow
        self.page.emulate_media(color_scheme="dark" if self.is_narrow else "light", reduced_motion="reduce")
        self.page.set_viewport_size({"width": 320, "height": 640} if self.is_narrow else {"width": 1280, "height": 900})
        self.page.evaluate(AT_REST)

    def look(self, address: str, is_new: bool) -> list[str]:
        if not self.is_narrow:
            return violations(self.page, f"{address} 1280")
        problems = violations(self.page, f"{address} 320, dark")
        if (more := self.too_wide()) > 0:
            problems.append(f"{address} 320 is {more} px too wide")
        if is_new:
            self.write(LARGE)
            self.page.evaluate(AT_REST)
            if (more := self.too_wide()) > 0:
                problems.append(f"{address} 320 is {more} px too wide with letters twice as large")
            self.write(NORMAL)
        return problems

    def too_wide(self) -> int:
        """In pixels; a map follows the window a moment later."""
        if self.page.evaluate(WIDER) > 0:
            self.page.evaluate(AT_REST)
        return self.page.evaluate(WIDER)

    def write(self, pixels: int) -> None:
        """The size of letters, as chosen in the browser's settings."""
        self.cdp.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels}})


def test_pages_are_accessible(open_page):
    """One scene for all: to make it takes as long as to look at ten pages."""
    scene = make_scene(make_people())
    with translation.override("fr"):
        addresses = list(dict.fromkeys(pages_of(scene.things)))
    problems, templates_seen = [], set()
    for persona in PERSONAS:
        page = open_page(scene.people[persona] if persona != "visitor" else None)
        page.expected += ["404", "422", "Failed to load resource"]  # said by the browser of an answer, not of our scripts
        page.add_init_script(AXE_SCRIPT)
        looks = Looks(page, templates_seen)
        looks.turn()
        for address in [address for who, address in addresses if who == persona]:
            problems += looks.problems_of(address)
    assert not problems, "\n".join(problems)
