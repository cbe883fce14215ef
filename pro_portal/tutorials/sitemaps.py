"""What the sitemap says of the tutorials: those that everybody may read, in the languages in which they are written."""

from django.contrib.auth.models import AnonymousUser

from destination.pages.registry import register_lists, register_things
from pro_portal.tutorials.models import Tutorial, TutorialPath


def languages_of(guide) -> set[str]:
    return {words.language for words in guide.words.all()}


register_lists("tutorials:list")
for _name, _model in (("tutorials", Tutorial), ("paths", TutorialPath)):
    register_things(
        _name,
        lambda model=_model: model.objects.published().visible_to(AnonymousUser()).prefetch_related("words").order_by("pk"),
        languages_of,
    )
