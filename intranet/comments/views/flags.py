"""Flagging a comment, and the moderators' queue of what was flagged."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Min, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_comments.models import CommentFlag

from intranet.comments.actions import flags
from intranet.comments.models import MemberComment
from intranet.comments.permissions import comment_or_404, flagged_for, moderators_only
from intranet.comments.presenters import comment_lines
from intranet.comments.views.writing import after_deed

BY_PAGE = 25


@require_POST
def flag(request, pk):
    comment = comment_or_404(request.user, pk)
    if comment.user_id == request.user.pk:
        raise Http404
    if "annuler" in request.POST:
        flags.unflag_comment(comment, request.user)
        return after_deed(request, comment.thing, _("Votre signalement est retiré."))
    flags.flag_comment(comment, request.user)
    return after_deed(request, comment.thing, _("Merci : la modération va regarder ce commentaire."))


@require_safe
@moderators_only
def flagged(request):
    """What waits, the oldest flag first; `?liste=masques` what was hidden, the last first."""
    hidden = request.GET.get("liste") == "masques"
    waiting = flagged_for(request.user)
    if hidden:
        rows = MemberComment.objects.filter(hidden_at__isnull=False).visible_to(request.user).order_by("-hidden_at")
    else:
        first = Min("flags__flag_date", filter=Q(flags__flag=CommentFlag.SUGGEST_REMOVAL))
        rows = waiting.annotate(flagged_at=first).order_by("flagged_at", "pk")
    page = Paginator(rows, BY_PAGE).get_page(request.GET.get("page"))
    url = reverse("intranet_comments:flagged")
    context = {
        "page": page,
        "lines": comment_lines(page.object_list, request.user),
        "hidden": hidden,
        "tabs": [
            {"title": _("Signalés"), "url": url, "count": waiting.count(), "is_current": not hidden},
            {"title": _("Masqués"), "url": f"{url}?liste=masques", "count": None, "is_current": hidden},
        ],
    }
    return render(request, "intranet_comments/flagged.html", context)


def _deciding(deed, sentence):
    """The view of one decision, back to the queue."""

    @require_POST
    @moderators_only
    def decide(request, pk):
        deed(comment_or_404(request.user, pk, shown=False), request.user)
        messages.success(request, sentence())
        return redirect("intranet_comments:flagged")

    return decide


keep = _deciding(flags.keep_comment, lambda: _("Le commentaire reste ; il ne vous sera plus signalé."))
dismiss = _deciding(flags.dismiss_flags, lambda: _("Le signalement est écarté."))
hide = _deciding(flags.hide_comment, lambda: _("Le commentaire est masqué. Vous le retrouvez dans « Masqués »."))
show = _deciding(flags.show_comment, lambda: _("Le commentaire est de nouveau visible."))
