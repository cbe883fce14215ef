"""The form of a picture in the CMS, with what the library knows of it."""

from accounts.forms.audience import SharedPictureForm
from pro_portal.photos.forms.words import PlaceField, title_fields, titles_of, typed_titles


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
        if self.photo and {"place", *title_fields()} & set(self.changed_data):
            self.photo.titles, self.photo.place = typed_titles(self.cleaned_data), self.cleaned_data["place"]
            self.photo.save()
        return picture
