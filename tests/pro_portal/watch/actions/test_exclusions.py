"""Words that set aside by themselves."""

import pytest

from pro_portal.watch.actions.exclusions import add_exclusion, remove_exclusion
from pro_portal.watch.actions.sources import add_to_inbox
from pro_portal.watch.importers.feeds import FeedEntry
from pro_portal.watch.models import WatchExclusion, WatchItem
from tests.factories.watch import make_item, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.mark.parametrize(
    ("words", "title", "is_aside"),
    [
        ("offre d’emploi", "OFFRE D'EMPLOI : chargé d’accueil", True),
        ("offre d'emploi", "Une offre d’emploi à Céret", True),
        ("Préférences", "Les preferences des visiteurs", True),
        ("emploi", "Le plan d’emploiement", False),
        ("offre emploi", "Une offre d’emploi", False),
        ("œuvre", "Une oeuvre à voir", True),
        ("foot", "Football et tourisme", False),
    ],
)
def test_words_are_whole_and_follow_each_other(words, title, is_aside):
    exclusion, _number = add_exclusion(words, None)
    add_to_inbox([FeedEntry("https://a.example/1", title, "", None, "fr")], make_source())
    item = WatchItem.objects.get()
    assert (item.state, item.excluded_by) == (("set_aside", exclusion) if is_aside else ("inbox", None))


def test_words_of_one_source_leave_the_others_alone():
    here, there = make_source("Ici"), make_source("Là")
    add_exclusion("emploi", here)
    for number, source in enumerate((here, there)):
        add_to_inbox([FeedEntry(f"https://a.example/{number}", f"Emploi {number}", "", None, "fr")], source)
    assert WatchItem.objects.set_aside().get().source == here
    assert WatchItem.objects.inbox().get().source == there


def test_words_take_what_waits_and_give_it_back():
    source = make_source()
    for title in ("Emploi saisonnier", "Emploi du temps", "La saison"):
        make_item(title, state="inbox", source=source)
    published = make_item("Emploi publié", source=source)
    exclusion, number = add_exclusion("emploi", None)
    assert (number, add_exclusion("Emploi", None)) == (2, (exclusion, 0))
    assert remove_exclusion(exclusion, puts_back=True) == 2
    assert WatchItem.objects.inbox().count() == 3 and not WatchExclusion.objects.exists()
    published.refresh_from_db()
    assert published.live


def test_removed_words_leave_aside_what_they_set_aside():
    make_item("Emploi saisonnier", state="inbox", source=make_source())
    exclusion, _number = add_exclusion("emploi", None)
    assert remove_exclusion(exclusion, puts_back=False) == 0
    assert WatchItem.objects.set_aside().get().excluded_by is None
