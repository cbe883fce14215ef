"""The talk under a thing on its own page, which shows it whole; following it; where one comment is read; the files."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import members_only
from common.access import can_see
from common.views.media import file_for_reader
from intranet.comments.actions.talks import follow as follow_talk
from intranet.comments.limits import THREADS_SHOWN
from intranet.comments.models import CommentFile, MemberComment
from intranet.comments.permissions import comment_or_404, thing_or_404
from intranet.comments.presenters import comment_lines, latest_for, talk_of
from intranet.comments.registry import commentable_of

BY_PAGE = 25


@require_POST
def follow(request, kind, pk):
    """`oui` or `non`: hear of new comments, or no more."""
    commentable, thing = thing_or_404(request.user, kind, pk)
    is_on = request.POST.get("suivre") != "non"
    follow_talk(request.user, thing, is_on)
    if request.htmx:
        return thread_fragment(request, thing)
    messages.success(request, _("Vous suivez cet échange.") if is_on else _("Vous ne suivez plus cet échange."))
    return HttpResponseRedirect(f"{thing.get_absolute_url()}#commentaires")


def thread_fragment(request, thing, comment: MemberComment | None = None, toast: str = "", undo_url: str = ""):
    """The talk anew, for the page that is open; `comment` takes the focus."""
    whole = is_whole(request)
    talk = talk_of(thing, request.user, whole=whole, focus=comment and comment.pk)
    context = {"talk": talk, "toast": toast, "undo_url": undo_url, "whole": whole}
    context["form"] = whole  # which has the form of a new comment below
    return render(request, "intranet_comments/_thread.html", context)


def is_whole(request) -> bool:
    """Whether the page that asks shows the whole talk."""
    return "tout" in request.GET or "tout" in request.POST


@require_safe
@members_only
def latest(request):
    """The last words under all things that the reader may see."""
    page = Paginator(latest_for(request.user), BY_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "lines": comment_lines(page.object_list, request.user)}
    return render(request, "intranet_comments/latest.html", context)


@require_safe
def comment(request, pk):
    """To the comment: under its thing, or in the whole talk where it is an older one."""
    target = comment_or_404(request.user, pk)
    threads = MemberComment.objects.of(target.thing).filter(level=0, thread_id__gt=target.thread_id)
    if threads.count() < THREADS_SHOWN:
        return HttpResponseRedirect(f"{target.thing.get_absolute_url()}#{target.anchor}")
    return HttpResponseRedirect(f"{talk_address(target.thing)}#{target.anchor}")


def talk_address(thing) -> str:
    return reverse("intranet_comments:talk", kwargs={"kind": commentable_of(thing).code, "pk": thing.pk})


@require_safe
def file(request, pk, name):
    """A picture as it is shown, anything else as a download: a file from elsewhere is never run in our pages. For who may see the
    comment, now."""
    comment_file = get_object_or_404(CommentFile.objects.select_related("comment"), pk=pk)
    if name != comment_file.name or comment_file.is_held or not can_see(request.user, comment_file.comment):
        raise Http404
    if comment_file.is_picture:
        return file_for_reader(comment_file.file, "image/jpeg")
    return file_for_reader(comment_file.file, name=comment_file.name)
