import pytest

from destination.base_map.importers import osm
from destination.base_map.importers.gathering import BaseMapRefused, Gathering
from destination.base_map.tiles.grid import Bounds
from destination.base_map.tiles.lines import is_clockwise
from tests.destination.base_map.files import write_extract

BOUNDS = Bounds(2.9, 42.3, 3.3, 42.7)


def gathered(path, folder) -> Gathering:
    gathering = Gathering(BOUNDS, ["fr", "ca"])
    osm.gather(str(path), gathering, str(folder / "points"))
    gathering.finish()
    return gathering


def test_extract_gives_roads_waters_the_sea_and_names(tmp_path):
    gathering = gathered(write_extract(tmp_path / "pays.osm.pbf"), tmp_path)
    assert sorted(feature.layer for feature in gathering.features) == ["main", "path", "sea", "water", "wood"]
    assert {(name.kind, name.text) for name in gathering.names} == {
        ("number", "D 914"), ("street", "Route du Port"), ("waters", "Étang Bleu"), ("village", "Prades"),
    }  # fmt: skip
    [village] = [name for name in gathering.names if name.kind == "village"]
    assert village.others == {"ca": "Prada"}


def test_lake_of_several_ways_has_its_island(tmp_path):
    gathering = gathered(write_extract(tmp_path / "pays.osm.pbf"), tmp_path)
    [lake] = [feature for feature in gathering.features if feature.layer == "water"]
    assert [is_clockwise(ring) for ring in lake.lines] == [True, False]


@pytest.mark.parametrize("share", [0.4, 0.8])
def test_file_that_was_cut_short_is_refused(tmp_path, share):
    whole = write_extract(tmp_path / "pays.osm.pbf").read_bytes()
    broken = tmp_path / "broken.osm.pbf"
    broken.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(BaseMapRefused) as refused:
        gathered(broken, tmp_path)
    assert refused.value.message == osm.BROKEN
