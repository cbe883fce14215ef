"""What a reader has done of a tutorial, with an account or a cookie."""

import json

import pytest

from common.access import Audience
from pro_portal.tutorials.actions.progress import COOKIE, merge_progress, parse_progress
from pro_portal.tutorials.models import Progress
from tests.factories import make_user
from tests.factories.tutorials import make_path, make_tutorial

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
ROOM = "/fr/portail/tutoriels/"


def page(client, address, status=200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


@pytest.fixture
def hidden(office, member):
    owner = make_user("proprio@aurelle.example", office)
    facts = {"author": owner, "organisation": office}
    shown = make_tutorial("ouvert", "Tutoriel ouvert", owner=owner, **facts)
    secret = make_tutorial("secret", "Mot tqzmem", owner=owner, audience=Audience.MEMBERS, themes=["sales"], **facts)
    draft = make_tutorial("brouillon", "Mot tqzdra", owner=owner, live=False, themes=["sales"], **facts)
    return shown, secret, draft, make_path("chemin", shown, secret, draft, **facts)


def test_a_finished_secret_tutorial_is_merged_for_no_one_else(professional, member, hidden):
    for person, expected in ((professional, {"ouvert"}), (member, {"ouvert", "secret"})):
        merge_progress(person, {"ouvert": frozenset({1}), "secret": frozenset({1}), "brouillon": frozenset({1})})
        assert {row.tutorial.slug for row in Progress.objects.filter(person=person)} == expected


def test_person_keeps_their_progress(client, professional):
    tutorial = make_tutorial("fiche")
    client.force_login(professional)
    client.post(f"{ROOM}fiche/progression/", {"fait": ["1", "3", "99", "x", "-1"]})
    row = Progress.objects.get()
    assert (row.person, row.steps, row.done_at) == (professional, [1, 3], None)
    client.post(f"{ROOM}fiche/progression/", {"tout": "1"})
    row.refresh_from_db()
    assert row.steps == [1, 2, 3] and row.done_at
    client.post(f"{ROOM}fiche/progression/", {"fait": ["2"]})
    row.refresh_from_db()
    assert (row.steps, row.done_at) == ([2], None)
    assert client.get(tutorial.get_absolute_url()).context["done_count"] == 1


def test_visitor_without_javascript_keeps_theirs_in_a_cookie(client):
    tutorial = make_tutorial("fiche")
    client.post(f"{ROOM}fiche/progression/", {"fait": ["1", "2"]})
    assert client.get(tutorial.get_absolute_url()).context["done_count"] == 2
    assert json.loads(client.cookies[COOKIE].value) == {"fiche": [1, 2]}
    assert Progress.objects.count() == 0


def test_progress_joins_the_account_at_sign_in(client, professional):
    make_tutorial("fiche")
    make_tutorial("photos")
    Progress.objects.create(person=professional, tutorial=make_tutorial("avis"), steps=[1])
    client.post(f"{ROOM}fiche/progression/", {"fait": ["1"]})
    client.post("/compte/connexion/", {"login": professional.email, "password": "mot-de-passe-solide"})
    client.post(f"{ROOM}progression/", {"progression": json.dumps({"photos": [1, 2, 3], "avis": [2], "zzz": [1]})})
    rows = {row.tutorial.slug: (row.steps, bool(row.done_at)) for row in Progress.objects.filter(person=professional)}
    assert rows == {"fiche": ([1], False), "photos": ([1, 2, 3], True), "avis": ([1, 2], False)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[]",
        "null",
        "12",
        '{"a": 1}',
        '{"a": {"b": 1}}',
        '{"a": ["²", -1, 0, 1e9, null]}',
        "[" * 9000,
        '{"a":[1' + "0" * 5000 + "]}",
        '{"\\ud83d": [1], "\\u0000": [1]}',
    ],
)
def test_anything_sent_as_progress_is_read_calmly(client, professional, text):
    assert parse_progress(text) in ({}, {"a": frozenset()}, {"": frozenset({1})})
    client.cookies[COOKIE] = "x" + text[:3000].replace('"', "").replace(",", "")
    page(client, ROOM)
    client.force_login(professional)
    assert client.post(f"{ROOM}progression/", {"progression": text}).status_code == 204
