"""What a person brought to the agenda, on their page: the next events that the reader may see."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from destination.agenda.presenters.upcoming import upcoming_cards, with_day
from intranet.people.registry import profile_panel

MOST = 5


@profile_panel(order=20)
def events_of_person(request, person) -> str:
    cards = upcoming_cards(request.user, MOST, author=person)
    if not cards:
        return ""
    lines = [with_day(card, get_language()) for card in cards]
    return render_to_string("submissions/_person_events.html", {"lines": lines}, request)
