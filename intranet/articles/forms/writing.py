"""The form of an article, over what was typed."""

from datetime import datetime, time

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.forms.audience import AudienceFormMixin, WorkGroupsField
from accounts.models import Theme
from common.access import Audience
from common.choices import AllowedPeople, Licence
from common.drafts import Fields, as_query
from common.fields import WordsField
from common.forms import SeveralField
from common.forms.documents import DocumentsField
from common.forms.rich_text import RichTextField
from common.forms.typed_fields import DayField, HourField, Typed
from common.forms.uploaded_pictures import pictures_of
from common.models import Picture, SharedDocument
from common.rich_text import documents_in, pictures_in
from common.text import row_key, row_keys
from intranet.articles.actions.attachments import narrower_attachments
from intranet.articles.limits import MOST_DOCUMENTS, MOST_THEMES
from intranet.articles.models import Article, ArticleDraft
from intranet.mentions.forms import clean_mentions

AUDIENCES = [
    (Audience.MEMBERS.value, _("Tous les membres des offices")),
    (Audience.GROUP.value, _("Mes groupes de travail")),
    (Audience.PRIVATE.value, _("Mon office seulement")),
    (Audience.PROFESSIONALS.value, _("Les membres et les professionnels")),
]
EARLIEST_HOUR = time(8)


class ThemesField(SeveralField):
    def label_from_instance(self, theme):
        return theme.name_in(get_language() or settings.LANGUAGE_CODE)


