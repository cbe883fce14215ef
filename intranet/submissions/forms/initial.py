"""The form as it stands before anyone types: empty for the person, or filled from an event."""

import json

from django.conf import settings

from common.access import Audience
from common.drafts import Fields
from destination.agenda.models import Event
from destination.agenda.schedule import Schedule, ScheduleError, Slot
from destination.agenda.schedule.serialization import schedule_to_json
from intranet.submissions.forms.practical import FREE, PAID, UNKNOWN
from intranet.submissions.forms.when import COUNT, LAST_WEEKDAY, NEVER, ONCE, REPEATED, SAME_DAY, SAME_WEEKDAY, SEVERAL, UNTIL

# Fields of the form that show a column of the event, under the same name.
AS_THEY_ARE = ("meeting_point", "online_url", "booking_url", "age_min", "age_max", "setting", "organiser", "phone", "email",
               "website", "audience", "changeable_by")  # fmt: skip


def starting_fields(person) -> Fields:
    """A new form: the contact of the person's office, the usual choices."""
    fields: Fields = {
        "when": [ONCE],
        "timing": ["timed"],
        "frequency": ["weekly"],
        "monthly_by": [SAME_DAY],
        "ends": [UNTIL],
        "price_kind": [UNKNOWN],
        "setting": [""],
        "audience": [Audience.PUBLIC.value],
        "changeable_by": [Event.ChangeableBy.OFFICE.value if person.organisation_id else Event.ChangeableBy.AUTHOR.value],
    }
    if office := person.organisation:
        fields |= {
            "organiser": [office.name_in(person.language)],
            "phone": [office.phone],
            "email": [office.email],
            "website": [office.website],
        }
    return fields


def fields_of(event: Event) -> Fields:
    """The form that would give this event."""
    fields = _words(event) | _place(event) | _prices(event)
    try:
        fields |= _schedule(event.schedule)
    except ScheduleError:
        fields |= {"when": [ONCE], "timing": ["timed"]}
    picture = event.picture
    fields |= {
        "categories": [str(category.pk) for category in event.categories.all()],
        "commune": [str(event.commune_id or "")],
        "registration_needed": ["on"] if event.registration_needed else [],
        "family": ["on"] if event.family else [],
        "accessibility": list(event.accessibility),
        "access_details": list(event.access_details),
        "audience_groups": [str(work_group.pk) for work_group in event.audience_groups.all()],
        "picture": [str(event.picture_id or "")],
        **{name: ["" if (value := getattr(event, name)) is None else str(value)] for name in AS_THEY_ARE},
    }
    if picture:
        fields |= {
            "picture_credit": [picture.credit],
            "picture_licence": ["" if picture.licence == "unknown" else picture.licence],
            "picture_rights": ["on"] if picture.rights_confirmed_at else [],
        }
        for language, _name in settings.LANGUAGES:
            name = "picture_alternative" if language == settings.LANGUAGE_CODE else f"{language}-picture_alternative"
            fields[name] = [picture.alternatives.get(language, "")]
    return fields


def fields_of_copy(event: Event) -> Fields:
    """A duplicate: everything but the dates, which are another year's or another day's."""
    fields = fields_of(event)
    without_dates = {name: values for name, values in fields.items() if not name.startswith("date-")}
    hours = {name: fields[name] for name in ("date-0-start", "date-0-end") if name in fields}
    return without_dates | hours | {"when": [ONCE], "until": [""], "count": [""], "excluded": [""], "changes": [""]}


def _words(event: Event) -> Fields:
    fields: Fields = {}
    for words in event.words.all():
        for name in ("title", "summary", "text"):
            fields[f"{words.language}-{name}"] = [getattr(words, name)]
    return fields


def _place(event: Event) -> Fields:
    if not event.place:
        return {}
    return {"place": [str(event.place_id)], "place_name": [f"{event.place.name}, {event.place.commune}"]}


def _prices(event: Event) -> Fields:
    fields: Fields = {"price_kind": [FREE if event.free else PAID if event.prices else UNKNOWN]}
    for number, price in enumerate(event.prices):
        fields[f"price-{number}-label"] = [price.get("label", "")]
        fields[f"price-{number}-amount"] = [str(price.get("amount", "")).replace(".", ",")]
    return fields


def _slot(number: int, slot: Slot) -> Fields:
    return {
        f"date-{number}-day": [f"{slot.day:%d/%m/%Y}"],
        f"date-{number}-last_day": [f"{slot.last_day:%d/%m/%Y}" if slot.last_day != slot.day else ""],
        f"date-{number}-start": [f"{slot.start:%H:%M}" if slot.start else ""],
        f"date-{number}-end": [f"{slot.end:%H:%M}" if slot.end else ""],
    }


def _schedule(schedule: Schedule) -> Fields:
    rule = schedule.rule
    when = REPEATED if rule else SEVERAL if len(schedule.slots) > 1 else ONCE
    fields: Fields = {"when": [when], "timing": [str(schedule.timing)]}
    # The form counts the rule from its first date: the first that the rule really gives.
    first = schedule.slots[0].moved_to(schedule.pattern_day) if schedule.slots else None
    for number, slot in enumerate([first, *schedule.slots[1:]] if first else []):
        fields |= _slot(number, slot)
    fields["excluded"] = [", ".join(f"{day:%d/%m/%Y}" for day in schedule.excluded)]
    if schedule.changes:
        fields["changes"] = [json.dumps(schedule_to_json(schedule)["changes"])]
    if not rule:
        return fields | {"frequency": ["weekly"], "monthly_by": [SAME_DAY], "ends": [UNTIL]}
    monthly_by = SAME_DAY
    if rule.nth_weekday:
        monthly_by = LAST_WEEKDAY if rule.nth_weekday[0] == -1 else SAME_WEEKDAY
    return fields | {
        "frequency": [str(rule.frequency)],
        "interval": [str(rule.interval) if rule.interval > 1 else ""],
        "weekdays": [str(day) for day in rule.weekdays],
        "monthly_by": [monthly_by],
        "ends": [UNTIL if rule.until else COUNT if rule.count else NEVER],
        "until": [f"{rule.until:%d/%m/%Y}" if rule.until else ""],
        "count": [str(rule.count or "")],
    }
