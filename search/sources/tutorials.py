from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from accounts.models import WorkGroup
from pro_portal.tutorials.models import Tutorial, TutorialTranslation
from pro_portal.tutorials.presenters.listing import theme_labels
from search.sources.base import Room, RowSource, SearchDocument, join_lines


class Tutorials(RowSource):
    code = "tutorial"
    name = _("Tutoriel")
    label = _("Tutoriels")
    room = Room.PORTAL

    def published(self):
        return Tutorial.objects.published().with_words().prefetch_related("audience_groups")

    def document(self, tutorial, language):
        if (words := tutorial.words_in(language)) is None:
            return None
        with translation.override(language):
            url, label = tutorial.get_absolute_url(), str(tutorial.get_level_display())
            themes = theme_labels(tutorial.themes)
        steps = [join_lines(block.value["title"], plain(block.value["text"].source)) for block in words.steps]
        return SearchDocument(
            language=language,
            words_language=words.language,
            title=words.title,
            text=join_lines(words.goal, *steps),
            more=join_lines(label, *themes),
            url=url,
            keys=tutorial.audience_keys(),
            changed_at=tutorial.changed_at,
            label=label,
            drawing="talk",
            picture_id=tutorial.picture_id,
        )

    def watched_models(self):
        return {
            Tutorial: self.published_or_indexed,
            TutorialTranslation: lambda words: [words.tutorial_id],
            WorkGroup: lambda work_group: Tutorial.objects.filter(audience_groups=work_group),
        }


def plain(html: str) -> str:
    return " ".join(strip_tags(html.replace("<", " <")).split())
