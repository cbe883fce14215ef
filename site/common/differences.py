"""Two versions side by side: of a text, word by word, and of a form, value by value, with what the person makes of them."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.forms import BoundField
from django.http import QueryDict
from django.utils.html import conditional_escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from common.drafts import Fields
from common.text import storable

MINE, THEIRS = "mine", "theirs"
INSTEAD = mark_safe('<span class="visually-hidden"> → </span>')


# ---- texts ---------------------------------------------------------------------------------------------------------
def _tokens(text: str) -> list[str]:
    """Words, punctuation and spaces, each by itself: joined again they give the text."""
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def marked_words(before: str, after: str) -> SafeString:
    """Both texts in one, safe: what goes between `<del>`, what comes between `<ins>`, line breaks kept. Where one replaces the
    other an arrow stands between them for who hears or copies them: « 20 → 21 h », not « 2021 h »."""
    parts = []
    for removed, added in _steps(_tokens(before), _tokens(after)):
        if removed == added:
            parts.append(conditional_escape(removed))
            continue
        parts += [format_html("<del>{}</del>", removed)] if removed else []
        parts += [INSTEAD] if removed and added else []
        parts += [format_html("<ins>{}</ins>", added)] if added else []
    return mark_safe("".join(parts).replace("\n", "<br>"))


def _steps(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Pairs (what stands before, what stands after). A space alone between two changes belongs to them: phrases are read
    more easily than crumbs."""
    # Words that come up everywhere are no anchors here, so that one word ten thousand times is compared quickly too.
    pairs: list[tuple[str, str]] = []
    for _action, first, last, new_first, new_last in SequenceMatcher(None, old, new).get_opcodes():
        pair = "".join(old[first:last]), "".join(new[new_first:new_last])
        follows_space = len(pairs) > 1 and pairs[-1][0] == pairs[-1][1] and not pairs[-1][0].strip()
        if pair[0] != pair[1] and follows_space:
            space, (removed, added) = pairs.pop()[0], pairs.pop()
            pair = removed + space + pair[0], added + space + pair[1]
        pairs.append(pair)
    return pairs


# ---- forms ---------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class FormDifference:
    """One thing that differs: its name in the form, its label, and both values as one reads them."""

    name: str
    label: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class FormGroups:
    """What goes together is chosen together: half of one schedule and half of another make no sense. `together` gives for each
    group the names of its fields, or their beginnings, which end with `-` or `_`; `unreadable` are keys, not words; `in_words`
    gives for a field that holds no plain words how one reads it."""

    together: dict[str, tuple[str, ...]]
    never_compared: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    in_words: dict[str, Callable[[str], str]] = field(default_factory=dict)

    def of(self, name: str) -> str:
        without_language = name.split("-", 1)[-1]
        for group, beginnings in self.together.items():
            for beginning in beginnings:
                if name == beginning or (beginning.endswith("-") and name.startswith(beginning)):
                    return group
                if beginning.endswith("_") and without_language.startswith(beginning):
                    return group
        return name

    def values(self, fields: Fields, group: str) -> dict[str, list[str]]:
        return {
            name: [value for value in values if value]
            for name, values in fields.items()
            if self.of(name) == group and any(values)
        }

    def differences(
        self, own: Fields, theirs: Fields, form: Iterable[BoundField], labels: dict[str, str]
    ) -> list[FormDifference]:
        """What differs between the two, in the order of the form; `labels` names the groups."""
        form = list(form)
        labels = {field.html_name: strip_tags(str(field.label)) for field in form} | labels
        choices = {field.html_name: dict(getattr(field.field, "choices", ())) for field in form}
        rows = []
        for group in dict.fromkeys(self.of(name) for name in [*labels, *own, *theirs] if name not in self.never_compared):
            ours, other = self.values(own, group), self.values(theirs, group)
            if ours != other:
                words = self._in_words(ours, choices), self._in_words(other, choices)
                rows.append(FormDifference(group, labels.get(group, group), *words))
        return rows

    def _in_words(self, values: dict, choices: dict) -> str:
        parts = []
        for name, texts in values.items():
            if name in self.unreadable:
                continue
            labels = {str(key): str(label) for key, label in choices.get(name, {}).items()}
            read = self.in_words.get(name, str)
            parts += [read(labels.get(value, value)) for value in texts]
        return Truncator(" · ".join(parts)).chars(600)

    def merged(self, post: QueryDict) -> Fields | None:
        """The fields as chosen; None when the request does not hold both versions."""
        try:
            mine, theirs = (_checked(json.loads(post.get(name, ""))) for name in (MINE, THEIRS))
        except (ValueError, RecursionError):
            return None
        compared = {name.removeprefix("choose-"): value for name, value in post.items() if name.startswith("choose-")}
        chosen_mine = {name for name, value in compared.items() if value == MINE}
        fields = {name: values for name, values in theirs.items() if self.of(name) not in chosen_mine}
        fields |= {
            name: values
            for name, values in mine.items()
            if self.of(name) in chosen_mine or (self.of(name) not in compared and name not in theirs)
        }
        return fields


def _checked(raw) -> Fields:
    if not isinstance(raw, dict) or not all(
        isinstance(values, list) and all(isinstance(value, str) for value in values) for values in raw.values()
    ):
        raise ValueError("not the fields of a form")
    return {storable(name): [storable(value) for value in values] for name, values in raw.items()}
