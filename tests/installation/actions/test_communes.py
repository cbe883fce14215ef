import os
from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from accounts.models import Territory
from installation.actions.communes import forget_old_outlines, keep_outlines, store_communes
from installation.importers.outlines import Commune

pytestmark = pytest.mark.django_db
OUTLINE = {"type": "MultiPolygon", "coordinates": [[[[1, 44], [1.1, 44], [1.1, 44.1], [1, 44]]]]}


def rows() -> list[tuple]:
    return list(Territory.objects.order_by("slug").values_list("name", "slug", "insee", "postcode"))


def test_communes_of_one_name_stay_two():
    store_communes([Commune("Saint-Loup", "82165", "82340"), Commune("Saint-Loup", "31498")])
    assert rows() == [("Saint-Loup", "saint-loup", "82165", "82340"), ("Saint-Loup", "saint-loup-31498", "31498", "")]


def test_commune_that_is_there_gets_its_outline_and_keeps_its_text():
    Territory.objects.create(name="Moissac-la-Belle", slug="moissac", insee="82112", presentation={"fr": "Un cloître."})
    Territory.objects.create(name="Boudou", slug="boudou", presentation={"fr": "Un belvédère."})
    store_communes(
        [Commune("Moissac", "82112", outline=OUTLINE, latitude=44.1, longitude=1.1), Commune("Boudou", "82019", outline=OUTLINE)]
    )
    assert rows() == [("Boudou", "boudou", "82019", ""), ("Moissac-la-Belle", "moissac", "82112", "")]
    moissac = Territory.objects.get(slug="moissac")
    assert (moissac.outline, moissac.latitude, moissac.presentation) == (OUTLINE, 44.1, {"fr": "Un cloître."})


def test_storing_again_changes_nothing():
    communes = [Commune("Moissac", "82112"), Commune("☀"), Commune("A" * 120)]
    store_communes(communes)
    before = rows()
    store_communes(communes)
    assert rows() == before and len(before) == 3


def test_name_alone_does_not_take_the_outline_away():
    store_communes([Commune("Moissac", "82112", outline=OUTLINE, latitude=44.1, longitude=1.1)])
    store_communes([Commune("Moissac")])
    assert Territory.objects.get().outline == OUTLINE


def test_file_from_which_nobody_chose_is_forgotten_after_a_day():
    name = keep_outlines(ContentFile(b"{}"))
    now = timezone.now().timestamp()
    os.utime(storages["private"].path(name), (now, now))  # the disk has a clock of its own
    assert forget_old_outlines() == 0
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        forget_old_outlines()
    assert not storages["private"].exists(name)
