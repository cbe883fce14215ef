"""A map is made beside the one that is shown, and takes its place in one step."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from accounts.models import Territory
from destination.base_map import actions, limits
from destination.base_map.importers import osm
from destination.base_map.importers.gathering import BaseMapRefused
from destination.base_map.models import BaseMap, Tile, current_map
from tests.destination.base_map.files import write_extract
from tests.factories import SQUARE, make_base_map, make_territory

pytestmark = pytest.mark.django_db


@pytest.fixture
def territory():
    return make_territory("Port-Aurelle", outline=SQUARE)


def test_extract_becomes_the_map_that_is_shown(territory, tmp_path):
    steps = []
    base_map = actions.make_base_map(
        write_extract(tmp_path / "pays.osm.pbf"), say=lambda percent, sentence: steps.append(percent)
    )
    assert current_map() == base_map
    assert (base_map.state, base_map.source, base_map.file_name) == ("ready", "osm", "pays.osm.pbf")
    assert base_map.tiles_count == Tile.objects.count() > 20
    assert steps == sorted(steps)


def test_new_map_takes_the_place_of_the_old_with_another_address(territory):
    first = make_base_map()
    second = make_base_map()
    assert current_map() == second and second.version != first.version
    assert list(BaseMap.objects.all()) == [second]
    assert not Tile.objects.exclude(base_map=second).exists()


def test_interrupted_run_leaves_the_old_map(territory, monkeypatch):
    old = make_base_map()

    def tiles_until_killed(*arguments):
        yield 7, 65, 47, "<svg></svg>"
        raise KeyboardInterrupt

    monkeypatch.setattr(actions, "tiles_of", tiles_until_killed)
    with pytest.raises(KeyboardInterrupt):
        make_base_map()
    assert current_map() == old
    assert Tile.objects.filter(base_map=old).count() == old.tiles_count
    assert not Tile.objects.exclude(base_map=old).exists()


def test_leftovers_of_a_killed_process_go_with_the_next_map(territory):
    """A process that is killed says nothing: its row stays at work, and its tiles lie there."""
    dead = BaseMap.objects.create(state=BaseMap.State.WORKING, heard_at=timezone.now() - limits.SILENCE - timedelta(minutes=1))
    alive = BaseMap.objects.create(state=BaseMap.State.WORKING)
    Tile.objects.create(base_map=dead, zoom=7, column=1, row=1, content=b"x")
    new = make_base_map()
    assert set(BaseMap.objects.all()) == {alive, new}
    assert current_map() == new


def test_two_maps_at_once_do_not_mix(territory, monkeypatch):
    """While one is cut another process cuts another: the one that ends last is shown, whole."""
    cut, others = actions.tiles_of, []

    def with_another_meanwhile(*arguments):
        monkeypatch.setattr(actions, "tiles_of", cut)
        others.append(make_base_map())
        yield from cut(*arguments)

    monkeypatch.setattr(actions, "tiles_of", with_another_meanwhile)
    last = make_base_map()
    assert current_map() == last and list(BaseMap.objects.all()) == [last]
    assert others and Tile.objects.count() == last.tiles_count


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("vide.osm.pbf", b"", actions.EMPTY),
        ("photo.osm.pbf", b"\xff\xd8\xff\xe0" * 100, osm.NOT_OSM),
        ("photo.jpg", b"\xff\xd8\xff\xe0" * 100, actions.UNKNOWN),
        ("ailleurs.geojson", b'{"type": "FeatureCollection", "features": []}', actions.ELSEWHERE),
    ],
)
def test_file_that_gives_no_map_is_refused_with_a_sentence(territory, tmp_path, name, content, sentence):
    old = make_base_map()
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BaseMapRefused) as refused:
        actions.make_base_map(path)
    assert refused.value.message == sentence
    assert current_map() == old
    assert BaseMap.objects.exclude(pk=old.pk).get().message == str(sentence)


def test_extract_of_elsewhere_is_refused(tmp_path):
    Territory.objects.filter(pk=make_territory("Tours").pk).update(
        latitude=47.4,
        longitude=0.7,
        outline={"type": "Polygon", "coordinates": [[[0.6, 47.3], [0.8, 47.3], [0.8, 47.5], [0.6, 47.3]]]},
    )
    with pytest.raises(BaseMapRefused) as refused:
        actions.make_base_map(write_extract(tmp_path / "pays.osm.pbf"))
    assert refused.value.message == actions.ELSEWHERE


@pytest.mark.parametrize("limit", ["LARGEST_FILE", "LARGEST_GEOJSON"])
def test_file_that_is_too_large_is_refused(territory, tmp_path, monkeypatch, limit):
    monkeypatch.setattr(limits, limit, 10)
    path = tmp_path / "pays.geojson"
    path.write_text('{"type": "FeatureCollection", "features": []}')
    with pytest.raises(BaseMapRefused) as refused:
        actions.make_base_map(path)
    assert refused.value.message == actions.TOO_LARGE


def test_map_that_would_be_too_heavy_is_refused(territory, monkeypatch):
    monkeypatch.setattr(limits, "MOST_BYTES", 500)
    with pytest.raises(BaseMapRefused) as refused:
        make_base_map()
    assert refused.value.message == actions.TOO_HEAVY
    assert not Tile.objects.exists()


def test_without_communes_nothing_is_cut():
    with pytest.raises(BaseMapRefused) as refused:
        make_base_map()
    assert refused.value.message == actions.NO_TERRITORY


def test_commune_without_outline_counts_by_its_position_and_one_at_the_worlds_end_is_told():
    make_territory("Sans contour")
    bounds = actions.territory_bounds()
    assert (bounds.west, bounds.north) == pytest.approx((3.0, 42.6))
    Territory.objects.filter(pk=make_territory("Égarée").pk).update(latitude=-42.5)
    with pytest.raises(BaseMapRefused) as refused:
        actions.territory_bounds()
    assert refused.value.message == actions.TOO_WIDE


@pytest.mark.parametrize(
    "outline", ["x", [], {"coordinates": 3}, {"coordinates": [["a", "b"], [None]]}, {"coordinates": [[1e9, 2]]}]
)
def test_outline_that_is_none_does_not_count(outline):
    make_territory(outline=outline)
    bounds = actions.territory_bounds()
    assert (bounds.west, bounds.south) == pytest.approx((3.0, 42.4))  # that of its position


def test_dropped_file_is_cut_by_a_worker_and_not_kept(territory, tmp_path, django_capture_on_commit_callbacks):
    upload = ContentFile(write_extract(tmp_path / "pays.osm.pbf").read_bytes(), name="pays.osm.pbf")
    with django_capture_on_commit_callbacks():
        asked = actions.ask_for_base_map(upload)
    assert storages["private"].exists(asked.stored_file)
    actions.cut_stored_file(asked.pk)
    actions.cut_stored_file(asked.pk)  # once
    assert current_map() == asked and current_map().file_name == "pays.osm.pbf"
    assert not storages["private"].exists(asked.stored_file)


def test_dropped_file_that_is_refused_says_so_and_is_not_kept(territory, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks():
        asked = actions.ask_for_base_map(ContentFile(b"{}", name="pays.geojson"))
    actions.cut_stored_file(asked.pk)
    asked.refresh_from_db()
    assert (asked.state, asked.stored_file) == ("failed", "")
    assert "FeatureCollection" in asked.message
