"""What a moderator reads before deciding: the event as proposed, what it changes, who, when, and what looks alike."""

from itertools import islice

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from destination.agenda.actions import horizon
from destination.agenda.models import Event, event_state
from destination.agenda.presenters.event_page import dates_sentence, facts, prices
from destination.agenda.schedule import ScheduleError
from destination.places.presenters.place_page import access
from intranet.submissions.differences.events import differences
from intranet.submissions.models import CannedReason
from intranet.submissions.models.decisions import claim_on
from intranet.submissions.presenters.duplicates import likely_duplicates

# Duplicates are looked for on the first days: a weekly market has hundreds.
DAYS_COMPARED = 7


def detail_of(event: Event, request) -> dict:
    """The context of the right-hand side; `event` with its latest revision, author and claim."""
    proposed = event.latest_revision.as_object() if event.latest_revision else event
    waits = event.workflow_in_progress
    language = event.author.language if event.author else settings.LANGUAGE_CODE
    claim = claim_on(event)
    is_mine = claim is not None and claim.person_id == request.user.pk
    return {
        "proposed": proposed,
        "waits": waits,
        "is_change": event.live and waits,
        "changes": differences(event, proposed, request.user) if event.live and waits else [],
        "when": dates_sentence(proposed.schedule_data),
        "where": _place_in_words(proposed),
        "new_place": proposed.place if proposed.place and not proposed.place.live else None,
        "words_rows": sorted(proposed.words.all(), key=_language_order),
        "state": event_state(proposed).component,
        "event_facts": [*_first_facts(proposed), *facts(proposed, event_state(proposed))],
        "history": list(event.decisions.select_related("person")),
        "duplicates": _duplicates(event, proposed, request.user),
        "claim": claim if claim and not is_mine else None,
        "is_mine": is_mine,
        "reasons": [_reason(reason, language) for reason in CannedReason.objects.all()] if waits else [],
        "author_language": language,
        "to_see": event.decisions.filter(to_see=True).exists(),
    }


def _language_order(translation) -> int:
    codes = [code for code, _name in settings.LANGUAGES]
    return codes.index(translation.language) if translation.language in codes else len(codes)


def _place_in_words(event: Event) -> str:
    place = str(event.place) if event.place else ""
    parts = [place, event.meeting_point, str(event.commune) if event.commune and str(event.commune) != place else ""]
    return ", ".join(part for part in parts if part)


def _first_facts(event: Event) -> list[dict]:
    """What an agenda's list shows around the title, and who will see it."""
    rows = [
        ("star", _("Catégories"), ", ".join(category.name_in(get_language() or "fr") for category in event.categories.all())),
        ("euro", _("Tarifs"), ", ".join(f"{price['label']} {price['amount']}".strip() for price in prices(event))),
        ("accessible", _("Accessibilité"), ", ".join(_access_in_words(event))),
        ("eye", _("Qui le verra"), event.audience_in_words()),
    ]
    return [{"icon": icon, "label": label, "value": value} for icon, label, value in rows if value]


def _access_in_words(event: Event) -> list[str]:
    known = access(event)
    return [str(words) for words in (*(kind["label"] for kind in known.get("kinds", ())), *known.get("details", ()))]


def _duplicates(event: Event, proposed: Event, reader) -> list:
    try:
        times = proposed.schedule.occurrences(horizon(), timezone.localdate(), limit=DAYS_COMPARED)
    except (ScheduleError, LookupError):
        return []
    days = list(islice((time.day for time in times), DAYS_COMPARED))
    return likely_duplicates(reader, proposed.title, days, place_id=proposed.place_id, without=event.pk)


def _reason(reason: CannedReason, language: str) -> dict:
    return {"code": reason.code, "title": reason.title_in(get_language() or "fr"), "text": reason.text_in(language)}


def message_of(event: Event, reason: CannedReason | None, words: str) -> str:
    """What the author reads: the reason in their language, then the moderator's own words."""
    language = event.author.language if event.author else settings.LANGUAGE_CODE
    ready = reason.text_in(language) if reason else ""
    return "\n\n".join(part for part in (ready, words.strip()) if part)
