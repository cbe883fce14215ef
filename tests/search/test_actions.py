"""The entries follow the things: whoever changes one, by whichever way, once the change is committed."""

from datetime import time, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks import task_backends
from wagtail.models import Page

from destination.agenda.actions import refresh_occurrences
from destination.agenda.models import EventTranslation
from search import actions
from search.actions import on_end
from search.models import Entry, EntryKey, Span, Unsent
from search.periodic import mend_entries
from search.sources import SOURCES
from tests.factories import make_category, make_event, make_place, make_territory, one_day
from tests.factories.photos import make_photo

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def titles(**conditions):
    return list(
        Entry.objects.filter(language="fr", kind__in=("event", "place"), **conditions)
        .order_by("pk")
        .values_list("title", flat=True)
    )


def test_publishing_shows_and_unpublishing_removes(engine, find, committed):
    with committed():
        event = make_event("Concert au port")
    assert find.titles("concert") == ["Concert au port"]
    with committed():
        event.unpublish()
    assert find.titles("concert") == []


def test_publishing_a_revision_shows_its_words(engine, find, committed):
    with committed():
        event = make_event("Concert au port")
    words = event.words.first()
    words.title = words.summary = "Récital à la chapelle"
    event.words.add(words)
    with committed():
        event.save_revision().publish()
    assert find.titles("récital") == ["Récital à la chapelle"]
    assert find("concert", exactly="1").total == 0


def test_deleting_removes(engine, find, committed):
    with committed():
        event = make_event("Concert au port")
    with committed():
        event.delete()
    assert find.titles("concert") == []
    assert not Span.objects.exists()


@pytest.mark.parametrize("change", ["unpublished", "restricted", "removed"])
def test_what_closes_closes_before_a_worker_has_its_turn(find, committed, no_worker, change):
    with committed():
        event = make_event("Concert au port")
    assert find.titles("concert") == ["Concert au port"]
    no_worker()
    with committed():
        if change == "unpublished":
            event.unpublish()
        elif change == "restricted":
            event.audience = "members"
            event.save()
        else:
            event.delete()
    assert find.titles("concert") == []
    assert Entry.objects.filter(title="Concert au port").exists() == (change == "restricted")


def test_what_opens_waits_for_the_worker(find, committed, no_worker):
    with committed():
        event = make_event("Concert au port", audience="members")
    no_worker()
    with committed():
        event.audience = "public"
        event.save()
    assert find.titles("concert") == []


def test_what_changes_after_the_clock_was_set_back_is_found_as_it_is(engine, find, committed):
    with time_machine.travel(timezone.now() + timedelta(hours=1)), committed():
        changed, removed = make_event("Concert au port"), make_event("Concert au phare")
        restored = make_event("Concert au fort")
    with committed():
        words = changed.words.get()
        words.title = "Concert sur la plage"
        changed.words.add(words)
        changed.save()
        removed.unpublish()
        restored.unpublish()
    assert find.titles("concert") == ["Concert sur la plage"]
    with committed():
        restored.live = True
        restored.save()
    assert sorted(find.titles("concert")) == ["Concert au fort", "Concert sur la plage"]


def test_moment_of_a_turn_is_later_than_each_before(committed):
    with time_machine.travel(timezone.now() + timedelta(hours=1)), committed():
        event = make_event("Concert au port")
    before = Entry.objects.get(kind="event", language="fr").indexed_at
    actions.index_things("event", [str(event.pk)])
    assert Entry.objects.get(kind="event", language="fr").indexed_at == before + timedelta(microseconds=1)


def test_removing_by_update_removes_with_the_dates(committed):
    with committed():
        event = make_event("Concert au port")
    with committed():
        type(event).objects.filter(pk=event.pk).update(removed_at=timezone.now())
        refresh_occurrences(event)
    assert titles() == []


def test_nothing_is_indexed_before_or_without_commit(committed):
    with committed() as callbacks:
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            make_event("Jamais")
            raise ZeroDivisionError
        event = make_event("Concert au port")
        assert not Entry.objects.filter(kind="event").exists()
    assert titles() == [event.title]
    assert callbacks


