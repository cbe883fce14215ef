from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, Profile, Theme, User
from common.access import MEMBERS_KEY, PROFESSIONALS_KEY
from search.sources.base import Room, RowSource, SearchDocument, join_lines


class People(RowSource):
    """The members of the network who are there: for colleagues, and for professionals those who let themselves be shown. Their
    private number is no word of it."""

    code = "person"
    name = _("Personne")
    label = _("Personnes")
    room = Room.INTRANET
    icon = "user"
    has_drawing = False

    def published(self):
        return Profile.objects.of_members().at_work().select_related("person__organisation").prefetch_related("themes")

    def document(self, profile, language):
        person, themes = profile.person, [theme.name_in(language) for theme in profile.themes.all()]
        keys = {MEMBERS_KEY} | ({PROFESSIONALS_KEY} if profile.shown_to_professionals and themes else set())
        return SearchDocument(
            language=language,
            words_language=person.language,
            title=str(person),
            text=join_lines(profile.job, profile.about),
            more=join_lines(person.organisation),
            subjects=join_lines(*themes),
            names=(person.get_full_name(), profile.handle),
            url=profile.get_absolute_url(),
            keys=frozenset(keys),
            changed_at=profile.changed_at,
            label=str(person.organisation or "")[:60],
        )

    def watched_models(self):
        return {
            Profile: lambda profile: [profile.pk],
            User: lambda person: Profile.objects.filter(person=person),
            Theme: lambda theme: Profile.objects.filter(themes=theme),
            Organisation: lambda organisation: Profile.objects.filter(person__organisation=organisation),
        }
