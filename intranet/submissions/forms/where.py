"""Where: a known place, a place to be added, a commune, a meeting point, or an address on line."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory
from common.fields import WordsField
from common.forms.parsing import Unreadable, read_position
from common.forms.typed_fields import PositionField, Typed, WebField
from common.names import CommuneFinder
from common.text import row_key
from destination.places.models import Place, PlaceKind
from intranet.submissions.forms.section import Section
from intranet.submissions.querysets.places import new_place, places_named


class NewPlace(Typed):
    name = WordsField(label=_("Nom du lieu"), max_length=160, required=False)
    kind = forms.ChoiceField(label=_("Nature"), choices=[("", _("Choisissez…")), *PlaceKind.choices], required=False)
    commune = forms.ModelChoiceField(
        label=_("Commune du lieu"), queryset=Territory.objects.all(), required=False, empty_label=_("Choisissez…")
    )
    address = WordsField(label=_("Adresse"), max_length=250, required=False)
    position = PositionField(
        label=_("Point sur la carte"),
        required=False,
        help_text=_("Touchez la carte, ou collez la latitude et la longitude. Sans point, le lieu n’est sur aucune carte."),
    )

    def typed_something(self):
        return bool(self.raw.get(self.add_prefix("name"), "").strip())

    @property
    def dots(self) -> list[tuple[float, float]]:
        """What the map of the form shows: the point typed, where it can be read."""
        try:
            return [read_position(self.raw.get(self.add_prefix("position"), "")[:60])]
        except Unreadable:
            return []

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("name"):
            if not cleaned.get("commune") and "commune" not in self.errors:
                self.add_error("commune", _("Indiquez la commune de ce lieu."))
            if not cleaned.get("kind") and "kind" not in self.errors:
                self.add_error("kind", _("Dites de quelle sorte de lieu il s’agit."))
        return cleaned


class Where(Section):
    slug = "ou"
    title = _("Où")
    before_parts = ("place_name", "place")

    place_name = WordsField(
        label=_("Lieu"),
        max_length=200,
        required=False,
        help_text=_("Écrivez le début du nom, puis choisissez dans la liste. Un lieu qui manque s’ajoute juste en dessous."),
        widget=forms.TextInput(attrs={"data-no-suggestions": True}),
    )
    place = forms.CharField(required=False, widget=forms.HiddenInput)
    meeting_point = WordsField(
        label=_("Point de rendez-vous"), max_length=200, required=False, help_text=_("« Devant l’office », « au bout du quai »…")
    )
    commune = forms.ModelChoiceField(
        label=_("Commune"),
        queryset=Territory.objects.all(),
        required=False,
        empty_label=_("Celle du lieu"),
        help_text=_("Utile quand il n’y a pas de lieu précis."),
    )
    online_url = WebField(label=_("Adresse en ligne"), required=False, help_text=_("Si l’on peut suivre l’événement à distance."))

    def __init__(self, raw, *, checked, person, event=None):
        super().__init__(raw, checked=checked, person=person, event=event)
        self.new_place = NewPlace(raw, checked=checked, prefix="new_place")
        self.is_unknown = False
        self.selected: Place | None = None

    def parts(self):
        return [self.new_place]

    def clean(self):
        cleaned = super().clean()
        if not self.new_place.typed_something():
            self._find_place(cleaned)
        somewhere = self.selected or self.new_place.typed_something() or cleaned.get("commune") or cleaned.get("online_url")
        if not somewhere and not self.errors:
            self.add_error("place_name", _("Dites où : un lieu, une commune ou une adresse en ligne."))
        return cleaned

    def _find_place(self, cleaned: dict) -> None:
        name = cleaned.get("place_name") or ""
        if not name:
            return
        matches = places_named(name, self.person)
        self.selected = next((place for place in matches if place.pk == row_key(cleaned.get("place"))), None)
        if not self.selected and len(matches) == 1:
            self.selected = matches[0]
        if not self.selected and matches:
            communes = ", ".join(f"{place.name}, {place.commune}" for place in matches[:5])
            self.add_error(
                "place_name", _("Plusieurs lieux portent ce nom : précisez la commune (%(places)s).") % {"places": communes}
            )
        elif not self.selected:
            self._offer_to_add(name)
            self.add_error(
                "place_name",
                _("Ce lieu n’est pas connu : choisissez-le dans la liste, ou complétez-le juste en dessous pour l’ajouter."),
            )

    def _offer_to_add(self, name: str) -> None:
        """What was typed stands in the form of the missing place already, with the commune that it names."""
        commune = CommuneFinder(Territory.objects.defer("outline", "presentation")).find(name)
        fields = self.raw.copy()
        fields["new_place-name"] = name.split(",")[0].strip()[:160]
        if commune and not fields.get("new_place-commune"):
            fields["new_place-commune"] = str(commune.pk)
        self.new_place, self.is_unknown = NewPlace(fields, checked=False, prefix="new_place"), True

    def fill(self, event):
        event.place = (
            new_place(person=self.person, **self.new_place.cleaned_data) if self.new_place.typed_something() else self.selected
        )
        event.commune = event.place.commune if event.place else self.cleaned_data["commune"]
        event.meeting_point = self.cleaned_data["meeting_point"]
        event.online_url = self.cleaned_data["online_url"]

    def save_related(self, event):
        if event.place and not event.place.pk:
            event.place.save()
            event.place = event.place  # gives the event the key that the place has just received
