"""Articles and internal events with what is said under them."""

from django.utils import timezone

from intranet.articles.models import Article
from intranet.comments.actions.writing import write_comment
from intranet.comments.forms import FormMark
from intranet.comments.models import MemberComment
from tests.factories import make_event


def make_talked_article(author, title="Classer un meublé", work_groups=(), **fields) -> Article:
    """A published article for members, or for `work_groups`."""
    fields.setdefault("audience", "group" if work_groups else "members")
    fields.setdefault("first_published_at", timezone.now())
    article = Article.objects.create(title=title, author=author, organisation=author.organisation, **fields)
    article.audience_groups.set(work_groups)
    article.save()
    return Article.objects.get(pk=article.pk)


def make_internal_event(author, title="Réunion du réseau", audience="members", **fields):
    return make_event(title, audience=audience, author=author, organisation=author.organisation, **fields)


def make_comment(thing, author, text="Bonne idée.", answered=None, files=()) -> MemberComment:
    comment = write_comment(thing, author, text, answered, files)
    return MemberComment.objects.get(pk=comment.pk)


def comment_form(person, path: str, text="Bonne idée.", **fields) -> dict:
    """What the form at this address sends."""
    return {"mark": str(FormMark.new(person, path)), "text": text, **fields}


def handle_of(person) -> str:
    return person.profile.handle
