"""axe on every page of the matrix, on a screen in light colours and on a telephone in dark ones; and nothing wider than 320 px."""

from axe_playwright_python.base import AXE_SCRIPT
from django.utils import translation

from tests.access.pages import pages_of
from tests.access.scene import PERSONAS, make_people, make_scene
from tests.journeys.conftest import PATIENCE_MS

# Best practices that are no criterion of WCAG 2.2 are left to our own eyes.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
RUN = "(options) => axe.run(options).then((results) => results.violations)"
# Colours that pass from light to dark are measured once they are there.
AT_REST = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await Promise.allSettled(document.getAnimations().map((each) => each.finished));
}"""
WIDER = "() => document.documentElement.scrollWidth - window.innerWidth"


def violations(page, where: str) -> list[str]:
    return [f"{where} {rule['id']}: {node['html'][:160]}" for rule in page.evaluate(RUN, RULES) for node in rule["nodes"][:3]]


def problems_of(page, address: str) -> list[str]:
    """One loading, three looks."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(address, wait_until="load", timeout=PATIENCE_MS)
    page.evaluate(AXE_SCRIPT)
    problems = violations(page, f"{address} 1280")
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate(AT_REST)
    problems += violations(page, f"{address} 360, dark")
    page.set_viewport_size({"width": 320, "height": 640})
    if (more := page.evaluate(WIDER)) > 0:
        problems.append(f"{address} 320 is {more} px too wide")
    return problems


def test_pages_are_accessible(open_page):
    """One scene for all: to make it takes as long as to look at ten pages."""
    scene = make_scene(make_people())
    with translation.override("fr"):
        addresses = list(dict.fromkeys(pages_of(scene.things)))
    problems = []
    for persona in PERSONAS:
        page = open_page(scene.people[persona] if persona != "visitor" else None)
        page.expected += ["404", "422", "Failed to load resource"]  # said by the browser of an answer, not of our scripts
        for address in [address for who, address in addresses if who == persona]:
            problems += problems_of(page, address)
    assert not problems, "\n".join(problems)
