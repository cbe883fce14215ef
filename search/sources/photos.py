from django.utils import translation
from django.utils.translation import gettext_lazy as _
from taggit.models import TaggedItem

from accounts.models import Territory, WorkGroup
from common.access import Audience
from common.models import Picture
from common.models.scans import PASSED
from destination.places.models import Place, PlaceTranslation
from pro_portal.photos.models import Photo
from search.sources.base import LONG_AGO, Room, RowSource, SearchDocument, join_lines, site_languages


class Photos(RowSource):
    """The accepted pictures of the library, each with the days of its right: an entry is silent on every other day."""

    code = "photo"
    name = _("Photo")
    label = _("Photos")
    room = Room.PORTAL
    icon = "image"

    def published(self):
        photos = (
            Photo.objects.accepted()
            .filter(picture__awaits_consent=False, picture__scan_state__in=PASSED)
            .select_related("picture", "commune", "place")
        )
        return photos.prefetch_related("place__words", "picture__tags", "picture__audience_groups")

    def document(self, photo, language):
        picture = photo.picture
        with translation.override(language):
            url = photo.get_absolute_url()
            theme, season, weather = (
                str(words) for words in (photo.get_theme_display(), photo.get_season_display(), photo.get_weather_display())
            )
        place = place_name_in(photo.place, language)
        return SearchDocument(
            language=language,
            words_language=language if photo.titles.get(language) else site_languages()[0],
            title=photo.title_in(language),
            text=picture.alternatives.get(language) or picture.description,
            more=join_lines(theme, season, weather, place, photo.commune, picture.names, *picture.tags.all()),
            url=url,
            keys=picture.audience_keys(),
            changed_at=photo.changed_at or LONG_AGO,
            commune=photo.commune.slug if photo.commune_id else "",
            label=theme,
            drawing=photo.theme,
            place_name=", ".join(str(part) for part in (place, photo.commune) if part),
            picture_id=picture.pk,
            shown_from=picture.first_day,
            shown_until=picture.last_day,
        )

    def watched_models(self):
        return {
            Photo: lambda photo: [photo.pk],
            Picture: lambda picture: Photo.objects.filter(pk=picture.pk),
            TaggedItem: lambda tagged: Photo.objects.filter(pk=tagged.object_id) if is_of_picture(tagged) else [],
            WorkGroup: lambda work_group: Photo.objects.filter(picture__audience_groups=work_group),
            Place: lambda place: Photo.objects.filter(place=place),
            PlaceTranslation: lambda words: Photo.objects.filter(place=words.place_id),
            Territory: lambda commune: Photo.objects.filter(commune=commune),
        }


def place_name_in(place: Place | None, language: str) -> str:
    """Nothing where the place is not open to everybody: a picture never tells of it."""
    words = place.words_in(language) if place and place.live and place.audience == Audience.PUBLIC else None
    return words.name if words else ""


def is_of_picture(tagged: TaggedItem) -> bool:
    return tagged.content_type.model_class() is Picture
