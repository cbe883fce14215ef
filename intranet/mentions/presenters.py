"""Where a person is named, on their page: as far as its reader may see."""

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.template.loader import render_to_string

from common.access import can_see
from common.panels import profile_panels
from intranet.mentions.links import MentionLinks, excerpt_around
from intranet.mentions.models import Mention
from intranet.mentions.registry import text_kind_of, text_kinds

SHOWN = 5
# Of what was said in circles that the reader is not in, most falls away.
LOOKED_AT = 60


@profile_panels.register(60)
def mentions_of_person(request, person) -> str:
    """The last texts that name the person, each with the words around the name."""
    mentions = Mention.objects.filter(person=person, told_at__isnull=False).exclude(author=person)
    things = GenericPrefetch("thing", [kind.queryset() for kind in text_kinds()])
    mentions = mentions.select_related("author", "person__profile").prefetch_related(things)[:LOOKED_AT]
    visible = [mention for mention in mentions if can_see(request.user, mention)][:SHOWN]
    if not visible:
        return ""
    links = MentionLinks([mention.thing for mention in visible], request.user)
    lines = [
        {
            "title": kind.title(mention.thing),
            "url": mention.get_absolute_url(),
            "author": mention.author,
            "at": mention.made_at,
            "excerpt": links.plain(mention.thing, excerpt_around(kind.text(mention.thing), person.profile.handle)),
        }
        for mention in visible
        if (kind := text_kind_of(mention.thing))
    ]
    return render_to_string("mentions/_profile_panel.html", {"lines": lines, "person": person}, request)
