"""The content of the demo destination, in plain literals: communes, people, places, events, pages and menus."""

from . import (
    events_concerts_1,
    events_concerts_2,
    events_exhibitions,
    events_feasts_1,
    events_feasts_2,
    events_festivals,
    events_markets,
    events_mountain_1,
    events_mountain_2,
    events_professional_1,
    events_professional_2,
    events_stage_1,
    events_stage_2,
    events_visits_1,
    events_visits_2,
    events_workshops_1,
    events_workshops_2,
    events_workshops_3,
    pages_activities_1,
    pages_activities_2,
    pages_home,
    pages_itineraries_1,
    pages_itineraries_2,
    pages_legal_1,
    pages_legal_2,
    pages_practical_1,
    pages_practical_2,
    pages_practical_3,
    places_beaches,
    places_halls,
    places_makers,
    places_monuments,
    places_museums,
    places_nature,
    places_tables,
    places_welcome,
)
from .circles import CIRCLES
from .communes import COMMUNES
from .menus import FOOTER_MENU, MAIN_MENU
from .people import ORGANISATIONS, PEOPLE

PLACES = [
    *places_beaches.PLACES,
    *places_halls.PLACES,
    *places_makers.PLACES,
    *places_monuments.PLACES,
    *places_museums.PLACES,
    *places_nature.PLACES,
    *places_tables.PLACES,
    *places_welcome.PLACES,
]

EVENTS = [
    *events_concerts_1.EVENTS,
    *events_concerts_2.EVENTS,
    *events_exhibitions.EVENTS,
    *events_feasts_1.EVENTS,
    *events_feasts_2.EVENTS,
    *events_festivals.EVENTS,
    *events_markets.EVENTS,
    *events_mountain_1.EVENTS,
    *events_mountain_2.EVENTS,
    *events_professional_1.EVENTS,
    *events_professional_2.EVENTS,
    *events_stage_1.EVENTS,
    *events_stage_2.EVENTS,
    *events_visits_1.EVENTS,
    *events_visits_2.EVENTS,
    *events_workshops_1.EVENTS,
    *events_workshops_2.EVENTS,
    *events_workshops_3.EVENTS,
]

PAGES = [
    *pages_activities_1.PAGES,
    *pages_activities_2.PAGES,
    *pages_home.PAGES,
    *pages_itineraries_1.PAGES,
    *pages_itineraries_2.PAGES,
    *pages_legal_1.PAGES,
    *pages_legal_2.PAGES,
    *pages_practical_1.PAGES,
    *pages_practical_2.PAGES,
    *pages_practical_3.PAGES,
]

__all__ = [
    "CIRCLES",
    "COMMUNES",
    "EVENTS",
    "FOOTER_MENU",
    "MAIN_MENU",
    "ORGANISATIONS",
    "PAGES",
    "PEOPLE",
    "PLACES",
]
