"""Querysets of tutorials and paths."""

from common.access import AudienceQuerySet


class GuideQuerySet(AudienceQuerySet):
    """Tutorials, and the paths made of them."""

    def published(self):
        return self.filter(live=True)

    def with_words(self):
        return self.prefetch_related("words")
