"""A visitor on a phone: what is on, one event in their language, their calendar, the search. With and without JavaScript."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pypdfium2 as pdfium
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from destination.agenda.actions import ensure_categories
from destination.agenda.models import Category
from search.actions import rebuild
from tests.factories import make_event, make_place, one_day


@pytest.fixture
def market():
    ensure_categories()
    place = make_place("Place des Arcades")
    day = timezone.localdate() + timedelta(days=2)
    make_event("Concert du soir", one_day(day), categories=[Category.objects.get(code="music")], place=place)
    event = make_event(
        schedule=one_day(day),
        words={"fr": "Marché des producteurs", "en": "Farmers’ market"},
        categories=[Category.objects.get(code="market")],
        place=place,
        free=True,
    )
    rebuild()
    return event


@pytest.mark.parametrize("javascript", [True, False])
def test_visitor_finds_an_event_in_their_language(open_page, market, javascript):
    page = open_page(javascript=javascript, width=360)
    page.goto("/fr/agenda/")
    if javascript:  # the scripts lie ready for the first touch
        expect(page.locator("late-scripts > link[rel=prefetch]")).to_have_count(2)
        expect(page.locator("late-scripts > template")).to_have_count(1)
    page.get_by_text("Filtrer", exact=True).click()
    page.locator("filter-sheet label", has_text="Marchés").click()
    see = page.get_by_role("button", name=re.compile("^Voir [0-9]"))
    if javascript:
        expect(see).to_have_text("Voir 1 événement")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.get_by_text("Filtrer", exact=True).click()
        expect(see).to_have_text("Voir 2 événements")
        page.locator("filter-sheet label", has_text="Marchés").click()
    see.click()
    expect(page.get_by_text("Concert du soir")).to_have_count(0)
    if javascript:
        page.locator("#agenda h1").hover()  # and run: the list is exchanged, not the page, also on the way back
        page.wait_for_function("() => window.htmx")
        page.evaluate("document.body.dataset.stays = ''")
        page.get_by_role("link", name="Mois", exact=True).click()
        page.wait_for_url("**/mois/*")
        expect(page.locator("body[data-stays]")).to_have_count(1)
        page.reload()
        page.wait_for_function("() => window.htmx")
        page.go_back()
        expect(page.locator(".agenda-day")).to_have_count(1)
    assert "category=market" in page.url
    page.get_by_role("link", name="Marché des producteurs").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Marché des producteurs")
    page.get_by_role("link", name="English").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Farmers’ market")
    page.get_by_role("link", name="Català").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "fr")


@pytest.mark.parametrize("javascript", [True, False])
def test_visitor_searches_with_a_typing_mistake(open_page, market, javascript):
    page = open_page(javascript=javascript, width=1280)
    page.goto("/fr/agenda/")
    page.get_by_role("searchbox").first.or_(page.get_by_role("combobox").first).first.fill("marhce")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Marché des producteurs", exact=True)).to_be_visible()
    assert urlsplit(page.url).path == "/fr/search/"


def test_visitor_takes_the_event_into_their_calendar(page, market):
    page.goto(market.get_absolute_url())
    page.get_by_text("Ajouter à mon agenda").click()
    link = page.get_by_role("link", name=re.compile(r"\.ics"))
    with page.expect_download() as download:
        link.click()
    text = download.value.path().read_text()
    assert "BEGIN:VEVENT" in text and f"UID:{market.uid}" in text


@pytest.mark.parametrize("view", ["mois", "semaine"])
def test_month_and_week_are_printed_whole_on_one_lying_sheet(page, view):
    """With the days that a phone folds away, at whatever width the printer lays the page out; without what is to be clicked."""
    today = timezone.localdate()
    days = [today.replace(day=number) for number in range(1, 29)]
    if view == "semaine":
        days = [today + timedelta(days=number - today.weekday()) for number in range(7)]
    for day in days:
        make_event(f"Marché numéro {day.day}", one_day(day))
    page.goto(f"/fr/agenda/{view}/")
    with pdfium.PdfDocument(page.pdf(prefer_css_page_size=True)) as sheets:
        assert len(sheets) == 1
        width, height = sheets[0].get_size()
        words = " ".join(sheets[0].get_textpage().get_text_range().split())
    assert width > height
    assert [day.day for day in days if f"numéro {day.day}" not in words] == []
    assert "18 h 30" in words
    assert not [each for each in ("Mois suivant", "Semaine suivante", "S’abonner", "jours passés", "Terminé") if each in words]


# As one finds them in German names and in tongue twisters: no place to break, without a dictionary that knows any.
LONG_WORD = "Anticonstitutionnellementissimissimement"
OUTSIDE = """() => [...document.querySelectorAll(".week__event")].filter(
  (event) => event.getBoundingClientRect().right > event.closest(".week__day").getBoundingClientRect().right + 1
).length"""


def test_long_word_widens_no_list(open_page):
    make_event(f"{LONG_WORD} vôtre", one_day(timezone.localdate() + timedelta(days=1)), place=make_place(LONG_WORD))
    rebuild()
    page, wide = open_page(width=320), {}
    addresses = [f"/fr/agenda/{view}" for view in ("", "semaine/", "mois/", "carte/", "embed/")]
    for address in [*addresses, "/fr/lieux/", f"/fr/search/?q={LONG_WORD}"]:
        page.goto(address)
        if (more := page.evaluate("document.documentElement.scrollWidth - window.innerWidth")) > 0:
            wide[address] = more
    assert wide == {}
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"/fr/agenda/semaine/?from={timezone.localdate() + timedelta(days=1)}")
    expect(page.locator(".week__event")).to_have_count(1)
    assert page.evaluate(OUTSIDE) == 0


def test_menu_stays_in_sight_with_large_text(open_page):
    page = open_page(width=360)
    page.goto("/fr/agenda/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    menu = page.locator(".burger > summary").bounding_box()
    assert menu["x"] + menu["width"] <= 360
