from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import User
from destination.pages.actions import ensure_site
from destination.pages.models import DestinationSettings, HomePage
from installation.actions.setup import AlreadySetUp, LinkClosed, issue_link, set_up
from installation.models import SetupLink, hash_of
from tests.personas import make_administrator

pytestmark = pytest.mark.django_db
ANSWERS = {
    "name": "Pays d’Essai", "languages": ["fr", "en"], "email": "anne@essai.example", "password": "quatre mots sans lien",
    "first_name": "Anne", "last_name": "Directrice", "language": "fr",
}  # fmt: skip


def token_of(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[1]


def test_token_is_stored_as_its_hash_alone():
    token = token_of(issue_link())
    [link] = SetupLink.objects.all()
    assert link.token_hash == hash_of(token) != token
    assert SetupLink.objects.from_token(token) == link


def test_new_link_replaces_the_one_before():
    first, second = token_of(issue_link()), token_of(issue_link())
    assert SetupLink.objects.from_token(first) is None
    assert SetupLink.objects.from_token(second) is not None


def test_site_and_administrator_are_made_together():
    issue_link()
    user = set_up(SetupLink.objects.get(), **ANSWERS)
    assert (user.is_superuser, user.roles, user.check_password("quatre mots sans lien")) == (True, ["administrator"], True)
    assert sorted(HomePage.objects.values_list("locale__language_code", flat=True)) == ["en", "fr"]
    assert DestinationSettings.objects.get().languages == ["fr", "en"]
    assert not SetupLink.objects.installation_waits()


@pytest.mark.parametrize("state", ["used", "expired"])
def test_closed_link_makes_nothing(state):
    issue_link()
    if state == "expired":
        SetupLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    else:
        SetupLink.objects.update(is_used=True, used_at=timezone.now())
    with pytest.raises(LinkClosed):
        set_up(SetupLink.objects.get(), **ANSWERS)
    assert not HomePage.objects.exists() and not User.objects.exists()


@pytest.mark.every_database
def test_of_two_links_used_one_wins_by_the_database():
    """As where the second was made between the reading and the sending of the first."""
    now = timezone.now()
    first, second = (SetupLink.objects.create(token_hash=name * 64, expires_at=now + timedelta(days=1)) for name in ("a", "b"))
    SetupLink.objects.filter(pk=first.pk).update(is_used=True, used_at=now)  # by a process that has not made the site yet
    with pytest.raises(LinkClosed):
        set_up(second, **ANSWERS)
    assert not HomePage.objects.exists() and not User.objects.exists()


@pytest.mark.every_database
@pytest.mark.django_db(transaction=True)
def test_of_two_people_at_once_one_wins():
    issue_link()
    link, start, outcomes = SetupLink.objects.get(), Barrier(2), []

    def come(email: str) -> None:
        start.wait()
        try:
            set_up(link, **(ANSWERS | {"email": email}))
            outcomes.append("won")
        except LinkClosed:
            outcomes.append("closed")
        finally:
            connection.close()

    people = [Thread(target=come, args=[f"{name}@essai.example"]) for name in ("anne", "basile")]
    for person in people:
        person.start()
    for person in people:
        person.join(60)
    assert sorted(outcomes) == ["closed", "won"]
    assert (User.objects.count(), DestinationSettings.objects.count()) == (1, 1)


@pytest.mark.parametrize("make", [ensure_site, make_administrator])
def test_installation_that_somebody_keeps_gets_no_link(make):
    issue_link()
    make()
    assert not SetupLink.objects.installation_waits()
    with pytest.raises(AlreadySetUp):
        issue_link()
    with pytest.raises(LinkClosed):
        set_up(SetupLink.objects.get(), **ANSWERS)
