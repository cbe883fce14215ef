import re

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory
from common.access import PUBLIC_KEY
from common.translations import fallback_languages
from search.analysis.synonym_groups import read_words
from search.sources.base import LONG_AGO, Room, RowSource, SearchDocument, join_lines, site_languages

# What follows one of these words only tells a commune from others: Estany-sur-Mer, La Tour-des-Oliviers, Castelnou-d’Aurelle.
ADDITION = re.compile(r"[\s-]+(?:(?:sur|sous|en|les|lès|le|la|aux|au|des|de|du|del|dels|i|près)[\s-]|d['’]).*", re.IGNORECASE)
SHORTEST_NAME = 4


def short_names(name: str) -> list[str]:
    """How people call a commune whose whole name is long: « Estany »; nothing where nothing may be left out."""
    short = ADDITION.sub("", name)
    return [short] if short != name and len(short) >= SHORTEST_NAME else []


class Communes(RowSource):
    """The communes of the destination, each with its public page."""

    code = "commune"
    name = _("Commune")
    label = _("Communes")
    room = Room.PUBLIC
    icon = "pin"

    def published(self):
        return Territory.objects.defer("outline")

    def document(self, commune, language):
        # Written by hand in the database, or restored from an old copy, it may be anything.
        texts = commune.presentation if isinstance(commune.presentation, dict) else {}
        words_language = next((code for code in fallback_languages(language) if texts.get(code)), "")
        with translation.override(language):
            url = reverse("places:commune", kwargs={"slug": commune.slug})
        return SearchDocument(
            language=language,
            # A name is of no language: nothing is said to be foreign where there is nothing else to read.
            words_language=words_language if words_language in site_languages() else language,
            title=commune.name,
            text=str(texts.get(words_language, "")),
            more=join_lines(commune.postcode, commune.other_names),
            names=(commune.postcode, *short_names(commune.name), *read_words(commune.other_names)),
            url=url,
            keys=frozenset({PUBLIC_KEY}),
            changed_at=LONG_AGO,
            commune=commune.slug,
            drawing="village",
            picture_id=commune.picture_id,
        )

    def watched_models(self):
        return {Territory: lambda commune: [commune.pk]}
