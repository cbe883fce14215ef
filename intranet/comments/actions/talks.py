"""The talk under a thing as a whole: who follows it, what the search reads of it, how it ends."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.contrib.sites.models import Site
from django.db import transaction

from common.personal_data import delete_with_files
from common.registry import hook
from common.signals import shown_changed
from intranet.comments.models import CommentFile, Following, MemberComment
from intranet.comments.registry import commentable_of
from intranet.mentions.links import MentionLinks
from intranet.mentions.models import Mention


def name_site(**kwargs) -> None:
    """Keep the one row of `django.contrib.sites`, which the library's comments point to, equal to our own address: with that app
    Django's and allauth's pages take their host from it. Called after each migration."""
    host = urlsplit(settings.BASE_URL).netloc[:100]
    Site.objects.update_or_create(pk=settings.SITE_ID, defaults={"domain": host, "name": settings.WAGTAIL_SITE_NAME})
    Site.objects.clear_cache()


# ---- following --------------------------------------------------------------------------------------------------
def follows_unasked(person, thing) -> bool:
    """Whether somebody who chose nothing hears of new comments."""
    return person.pk in commentable_of(thing).owners(thing)


def follow(person, thing, is_on: bool = True) -> None:
    choices_of(thing).update_or_create(person=person, defaults={"is_on": is_on, **_key(thing)})


def follow_unless_refused(person, thing) -> None:
    """Whoever writes under a thing hears of what follows, unless they said no before."""
    choices_of(thing).get_or_create(person=person, defaults=_key(thing))


def followers(thing):
    """The active people who hear of new comments: those who chose so, and the owners who did not say no."""
    choices = dict(choices_of(thing).values_list("person_id", "is_on"))
    ids = {pk for pk, is_on in choices.items() if is_on}
    ids |= {pk for pk in commentable_of(thing).owners(thing) if choices.get(pk, True)}
    return get_user_model().objects.filter(pk__in=ids, is_active=True)


def _key(thing) -> dict:
    return {"content_type": ContentType.objects.get_for_model(thing), "object_id": thing.pk}


def choices_of(thing):
    """What people chose about the talk under this thing."""
    return Following.objects.filter(**_key(thing))


# ---- the search -------------------------------------------------------------------------------------------------
def texts_of(things) -> dict[tuple[str, int], str]:
    """What was said under these things, as plain text: {("articles.article", 12): "…"}, in three queries. For the search: a talk
    is found as part of its thing, and opens to whom the thing opens. Deleted and hidden comments are not in it, nor the names of
    secret groups."""
    things = list(things)
    comments = list(MemberComment.objects.of_all(things).shown().select_related(None).select_related("content_type"))
    links, texts = MentionLinks(comments, None), {}
    for comment in comments:
        key = (f"{comment.content_type.app_label}.{comment.content_type.model}", int(comment.object_pk))
        texts.setdefault(key, []).append(links.plain(comment, comment.comment))
    return {key: "\n".join(parts) for key, parts in texts.items()}


def changed(thing) -> None:
    """Tell whoever keeps an index that what is read under the thing is no longer the same."""
    if thing is not None:
        shown_changed.send(type(thing), instance=thing)


# ---- the end ----------------------------------------------------------------------------------------------------
@hook("comments.thing_destroyed")
@transaction.atomic
def forget_talk(thing) -> None:
    """Delete what was said under a thing that is no more, with its files."""
    comments = MemberComment.objects.of(thing)
    ids = list(comments.values_list("pk", flat=True))
    delete_with_files(CommentFile.objects.filter(comment__in=ids), ("file",))
    Mention.objects.filter(content_type=ContentType.objects.get_for_model(MemberComment), object_id__in=ids).delete()
    MemberComment.objects.filter(pk__in=ids).delete()
    choices_of(thing).delete()
