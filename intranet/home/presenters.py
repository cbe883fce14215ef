"""What the members' front page shows: the next days, and since when things are new."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Organisation
from common.access import Audience
from common.date_formats import formats_of
from destination.agenda.presenters.upcoming import card_lists
from intranet.home.models import Visit

AMONG_US = (Audience.PROFESSIONALS, Audience.MEMBERS, Audience.GROUP, Audience.PRIVATE)
DAYS = 7
OF_EACH = 5  # of each of the two lists: a week of an office, and a screen of a telephone
LATER = 3  # shown where the week is empty


@dataclass
class Agenda:
    """The days that have something: {day, name, lines}, the lines being cards of the agenda where `among_us` tells those that
    only colleagues see. `is_this_week` is false where the week has nothing and these are the next ones."""

    days: list[dict] = field(default_factory=list)
    is_this_week: bool = True


def agenda_of(user) -> Agenda:
    """What takes place among colleagues and in the communes of the reader's office within seven days."""
    lists = {"among_us": {"audience": AMONG_US}, "around": {"audience": [Audience.PUBLIC]} | _communes_of(user)}
    cards = card_lists(user, OF_EACH, with_pictures=False, **lists)
    lines = [card | {"among_us": name == "among_us"} for name in lists for card in cards[name]]
    lines.sort(key=lambda line: line["date"])
    last = timezone.localdate() + timedelta(days=DAYS - 1)
    week = [line for line in lines if line["date"] <= last]
    agenda = Agenda(is_this_week=bool(week) or not lines)
    for line in week or lines[:LATER]:
        if not agenda.days or agenda.days[-1]["day"] != line["date"]:
            agenda.days.append({"day": line["date"], "name": _name_of(line["date"]), "lines": []})
        agenda.days[-1]["lines"].append(line)
    return agenda


def _name_of(day: date) -> str:
    match (day - timezone.localdate()).days:
        case 0:
            return _("Aujourd’hui")
        case 1:
            return _("Demain")
        case _days:
            return capfirst(formats_of(get_language()).day(day, weekday=True, year=False))


def _communes_of(user) -> dict:
    """An agency works for all communes; an office for its own."""
    communes = user.organisation.commune_slugs if user.organisation_id else ()
    covers_all = not communes and (not user.organisation_id or user.organisation.kind == Organisation.Kind.AGENCY)
    return {} if covers_all else {"commune": communes}


def since_in_words(visit: Visit) -> str:
    """« Depuis hier, 17 h 42 », « Depuis mardi 24 novembre », « Ces derniers jours » on a first visit."""
    if visit.previous_at is None:
        return _("Ces derniers jours")
    since = timezone.localtime(visit.since)
    formats = formats_of(get_language())
    hour = formats.hour(since.time())
    match (timezone.localdate() - since.date()).days:
        case 0:
            return _("Depuis %(hour)s") % {"hour": hour}
        case 1:
            return _("Depuis hier, %(hour)s") % {"hour": hour}
        case days:
            return _("Depuis %(day)s") % {"day": formats.day(since.date(), weekday=days < 7, year=False)}
