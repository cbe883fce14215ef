"""The words of photos: titles and alternative texts in each language, place, keywords. One set of inputs for the giver, the lot,
the rights of one photo and the CMS."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from common.access import Audience
from common.fields import WordsField
from common.forms.picture_words import (
    OTHER_LANGUAGES,
    alternative_fields,
    alternatives_of,
    in_language_label,
    typed_alternatives,
)
from common.text import plain, split_keywords
from destination.places.models import Place
from pro_portal.photos.models import Photo

MOST_KEYWORDS, LONGEST_KEYWORD = 30, 60


class KeywordsField(forms.CharField):
    """Several keywords between commas or semicolons; gives the list of them, each once."""

    def __init__(self, **options):
        options = {"label": _("Mots-clés"), "required": False, "max_length": 1000} | options
        options.setdefault("help_text", _("Entre virgules : coucher de soleil, voilier, baignade."))
        super().__init__(**options)

    def to_python(self, value):
        keywords = split_keywords(plain(super().to_python(self.prepare_value(value))))
        if len(keywords) > MOST_KEYWORDS:
            raise ValidationError(_("Trente mots-clés au plus : gardez ceux que l’on cherchera."))
        if too_long := next((keyword for keyword in keywords if len(keyword) > LONGEST_KEYWORD), ""):
            sentence = _("« %(word)s… » est trop long : séparez les mots-clés par des virgules.")
            raise ValidationError(sentence, params={"word": too_long[:30]})
        return keywords

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list | tuple) else value


class PlaceField(forms.ModelChoiceField):
    """A place of the destination that is open to everybody, by its name in the reader's language."""

    def __init__(self, **options):
        options = {"label": _("Lieu"), "required": False, "empty_label": _("Aucun")} | options
        super().__init__(Place.objects.none(), **options)

    def offer(self, own: int | None = None) -> None:
        """`own` is the place that was chosen before, which stays whatever became of it."""
        places = Place.objects.published().filter(audience=Audience.PUBLIC)
        if own:
            places |= Place.objects.filter(pk=own)
        self.queryset = places.prefetch_related("words")
        # Ordered by the name that the reader sees, which stands in another table for each language.
        rows = sorted(((str(place), place.pk) for place in self.queryset), key=lambda row: row[0].casefold())
        self.choices = [("", self.empty_label), *((pk, name) for name, pk in rows)]


def title_fields() -> dict[str, forms.Field]:
    """Titles in the other languages; that in the site's own is the picture's."""
    fields = {}
    for code, name in OTHER_LANGUAGES:
        field = WordsField(label=in_language_label(_("Titre"), code, name), max_length=200, required=False)
        field.widget.attrs["lang"] = code
        fields[f"title_{code}"] = field
    return fields


def titles_of(photo: Photo) -> dict[str, str]:
    return {f"title_{code}": photo.titles.get(code, "") for code, _name in OTHER_LANGUAGES}


def typed_titles(answers: dict) -> dict[str, str]:
    return {code: text for code, _name in OTHER_LANGUAGES if (text := answers.get(f"title_{code}"))}


class PhotoWordsForm(forms.Form):
    """Titles and alternatives of one picture among others: its inputs are `<name>-<photo>`. What is not sent stays."""

    title = WordsField(label=_("Titre"), max_length=200, required=False)

    def __init__(self, post, photo: Photo):
        self.photo = photo
        keywords = [tag.name for tag in photo.picture.tags.all()]
        initial = {"title": photo.picture.title, "keywords": keywords, **titles_of(photo), **alternatives_of(photo.picture)}
        super().__init__(post, initial=initial)
        self.fields |= title_fields() | alternative_fields() | {"keywords": KeywordsField()}
        for field in self.fields.values():
            field.help_text = ""  # for which a card among others has no room
        if post is not None:  # a field that the page did not show keeps its value
            for name in [name for name in self.fields if self.add_prefix(name) not in post]:
                del self.fields[name]

    def add_prefix(self, field_name: str) -> str:
        return f"{field_name}-{self.photo.pk}"

    @property
    def first(self) -> list:
        """The inputs in the site's language."""
        return [self[name] for name in ("title", f"alternative_{settings.LANGUAGE_CODE}") if name in self.fields]

    @property
    def others(self) -> list:
        """Those in the other languages, title and alternative of each together, then the keywords."""
        names = [name for code, _name in OTHER_LANGUAGES for name in (f"title_{code}", f"alternative_{code}")]
        return [self[name] for name in (*names, "keywords") if name in self.fields]

    def write(self) -> None:
        """Store what was changed, once the form is valid."""
        before = self.columns
        self.write_words()
        self.save_since(before)
        if self.new_keywords is not None:
            self.photo.picture.tags.set(self.new_keywords)

    def write_words(self) -> None:
        """Write on the picture and the photo what was changed, but the keywords."""
        if not self.has_changed():
            return
        photo, picture, answers = self.photo, self.photo.picture, self.cleaned_data
        picture.title = answers.get("title") or picture.title
        picture.describe({code: text for code, text in typed_alternatives(answers).items() if f"alternative_{code}" in answers})
        photo.titles = {code: text for code, text in photo.titles.items() if f"title_{code}" not in answers} | typed_titles(
            answers
        )

    @property
    def new_keywords(self) -> list[str] | None:
        """None where they are those that the picture has."""
        return self.cleaned_data["keywords"] if "keywords" in self.changed_data else None

    @property
    def columns(self) -> tuple[dict, dict]:
        """What the picture and the photo hold now, for `save_since`."""
        return tuple(
            {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
            for row in (self.photo.picture, self.photo)
        )

    def save_since(self, before: tuple[dict, dict]) -> None:
        """Save the picture and the photo, each where it differs from `before`: saving costs a dozen queries."""
        now = self.columns
        if now[0] != before[0]:
            self.photo.picture.save()
        if now[1] != before[1]:
            self.photo.save()
