import pytest

from pro_portal.watch.models import WatchExclusion, WatchItem
from tests.factories.watch import make_item, make_source
from tests.html import read

pytestmark = pytest.mark.django_db
WORDS = "/fr/portail/veille/mots/"


@pytest.fixture
def browser(client, watcher):
    client.force_login(watcher)
    return client


def test_words_are_written_counted_and_taken_away(browser):
    source = make_source("Le Carnet")
    for number in range(2):
        make_item(f"Offre d’emploi {number}", state="inbox", source=source)
    page = read(browser.post(WORDS, {"words": "offre d'emploi", "source": source.pk}, follow=True))
    assert "2 articles en attente viennent de l’être" in page.text and "2 articles écartés" in page.text
    aside = read(browser.get("/fr/portail/veille/a-trier/?liste=ecartes")).text
    assert "écarté par les mots" in aside
    exclusion = WatchExclusion.objects.get()
    page = read(browser.post(f"{WORDS}{exclusion.pk}/retirer/", {"remettre": "1"}, follow=True))
    assert "2 articles attendent de nouveau" in page.text and WatchItem.objects.inbox().count() == 2


@pytest.mark.parametrize(
    "fields", [{"words": ""}, {"words": "!"}, {"words": "a"}, {"words": "x" * 101}, {"words": "emploi", "source": "9"}]
)
def test_bad_words_are_refused(browser, fields):
    assert browser.post(WORDS, fields).status_code == 422 and not WatchExclusion.objects.exists()
