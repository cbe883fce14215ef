from datetime import date, time

from destination.agenda.models import EventTranslation
from destination.agenda.schedule import Schedule, Slot, Timing
from intranet.submissions.differences.events import differences
from tests.factories import make_category, make_event, make_place


def changed(**facts):
    live = make_event(place=make_place("Le port"))
    proposed = type(live).objects.get(pk=live.pk)
    for name, value in facts.items():
        setattr(proposed, name, value)
    return live, proposed


def test_same_event_has_no_difference(db):
    assert differences(*changed()) == []


def test_facts_are_said_by_their_label(db):
    live, proposed = changed(free=True, organiser="Comité des fêtes", audience="members", accessibility=["motor"])
    found = {change.label: (change.before, change.after) for change in differences(live, proposed)}
    assert found == {
        "tarifs": ("", "Gratuit"),
        "gratuit": ("non", "oui"),
        "organisateur": ("", "Comité des fêtes"),
        "qui peut voir": ("Tout le monde", "Tous les membres"),
        "accessibilité": ("", "Handicap moteur"),
    }


def test_dates_are_compared_by_their_sentence(db):
    live, proposed = changed()
    proposed.schedule = Schedule(timing=Timing.TIMED, slots=(Slot(date(2027, 7, 16), start=time(18, 30)),))
    [change] = differences(live, proposed)
    assert "16 juillet 2027" in change.after


def test_place_and_categories_are_named(db):
    live, proposed = changed(place=make_place("La colline"))
    proposed.categories.set([make_category("rire", fr="Rire")])
    assert {"La colline", "Rire"} <= {change.after for change in differences(live, proposed)}


def test_texts_are_compared_in_each_language(db):
    live, proposed = changed()
    proposed.words.set([*proposed.words.all(), EventTranslation(language="ca", title="Concert al port")])
    [change] = differences(live, proposed)
    assert (change.language, change.after) == ("ca", "Concert al port")
