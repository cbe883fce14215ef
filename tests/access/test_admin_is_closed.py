"""Everything under /admin/: an account that may not come in is turned away at every address."""

import pytest
from django.urls import NoReverseMatch, reverse

from tests.access.addresses import admin_addresses
from tests.access.asking import SIGN_IN

# The icons and the words of the admin's own scripts: nothing of the site.
OPEN = {"/admin/jsi18n/", "/admin/sprite/"}


def turned_away(response) -> bool:
    if response.status_code in (403, 404):
        return True
    return response.status_code == 302 and (response["Location"].startswith(SIGN_IN) or response["Location"] == "/admin/login/")


def test_there_are_addresses():
    assert len(admin_addresses()) > 50
    with pytest.raises(NoReverseMatch):
        reverse("wagtailadmin_no_such_page")


@pytest.mark.parametrize("persona", ["visitor", "professional", "group_member"])
def test_admin_is_closed(client, people, persona):
    if persona != "visitor":
        client.force_login(people[persona])
    entered = {}
    for address in admin_addresses():
        # The door is shut before a method is looked at: the one who may most of the three tries the other, too.
        for ask in (client.get, client.post) if persona == "group_member" else (client.get,):
            response = ask(address)
            if not turned_away(response):
                entered[address] = response.status_code
    assert set(entered) == (set() if persona == "visitor" else OPEN)


@pytest.mark.parametrize("persona", ["moderator", "editor", "administrator"])
def test_admin_opens_to_who_works_there(client, people, persona):
    client.force_login(people[persona])
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("persona", ["moderator", "editor"])
def test_people_and_rights_are_for_administrators(client, people, persona):
    client.force_login(people[persona])
    for address in (
        "/admin/users/",
        "/admin/groups/",
        "/admin/sites/",
        "/admin/locales/",
        "/admin/collections/add/",
        "/admin/workflows/list/",
        "/admin/sauvegardes/",
        "/admin/personal-data/",
        "/admin/personal-data/register/",
        "/admin/personal-data/register/file/",
        "/admin/personal-data/log/",
        "/admin/etat/",
    ):
        assert turned_away(client.get(address)) or client.get(address).status_code == 302, address
