"""The one long form: nine sections over what was typed, and the event they make."""

from collections.abc import Iterator

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from common.drafts import Fields, as_query
from common.fields import WordsField
from destination.agenda.models import Event
from intranet.submissions.forms.illustration import Illustration
from intranet.submissions.forms.practical import Booking, ForWhom, Organiser, Prices
from intranet.submissions.forms.section import Section
from intranet.submissions.forms.sharing import Sharing
from intranet.submissions.forms.what import What
from intranet.submissions.forms.when import When
from intranet.submissions.forms.where import Where

SECTIONS: tuple[type[Section], ...] = (What, When, Where, Prices, Booking, ForWhom, Organiser, Illustration, Sharing)


# A moderator's word to the author, with a correction; no part of the event.
WORDS_TO_AUTHOR = "words_to_author"


class Word(Section):
    slug = "mot"
    title = _("Un mot à l’auteur")

    words_to_author = WordsField(
        label=_("Pourquoi ces corrections"),
        lines=3,
        max_length=2000,
        required=False,
        help_text=_("L’auteur verra ce que vous avez changé ; un mot de vous l’aide à comprendre."),
    )


class Proposal:
    """All sections together, with the interface of a form that `components/errors_summary.html` expects.

    Unchecked, it reports nothing that is missing: a draft may stop anywhere.
    """

    non_field_errors: list = []

    def __init__(self, fields: Fields, person, *, event: Event | None = None, checked: bool = False):
        raw = as_query(fields)
        is_others = event is not None and person.is_moderator and event.author_id != person.pk
        kinds = (*SECTIONS, Word) if is_others else SECTIONS
        self.sections = [kind(raw, checked=checked, person=person, event=event) for kind in kinds]
        self.by_slug = {section.slug: section for section in self.sections}

    @cached_property
    def errors(self) -> list:
        return [error for section in self.sections if section.is_bound for error in section.all_errors()]

    def is_valid(self) -> bool:
        return all(section.is_bound for section in self.sections) and not self.errors

    def __iter__(self) -> Iterator[forms.BoundField]:
        return (field for section in self.sections for field in section.all_bound_fields())

    @property
    def steps(self) -> list[dict]:
        """For `components/step_nav.html`."""
        return [{"title": section.title, "url": f"#{section.slug}", "state": section.state} for section in self.sections]

    def fill(self, event: Event) -> None:
        """Put everything understood into the event, in memory: nothing is saved."""
        for section in self.sections:
            section.fill(event)

    def save_related(self, event: Event) -> None:
        """Save what the event needs beside it; to be called after `fill`, before the event is saved."""
        for section in self.sections:
            section.save_related(event)
