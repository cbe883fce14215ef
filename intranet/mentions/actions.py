"""What becomes of the names in a text: who is named is told once, and only where they may see it."""

from django.db import transaction
from django.db.models.functions import Lower
from django.utils import timezone

from accounts.models import Profile, WorkGroup
from common.access import can_see
from intranet.mentions.handles import handles_in
from intranet.mentions.limits import MOST_MENTIONS
from intranet.mentions.models import Mention
from intranet.mentions.notifications import GroupMentioned, PersonMentioned
from notifications.actions import notify


def named_in(text: str, author) -> tuple[dict[int, str], dict[int, WorkGroup]]:
    """The people by id, each with the handle that names them, and the groups of which `author` knows, by id, that this text
    names. In two queries."""
    names = handles_in(text)[: MOST_MENTIONS * 2]
    candidates = [handle for readings in names for handle in readings]
    if not candidates:
        return {}, {}
    people = dict(Profile.objects.filter(handle__in=candidates).values_list("handle", "person_id"))
    groups = WorkGroup.objects.known_to(author).annotate(folded=Lower("slug")).filter(folded__in=candidates)
    groups = {group.slug.lower(): group for group in groups}
    people_ids, groups_by_id = {}, {}
    for readings in names:
        for handle in readings:
            if handle in people:
                people_ids[people[handle]] = handle
                break
            if handle in groups:
                groups_by_id[groups[handle].pk] = groups[handle]
                break
    return people_ids, groups_by_id


@transaction.atomic
def note_mentions(thing, text: str, author, published: bool = True) -> set[int]:
    """Store whom the text of `thing` names, and tell those who were not told yet where it is published and they may see it; who
    is no longer named is forgotten. Gives the ids of the people who were told now.

    Call it with each saving of the text, in its transaction.
    """
    people, groups = named_in(text, author)
    mentions = list(Mention.objects.of(thing).select_related("person__profile", "work_group"))
    candidates = {handle for readings in handles_in(text) for handle in readings}
    for mention in mentions:
        if mention.handle not in candidates:
            mention.delete()
    earlier = {(mention.person_id, mention.work_group_id) for mention in mentions}
    new = [Mention(thing=thing, person_id=pk, author=author) for pk in people if (pk, None) not in earlier]
    new += [Mention(thing=thing, work_group=group, author=author) for pk, group in groups.items() if (None, pk) not in earlier]
    Mention.objects.bulk_create(new[:MOST_MENTIONS], ignore_conflicts=True)
    return tell_mentions(thing, author) if published else set()


def tell_mentions(thing, author, others: int = 0) -> set[int]:
    """Tell whoever the text of `thing` names and who does not know yet: when it is published, with so many `others` of the same
    text. Gives the ids of those told."""
    recipients: set[int] = set()
    details = {"others": others} if others else {}
    untold = Mention.objects.of(thing).filter(told_at=None).select_related("person__organisation", "work_group")
    for mention in untold.order_by("work_group_id", "pk"):  # people first: a group tells those alone who are not named
        if mention.person_id and not can_see(mention.person, thing):
            continue  # perhaps later: an audience may be widened
        mention.thing = thing
        kind = PersonMentioned if mention.person_id else GroupMentioned
        recipients |= {notice.person_id for notice in notify(kind(mention, actor=author, without=recipients, **details))}
        Mention.objects.filter(pk=mention.pk).update(told_at=timezone.now())
    return recipients


def forget_mentions(thing) -> None:
    """When the thing is destroyed."""
    Mention.objects.of(thing).delete()
