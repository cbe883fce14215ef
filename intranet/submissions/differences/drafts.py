"""Two versions of the same form side by side, and what the person makes of them."""

import json
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from intranet.submissions.forms.proposal import Proposal
from intranet.submissions.forms.section import Fields

MINE, THEIRS = "mine", "theirs"
# What goes together is chosen together: half of one schedule and half of another make no sense.
TOGETHER = {
    "dates": (
        "date-",
        "when",
        "timing",
        "frequency",
        "interval",
        "weekdays",
        "monthly_by",
        "ends",
        "until",
        "count",
        "excluded",
        "changes",
    ),  # fmt: skip
    "place": ("place", "place_name", "new_place-", "commune"),
    "prices": ("price_kind", "price-"),
    "picture": ("picture", "dropped"),
}
NEVER_COMPARED = ("base",)
UNREADABLE = ("place", "picture", "dropped", "changes")  # keys, not words


@dataclass(frozen=True)
class FormDifference:
    """One thing that differs: its name in the form, its label, and both values as one reads them."""

    name: str
    label: str
    mine: str
    theirs: str


def _group(name: str) -> str:
    for group, beginnings in TOGETHER.items():
        if any(name.startswith(beginning) if beginning.endswith("-") else name == beginning for beginning in beginnings):
            return group
        if group == "picture" and name.split("-", 1)[-1].startswith("picture_"):
            return group
    return name


def _values(fields: Fields, group: str) -> dict:
    return {
        name: [value for value in values if value] for name, values in fields.items() if _group(name) == group and any(values)
    }


def form_differences(own: Fields, theirs: Fields, proposal: Proposal) -> list[FormDifference]:
    """What differs between the two, in the order of the form."""
    labels = {field.html_name: strip_tags(str(field.label)) for field in proposal}
    labels |= {"dates": _("Dates"), "place": _("Lieu"), "prices": _("Tarifs"), "picture": _("Photo")}
    choices = {field.html_name: dict(getattr(field.field, "choices", ())) for field in proposal}
    rows = []
    for group in dict.fromkeys(_group(name) for name in [*labels, *own, *theirs] if name not in NEVER_COMPARED):
        ours, other = _values(own, group), _values(theirs, group)
        if ours != other:
            rows.append(FormDifference(group, labels.get(group, group), _in_words(ours, choices), _in_words(other, choices)))
    return rows


def _in_words(values: dict, choices: dict) -> str:
    parts = []
    for name, texts in values.items():
        if name in UNREADABLE:
            continue
        labels = {str(key): str(label) for key, label in choices.get(name, {}).items()}
        parts += [labels.get(value, value) for value in texts]
    return Truncator(" · ".join(parts)).chars(600)


def merged_fields(post: QueryDict) -> Fields | None:
    """The fields as chosen; None when the request does not hold both versions."""
    try:
        mine, theirs = (_checked(json.loads(post.get(name, ""))) for name in (MINE, THEIRS))
    except (ValueError, RecursionError):
        return None
    chosen_mine = {name.removeprefix("choose-") for name, value in post.items() if name.startswith("choose-") and value == MINE}
    compared = {name.removeprefix("choose-") for name in post if name.startswith("choose-")}
    fields = {name: values for name, values in theirs.items() if _group(name) not in chosen_mine}
    fields |= {
        name: values
        for name, values in mine.items()
        if _group(name) in chosen_mine or (_group(name) not in compared and name not in theirs)
    }
    return fields


def _checked(raw) -> Fields:
    if not isinstance(raw, dict) or not all(
        isinstance(values, list) and all(isinstance(value, str) for value in values) for values in raw.values()
    ):
        raise ValueError("not the fields of a form")
    return {name.replace("\x00", ""): [value.replace("\x00", "") for value in values] for name, values in raw.items()}
