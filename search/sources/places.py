from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory, WorkGroup
from destination.places.models import Place, PlaceTranslation
from search.sources.base import SearchDocument, Source, join_lines, published_or_indexed, site_languages


class Places(Source):
    code = "place"
    label = _("Lieux")

    def published_names(self):
        return (str(pk) for pk in Place.objects.published().order_by("pk").values_list("pk", flat=True).iterator())

    def load(self, names):
        places = Place.objects.published().filter(pk__in=names).with_words().prefetch_related("audience_groups")
        return {str(place.pk): place for place in places}

    def documents(self, place):
        return [self._document(place, language, words) for language in site_languages() if (words := place.words_in(language))]

    def _document(self, place, language, words):
        with translation.override(language):
            url, label = place.get_absolute_url(), str(place.get_kind_display())
        return SearchDocument(
            language=language,
            words_language=words.language,
            title=words.name,
            text=join_lines(words.summary, words.text),
            more=join_lines(label, place.commune, place.address),
            url=url,
            keys=place.audience_keys(),
            changed_at=place.changed_at,
            commune=place.commune.slug,
            label=label,
            drawing=place.kind,
            place_name=str(place.commune),
            picture_id=place.picture_id,
        )

    def watched_models(self):
        return {
            Place: lambda place: published_or_indexed(self.code, place),
            PlaceTranslation: lambda words: [words.place_id],
            WorkGroup: lambda work_group: Place.objects.filter(audience_groups=work_group),
            Territory: lambda commune: Place.objects.filter(commune=commune),
        }
