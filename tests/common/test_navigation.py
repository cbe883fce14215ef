"""The rail of the work rooms, and the doors between the wings."""

import pytest

from tests.html import read

pytestmark = pytest.mark.django_db

SITE, INTRANET, PORTAL, CMS = "Le site public", "L’intranet", "L’espace pro", "La rédaction"
DOORS = {
    "professional": {"/fr/": [PORTAL], "/fr/portail/": [SITE], "/intranet/groupes/": [SITE, PORTAL]},
    "member": {"/fr/": [INTRANET, PORTAL], "/fr/portail/": [SITE, INTRANET], "/intranet/": [SITE, PORTAL]},
    "editor": {
        "/fr/": [INTRANET, PORTAL, CMS],
        "/fr/portail/": [SITE, INTRANET, CMS],
        "/intranet/": [SITE, PORTAL, CMS],
        "/compte/profil/": [INTRANET, PORTAL, CMS],
    },
}


@pytest.mark.parametrize("persona", DOORS)
def test_every_wing_has_doors_to_the_others_for_whoever_may(client, request, persona):
    client.force_login(request.getfixturevalue(persona))
    for address, titles in DOORS[persona].items():
        doors = [link for link in read(client.get(address)).texts("link") if link in (SITE, INTRANET, PORTAL, CMS)]
        assert list(dict.fromkeys(doors)) == titles, address


def test_visitor_of_the_site_is_shown_no_door(client):
    page = read(client.get("/fr/"))
    assert not {INTRANET, PORTAL, CMS} & set(page.texts("link")) and not page.has("button", "Se déconnecter")


def test_cms_leads_out(client, editor):
    client.force_login(editor)
    page = client.get("/admin/").content.decode()
    assert all(title in page for title in ("Le site public", "L\\u2019intranet", "L\\u2019espace pro"))


def test_last_place_of_a_telephone_holds_every_room(client, moderator, professional):
    client.force_login(moderator)
    rail = read(client.get("/intranet/")).region("Menu principal")
    rooms = rail.texts("link")
    assert all(rooms.count(room) >= 2 for room in ("Aujourd’hui", "Photothèque", "Tutoriels"))
    client.force_login(professional)
    assert "Plus" not in read(client.get("/fr/portail/")).region("Menu principal").text