class ArticleForm(AudienceFormMixin, Typed):
    """Unchecked, it reports nothing that is missing: a draft may stop anywhere. `picture` and `document` are keys of pictures and
    files that this person may use; `dropped` and `dropped_document` those given in this form."""

    title = WordsField(label=_("Titre"), max_length=200)
    summary = WordsField(
        label=_("En une ou deux phrases"), max_length=500, lines=2, required=False,
        help_text=_("Ce qu’on lit dans la liste et dans le courriel."),
    )  # fmt: skip
    body = RichTextField(label=_("Texte"), required=False)
    document = DocumentsField(required=False, most=MOST_DOCUMENTS)
    themes = ThemesField(label=_("Thèmes"), queryset=None, required=False)
    language = forms.ChoiceField(label=_("Langue du texte"), choices=settings.LANGUAGES, required=False)
    picture = forms.CharField(required=False, widget=forms.HiddenInput({"id": False}))  # its frame has that one
    picture_alternative = WordsField(
        label=_("Ce que montre la photo"), max_length=250, required=False,
        help_text=_("Une phrase pour qui ne la voit pas : « Le marché de nuit, vu du clocher »."),
    )  # fmt: skip
    picture_credit = WordsField(
        label=_("Qui l’a prise"), max_length=200, required=False, help_text=_("Le nom qui sera écrit sous la photo.")
    )
    picture_licence = forms.ChoiceField(
        label=_("À quelles conditions"),
        choices=[("", _("Je ne sais pas")), *[choice for choice in Licence.choices if choice[0] != Licence.UNKNOWN]],
        required=False,
    )
    audience = forms.ChoiceField(label=_("Qui peut lire l’article"), choices=AUDIENCES, widget=forms.RadioSelect)
    audience_groups = WorkGroupsField()
    changeable_by = forms.ChoiceField(
        label=_("Qui peut le modifier"), choices=AllowedPeople.choices, widget=forms.RadioSelect,
        help_text=_("La rédaction peut toujours corriger ce qu’elle peut lire."),
    )  # fmt: skip
    deletable_by = forms.ChoiceField(label=_("Qui peut le supprimer"), choices=AllowedPeople.choices, widget=forms.RadioSelect)
    comments_open = forms.BooleanField(label=_("Les lecteurs peuvent commenter"), required=False)
    comments_until = DayField(label=_("Commentaires jusqu’au"), required=False, help_text=_("Vide : sans fin."))
    review_on = DayField(
        label=_("Toujours vrai ? Me le demander le"), required=False,
        help_text=_("Un courriel vous le demandera ce jour-là : un bouton suffira."),
    )  # fmt: skip
    publish_on = DayField(label=_("Publier le"), required=False, help_text=_("Vide : tout de suite."))
    publish_at = HourField(label=_("à"), required=False, help_text=_("Vide : à 8 h."))
    narrow_accepted = forms.BooleanField(
        label=_("Publier ainsi : qui n’y a pas droit lira l’article sans cette photo ou ce fichier."), required=False
    )

    def __init__(self, draft: ArticleDraft, person, *, checked: bool = False):
        self.person, self.article, self.draft = person, draft.article, draft
        raw = as_query(draft.fields)
        super().__init__(raw, checked=checked)
        self._offer_themes_and_audience()
        self.narrower: list = []
        self.selected = self._selected_picture()
        self.documents = self._documents()

    def _offer_themes_and_audience(self) -> None:
        self.fields["themes"].queryset = Theme.objects.all()
        of_office = bool((self.article or self.person).organisation_id)
        self.offer_audience(self.person, self.article, of_office=of_office)

    # ---- pictures and files ----------------------------------------------------------------------------------------
    def _selected_picture(self) -> Picture | None:
        key = row_key(self.raw.get("picture"))
        if key and self.article and self.article.picture_id == key:
            return self.article.picture
        return usable_pictures(self.person).filter(pk=key).first() if key else None

    @property
    def owns_picture(self) -> bool:
        """Whether its credit is theirs to write: the picture of somebody else stays as its owner described it."""
        return self.selected is not None and pictures_of(self.person).filter(pk=self.selected.pk).exists()

    def _documents(self) -> list[SharedDocument]:
        field = self.fields["document"]
        field.offer(self.person, {document.pk for document in self.article.documents.all()} if self.article else ())
        return field.chosen(self.raw.getlist("document"))

    def _brought(self, name: str, model) -> list[int]:
        """What was given in this form, by this person, and is still in use."""
        keys = row_keys(self.raw.getlist(name))
        return list(model.objects.filter(pk__in=keys, author=self.person).values_list("pk", flat=True))

    # ---- checked ---------------------------------------------------------------------------------------------------
    def clean_themes(self):
        themes = self.cleaned_data["themes"]
        if len(themes) > MOST_THEMES:
            raise forms.ValidationError(
                format_lazy(_("Choisissez {most} thèmes au plus : ceux que l’on cherchera."), most=MOST_THEMES)
            )
        return themes

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("body") and not self.selected and not self.documents and "body" not in self.errors:
            self.add_error("body", _("Écrivez quelques mots, ou joignez une photo ou un fichier."))
        if self.selected and self.owns_picture and not cleaned.get("picture_credit") and "picture_credit" not in self.errors:
            self.add_error("picture_credit", _("Écrivez qui a pris la photo : son nom doit paraître à côté."))
        for name in ("comments_until", "review_on"):
            if (day := cleaned.get(name)) and day < timezone.localdate():
                self.add_error(name, _("Ce jour est passé : choisissez-en un autre, ou laissez vide."))
        self._check_moment(cleaned)
        if not self.errors:
            self._check_readers(cleaned)
        return cleaned

    def _check_moment(self, cleaned: dict) -> None:
        day, hour = cleaned.get("publish_on"), cleaned.get("publish_at")
        if hour and not day and "publish_on" not in self.errors:
            self.add_error("publish_on", _("Écrivez le jour aussi."))
        cleaned["go_live_at"] = None
        if day and "publish_at" not in self.errors:
            moment = timezone.make_aware(datetime.combine(day, hour or EARLIEST_HOUR))
            if moment <= timezone.now():
                self.add_error("publish_on", _("Ce moment est passé : laissez vide pour publier tout de suite."))
            else:
                cleaned["go_live_at"] = moment

    def _check_readers(self, cleaned: dict) -> None:
        """Nobody outside a secret group reads its name. What is seen by fewer people than the article is told before publishing:
        the narrower audience always wins."""
        article = Article(author=self.person, organisation=(self.article or self.person).organisation)
        self.fill(article)
        try:
            clean_mentions(article.body, self.person, article.keys_once_published())
        except forms.ValidationError as refused:
            self.add_error("body", refused)
            return
        self.narrower = narrower_attachments(article)
        if self.narrower and not cleaned.get("narrow_accepted"):
            self.add_error(
                "narrow_accepted", _("Tous vos lecteurs ne verront pas ce que vous avez joint : dites si cela convient.")
            )

    # ---- given to the article --------------------------------------------------------------------------------------
    def fill(self, article: Article) -> None:
        """Put what was understood into the article, in memory; only after a check without faults."""
        values = self.cleaned_data
        for name in ("title", "summary", "body", "audience", "changeable_by", "deletable_by", "comments_open", "comments_until",
                     "review_on", "go_live_at"):  # fmt: skip
            setattr(article, name, values[name])
        article.language = values["language"] or self.person.language
        article.picture = self.selected
        article.themes = list(values["themes"])
        article.documents = self.documents
        article.audience_groups = values["audience_groups"]
        pictures = {self.selected.pk if self.selected else 0, *pictures_in(article.body)}
        documents = {document.pk for document in self.documents} | set(documents_in(article.body))
        article.brought = {
            "pictures": sorted(pictures & {*article.brought_ids("pictures"), *self._brought("dropped", Picture)}),
            "documents": sorted(
                documents & {*article.brought_ids("documents"), *self._brought("dropped_document", SharedDocument)}
            ),
        }

    def save_picture(self) -> None:
        """The credit and the words of a picture of one's own."""
        if not self.owns_picture:
            return
        picture, values = self.selected, self.cleaned_data
        picture.credit = values["picture_credit"]
        picture.licence = values["picture_licence"] or Licence.UNKNOWN
        language = values["language"] or self.person.language
        picture.alternatives = {**picture.alternatives, language: values["picture_alternative"]}
        picture.rights_confirmed_at = picture.rights_confirmed_at or timezone.now()
        picture.save(update_fields=["credit", "licence", "alternatives", "rights_confirmed_at"])


