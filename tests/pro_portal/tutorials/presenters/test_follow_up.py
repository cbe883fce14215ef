"""Who finished, where the others stop."""

import pytest

from pro_portal.tutorials.actions.certificates import count_certificate
from pro_portal.tutorials.actions.progress import store_steps
from pro_portal.tutorials.presenters.follow_up import follow_up
from tests.factories import make_user
from tests.factories.tutorials import make_path, make_tutorial
from tests.html import read

pytestmark = pytest.mark.django_db
ADDRESS = "/fr/portail/tutoriels/progression/suivi/"


@pytest.fixture
def animator(office):
    return make_user("animation@aurelle.example", office, roles=["animator"])


@pytest.fixture
def followed(professional, member, office):
    one, two = make_tutorial("un", "Le premier"), make_tutorial("deux", "=Le second")
    path = make_path("pas", one, two, title="Premiers pas")
    gone = make_user("partie@aurelle.example", office, is_active=False)
    for person, tutorial, steps in (
        (professional, one, {1, 2, 3}),
        (member, one, {1, 3}),
        (member, two, {1, 2, 3}),
        (gone, one, {1}),
    ):
        store_steps(person, tutorial, frozenset(steps))
    count_certificate(path)
    count_certificate(path)
    return one, two, path


def test_follow_up_counts_people_with_an_account(followed, animator):
    tutorials, paths = follow_up(animator)
    assert [(row.title, row.begun, row.finished, row.stops) for row in tutorials] == [
        ("Le premier", 2, 1, [("étape 2", 1)]), ("=Le second", 1, 1, []),
    ]  # fmt: skip
    assert [(row.title, row.begun, row.finished, row.visitors) for row in paths] == [("Premiers pas", 2, 0, 2)]
    assert sorted(paths[0].stops) == [("=Le second", 1), ("Le premier", 1)]


def test_follow_up_queries_do_not_grow(followed, animator, django_assert_num_queries):
    follow_up(animator)  # what the person may see is known after the first
    for _number in range(3):
        make_path("", make_tutorial())
    with django_assert_num_queries(7):
        follow_up(animator)


def test_animator_reads_numbers_names_and_a_table(client, followed, animator, professional, member):
    client.force_login(animator)
    page = read(client.get(ADDRESS))
    assert "étape 2 (1)" in page.text and str(professional) not in page.text
    names = read(client.get(f"{ADDRESS}un/")).text
    assert str(professional) in names and str(member) in names and "en est à l’étape 2" in names
    table = client.get(ADDRESS.removesuffix("/") + ".csv").content.decode("utf-8-sig")
    assert "Tutoriel;'=Le second;1;1;;\r\n" in table and "Parcours;Premiers pas;2;0;" in table
    for person in (professional, member):
        client.force_login(person)
        for address in (ADDRESS, f"{ADDRESS}un/", ADDRESS.removesuffix("/") + ".csv"):
            assert client.get(address).status_code == 404
