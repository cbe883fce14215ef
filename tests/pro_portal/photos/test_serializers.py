"""A month of the library as a table."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from pro_portal.photos.actions.downloads import note_taking
from pro_portal.photos.models import Photo
from pro_portal.photos.rights.sizes import BY_CODE
from pro_portal.photos.serializers import figures_csv

pytestmark = pytest.mark.django_db


def test_month_counts_uses_and_takers_of_each_photo(make_photo, time_machine):
    time_machine.move_to("2026-10-31 12:00+00:00")
    harbour, lighthouse = make_photo("=Port", theme="beach"), make_photo("Phare")
    note_taking(lighthouse.picture, BY_CODE["web"], AnonymousUser(), name="Hôtel", email="")
    time_machine.move_to("2026-11-02 12:00+00:00")
    for name, size in (("Gîte", "web"), ("Gîte", "press"), ("Parc", "web")):
        note_taking(harbour.picture, BY_CODE[size], AnonymousUser(), name=name, email="")
    note_taking(lighthouse.picture, BY_CODE["a4"], AnonymousUser(), name="Gîte", email="")
    lines = figures_csv(date(2026, 11, 15), Photo.objects.all()).decode("utf-8-sig").split("\r\n")
    assert lines == [
        "2026-11;Photo;Crédit;Thème;Commune;Site internet;Réseaux sociaux;Imprimés;Presse;Publicité;En tout;Preneurs",
        f"{harbour.pk};'=Port;Emma Virelune;Mer et plages;;2;0;0;1;0;3;2",
        f"{lighthouse.pk};Phare;Emma Virelune;;;0;0;1;0;0;1;1",
        ";En tout;;;;2;0;1;1;0;4;2",
        "",
    ]
    assert len(figures_csv(date(2026, 11, 1), Photo.objects.none()).splitlines()) == 2
