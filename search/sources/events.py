from datetime import time

from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory, WorkGroup
from destination.agenda.models import Category, Event, EventTranslation, Occurrence, StateCode, common_state, state_of
from destination.agenda.presenters.event_cards import organiser_in, shown_place
from destination.agenda.presenters.upcoming import current_states
from destination.places.models import Place, PlaceTranslation
from intranet.comments.actions.talks import texts_of
from intranet.submissions.presenters.event_talks import INTERNAL
from search.sources.base import Room, RowSource, SearchDocument, join_lines
from search.sources.subjects import event_facts, event_services, event_subjects


class Events(RowSource):
    code = "event"
    name = _("Événement")
    label = _("Événements")
    room = Room.PUBLIC
    dated = True

    def published(self):
        return Event.objects.published().with_words().prefetch_related("audience_groups", "occurrences")

    def load(self, names):
        """With what members said under those that are among them: a comment is found as part of its event, by its readers."""
        events = super().load(names)
        internal = [event for event in events.values() if event.audience in INTERNAL]
        talks = texts_of(internal) if internal else {}
        for event in internal:
            event.talk = talks.get(("agenda.event", event.pk), "")
        return events

    def document(self, event, language):
        if (words := event.words_in(language)) is None:
            return None
        state = state_of(event.state, common_state(event.occurrences.all()))
        # A place that is not open to everybody is not named by the event either.
        where = None if state.is_online else shown_place(event)
        place = where.words_in(language) if where else None
        organiser = organiser_in(event, language)
        categories = list(event.categories.all())
        names = [category.name_in(language) for category in categories]
        with translation.override(language):
            url = event.get_absolute_url()
            parts = (place.name if place else event.meeting_point, event.commune)
            place_name = gettext("En ligne") if state.is_online else ", ".join(str(part) for part in parts if part)
        return SearchDocument(
            language=language,
            words_language=words.language,
            title=words.title,
            text=join_lines(words.summary, words.text),
            more=join_lines(
                place and place.name,
                event.commune,
                event.meeting_point,
                organiser and organiser.text["text"],
                *names,
                event_facts(event, language),
                getattr(event, "talk", ""),
            ),
            url=url,
            keys=event.audience_keys(),
            changed_at=event.changed_at,
            commune=event.commune.slug if event.commune_id else "",
            label=names[0] if names else "",
            drawing=categories[0].code if categories else "",
            state=state.code,
            place_name=place_name,
            picture_id=event.picture_id,
            last_on=event.last_day,
            is_off=state.code == StateCode.CANCELLED,
            where=str(event.commune or ""),
            subjects=event_subjects(event, language),
            services=event_services(event, language),
            dated=True,
        )

    def days(self, event):
        """Those on which it takes place: neither cancelled nor postponed."""
        times = (time for time in event.occurrences.all() if not time.cancelled and time.state != StateCode.POSTPONED)
        return [(time.day, time.last_day, _start(time)) for time in times]

    def next_states(self, stored, now):
        return {str(pk): found for pk, found in current_states({int(name): state for name, state in stored.items()}, now).items()}

    def watched_models(self):
        return {
            Event: self.published_or_indexed,
            EventTranslation: lambda words: [words.event_id],
            Category: lambda category: Event.objects.filter(categories=category),
            WorkGroup: lambda work_group: Event.objects.filter(audience_groups=work_group),
            Place: lambda place: Event.objects.filter(place=place),
            PlaceTranslation: lambda words: Event.objects.filter(place=words.place_id),
            Territory: lambda commune: Event.objects.filter(commune=commune),
        }


def _start(occurrence: Occurrence) -> time | None:
    known = occurrence.hour_known and not occurrence.all_day
    return timezone.localtime(occurrence.starts_at).time() if known else None
