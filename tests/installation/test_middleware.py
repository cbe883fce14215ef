import pytest

from destination.pages.actions import ensure_site
from installation.actions.setup import issue_link
from installation.middleware import SetupMiddleware
from tests.html import read

pytestmark = pytest.mark.django_db
ADDRESSES = ["/", "/fr/", "/ca/agenda/", "/admin/", "/intranet/", "/compte/connexion/", "/rien/de/tel/", "/sitemap.xml"]


@pytest.fixture
def new_process(monkeypatch):
    """A process that has not asked yet whether the installation waits."""
    monkeypatch.setattr(SetupMiddleware, "is_done", False)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_of_an_empty_installation_says_so(client, new_process, address):
    path = issue_link()
    response = client.get(address)
    assert (response.status_code, len(read(response).all_by_role("heading"))) == (503, 2)
    assert path.split("/")[2].encode() not in response.content
    assert "no-store" in response["Cache-Control"]


def test_machines_and_the_setup_page_are_answered(client, new_process):
    path = issue_link()
    assert [client.get(address).status_code for address in ("/health/", "/accent.css", path)] == [200, 200, 200]


def test_the_page_speaks_the_readers_language(client, new_process):
    issue_link()
    assert "This site is not set up yet" in read(client.get("/", headers={"Accept-Language": "en"})).text


def test_installation_that_is_set_up_answers_and_asks_no_more(client, new_process):
    issue_link()
    assert read(client.get("/fr/")).has("heading", "Ce site n’est pas encore installé")
    ensure_site(name="Pays d’Essai")  # as another process would
    assert client.get("/fr/").status_code == 200
    assert SetupMiddleware.is_done


def test_database_without_a_link_waits_for_nobody(client, new_process):
    assert client.get("/fr/agenda/").status_code == 200
