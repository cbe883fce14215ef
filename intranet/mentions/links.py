"""The names in a text as its reader sees them: links, in HTML and in plain text. One query for all the texts of a page."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from accounts.models import WorkGroup
from common.rich_text import plain
from common.text import change_where_links_may_be
from intranet.mentions.handles import replace_handles
from intranet.mentions.models import Mention
from notifications.registry import EXCERPT_LENGTH

BEFORE = EXCERPT_LENGTH // 3  # characters of the text before the name, in an excerpt


def person_address(handle: str) -> str:
    return _address("people:person", handle=handle)


def group_address(slug: str) -> str:
    return _address("work_groups:group", slug=slug)


def _address(name: str, **arguments) -> str:
    try:
        return reverse(name, kwargs=arguments)
    except NoReverseMatch:
        return ""


class MentionLinks:
    """What the names in these things' texts mean to `reader` (None: to nobody in particular, as in a mail or an index). A secret
    group is named to who knows of it alone."""

    def __init__(self, things: Iterable, reader):
        things = [thing for thing in things if thing is not None]
        self._read(Mention.objects.of_all(things) if things else [], reader)

    @classmethod
    def of_mentions(cls, mentions: Iterable[Mention], reader) -> "MentionLinks":
        """From mentions that were read already."""
        links = cls((), reader)
        links._read(mentions, reader)
        return links

    def _read(self, mentions, reader) -> None:
        self.reader, self._names = reader, {}
        mentions = list(mentions)
        open_secrets = self._known_secrets(mentions, reader)
        for mention in mentions:
            names = self._names.setdefault((mention.content_type_id, mention.object_id), {})
            if mention.person_id:
                profile = getattr(mention.person, "profile", None)
                if profile:
                    names[profile.handle] = (str(mention.person), person_address(profile.handle))
            elif not mention.work_group.deleted_at and (
                not mention.work_group.is_secret or mention.work_group_id in open_secrets
            ):
                slug = mention.work_group.slug
                names[slug.lower()] = (mention.work_group.name, group_address(slug))
            else:
                names[mention.work_group.slug.lower()] = (gettext("un groupe"), "")

    @staticmethod
    def _known_secrets(mentions: list[Mention], reader) -> set[int]:
        secrets = {mention.work_group_id for mention in mentions if mention.work_group_id and mention.work_group.is_secret}
        if not secrets or reader is None or not reader.is_authenticated:
            return set()
        return set(WorkGroup.objects.known_to(reader).filter(pk__in=secrets).values_list("pk", flat=True))

    def _of(self, thing) -> dict[str, tuple[str, str]]:
        return self._names.get((ContentType.objects.get_for_model(thing).pk, thing.pk), {})

    def plain(self, thing, text: str) -> str:
        """The text with names in the place of handles."""
        names = self._of(thing)
        return replace_handles(text, lambda handle: f"@{names[handle][0]}" if handle in names else None) if names else text

    def html(self, thing, html: str) -> SafeString:
        """Safe HTML with a link at each name; a link where the reader has none to follow is the name alone."""
        names = self._of(thing)
        may_follow = self.reader is not None and self.reader.is_authenticated and self.reader.is_member

        def link(handle: str) -> str | None:
            if handle not in names:
                return None
            name, address = names[handle]
            if address and may_follow:
                return format_html('<a class="mention" href="{}">@{}</a>', address, name)
            return format_html('<span class="mention">@{}</span>', name)

        if not names:
            return conditional_escape(html)
        return change_where_links_may_be(conditional_escape(html), lambda text: replace_handles(text, link))


def excerpt_around(text: str, handle: str) -> str:
    """The part of a text, plain or HTML, where this name stands."""
    text = plain(text)
    start = max(0, text.lower().find(f"@{handle.lower()}") - BEFORE)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    part = ("…" if start else "") + text[start:]
    return part if len(part) <= EXCERPT_LENGTH else part[: EXCERPT_LENGTH - 1].rstrip() + "…"
