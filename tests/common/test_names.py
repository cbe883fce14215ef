from types import SimpleNamespace

import pytest

from common.names import CommuneFinder, commune_key, fold_name

COMMUNES = {
    "Port-Aurelle": "66990",
    "Castelnou-d’Aurelle": "66991",
    "La Tour-des-Oliviers": "66992",
    "Le Perthus": "66993",
    "Saint-Cyprien": "66994",
    "Les Angles": "66995",
    "Vallbona": "66996",
    "Mont-Clar": "66996",
    "Estany-sur-Mer": "",
}


def commune_of(address):
    other = {"Saint-Cyprien": "Sant Cebrià de Rosselló"}
    finder = CommuneFinder(
        SimpleNamespace(name=name, other_names=other.get(name, ""), postcode=postcode) for name, postcode in COMMUNES.items()
    )
    commune = finder.find(address)
    return commune and commune.name


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Castelnou-d’Aurelle", "castelnou d aurelle"),
        ("CASTELNOU D AURELLE", "castelnou d aurelle"),
        ("Castelnou d'Aurelle", "castelnou d aurelle"),
        ("Port‑Aurelle", "port aurelle"),
        ("Castelnou d\u02bcAurelle", "castelnou d aurelle"),
        ("Castelnou d‘Aurelle", "castelnou d aurelle"),
        ("Castelnou d´Aurelle", "castelnou d aurelle"),
        ("Castel\u00adnou d’Aurelle", "castelnou d aurelle"),
        ("ESTANY S/ MER", "estany sur mer"),
        ("Abbaye Ste-Eulalie", "abbaye sainte eulalie"),
        ("St. Cyprien", "saint cyprien"),
        ("L’Œuvre d’Été", "l oeuvre d ete"),
        ("", ""),
    ],
)
def test_ways_to_write_a_name_are_one(text, folded):
    assert fold_name(text) == folded


@pytest.mark.parametrize(
    "text", ["Le Perthus", "PERTHUS", "Mairie du Perthus", "Le Perthus (66)", "66480 Le Perthus", "Ville de Le Perthus"]
)
def test_ways_to_name_a_commune_have_one_key(text):
    assert commune_key(text) == "perthus"


@pytest.mark.parametrize(
    ("address", "commune"),
    [
        ("Castelnou-d'Aurelle", "Castelnou-d’Aurelle"),
        ("CASTELNOU D AURELLE", "Castelnou-d’Aurelle"),
        ("Port Aurelle", "Port-Aurelle"),
        ("La Tour des Oliviers (66)", "La Tour-des-Oliviers"),
        ("Mairie de Castelnou d’Aurelle", "Castelnou-d’Aurelle"),
        ("Mairie du Perthus", "Le Perthus"),
        ("Salle des fêtes des Angles", "Les Angles"),
        ("St Cyprien plage", "Saint-Cyprien"),
        ("Platja, SANT CEBRIA DE ROSSELLO", "Saint-Cyprien"),
        ("Halle, 3 rue du Port, 66000 Port-Aurelle", "Port-Aurelle"),  # the postcode of its post office
        ("Théâtre, 66990 PORT AURELLE CEDEX", "Port-Aurelle"),
        ("Place de la Mairie, estany sur mer", "Estany-sur-Mer"),
        ("17 quai des Dunes, Port-Aurelle, France", "Port-Aurelle"),
        ("route de Port Aurelle, 66991 Castelnou", "Castelnou-d’Aurelle"),
        ("rue de Vallbona, Mont Clar", "Mont-Clar"),
        ("3 rue du Port, 66990", "Port-Aurelle"),
        ("3 rue du Port, 66996", None),  # two communes share it
        ("12 rue de Port-Aurelle, 66000 Perpignan", None),
        ("12 rue de Port-Aurelle 66000 Perpignan", None),
        ("12 rue de Port-Aurelle, Perpignan", None),
        ("Port-Aurelle, Québec, Canada", None),
        ("Mont-Clar, España", None),
        ("Port - Aurelle", "Port-Aurelle"),
        ("PERTHUS", "Le Perthus"),
        ("Halle, 66993 Perthus", "Le Perthus"),
        ("Halle du Perthus neuf", "Le Perthus"),
        ("Halle Perthus neuve", None),
        ("66990 - PORT AURELLE", "Port-Aurelle"),
        ("Estany s/Mer", "Estany-sur-Mer"),
        ("Le Perthus (66)", "Le Perthus"),
        ("Les Angles (30)", None),
        ("Hôtel des Angles, 30133 Les Angles", None),
        ("St-Cyprien (2B)", None),
        ("Vallbona (Espagne)", None),
        ("Portaurelle", None),
        ("Abbaye Ste Eulalie", None),
        ("", None),
    ],
)
def test_commune_of_an_address(address, commune):
    assert commune_of(address) == commune


def test_longest_name_counts():
    finder = CommuneFinder(
        SimpleNamespace(name=name, other_names="", postcode="") for name in ("La Tour", "La Tour-des-Oliviers")
    )
    assert finder.find("Salle, La Tour des Oliviers").name == "La Tour-des-Oliviers"


def test_addresses_of_the_trial_data(shared_data):
    lines = (shared_data / "cases/case-106-locations.txt").read_text().splitlines()
    assert [commune_of(line) for line in lines if line] == [
        "Castelnou-d’Aurelle", "Castelnou-d’Aurelle", "Port-Aurelle", None, None, None,
    ]  # fmt: skip
