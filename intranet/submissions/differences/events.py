"""What a proposal changes in a published event: word by word for texts, by their label for facts."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Revision

from common.differences import marked_words
from destination.agenda.models import Event
from destination.agenda.presenters.event_page import dates_sentence, prices
from destination.places.choices import access_details_in_words
from destination.places.models import Access

TEXT_FIELDS = ("title", "summary", "text")
PLAIN_FIELDS = ("meeting_point", "online_url", "booking_url", "organiser", "phone", "email", "website", "age_min", "age_max")
CHOICE_FIELDS = ("state", "setting", "audience", "changeable_by")
YES_NO_FIELDS = ("free", "registration_needed", "family")


@dataclass(frozen=True)
class Difference:
    """One field that changes. `marked` holds both versions, with `<del>` and `<ins>`; `language` is empty for a fact."""

    label: str
    before: str
    after: str
    marked: SafeString
    language: str = ""

    @property
    def language_name(self) -> str:
        return dict(settings.LANGUAGES).get(self.language, "")

    @property
    def full_label(self) -> str:
        name = self.label[:1].upper() + self.label[1:]
        return f"{name} ({self.language_name})" if self.language else name


def differences(live: Event, proposed: Event, reader=None) -> list[Difference]:
    """Every field whose words differ, texts first, in the order of the form; labels in the active language. A group is named to
    who may know of it: `reader`, or where it is None anybody of the network."""
    return [*_texts(live, proposed), *_facts(live, proposed, reader)]


def corrections_of(event: Event) -> list[dict]:
    """What the latest revision changes in the one before it, in the words of the event's author: fit for JSON, and still
    true when the revisions are no longer kept."""
    return _in_words_of_author(event, event.revisions.exclude(pk=event.latest_revision_id).order_by("pk").last())


def changes_of(event: Event) -> list[dict]:
    """What the latest revision changes in what visitors read, likewise."""
    return _in_words_of_author(event, event.live_revision)


def _in_words_of_author(event: Event, before: Revision | None) -> list[dict]:
    if before is None:
        return []
    with override(event.author.language if event.author else settings.LANGUAGE_CODE):
        return [
            {"label": change.full_label, "before": change.before, "after": change.after, "language": change.language}
            for change in differences(before.as_object(), event.latest_revision.as_object())
        ]


def _texts(live: Event, proposed: Event) -> Iterator[Difference]:
    old_rows, new_rows = ({row.language: row for row in event.words.all()} for event in (live, proposed))
    for language, _name in settings.LANGUAGES:
        old, new = old_rows.get(language), new_rows.get(language)
        for name in TEXT_FIELDS:
            before, after = (getattr(row, name, "") or "" for row in (old, new))
            if before != after:
                label = str((new or old)._meta.get_field(name).verbose_name)
                yield Difference(label, before, after, marked_words(before, after), language)


def _facts(live: Event, proposed: Event, reader) -> Iterator[Difference]:
    old, new = _facts_in_words(live, reader), _facts_in_words(proposed, reader)
    for label, before in old.items():
        after = new[label]
        if before != after:
            yield Difference(label, before, after, marked_words(before, after))


def _facts_in_words(event: Event, reader) -> dict[str, str]:
    """The facts of an event in words: {label: words}."""
    labels = {field.name: str(field.verbose_name) for field in event._meta.get_fields() if hasattr(field, "verbose_name")}
    facts = {
        _("dates"): dates_sentence(event.schedule_data),
        labels["place"]: str(event.place or ""),
        labels["commune"]: str(event.commune or ""),
        labels["categories"]: ", ".join(category.name_in(get_language() or "fr") for category in event.categories.all()),
        labels["prices"]: ", ".join(f"{price['label']} {price['amount']}".strip() for price in prices(event)),
        labels["accessibility"]: ", ".join(str(label) for code, label in Access.choices if code in event.accessibility),
        labels["access_details"]: ", ".join(access_details_in_words(event.access_details)),
        labels["picture"]: _picture(event),
        labels["audience_groups"]: ", ".join(str(each) for each in event.audience_groups.all() if each.is_named_to(reader)),
    }
    facts |= {labels[name]: str(getattr(event, name) or "") for name in PLAIN_FIELDS}
    facts |= {labels[name]: str(getattr(event, f"get_{name}_display")()) for name in CHOICE_FIELDS}
    return facts | {labels[name]: _("oui") if getattr(event, name) else _("non") for name in YES_NO_FIELDS}


def _picture(event: Event) -> str:
    picture = event.picture
    return " · ".join(part for part in (picture.title, picture.credit) if part) if picture else ""