def usable_pictures(person):
    """The pictures this person may put into an article: those that they may see, whose rights hold. A colleague's for a group of
    others is none of them."""
    return Picture.objects.visible_to(person)


# ---- the other way round ----------------------------------------------------------------------------------------------
def starting_fields(person, group: int | None = None) -> Fields:
    """An empty form, with what mostly holds; for this group of the person, where they come from its page."""
    for_group = {"audience": [Audience.GROUP.value], "audience_groups": [str(group)]}
    return {
        "audience": [Audience.MEMBERS.value],
        "changeable_by": [AllowedPeople.AUTHOR.value],
        "deletable_by": [AllowedPeople.AUTHOR.value],
        "comments_open": ["on"],
        "language": [person.language],
        "body-format": ["html"],
        **(for_group if group in person.work_group_ids else {}),
    }


def fields_of(article: Article) -> Fields:
    """The form as it would be sent to give this article."""
    picture = article.picture
    fields = {
        "title": article.title,
        "summary": article.summary,
        "body": article.body,
        "body-format": "html",
        "language": article.language,
        "picture": picture.pk if picture else "",
        "picture_credit": picture.credit if picture else "",
        "picture_licence": "" if not picture or picture.licence == Licence.UNKNOWN else picture.licence,
        "picture_alternative": picture.alternatives.get(article.language, "") if picture else "",
        "audience": article.audience,
        "changeable_by": article.changeable_by,
        "deletable_by": article.deletable_by,
        "comments_open": "on" if article.comments_open else "",
        "comments_until": _typed_day(article.comments_until),
        "review_on": _typed_day(article.review_on),
        "base": article.latest_revision_id or "",
    }
    fields = {name: [str(value)] for name, value in fields.items() if value != ""}
    fields["themes"] = [str(theme.pk) for theme in article.themes.all()]
    fields["audience_groups"] = [str(group.pk) for group in article.audience_groups.all()]
    fields["document"] = [str(document.pk) for document in article.documents.all()]
    if article.go_live_at and article.go_live_at > timezone.now():
        moment = timezone.localtime(article.go_live_at)
        fields |= {"publish_on": [_typed_day(moment.date())], "publish_at": [f"{moment:%H:%M}"]}
    return {name: values for name, values in fields.items() if values}


def _typed_day(day) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
