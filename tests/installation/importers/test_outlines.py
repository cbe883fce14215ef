"""Files of outlines as the state publishes them, and as they should not be."""

import io
import json

import pytest

from installation.importers import geojson
from installation.importers.geojson import OutlinesRefused
from installation.importers.outlines import communes_by_name, communes_of, survey

SQUARE = [[[1.0, 44.0], [1.1, 44.0], [1.1, 44.1], [1.0, 44.1], [1.0, 44.0]]]


def feature(nom="Moissac", code="82112", coordinates=SQUARE, kind="Polygon", **properties) -> dict:
    return {
        "type": "Feature",
        "properties": {"nom": nom, "code": code} | properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def file_of(*features, **members) -> io.BytesIO:
    return io.BytesIO(json.dumps({"type": "FeatureCollection", **members, "features": features}).encode())


def refusal(file: io.BytesIO) -> str:
    with pytest.raises(OutlinesRefused) as refused:
        survey(file)
    return str(refused.value.message).replace("\xa0", " ")


def test_survey_counts_territories():
    found = survey(
        file_of(
            feature("Moissac", "82112", codeEpci="200072320", codeDepartement="82"),
            feature("Boudou", "82019", codeEpci={"code": "200072320", "nom": "CC Terres des Confluences"}),
            feature("Tours", "37261", epci=["243700754"]),
        )
    )
    assert (found.communes, dict(found.departments), dict(found.epcis)) == (
        3,
        {"82": 2, "37": 1},
        {"200072320": 2, "243700754": 1},
    )


def test_communes_carry_code_postcode_outline_and_centre():
    [commune], missing = communes_of(file_of(feature(codesPostaux=["82200", "82000"])))
    assert (commune.name, commune.code, commune.postcode) == ("Moissac", "82112", "82200")
    assert (commune.latitude, commune.longitude) == (44.05, 1.05)
    assert commune.outline == {"type": "MultiPolygon", "coordinates": [SQUARE]}
    assert missing == []


@pytest.mark.parametrize(
    ("properties", "name", "code"),
    [
        ({"INSEE_COM": "2A004", "NOM": "Ajaccio"}, "Ajaccio", "2A004"),
        ({"com_code": ["97105"], "com_name": ["Basse-Terre"]}, "Basse-Terre", "97105"),
        ({"nom": "  Saint\x00-Jean\n ", "code": 1001}, "Saint -Jean", ""),
        ({"nom": "Saint\ud83d-Jean"}, "Saint-Jean", ""),
    ],
)
def test_names_of_other_publications_are_understood(properties, name, code):
    [commune], _missing = communes_of(file_of({"type": "Feature", "properties": properties, "geometry": None}))
    assert (commune.name, commune.code, commune.outline) == (name, code, None)


def test_choice_by_department_epci_and_names():
    file = file_of(feature("Moissac", "82112", epci="200072320"), feature("Boudou", "82019", epci="1"), feature("Tours", "37261"))
    names = {
        territory: [commune.name for commune in communes_of(file, territory)[0]] for territory in ("all", "dep:37", "epci:1")
    }
    assert names == {"all": ["Moissac", "Boudou", "Tours"], "dep:37": ["Tours"], "epci:1": ["Boudou"]}
    chosen, missing = communes_of(file, "dep:82", ["MOISSAC", "37261", "Nulle Part"])
    assert ([commune.name for commune in chosen], missing) == (["Moissac"], ["37261", "Nulle Part"])


def test_what_is_left_out_is_counted():
    found = survey(
        file_of(
            feature(),
            feature(),
            feature(nom=None),
            feature("Barcelona", "", [[[2.1, 41.3], [2.2, 41.3], [2.2, 41.2], [2.1, 41.3]]]),
            feature("Lima", "", [[[-77, -12], [-77.1, -12], [-77, -12.1], [-77, -12]]]),
            feature("Tarn-et-Garonne", "82"),
            7,
        )
    )
    assert found.communes == 2
    assert dict(found.left_out) == {"twice": 1, "nameless": 1, "abroad": 1, "wider": 1, "broken": 1}


LAMBERT = [[[560000, 6330000], [561000, 6330000], [561000, 6331000], [560000, 6330000]]]
MERCATOR = [[[111319, 5465442], [112000, 5465442], [112000, 5466000], [111319, 5465442]]]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (io.BytesIO(b""), "Ce fichier est vide."),
        (io.BytesIO(b"PK\x03\x04rest"), "C’est une archive (ZIP)"),
        (io.BytesIO(b"<kml></kml>"), "KML"),
        (io.BytesIO(b"\x00\x00\x27\x0a" + b"\x00" * 90), "Shapefile"),
        (io.BytesIO(b"nom;code\nMoissac;82112"), "Ce n’est pas un fichier GeoJSON"),
        (io.BytesIO(b'{"type": "Topology", "objects": {}}'), "TopoJSON"),
        (io.BytesIO(json.dumps(feature()).encode()), "un seul contour"),
        (io.BytesIO('{"features": [{"properties": {"nom": "Créon"}}]}'.encode("latin-1")), "UTF-8"),
        (file_of(), "aucune commune"),
        (file_of(feature(), crs={"properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}), "Lambert-93"),
        (file_of(feature(coordinates=LAMBERT)), "Lambert-93"),
        (file_of(feature(coordinates=MERCATOR)), "n’est pas en degrés"),
        (file_of(feature(coordinates=[[[44.0, 1.0], [44.0, 1.1], [44.1, 1.1], [44.0, 1.0]]])), "échangées"),
        (file_of(feature(coordinates=[[[13.4, 52.5], [13.5, 52.5], [13.5, 52.6], [13.4, 52.5]]])), "n’est en France"),
        (file_of(feature(nom="")), "n’a de nom"),
        (file_of(feature(code="82")), "départements"),
        (io.BytesIO(json.dumps({"features": [feature()]}).encode()[:-40]), "il s’arrête après 0 communes"),
        (io.BytesIO(b'{"features": [{"a": NaN}]}'), "abîmé"),
        (io.BytesIO(b'{"features": [' + b'{"a":' * 100_000), "Ce n’est pas un fichier GeoJSON"),
        (io.BytesIO(b"[" * 200_000), "Ce n’est pas un fichier GeoJSON"),
    ],
)
def test_other_files_get_a_sentence(file, words):
    assert words in refusal(file)


def test_feature_without_end_is_refused_before_it_fills_the_memory(monkeypatch):
    monkeypatch.setattr(geojson, "LARGEST_FEATURE", 2_000_000)
    file = io.BytesIO(b'{"features": [{"a": "' + b"a" * 5_000_000)
    assert "trop grand" in refusal(file)
    assert file.tell() < 4_000_000


@pytest.mark.parametrize(
    "coordinates",
    [
        [[[1, 44], [1.1, 44.1], [1.1, 44], [1, 44.1], [1, 44]]],  # crosses itself
        [[[1, 44], [1.1, 44], [1.1, 44.1], [1, 44.1]]],  # left open
        [[[1, 44, 120], [1.1, 44, 130], [1.1, 44.1, 9], [1, 44, 120]]],  # with heights
    ],
)
def test_odd_rings_are_drawn(coordinates):
    [commune], _missing = communes_of(file_of(feature(coordinates=coordinates)))
    [[ring]] = commune.outline["coordinates"]
    assert ring[0] == ring[-1]
    assert 1 <= commune.longitude <= 1.1 and 44 <= commune.latitude <= 44.1


@pytest.mark.parametrize("coordinates", [[], [[]], [[[1, 44]]], "a", [["a"]], [[[1, "nord"]] * 5], {"a": 1}])
def test_rings_that_are_none_leave_the_commune_without_outline(coordinates):
    [commune], _missing = communes_of(file_of(feature(coordinates=coordinates)))
    assert commune.outline is None


def test_number_without_end_leaves_the_commune_without_outline():
    text = json.dumps({"features": [feature()]}).replace("1.1", "1e400")
    [commune], _missing = communes_of(io.BytesIO(text.encode()))
    assert commune.outline is None


def test_outline_of_countless_points_is_thinned():
    points = [[1 + (number % 500) / 5000, 44 + number / 1_000_000] for number in range(60_000)]
    [commune], _missing = communes_of(file_of(feature(coordinates=[[*points, points[0]]])))
    assert sum(len(ring) for polygon in commune.outline["coordinates"] for ring in polygon) < 5_000


def test_more_communes_than_a_territory_has_are_refused():
    file = file_of(*(feature(f"Commune {number}", f"{number:05}") for number in range(10_000, 11_001)))
    with pytest.raises(OutlinesRefused, match="choisissez"):
        communes_of(file)


def test_names_are_communes_once_each():
    assert [commune.name for commune in communes_by_name(["Créon", "Targon", "creon"])] == ["Créon", "Targon"]


def test_file_of_the_state_is_read(shared_data):
    with (shared_data / "contours" / "communes-82-tarn-et-garonne.geojson").open("rb") as file:
        found = survey(file)
        [commune], missing = communes_of(file, "dep:82", ["Montauban"])
    assert (found.communes, dict(found.departments), found.left_out) == (195, {"82": 195}, {})
    assert (commune.code, round(commune.latitude), round(commune.longitude), missing) == ("82121", 44, 1, [])


def test_file_of_departments_gets_a_sentence(shared_data):
    with (shared_data / "contours" / "departements-version-simplifiee.geojson").open("rb") as file:
        assert "il en faut un avec les communes" in refusal(io.BytesIO(file.read()))
