"""What a person brought to the agenda: on their page, the next events that the reader may see; in their own search, what is not
published yet."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from common.names import fold_name
from common.panels import profile_panels
from destination.agenda.models import EventTranslation
from destination.agenda.presenters.upcoming import upcoming_cards, with_day
from intranet.submissions.querysets.events import events_of

MOST = 5
# Of one's own that are not published: more than anybody has at once.
MOST_READ = 300


@profile_panels.register(20)
def events_of_person(request, person) -> str:
    cards = upcoming_cards(request.user, MOST, author=person)
    if not cards:
        return ""
    lines = [with_day(card, get_language()) for card in cards]
    return render_to_string("submissions/_person_events.html", {"lines": lines}, request)


def own_proposals(person, text: str) -> list[dict]:
    """Events of this person or their office that the search does not know, as they are not published: {title, lang, url} of those
    whose title has words that begin with each of `text`."""
    sought = fold_name(text).split()
    rows = EventTranslation.objects.filter(event__in=events_of(person).filter(live=False)).order_by("-event_id")
    found = {}
    for pk, title, language in rows.values_list("event_id", "title", "language")[: MOST_READ if sought else 0]:
        words = fold_name(title).split()
        if all(any(word.startswith(part) for word in words) for part in sought) and (
            pk not in found or language == get_language()
        ):
            found[pk] = {"title": title, "lang": language, "url": reverse("submissions:history", args=[pk])}
    return list(found.values())[:MOST]
