"""The rows of a calendar, page by page."""

import pytest
from django.urls import reverse

from destination.agenda.models import Event
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


def test_turning_pages_keeps_the_ticks_and_what_completes_the_rows(client, member):
    category, other, commune = make_category(), make_category("dance"), make_territory("Port-Aurelle")
    rows = [make_vevent(f"{number}@amis", f"Loto {number}") for number in range(2 * BY_PAGE + 1)]
    calendar = understand(make_calendar(*rows), "agenda.ics", member)
    client.force_login(member)
    address = reverse("submissions:import_rows", args=[calendar.key])
    chosen = {"all-category": str(category.pk), "all-commune": str(commune.pk)}

    def turn(address, button, **changes):
        page = read(client.get(address))
        pressed = page.get_by_role("button", button)
        values = page.form_values() | chosen | changes | {pressed["name"]: pressed["value"]}
        values = {name: value for name, value in values.items() if value is not None}
        return client.post(address, values).url

    ticks = {f"row-{number}-chosen": None for number in range(2, BY_PAGE)}  # two of the first page stay ticked
    completed = {"row-1-category": str(other.pk), "row-1-place_name": "Salle des fêtes", "row-1-create_place": "on"}
    second = turn(address, "Page suivante, avec ces choix", **ticks, **completed)
    first = turn(
        second, "Page précédente, avec ces choix", **{f"row-{number}-chosen": None for number in range(BY_PAGE, 2 * BY_PAGE)}
    )
    shown = read(client.get(first)).form_values()
    assert [name for name in shown if name.endswith("-chosen")] == ["row-0-chosen", "row-1-chosen"]
    assert {name: shown[name] for name in completed} == completed
    second = turn(first, "Page suivante, avec ces choix")
    turn(second, "Proposer les événements cochés", **{"row-30-chosen": "on"})
    events = {str(event): event for event in Event.objects.with_words()}
    assert sorted(events) == ["Loto 0", "Loto 1", "Loto 30"]
    assert list(events["Loto 1"].categories.all()) == [other]
    assert str(events["Loto 1"].place) == "Salle des fêtes" and events["Loto 0"].place is None
    calendar.refresh_from_db()
    assert "choice" not in calendar.rows[1]


def test_propose_all_leaves_what_was_unticked_on_another_page(client, member):
    category = make_category()
    rows = [make_vevent(f"{number}@amis", f"Loto {number}") for number in range(BY_PAGE + 2)]
    calendar = understand(make_calendar(*rows), "agenda.ics", member)
    client.force_login(member)
    address = reverse("submissions:import_rows", args=[calendar.key])
    commune = make_territory("Port-Aurelle")
    chosen = {"all-category": str(category.pk), "all-commune": str(commune.pk)}
    values = read(client.get(address)).form_values() | chosen
    values.pop("row-3-chosen")
    second = client.post(address, values | {"page": "2"}).url
    client.post(second, read(client.get(second)).form_values() | chosen | {"action": "all"})
    assert Event.objects.count() == BY_PAGE + 1
    assert not Event.objects.filter(words__title="Loto 3").exists()