def test_what_changes_together_is_one_task(committed, no_worker):
    no_worker()
    with committed():
        events = [make_event(f"Concert {number}") for number in range(30)]
    waiting = [task.args for task in task_backends["default"].results if task.task.module_path.startswith("search.")]
    assert [(kind, set(names)) for kind, names in waiting] == [("event", {str(event.pk) for event in events})]


@pytest.mark.parametrize("order", ["before", "after"])
def test_a_rolled_back_savepoint_takes_no_other_change_with_it(committed, order):
    with committed():
        if order == "after":
            event = make_event("Concert")
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            make_event("Jamais")
            raise ZeroDivisionError
        if order == "before":
            event = make_event("Concert")
    assert titles() == [event.title]


def test_what_a_rolled_back_transaction_touched_is_forgotten(committed, no_worker):
    no_worker()
    with committed(), pytest.raises(ZeroDivisionError), transaction.atomic():
        make_event("Jamais")
        raise ZeroDivisionError
    with committed():
        event = make_event("Concert")
    waiting = [task.args for task in task_backends["default"].results if task.task.module_path.startswith("search.")]
    assert [names for _kind, names in waiting] == [[str(event.pk)]]


def test_words_of_a_place_change_it_and_its_events(committed):
    with committed():
        place = make_place("Halle")
        make_event("Bal", place=place)
    with committed():
        words = place.words.first()
        words.name = "Grande halle"
        words.save()
    assert titles(kind="place") == ["Grande halle"]
    assert "Grande halle" in Entry.objects.get(kind="event", language="fr").place_name


def test_renaming_a_commune_or_category_changes_what_names_them(committed):
    commune, category = make_territory("Ancien"), make_category("music", fr="Musique")
    with committed():
        make_place("Halle", commune)
        make_event("Bal", commune=commune, categories=[category])
    with committed():
        commune.name, category.names = "Nouveau", {"fr": "Concerts"}
        commune.save()
        category.save()
    assert set(Entry.objects.filter(kind__in=("event", "place")).values_list("place_name", flat=True)) == {"Nouveau"}
    assert Entry.objects.get(kind="event", language="fr").label == "Concerts"


def test_adding_a_language_replaces_the_one_that_stood_for_it(committed):
    with committed():
        event = make_event(words={"fr": "Marché"})
    assert dict(Entry.objects.filter(kind="event").values_list("language", "words_language")) == {
        "fr": "fr",
        "en": "fr",
        "ca": "fr",
    }
    with committed():
        EventTranslation.objects.create(event=event, language="en", title="Market")
    assert dict(Entry.objects.filter(kind="event").values_list("language", "title")) == {
        "fr": "Marché",
        "en": "Market",
        "ca": "Marché",
    }


def test_pages_follow_publication_move_and_deletion(committed):
    home = Page.objects.filter(depth=2).first()
    with committed():
        first = home.add_child(instance=Page(title="Plages", slug="plages"))
        second = home.add_child(instance=Page(title="Criques", slug="criques"))
    assert Entry.objects.get(title="Criques", language="fr").url.endswith("/criques/")
    with committed():
        second.move(first, pos="last-child")
    assert Entry.objects.get(title="Criques", language="fr").url.endswith("/plages/criques/")
    with committed():
        Page.objects.get(pk=first.pk).unpublish()
    assert not Entry.objects.filter(title="Plages").exists()
    with committed():
        Page.objects.get(pk=first.pk).delete()
    assert not Entry.objects.filter(title="Criques").exists()


def test_on_end_joins_days_that_follow():
    day = timezone.localdate()
    days = [(day + timedelta(days=number), day + timedelta(days=number), time(10, 30)) for number in (0, 1, 2, 5)]
    assert list(on_end(days)) == [(day, days[2][0], 630), (days[3][0], days[3][0], 630)]
    # What begins at another hour is another span.
    assert list(on_end([(day, day, time(18)), (days[1][0], days[1][0], None)])) == [
        (day, day, 1080),
        (days[1][0], days[1][0], None),
    ]


