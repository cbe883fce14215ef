"""Pictures in the CMS: their form, with what the library knows of them, and the facets of their chooser."""

from django import forms
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from accounts.forms.audience import SharedPictureForm
from accounts.models import Territory
from common.choices import Licence
from common.models import Picture
from pro_portal.photos.forms.words import PlaceField, title_fields, titles_of, typed_titles
from pro_portal.photos.models import Orientation, Photo, Theme
from pro_portal.photos.rights.choices import Use


class LibraryPictureForm(SharedPictureForm):
    """Titles in the other languages and the place stand on the library's own row: a picture that is not in it has none."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.photo = getattr(self.instance, "photo", None) if self.instance.pk else None
        if self.photo:
            self.initial |= titles_of(self.photo) | {"place": self.photo.place_id}
            self.fields |= title_fields() | {"place": PlaceField()}
            self.fields["place"].offer(self.photo.place_id)
            self.order_fields(["title", *title_fields()])

    def save(self, commit=True):
        picture = super().save(commit)
        if self.photo and {"file", "place", *title_fields()} & set(self.changed_data):
            self.photo.titles, self.photo.place = typed_titles(self.cleaned_data), self.cleaned_data["place"]
            if "file" in self.changed_data:
                inspection = self.cleaned_data["file"].inspection
                self.photo.likeness, self.photo.colour = inspection["likeness"], inspection["colour"]
                self.photo.orientation = Orientation.of(picture.width, picture.height)
            self.photo.save()
        return picture


LIGHTS = [
    ("green", _("Libre pour le site")),
    ("amber", _("Pour le site, jusqu’à un jour")),
    ("red", _("Pas pour le site")),
    ("whole", _("Libre, et peut être recadrée")),
]
FOLLOWED = {"data-chooser-modal-search-filter": True}  # Wagtail's script asks for the results when it changes


class ChooserFacetsForm(forms.Form):
    """What an editor looks for among the pictures, beside Wagtail's own words and collection."""

    theme = forms.ChoiceField(label=_("Thème"), required=False, widget=forms.Select(attrs=FOLLOWED))
    place = forms.ChoiceField(label=_("Commune ou lieu"), required=False, widget=forms.Select(attrs=FOLLOWED))
    year = forms.ChoiceField(label=_("Prise en"), required=False, widget=forms.Select(attrs=FOLLOWED))
    credit = forms.CharField(label=_("Crédit ou auteur"), required=False, max_length=100, widget=forms.TextInput(attrs=FOLLOWED))
    light = forms.ChoiceField(label=_("Droits"), required=False, widget=forms.Select(attrs=FOLLOWED))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        photos = Photo.objects.accepted()
        years = sorted(photos.exclude(taken_on=None).values_list("taken_on__year", flat=True).distinct(), reverse=True)
        place = PlaceField()
        place.offer()
        communes = [(f"commune-{pk}", name) for pk, name in Territory.objects.order_by("name").values_list("pk", "name")]
        places = [(f"place-{pk}", name) for pk, name in place.choices if pk]
        self.fields["theme"].choices = [("", _("Tous")), *Theme.choices]
        self.fields["place"].choices = [("", _("Partout")), (_("Communes"), communes), (_("Lieux"), places)]
        self.fields["year"].choices = [("", _("Toutes les années")), *((str(year), str(year)) for year in years)]
        self.fields["light"].choices = [("", _("Tous")), *LIGHTS]

    def filter(self, objects):
        condition = self._condition(self.cleaned_data)
        if condition:  # by its key: Wagtail's search takes no condition on columns that it does not index
            matching = Picture.objects.annotate(uses_text=Cast("uses", TextField())).filter(condition)
            objects = objects.filter(pk__in=matching.values("pk"))
        return super().filter(objects)

    def _condition(self, answers: dict) -> Q:
        condition = Q()
        if theme := answers.get("theme"):
            condition &= Q(photo__theme=theme)
        if place := answers.get("place"):
            kind, _dash, pk = place.partition("-")
            condition &= Q(photo__commune=pk) if kind == "commune" else Q(photo__place=pk)
        if year := answers.get("year"):
            condition &= Q(photo__taken_on__year=year)
        if credit := answers.get("credit"):
            condition &= Q(credit__icontains=credit) | Q(creator__icontains=credit)
        if light := answers.get("light"):
            condition &= self._of_light(light)
        return condition

    def _of_light(self, light: str) -> Q:
        """`Picture.page_light` of what is in force, as a condition."""
        for_pages = Q(uses_text__contains=f'"{Use.WEB}"')
        without_end = Q(valid_until=None, consented_until=None)
        if light == "red":
            return ~for_pages
        if light == "amber":
            return for_pages & ~without_end
        whole = Q(changes_allowed=True) & ~Q(licence__in=[licence for licence in Licence if not licence.allows_changes])
        return for_pages & without_end & (whole if light == "whole" else Q())
