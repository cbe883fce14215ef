from datetime import date, time

import pytest

from tests.factories import make_event, make_place, one_day
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "title", "robots"),
    [
        ("/fr/agenda/", "Agenda · Escale", None),
        ("/fr/agenda/?day=today", "Agenda d’aujourd’hui · Escale", None),
        ("/fr/agenda/?free=1", "Agenda : Gratuit · Escale", None),
        ("/fr/agenda/?day=week&free=1", "Agenda des 7 prochains jours : Gratuit · Escale", "noindex, follow"),
        ("/fr/agenda/?day=2026-07-16", "Agenda du jeudi 16 juillet 2026 · Escale", None),
        ("/fr/agenda/?from=2026-07-03&to=2026-07-07", "Agenda du 3 au 7 juillet 2026 · Escale", "noindex, follow"),
        ("/fr/agenda/semaine/?day=2026-07-16", "Agenda de la semaine du 13 au 19 juillet 2026 · Escale", None),
        ("/fr/agenda/mois/?day=2026-07-16", "Agenda, juillet 2026 · Escale", None),
        ("/fr/agenda/carte/", "Agenda : la carte · Escale", None),
        ("/en/agenda/?day=weekend", "What’s on this weekend · Escale", None),
    ],
)
def test_each_form_and_period_of_the_agenda_has_its_title(client, time_machine, address, title, robots):
    time_machine.move_to("2026-07-16 10:00+02:00", tick=False)
    where = {"free": True, "place": make_place()}
    make_event("Bal", one_day(date(2026, 7, 16), time(20)), **where)
    make_event("Marché", one_day(date(2026, 7, 18), time(9)), **where)

    page = read(client.get(address, follow=True))

    assert (page.title, page.meta("robots")) == (title, robots)
    assert "?" not in page.canonical
    assert page.meta("og:locale") in ("fr_FR", "en_GB") and page.meta("og:image:width") == "1200"
