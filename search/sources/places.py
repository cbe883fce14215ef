from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory, WorkGroup
from destination.places.models import Place, PlaceTranslation
from search.sources.base import Room, RowSource, SearchDocument, join_lines
from search.sources.subjects import place_facts, place_services, place_subjects


class Places(RowSource):
    code = "place"
    name = _("Lieu")
    label = _("Lieux")
    room = Room.PUBLIC
    icon = "pin"

    def published(self):
        return Place.objects.published().with_words().prefetch_related("audience_groups")

    def document(self, place, language):
        if (words := place.words_in(language)) is None:
            return None
        with translation.override(language):
            url, label = place.get_absolute_url(), str(place.get_kind_display())
        # What every language says of it: a service that only the French text names is there for all.
        own = (text for each in place.words.all() for text in (each.summary, each.text, each.coming))
        texts = join_lines(*own, *(text for _code, text in place.hours.note))
        return SearchDocument(
            language=language,
            words_language=words.language,
            title=words.name,
            text=join_lines(words.summary, words.text, words.prices),
            more=join_lines(
                label, place.commune, place.address, words.coming, place.hours.note_in(language)[0], place_facts(place, language)
            ),
            url=url,
            keys=place.audience_keys(),
            changed_at=place.changed_at,
            commune=place.commune.slug,
            label=label,
            drawing=place.kind,
            place_name=str(place.commune),
            picture_id=place.picture_id,
            where=str(place.commune),
            subjects=place_subjects(place, language),
            services=place_services(place, texts, language),
        )

    def watched_models(self):
        return {
            Place: self.published_or_indexed,
            PlaceTranslation: lambda words: [words.place_id],
            WorkGroup: lambda work_group: Place.objects.filter(audience_groups=work_group),
            Territory: lambda commune: Place.objects.filter(commune=commune),
        }
