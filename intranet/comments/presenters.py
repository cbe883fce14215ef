"""The talk under a thing as its reader sees it, in a number of queries that does not grow."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from functools import cache

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, Prefetch, Value, prefetch_related_objects
from django.db.models.functions import Cast
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape, linebreaks, urlize
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from django_comments.models import CommentFlag

from common.access import Audience
from common.date_formats import formats_of
from common.panels import profile_panels
from common.templatetags.look import ago
from intranet.comments.actions.talks import choices_of, follows_unasked
from intranet.comments.limits import THREADS_SHOWN
from intranet.comments.models import CommentFile, MemberComment, suggestions
from intranet.comments.permissions import may_comment, may_moderate
from intranet.comments.registry import commentable_of, things_of_comments
from intranet.mentions.links import MentionLinks, person_address

SHOWN_ON_PROFILE = 3


@dataclass(frozen=True)
class Author:
    """A person as a talk names them: made once, however much they said."""

    name: str
    office: str = ""
    url: str = ""
    portrait_url: str = ""


@dataclass
class Line:
    """One comment of a talk, or the place of one that is no longer shown (`is_empty`). `opens` says that its list of answers
    begins after it, `closes` how many lists end with it: three levels are drawn in one loop."""

    comment: MemberComment
    is_empty: bool
    author: Author
    html: SafeString = SafeString("")
    when: str = ""
    is_mine: bool = False
    is_flagged: bool = False  # by this reader
    flags: int = 0  # for moderators
    addressed_to: str = ""
    pictures: list = field(default_factory=list)
    files: list = field(default_factory=list)
    held: list = field(default_factory=list)  # by the virus scanner, for its author and who moderates
    answers: list["Line"] = field(default_factory=list)
    opens: bool = False
    closes: range = range(0)
    has_focus: bool = False

    @property
    def values(self) -> dict:
        """What `_comment.html` shows, in plain values, so that a drawn comment is kept (`common.templatetags.components`)."""
        comment = self.comment
        return {
            "pk": comment.pk,
            "anchor": comment.anchor,
            "is_empty": self.is_empty,
            "is_hidden": comment.hidden_at is not None,
            "has_focus": self.has_focus,
            "author": asdict(self.author),
            "html": self.html,
            "at": comment.submit_date,
            "when": self.when,
            "is_edited": comment.edited_at is not None,
            "is_mine": self.is_mine,
            "is_flagged": self.is_flagged,
            "flags": self.flags,
            "addressed_to": self.addressed_to,
            "url": self.url,
            "pictures": [
                {"url": file.url, "name": file.name, "width": file.width, "height": file.height} for file in self.pictures
            ],
            "files": [{"url": file.url, "name": file.name, "size": file.size} for file in self.files],
            "held": [{"name": file.name, "because": file.held_because} for file in self.held],
            "opens": self.opens,
            "closes": list(self.closes),
        }

    @property
    def url(self) -> str:
        """The address of the comment, before that of each deed."""
        return f"{_comments_address()}{self.comment.pk}/"


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
    is_whole: bool

    @property
    def values(self) -> dict:
        """What `_comment.html` asks of it."""
        return {"may_write": self.may_write, "may_moderate": self.may_moderate, "is_whole": self.is_whole}


@cache
def _comments_address() -> str:
    return reverse("intranet_comments:latest")


def talk_of(thing, reader, whole: bool = False, focus: int | None = None) -> Talk:
    """The talk under `thing`, which this reader sees: its last THREADS_SHOWN threads, or with `whole` all of them; `focus` is the
    key of the comment that takes it."""
    kind = commentable_of(thing)
    rows, earlier, total = _rows(thing, whole)
    marks = _marks_on(rows, thing, reader)
    lines = list(_lines(_tree(rows, reader, marks)))
    for line in lines:
        line.has_focus = line.comment.pk == focus
    code = {"kind": kind.code, "pk": thing.pk}
    takes = kind.takes_comments(thing)
    return Talk(
        thing=thing,
        lines=lines,
        total=total,
        earlier=earlier,
        may_write=takes and may_comment(reader, thing),
        is_closed=not takes,
        may_moderate=may_moderate(reader),
        is_following=marks.is_following,
        readers=readers_in_words(thing),
        url=reverse("intranet_comments:talk", kwargs=code),
        follow_url=reverse("intranet_comments:follow", kwargs=code),
        is_whole=whole,
    )


def _rows(thing, whole: bool) -> tuple[list[MemberComment], int, int]:
    """The comments in the library's order of threads, how many threads before them are left out, and how many comments are
    shown in all."""
    comments = MemberComment.objects.of(thing).select_related(None)
    marks = list(comments.values_list("pk", "thread_id", "level", "is_removed"))
    threads = [thread for _pk, thread, level, _is_removed in marks if level == 0]
    earlier = 0 if whole else max(0, len(threads) - THREADS_SHOWN)
    if earlier:
        latest = set(threads[earlier:])
        comments = comments.filter(pk__in=[pk for pk, thread, _level, _is_removed in marks if thread in latest])
    total = sum(not is_removed for _pk, _thread, _level, is_removed in marks)
    return list(comments.defer("user_name", "user_email", "user_url", "ip_address")) if marks else [], earlier, total


@dataclass
class Marks:
    """What is asked of the comments of a talk beside their words: {comment: people who flagged it}, which have files, and whether
    the reader follows the talk."""

    flags: dict[int, list[int]]
    with_files: set[int]
    is_following: bool


def _marks_on(comments: list[MemberComment], thing, reader) -> Marks:
    """In one query, since most comments have none of them."""
    ids = [comment.pk for comment in comments if not comment.is_removed]
    choice = choices_of(thing).filter(person=reader).values_list(Cast("is_on", IntegerField()), Value(0), Value("choice"))
    flags = suggestions().filter(comment__in=ids).order_by().values_list("comment_id", "user_id", Value("flag"))
    files = CommentFile.objects.filter(comment__in=ids).order_by().values_list("comment_id", Value(0), Value("file"))
    marks = Marks({}, set(), follows_unasked(reader, thing))
    for number, person_id, kind in choice.union(flags, files, all=True) if ids else choice:
        match kind:
            case "choice":
                marks.is_following = bool(number)
            case "flag":
                marks.flags.setdefault(number, []).append(person_id)
            case "file":
                marks.with_files.add(number)
    return marks


def _tree(comments: list[MemberComment], reader, marks: Marks) -> list[Line]:
    """The threads, each comment with its answers. What is no longer shown keeps its place only above something that is.

    The library's `tree_from_queryset` reads each comment's flags with their people: four times as long for a long talk.
    """
    people = (
        get_user_model()
        .objects.select_related("organisation", "profile")
        .in_bulk({pk for comment in comments for pk in (comment.user_id, comment.addressed_to_id) if pk})
    )
    authors = {pk: author_for(person, reader) for pk, person in people.items()} | {None: author_for(None, reader)}
    flags, files = marks.flags, defaultdict(list)
    for file in CommentFile.objects.filter(comment__in=marks.with_files) if marks.with_files else ():
        files[file.comment_id].append(file)
    links, now = MentionLinks([comment for comment in comments if "@" in comment.comment], reader), timezone.now()
    lines: dict[int, Line] = {}
    roots = []
    for comment in comments:
        line = Line(comment, comment.is_removed, authors[comment.user_id])
        if not comment.is_removed:
            line.html = comment_html(comment, links)
            line.when = when_in_words(comment.submit_date, now)
            line.is_mine = comment.user_id == reader.pk
            line.is_flagged = reader.pk in flags.get(comment.pk, ())
            line.flags = len(flags.get(comment.pk, ()))
            line.addressed_to = authors[comment.addressed_to_id].name if comment.level > 1 and comment.addressed_to_id else ""
            given = files.get(comment.pk, ())
            line.pictures = [file for file in given if file.is_picture and not file.is_held]
            line.files = [file for file in given if not file.is_picture and not file.is_held]
            held = [file for file in given if file.is_held]
            line.held = held if held and (line.is_mine or may_moderate(reader)) else []
        lines[comment.pk] = line
        (roots if comment.level == 0 else lines[comment.parent_id].answers).append(line)
    return _shown(roots)


def _shown(lines: list[Line]) -> list[Line]:
    """Without the empty places under which nothing is."""
    for line in lines:
        line.answers = _shown(line.answers)
    return [line for line in lines if line.answers or not line.is_empty]


def _lines(tree: list[Line], closing: int = 0) -> Iterator[Line]:
    """In reading order; `closing` lists end with the last of these."""
    for line in tree:
        ends = closing if line is tree[-1] else 0
        line.opens = bool(line.answers)
        line.closes = range(0 if line.opens else ends)
        yield line
        yield from _lines(line.answers, ends + 1)


def author_for(person, reader) -> Author:
    """`person` was read with their profile and organisation; None is who left for good."""
    if person is None:
        return Author(gettext("Une personne qui a quitté le réseau"))
    profile = getattr(person, "profile", None)
    return Author(
        name=str(person),
        office=str(person.organisation or ""),
        url=person_address(profile.handle) if profile and reader.is_member else "",
        portrait_url=profile.portrait_url() if profile else "",
    )


def when_in_words(moment: datetime, now: datetime) -> str:
    """« à l’instant », « il y a 5 minutes », « il y a 3 heures », then the day."""
    if now - moment < timedelta(days=1):
        return ago(moment)
    day = timezone.localtime(moment).date()
    return formats_of(get_language()).day(day, year=day.year != timezone.localtime(now).year)


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
            return gettext("Lu par les membres de : %(groups)s") % {"groups": groups}
        case Audience.PRIVATE:
            return gettext("Lu par les membres de votre office")
        case Audience.MEMBERS:
            return gettext("Lu par tous les membres")
    return gettext("Lu par les membres et les professionnels")


def comments_to_read(comments=None):
    """Comments (all of them, or these) with what their titles and audiences read: their things, each as its kind reads it."""
    comments = MemberComment.objects.all() if comments is None else comments
    return comments.select_related(None).prefetch_related(things_of_comments())


def title_of(comment: MemberComment) -> str:
    """What a notification calls the place where a comment stands."""
    kind = comment.thing is not None and commentable_of(comment.thing)
    return str(kind.title(comment.thing)) if kind else ""


def latest_for(reader):
    """What is said under the things that this reader may see, the last first."""
    return MemberComment.objects.shown().visible_to(reader).order_by("-submit_date", "-pk")


@profile_panels.register(50)
def comments_of_person(request, person) -> str:
    """The last comments of a person, on their page, as far as its reader may see."""
    lines = comment_lines(latest_for(request.user).filter(user=person)[:SHOWN_ON_PROFILE], request.user)
    return render_to_string("intranet_comments/_profile_panel.html", {"lines": lines}, request) if lines else ""


def comment_lines(comments, reader) -> list[dict]:
    """Comments outside their talk, each with what it is about, and who flagged it."""
    comments = list(comments.select_related("user__organisation"))
    flags = Prefetch("flags", CommentFlag.objects.select_related("user"))
    prefetch_related_objects(comments, flags, "files", "hidden_by", things_of_comments())
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
