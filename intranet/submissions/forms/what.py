"""What: title, sentence, text in each language, and categories."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.fields import WordsField
from common.forms import SeveralField
from common.forms.typed_fields import Typed
from common.translations import Origin
from destination.agenda.models import Category, EventTranslation
from intranet.submissions.forms.section import Section


def languages_in_order(person, filled: set[str]) -> list[str]:
    """The languages of the site: first the one in which this person writes, or that which is filled where theirs is not."""
    codes = [code for code, _name in settings.LANGUAGES]
    first = person.language
    if filled and first not in filled:
        first = next(code for code in codes if code in filled)
    return sorted(codes, key=lambda code: code != first)


class WordsForm(Typed):
    title = WordsField(
        label=_("Titre"),
        max_length=140,
        help_text=_("Ce que l’on annonce à voix haute : « Concert de la chorale sur le port »."),
    )
    summary = WordsField(
        label=_("En une phrase"),
        max_length=200,
        required=False,
        help_text=_("La phrase qui donne envie, montrée dans les listes."),
    )
    text = WordsField(
        label=_("Description"),
        lines=8,
        max_length=10_000,
        required=False,
        help_text=_("Le programme, les artistes, ce qu’il faut apporter. Un saut de ligne commence un paragraphe."),
    )

    def __init__(self, raw, *, checked, language, is_main):
        self.language = language
        self.language_name = dict(settings.LANGUAGES)[language]
        self.is_main = is_main
        super().__init__(raw, checked=checked, prefix=language)
        for field in self.fields.values():
            field.widget.attrs["lang"] = language
            if not self.is_main:
                field.label = f"{field.label} ({self.language_name})"
        self.fields["title"].required = is_main or (checked and self.typed_something())


class What(Section):
    slug = "quoi"
    title = _("Quoi")
    intro = _("Une langue suffit, la vôtre. Les autres peuvent venir de vous ou de la rédaction.")
    before_parts = ()

    categories = SeveralField(
        label=_("Catégories"),
        queryset=Category.objects.all(),
        help_text=_("Une ou deux : elles servent à trouver l’événement."),
        error_messages={"required": _("Choisissez au moins une catégorie.")},
    )

    def __init__(self, raw, *, checked, person, event=None):
        super().__init__(raw, checked=checked, person=person, event=event)
        titled = {code for code, _name in settings.LANGUAGES if raw.get(f"{code}-title", "").strip()}
        # The first is the one that must have a title: it has one where any has.
        order = languages_in_order(person, titled)
        self.languages = [WordsForm(raw, checked=checked, language=code, is_main=code == order[0]) for code in order]
        field = self.fields["categories"]
        field.label_from_instance = lambda category: category.name_in(get_language() or settings.LANGUAGE_CODE)

    def parts(self):
        return self.languages

    def is_filled(self):
        return any(self.raw.get(f"{form.language}-title", "").strip() for form in self.languages)

    def fill(self, event):
        texts_by_language = {form.language: form.cleaned_data for form in self.languages if form.cleaned_data.get("title")}
        before = {words.language: words for words in event.words.all()}
        rows = []
        for language, texts in texts_by_language.items():
            words = before.get(language) or EventTranslation(language=language)
            if any(getattr(words, name) != value for name, value in texts.items()):
                words.origin = Origin.AUTHOR
            for name, value in texts.items():
                setattr(words, name, value)
            rows.append(words)
        event.words = rows
        event.categories = list(self.cleaned_data["categories"])
