"""The rows of a calendar, page by page."""

import pytest
from django.urls import reverse

from intranet.submissions.actions.imports import understand
from intranet.submissions.views.imports import BY_PAGE
from tests.factories import make_category, make_territory
from tests.factories.submissions import make_calendar, make_vevent
from tests.html import read

pytestmark = pytest.mark.django_db


def test_turning_pages_keeps_what_is_chosen_for_all(client, member):
    category, commune = make_category(), make_territory("Port-Aurelle")
    rows = [make_vevent(f"{number}@amis", f"Loto {number}") for number in range(2 * BY_PAGE + 1)]
    calendar = understand(make_calendar(*rows), "agenda.ics", member)
    client.force_login(member)
    address = reverse("submissions:import_rows", args=[calendar.key])
    chosen = {"all-category": str(category.pk), "all-commune": str(commune.pk)}
    for button, number in (
        ("Page suivante, avec ces choix", 2),
        ("Page suivante, avec ces choix", 3),
        ("Page précédente, avec ces choix", 2),
    ):
        page = read(client.get(address))
        turn = page.get_by_role("button", button)
        assert not page.has("navigation", "Pages de résultats")  # its links would lose them
        answer = client.post(address, page.form_values() | chosen | {turn["name"]: turn["value"]}, follow=True)
        address = answer.redirect_chain[-1][0]
        shown = read(answer).form_values()
        assert (answer.context["page"].number, {name: shown[name] for name in chosen}) == (number, chosen)