def test_rebuild_says_what_it_did_and_mends(engine, find, capsys):
    make_event("Concert au port")
    now = timezone.now()
    stray = {"kind": "gone", "thing": "1", "language": "fr", "words_language": "fr", "title": "Fantôme", "url": "/"}
    Entry.objects.create(**stray, changed_at=now, indexed_at=now, title_words="fr0fantome", title_stems="")
    call_command("rebuild_search")
    assert find.titles("concert") == ["Concert au port"]
    assert find.titles("fantôme") == []
    assert "event: 1" in capsys.readouterr().out


def test_rebuild_asks_as_little_for_many_as_for_few(django_assert_max_num_queries):
    for number in range(60):
        make_event(f"Concert {number}", one_day(), categories=[make_category()])
    with django_assert_max_num_queries(70):
        actions.rebuild()


def test_every_source_is_complete():
    assert all(source.code and source.label and source.watched_models() for source in SOURCES)


# ---- an engine that does not answer ----


@pytest.fixture
def away(settings):
    """An address at which nothing listens."""
    settings.SEARCH_URL = "http://127.0.0.1:9?prefix=nowhere"


def test_an_engine_that_is_away_is_told_later(away, committed, caplog):
    with committed():
        make_event("Concert au port")
    assert "will be sent again" in caplog.text
    assert Unsent.objects.filter(kind="event").count() == 1
    assert actions.send_unsent() == 0


def test_what_was_not_sent_is_sent_by_the_clock(engine, find, committed):
    if not engine.needs_sending:
        return
    with committed():
        event = make_event("Concert au port")
    Unsent.objects.create(kind="event", thing=str(event.pk), at=timezone.now())
    Unsent.objects.create(kind="event", thing="999999", at=timezone.now())
    assert actions.send_unsent() == 2
    assert not Unsent.objects.exists()


def test_rebuild_says_that_the_engine_is_away(away):
    from django.core.management.base import CommandError

    with pytest.raises(CommandError, match="does not answer"):
        call_command("rebuild_search")


@pytest.fixture
def everything(committed):
    """An event, a place and a photo, each found as it is."""
    with committed():
        event, place = make_event("Concert au port", commune=make_territory()), make_place("Le phare")
        photo = make_photo("La plage")
    actions.rebuild()
    return event, place, photo


def shown() -> list[tuple]:
    return sorted(Entry.objects.values_list("kind", "thing", "language", "title", "commune", "shown_until", "keys__key"))


def test_night_finds_nothing_to_mend_where_nothing_was_lost(everything):
    assert actions.mend() == {}


@pytest.mark.parametrize(
    "lose",
    [
        lambda event, place, photo: Entry.objects.filter(kind="event").delete(),  # a worker killed after an event was accepted
        lambda event, place, photo: Entry.objects.filter(kind="place", language="fr").update(title="Ancien nom"),
        lambda event, place, photo: Entry.objects.filter(kind="photo", language="en").delete(),
        lambda event, place, photo: EntryKey.objects.filter(entry__kind="photo").update(key="organisation:9"),
        lambda event, place, photo: Entry.objects.filter(kind="photo").update(shown_until=timezone.localdate()),
        lambda event, place, photo: Span.objects.filter(thing=str(event.pk)).update(first_day=timezone.localdate()),
    ],
)
def test_night_mends_what_was_lost(everything, lose):
    before, spans = shown(), sorted(Span.objects.values_list("thing", "first_day", "last_day"))
    lose(*everything)
    assert sum(actions.mend().values()) == 1
    assert (shown(), sorted(Span.objects.values_list("thing", "first_day", "last_day"))) == (before, spans)
    assert actions.mend() == {}


def test_night_hides_what_is_no_longer_published(everything):
    event, _place, _photo = everything
    type(event).objects.filter(pk=event.pk).update(live=False)  # behind the search's back
    mend_entries()
    assert not Entry.objects.filter(kind="event").exists()
