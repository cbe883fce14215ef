"""axe on every page of the matrix on a screen in light colours, on every template on a telephone in dark ones; and no page
wider than 320 px."""

from contextlib import contextmanager

from axe_playwright_python.base import AXE_SCRIPT
from django.test.signals import template_rendered
from django.utils import translation

from tests.access.pages import pages_of
from tests.access.scene import PERSONAS, make_people, make_scene
from tests.journeys.conftest import PATIENCE_MS

# Of the best practices that are no criterion of WCAG 2.2, these two; the others are left to our own eyes.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"heading-order": {"enabled": True}, "aria-allowed-role": {"enabled": True}},
    "resultTypes": ["violations"],
}
RUN = "(options) => axe.run(options).then((results) => results.violations)"
# Colours that pass from light to dark, and what the new width moves, are measured once they are there.
AT_REST = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await Promise.allSettled(document.getAnimations().map((each) => each.finished));
}"""
WIDER = "() => document.documentElement.scrollWidth - window.innerWidth"


def violations(page, where: str) -> list[str]:
    return [f"{where} {rule['id']}: {node['html'][:160]}" for rule in page.evaluate(RUN, RULES) for node in rule["nodes"][:3]]


@contextmanager
def rendered_templates():
    """The names of the templates that the server renders meanwhile, the page's own first."""
    names = []

    def note(sender, template, **_more):
        names.append(template.name)

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def problems_of(page, address: str, templates_seen: set[str]) -> list[str]:
    """One loading, three looks; the one on a telephone where the page's template has not been seen there."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    with rendered_templates() as templates:
        page.goto(address, wait_until="load", timeout=PATIENCE_MS)
    page.evaluate(AXE_SCRIPT)
    problems = violations(page, f"{address} 1280")
    template = templates[0] if templates else ""
    if template not in templates_seen:
        templates_seen.add(template)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        page.set_viewport_size({"width": 360, "height": 740})
        page.evaluate(AT_REST)
        problems += violations(page, f"{address} 360, dark")
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(AT_REST)
    if (more := page.evaluate(WIDER)) > 0:
        problems.append(f"{address} 320 is {more} px too wide")
    return problems


def test_pages_are_accessible(open_page):
    """One scene for all: to make it takes as long as to look at ten pages."""
    scene = make_scene(make_people())
    with translation.override("fr"):
        addresses = list(dict.fromkeys(pages_of(scene.things)))
    problems, templates_seen = [], set()
    for persona in PERSONAS:
        page = open_page(scene.people[persona] if persona != "visitor" else None)
        page.expected += ["404", "422", "Failed to load resource"]  # said by the browser of an answer, not of our scripts
        for address in [address for who, address in addresses if who == persona]:
            problems += problems_of(page, address, templates_seen)
    assert not problems, "\n".join(problems)
