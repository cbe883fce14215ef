"""What a picture shows, in each language of the site: the inputs of every form in which it is written (`alternative_fr`…)."""

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.access import Audience
from common.fields import WordsField

LONGEST_ALTERNATIVE = 250  # characters: a screen reader says it in one go
MISSING = _(
    "Écrivez ce que la photo montre, pour qui ne la voit pas : sans ce texte, elle ne peut pas être montrée à tout le monde."
)
# The site's own language first.
LANGUAGES = sorted(settings.LANGUAGES, key=lambda language: language[0] != settings.LANGUAGE_CODE)
OTHER_LANGUAGES = LANGUAGES[1:]


def in_language_label(label, code: str, name: str):
    """The label of an input in one language: that of the site is not named, another by its own name."""
    return label if code == settings.LANGUAGE_CODE else format_lazy("{label} ({name})", label=label, name=name)


def alternative_fields() -> dict[str, forms.Field]:
    """None is required here: whether it is depends on who is to see the picture."""
    fields = {}
    for code, name in LANGUAGES:
        field = WordsField(
            label=in_language_label(_("Ce que montre la photo"), code, name), max_length=LONGEST_ALTERNATIVE, required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )  # fmt: skip
        field.widget.attrs["lang"] = code
        fields[f"alternative_{code}"] = field
    fields[f"alternative_{settings.LANGUAGE_CODE}"].help_text = _(
        "Une phrase pour qui ne la voit pas : « Le marché de nuit, vu du clocher »."
    )
    return fields


def alternatives_of(picture) -> dict[str, str]:
    """What was written of a picture, as the initial values of `alternative_fields`."""
    texts = {f"alternative_{code}": picture.alternatives.get(code, "") for code, _name in LANGUAGES}
    texts[f"alternative_{settings.LANGUAGE_CODE}"] = picture.alternative(settings.LANGUAGE_CODE)
    return texts


def typed_alternatives(answers: dict) -> dict[str, str]:
    """{language: text} of the cleaned answers, for `Picture.describe`."""
    return {code: answers.get(f"alternative_{code}") or "" for code, _name in LANGUAGES}


class AlternativesFormMixin:
    """Of a form over pictures with an `audience`: the alternatives, of which the first is required before everybody sees it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = alternatives_of(self.instance) | self.initial
        self.fields |= alternative_fields()
        self.order_fields(["title", "file", *alternative_fields()])

    @property
    def first_alternative(self) -> forms.BoundField:
        return self[f"alternative_{settings.LANGUAGE_CODE}"]

    def clean(self):
        answers = super().clean()
        first = f"alternative_{settings.LANGUAGE_CODE}"
        if first not in self.fields:  # a file that was dropped comes alone
            return answers
        if answers.get("audience") == Audience.PUBLIC and not answers.get(first) and first not in self.errors:
            self.add_error(first, MISSING)
        self.instance.describe(typed_alternatives(answers))
        return answers
