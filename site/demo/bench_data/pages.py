"""Many pages, to measure with."""

from django.conf import settings

from destination.pages.actions import ensure_site
from destination.pages.models import EditorialPage, HomePage, SectionPage

PAGES_IN_A_SECTION = 50


def fill_pages(number: int) -> int:
    """Publish `number` articles in the main language, in sections of fifty, and give how many were made."""
    ensure_site()
    home = HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE, depth=2)
    section = None
    for place in range(number):
        if place % PAGES_IN_A_SECTION == 0:
            section = new_section(home, 1 + SectionPage.objects.filter(slug__startswith="essai-").count())
        section.add_child(instance=new_article(section, place))
    return number


def new_section(home: HomePage, number: int) -> SectionPage:
    section = SectionPage(
        title=f"Essai {number}", slug=f"essai-{number}", locale_id=home.locale_id, introduction="Des pages pour mesurer."
    )
    home.refresh_from_db()
    return home.add_child(instance=section)


def new_article(section: SectionPage, place: int) -> EditorialPage:
    body = [
        ("heading", "Une journée sans voiture"),
        ("text", "<p>Le train arrive à six minutes du quai, puis le sentier longe la côte jusqu’au phare.</p>"),
        ("facts", [{"icon": "walk", "label": "Marche", "text": "12 km", "link": ""}]),
    ]
    return EditorialPage(
        title=f"Article {place + 1} de {section.title}",
        slug=f"article-{place + 1}",
        locale_id=section.locale_id,
        introduction="Deux jours en train, en bus et à pied.",
        body=body,
    )
