"""A visitor and the map of the places."""

from tests.factories import SQUARE, make_place, make_territory


def _places():
    commune = make_territory("Port-Aurelle", outline=SQUARE)
    make_place("Musée d’Aurelle", commune, kind="museum", latitude=42.44, longitude=3.05)
    make_place("Plage du Grau", commune, kind="beach", latitude=42.56, longitude=3.15)
    make_place("La Criée", commune, kind="shop", latitude=42.56, longitude=3.15)


def test_visitor_goes_from_the_map_to_a_place_with_the_keyboard(page):
    _places()
    page.goto("/fr/lieux/")
    page.wait_for_selector("escale-map[data-ready]")
    assert page.locator(".map__canvas path.outline").count() == 1
    pin = page.get_by_role("button", name="Musée d’Aurelle, Musée · Port-Aurelle")
    pin.focus()
    assert page.locator(".places__cards li.is-current").inner_text().count("Musée d’Aurelle") == 1
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.className === 'map__title'")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.classList.contains('map__pin')")
    page.keyboard.press("Enter")
    page.wait_for_selector("a.map__title:focus")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fr/lieux/musee-d-aurelle-*/")


def test_places_at_the_same_spot_are_listed_together(page):
    _places()
    page.goto("/fr/lieux/")
    page.get_by_role("button", name="2 ici\u00a0: agrandir la carte").click()
    assert page.locator("a.map__title").all_inner_texts() == ["La Criée", "Plage du Grau"]


def test_row_under_the_pointer_brings_out_its_point(page):
    _places()
    page.goto("/fr/lieux/")
    page.wait_for_selector("escale-map[data-ready]")
    page.hover("li[data-id]:has-text('Musée d’Aurelle')")
    assert page.locator(".map__pin.is-current").get_attribute("aria-label") == "Musée d’Aurelle, Musée · Port-Aurelle"


def test_controls_speak_the_language_and_are_large_enough(open_page):
    _places()
    page = open_page(width=360)
    page.goto("/ca/llocs/")
    page.wait_for_selector("escale-map[data-ready]")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    box = page.get_by_role("button", name="Amplia el mapa", exact=True).bounding_box()
    assert box["width"] >= 44 and box["height"] >= 44


def test_map_without_javascript_is_a_drawing_beside_the_list(open_page):
    _places()
    page = open_page(javascript=False)
    page.goto("/fr/lieux/?kind=beach")
    assert page.get_by_role("img", name="Carte des lieux").is_visible()
    page.get_by_role("link", name="Plage du Grau").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Plage du Grau"


def test_list_stands_when_the_points_do_not_come(page):
    _places()
    page.expected.append("points.json")
    page.route("**/points.json*", lambda route: route.abort())
    page.goto("/fr/lieux/")
    page.wait_for_selector(".outline-map", state="visible")
    assert page.locator(".map__canvas").count() == 0
