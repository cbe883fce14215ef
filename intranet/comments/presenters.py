"""The talk under a thing as its reader sees it, in a number of queries that does not grow."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Prefetch, prefetch_related_objects
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape, linebreaks, urlize
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django_comments.models import CommentFlag

from common.access import Audience
from intranet.comments.actions.talks import is_following
from intranet.comments.limits import THREADS_SHOWN
from intranet.comments.models import MemberComment
from intranet.comments.permissions import may_comment, may_moderate
from intranet.comments.registry import commentable_of, commentables
from intranet.mentions.links import MentionLinks, person_address
from intranet.people.registry import profile_panel

SHOWN_ON_PROFILE = 3


@dataclass
class Line:
    """One comment of a talk, or the place of one that is no longer shown (`is_empty`). `opens` says that its list of answers
    begins after it, `closes` how many lists end with it: three levels are drawn in one loop."""

    comment: MemberComment
    html: SafeString = SafeString("")
    is_empty: bool = False
    is_mine: bool = False
    is_flagged: bool = False  # by this reader
    flags: int = 0  # for moderators
    author: str = ""
    author_url: str = ""
    portrait_url: str = ""
    office: str = ""
    addressed_to: str = ""
    pictures: list = field(default_factory=list)
    files: list = field(default_factory=list)
    opens: bool = False
    closes: range = range(0)


@dataclass
class Talk:
    """All that a template needs to draw the talk under a thing."""

    thing: object
    lines: list[Line]
    total: int
    earlier: int  # threads that are left out
    may_write: bool
    is_closed: bool
    may_moderate: bool
    is_following: bool
    readers: str
    url: str
    follow_url: str


def talk_of(thing, reader, whole: bool = False) -> Talk:
    """The talk under `thing`, which this reader sees: its last THREADS_SHOWN threads, or with `whole` all of them."""
    kind = commentable_of(thing)
    comments = MemberComment.objects.of(thing).select_related(None)
    total = comments.shown().count()
    earlier = 0
    if not whole:
        threads = list(comments.filter(level=0).order_by("-thread_id").values_list("thread_id", flat=True)[: THREADS_SHOWN + 1])
        if len(threads) > THREADS_SHOWN:
            earlier = comments.filter(level=0).count() - THREADS_SHOWN
            comments = comments.filter(thread_id__gte=threads[THREADS_SHOWN - 1])
    comments = comments.select_related("user__organisation", "user__profile", "addressed_to").prefetch_related(
        Prefetch("flags", CommentFlag.objects.select_related("user")), "files"
    )
    nodes = _with_answers(MemberComment.tree_from_queryset(list(comments), with_flagging=True, user=reader))
    links = MentionLinks([node["comment"] for node in _each(nodes)], reader)
    code = {"kind": kind.code, "pk": thing.pk}
    takes = kind.takes_comments(thing)
    return Talk(
        thing=thing,
        lines=list(_lines(nodes, reader, links)),
        total=total,
        earlier=earlier,
        may_write=takes and may_comment(reader, thing),
        is_closed=not takes,
        may_moderate=may_moderate(reader),
        is_following=is_following(reader, thing),
        readers=readers_in_words(thing),
        url=reverse("intranet_comments:talk", kwargs=code),
        follow_url=reverse("intranet_comments:follow", kwargs=code),
    )


def _with_answers(nodes: list[dict]) -> list[dict]:
    """The tree without what is no longer shown, but for the places under which something is."""
    kept = []
    for node in nodes:
        node["children"] = _with_answers(node["children"])
        if node["children"] or not node["comment"].is_removed:
            kept.append(node)
    return kept


def _each(nodes: list[dict]) -> Iterator[dict]:
    for node in nodes:
        yield node
        yield from _each(node["children"])


def _lines(nodes: list[dict], reader, links: MentionLinks, closing: int = 0) -> Iterator[Line]:
    """In reading order; `closing` lists end with the last of these nodes."""
    for node in nodes:
        line, ends = _line(node, reader, links), closing if node is nodes[-1] else 0
        line.opens = bool(node["children"])
        line.closes = range(0 if line.opens else ends)
        yield line
        yield from _lines(node["children"], reader, links, ends + 1)


def _line(node: dict, reader, links: MentionLinks) -> Line:
    comment = node["comment"]
    if comment.is_removed:
        return Line(comment, is_empty=True)
    profile = getattr(comment.user, "profile", None) if comment.user_id else None
    files = list(comment.files.all())
    return Line(
        comment,
        html=comment_html(comment, links),
        is_mine=comment.user_id == reader.pk,
        is_flagged=reader in node["flagged"],
        flags=len(node["flagged"]),
        author=str(comment.user) if comment.user_id else gettext("Une personne qui a quitté le réseau"),
        author_url=person_address(profile.handle) if profile and reader.is_member else "",
        portrait_url=profile.portrait_url() if profile else "",
        office=comment.user.organisation.name if comment.user_id and comment.user.organisation_id else "",
        addressed_to=str(comment.addressed_to) if comment.level > 1 and comment.addressed_to_id else "",
        pictures=[file for file in files if file.is_picture],
        files=[file for file in files if not file.is_picture],
    )


def comment_html(comment: MemberComment, links: MentionLinks) -> SafeString:
    """The words as HTML: paragraphs, links to addresses and to the people named."""
    text = escape(comment.comment)
    html = linebreaks(urlize(text, nofollow=True) if "://" in text or "www." in text else text)
    return links.html(comment, mark_safe(html)) if "@" in text else mark_safe(html)  # noqa: S308  escaped above


def readers_in_words(thing) -> str:
    """Who reads what is written here."""
    match thing.audience:
        case Audience.GROUP:
            groups = ", ".join(str(group) for group in thing.audience_groups.all())
            return gettext("Lu par les membres de : %(groups)s") % {"groups": groups}
        case Audience.PRIVATE:
            return gettext("Lu par les membres de votre office")
        case Audience.MEMBERS:
            return gettext("Lu par tous les membres")
    return gettext("Lu par les membres et les professionnels")


def comments_to_read(comments=None):
    """Comments (all of them, or these) with what their titles and audiences read: their things, each as its kind reads it."""
    comments = MemberComment.objects.all() if comments is None else comments
    return comments.select_related(None).prefetch_related(
        GenericPrefetch("content_object", [kind.rows() for kind in commentables()])
    )


def title_of(comment: MemberComment) -> str:
    """What a notification calls the place where a comment stands."""
    kind = comment.thing is not None and commentable_of(comment.thing)
    return str(kind.title(comment.thing)) if kind else ""


def latest_for(reader):
    """What is said under the things that this reader may see, the last first."""
    return MemberComment.objects.shown().visible_to(reader).order_by("-submit_date", "-pk")


@profile_panel(50)
def said_by(request, person) -> str:
    """The last comments of a person, on their page, as far as its reader may see."""
    lines = comment_lines(latest_for(request.user).filter(user=person)[:SHOWN_ON_PROFILE], request.user)
    context = {"lines": lines, "person": person}
    return render_to_string("intranet_comments/_profile_panel.html", context, request) if lines else ""


def comment_lines(comments, reader) -> list[dict]:
    """Comments outside their talk, each with what it is about, and who flagged it."""
    comments = list(comments.select_related("user__organisation"))
    flags = Prefetch("flags", CommentFlag.objects.select_related("user"))
    prefetch_related_objects(
        comments, flags, "files", "hidden_by", GenericPrefetch("content_object", [kind.rows() for kind in commentables()])
    )
    links = MentionLinks(comments, reader)
    return [
        {
            "comment": comment,
            "html": comment_html(comment, links),
            "title": title_of(comment),
            "author": comment.user or gettext("Une personne qui a quitté le réseau"),
            "office": comment.user.organisation if comment.user_id else None,
            "flags": [flag for flag in comment.flags.all() if flag.flag == CommentFlag.SUGGEST_REMOVAL],
        }
        for comment in comments
    ]
