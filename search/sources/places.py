from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory, WorkGroup
from destination.places.models import Place, PlaceTranslation
from search.sources.base import Shown, Source, joined, shown_or_known, site_languages


class Places(Source):
    code = "place"
    label = _("Lieux")

    def names(self):
        return (str(pk) for pk in Place.objects.published().order_by("pk").values_list("pk", flat=True).iterator())

    def load(self, names):
        places = Place.objects.published().filter(pk__in=names).with_words().prefetch_related("audience_groups")
        return {str(place.pk): place for place in places}

    def shown(self, place):
        return [self._shown_in(place, language, words) for language in site_languages() if (words := place.words_in(language))]

    def _shown_in(self, place, language, words):
        with translation.override(language):
            url, label = place.get_absolute_url(), str(place.get_kind_display())
        return Shown(
            language=language,
            words_language=words.language,
            title=words.name,
            text=joined(words.summary, words.text),
            more=joined(label, place.commune, place.address),
            url=url,
            keys=place.audience_keys(),
            changed_at=place.changed_at,
            commune=place.commune.slug,
            label=label,
            drawing=place.kind,
            place_name=str(place.commune),
            picture_id=place.picture_id,
        )

    def watched(self):
        return {
            Place: lambda place: shown_or_known(self.code, place),
            PlaceTranslation: lambda words: [words.place_id],
            WorkGroup: lambda work_group: Place.objects.filter(audience_groups=work_group),
            Territory: lambda commune: Place.objects.filter(commune=commune),
        }
