"""The table of `docs/groups.md`, held at every output: for each kind, and wherever somebody may stand towards a group."""

from pathlib import Path

import pytest
from django.urls import reverse

from accounts.models import WorkGroup
from common.access import can_see
from intranet.groups.permissions import RIGHTS, Right, Standing, rights_in
from intranet.groups.presenters import invitable
from tests.factories import make_event, make_organisation, make_user, make_work_group
from tests.html import read

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "groups.md"
pytestmark = pytest.mark.django_db


def table_of_document() -> dict:
    """{kind: {standing: names of rights}} of the second table of the page."""
    lines = [line.strip("| ") for line in DOCUMENT.read_text().splitlines() if line.startswith("|")]
    tables = [line.split(" | ") for line in lines]
    start = next(number for number, cells in enumerate(tables) if "outside" in cells)
    standings = [Standing[name.upper()] for name in tables[start][1:]]
    rows = tables[start + 2 : start + 2 + len(WorkGroup.Kind)]
    return {
        cells[0]: {standing: {Right[name.upper()] for name in cell.split() if name != "–"} for standing, cell in zip(standings, cells[1:], strict=True)}
        for cells in rows
    }  # fmt: skip


def test_table_of_the_document_is_the_table_in_force():
    in_force = {kind.value: {standing: set(RIGHTS[kind].get(standing, ())) for standing in Standing} for kind in WorkGroup.Kind}
    assert table_of_document() == in_force


@pytest.fixture
def crowd(member, professional, administrator, office):
    """Somebody at every place that one may have towards a group; those outside by persona."""
    inside, owner = (
        make_user("dedans@aurelle.example", office, first_name="Inès"),
        make_user("responsable@aurelle.example", office),
    )
    invited = make_user("invite@aurelle.example", office)
    return {
        "owner": owner, "inside": inside, "invited": invited, "member": member, "provider": professional,
        "nobody": make_user("seul@aurelle.example"), "administrator": administrator,
        "former": make_user("partie@aurelle.example", office, is_active=False),
        "lost_provider": make_user("cave@aurelle.example", make_organisation("Cave", kind="provider")),
    }  # fmt: skip


NAME, PEOPLE, THINGS = Right.NAME, Right.PEOPLE, Right.THINGS
INSIDERS = {"owner", "inside", "administrator"}
# By hand, from the page: who sees the name, the people and the things, who comes in at once and who has to ask.
SEES = {
    "open": {NAME: {*INSIDERS, "invited", "member"}, PEOPLE: {*INSIDERS, "invited", "member"}},
    "on_request": {NAME: {*INSIDERS, "invited", "member"}, PEOPLE: {*INSIDERS, "invited", "member"}},
    "closed": {NAME: {*INSIDERS, "invited", "member"}, PEOPLE: INSIDERS},
    "secret": {NAME: {*INSIDERS, "invited"}, PEOPLE: INSIDERS},
}
ENTERS = {"open": {"member", "invited", "administrator"}, "on_request": {"invited"}, "closed": {"invited"}, "secret": {"invited"}}


# The same queries with and without providers: PostgreSQL is asked where they add a reader.
@pytest.mark.parametrize("takes_providers", [False, pytest.param(True, marks=pytest.mark.every_database)])
@pytest.mark.parametrize("kind", WorkGroup.Kind.values)
def test_group_is_shown_as_the_table_says(client, crowd, kind, takes_providers):
    group = make_work_group(
        crowd["inside"], crowd["former"], name="Sirocco", kind=kind, owners=[crowd["owner"]],
        purpose="Le vent.", providers_may_join=takes_providers,
    )  # fmt: skip
    group.memberships.create(user=crowd["lost_provider"])
    group.join_requests.create(person=crowd["invited"], is_invitation=True, invited_by=crowd["owner"])
    event = make_event("Réunion du vent", audience="group", work_groups=[group])
    page, people = reverse("work_groups:group", args=[group.slug]), reverse("work_groups:people", args=[group.slug])
    expected = {right: set(names) for right, names in SEES[kind].items()} | {THINGS: set(INSIDERS)}
    enters = set(ENTERS[kind])
    if takes_providers:
        for right in (NAME, PEOPLE, THINGS):
            expected[right] = expected[right] | {"lost_provider"}
        if kind != "secret":
            expected[NAME] = expected[NAME] | {"provider"}
            enters |= {"provider"} if kind == "open" else set()

    found, listed, answered, named, entered = {right: set() for right in (NAME, PEOPLE, THINGS)}, set(), set(), set(), set()
    for name, person in crowd.items():
        person = type(person).objects.get(pk=person.pk)
        rights = rights_in(
            group, person, group.memberships.filter(user=person).first(), group.join_requests.filter(person=person).first()
        )
        for right in found:
            found[right] |= {name} if right in rights else set()
        if can_see(person, event):
            assert THINGS in rights
        if Right.JOIN in rights and not group.memberships.filter(user=person).exists():
            entered.add(name)
        if not person.is_active:
            continue
        client.force_login(person)
        listing = client.get(reverse("work_groups:list"))
        listed |= {name} if b"Sirocco" in listing.content else set()
        response = client.get(page)
        answered |= {name} if response.status_code == 200 else set()
        named |= {name} if "Inès" in response.content.decode() and response.status_code == 200 else set()
        assert (client.get(people).status_code == 200) == (PEOPLE in rights), name
        assert ("Réunion du vent" in response.content.decode()) == (THINGS in rights), name
        assert client.get(event.get_absolute_url()).status_code == (200 if THINGS in rights else 404), name
    assert found == expected
    assert listed == answered == expected[NAME]
    assert named == expected[PEOPLE]
    assert entered == enters


@pytest.mark.every_database
@pytest.mark.parametrize("kind", ["closed", "secret"])
def test_directory_names_a_group_only_to_who_may_know_that_the_person_is_in_it(client, crowd, kind):
    group = make_work_group(crowd["inside"], name="Sirocco", kind=kind, owners=[crowd["owner"]])
    shown = {}
    for name in ("inside", "member", "administrator"):
        client.force_login(crowd[name])
        shown[name] = b"Sirocco" in client.get(crowd["inside"].profile.get_absolute_url()).content
    assert shown == {"inside": True, "member": False, "administrator": True}
    client.force_login(crowd["member"])
    owner = read(client.get(crowd["owner"].profile.get_absolute_url()))
    assert owner.has("link", group.name) == (kind == "closed")


@pytest.mark.every_database
def test_providers_are_offered_only_where_they_may_come_in(crowd, professional):
    closed_to_them, open_to_them = make_work_group(), make_work_group(providers_may_join=True)
    assert invitable(closed_to_them, "Duphare") == []
    assert invitable(open_to_them, "phare pau") == [professional]
    assert invitable(open_to_them, "") == []
