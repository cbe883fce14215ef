"""What becomes of an article: history, archive, pins, the bin, « still true », and who must read it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import members_only
from common.recycle_bin import with_undo
from intranet.articles.actions import publishing, reading, still_true
from intranet.articles.forms.must_read import MustReadForm
from intranet.articles.permissions import (
    allowed_article,
    may_ask_to_read,
    may_change,
    may_delete,
    may_open_readers,
    may_pin,
    may_see_readers,
    may_stop_asking,
)
from intranet.articles.presenters.pages import crumbs, reader_lines
from intranet.articles.presenters.versions import versions_of
from intranet.articles.querysets import readers_late


@require_safe
@members_only
def history(request, pk):
    article = allowed_article(request.user, pk, may_change)
    return render(
        request,
        "articles/history.html",
        {"article": article, "versions": versions_of(article), "crumbs": crumbs(article, _("Historique"))},
    )


@require_POST
@members_only
def give_back(request, pk, revision):
    article = allowed_article(request.user, pk, may_change)
    version = get_object_or_404(article.revisions, pk=revision)
    publishing.give_back(article, version, request.user)
    messages.success(request, _("Cette version est de nouveau publiée. Celle d’avant reste dans l’historique."))
    return redirect("articles:history", pk=pk)


@require_POST
@members_only
def delete(request, pk):
    article = allowed_article(request.user, pk, may_delete)
    publishing.throw_away(article, request.user)
    return redirect(with_undo(reverse("articles:list"), "articles", article))


@require_POST
@members_only
def archive(request, pk):
    """Into the archives, or out of them: as below, the button says which (`on`), so that pressing it twice does not undo it."""
    article = allowed_article(request.user, pk, may_change)
    publishing.set_archived(article, request.POST.get("on") != "0")
    if article.is_archived:
        words = _("L’article est archivé : on le trouve encore, il n’est plus proposé.")
    else:
        words = _("L’article n’est plus archivé.")
    messages.success(request, words)
    return redirect(article)


@require_POST
@members_only
def pin(request, pk):
    article = allowed_article(request.user, pk, may_pin)
    publishing.set_pinned(article, request.POST.get("on") != "0")
    messages.success(
        request, _("L’article est en tête de la liste.") if article.pinned_at else _("L’article n’est plus épinglé.")
    )
    return redirect(article)


@require_POST
@members_only
def confirm(request, pk):
    """« Toujours vrai »"""
    article = allowed_article(request.user, pk, may_change)
    still_true.confirm(article)
    messages.success(request, _("Merci : la question vous sera posée de nouveau plus tard."))
    return redirect(article)


# ---- must-reads -------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def readers(request, pk):
    """Who has read it and who has not; asking, or changing what is asked."""
    article = allowed_article(request.user, pk, may_open_readers)
    may_ask = may_ask_to_read(request.user, article)
    form = MustReadForm(request.POST if request.method == "POST" else None, article=article, person=request.user)
    if form.is_bound:
        if not may_ask:
            raise Http404
        if form.is_valid():
            reading.ask_to_read(article, request.user, form.cleaned_data["until"], form.cleaned_data.get("groups", ()))
            messages.success(request, _("C’est demandé : chacun répond par « J’ai lu »."))
            return redirect("articles:readers", pk=pk)
    must_read = getattr(article, "must_read", None)
    late, done = reader_lines(must_read) if must_read else ([], [])
    return render(
        request,
        "articles/readers.html",
        {
            "article": article,
            "must_read": must_read,
            "late": late,
            "done": done,
            "total": len(late) + len(done),
            "form": form if may_ask else None,
            "may_stop": must_read is not None and may_stop_asking(request.user, article),
            "crumbs": crumbs(article, _("Lecteurs")),
        },
        status=422 if form.is_bound else 200,
    )


@require_POST
@members_only
def remind(request, pk):
    article = allowed_article(request.user, pk, may_see_readers)
    must_read = getattr(article, "must_read", None)
    if must_read is None:
        raise Http404
    number = len(readers_late(must_read))
    if reading.remind(must_read, request.user):
        words = ngettext("Le rappel part à %(count)d personne.", "Le rappel part à %(count)d personnes.", number)
        messages.success(request, words % {"count": number})
    else:
        messages.info(request, _("Le rappel est déjà parti : il n’y en a qu’un."))
    return redirect("articles:readers", pk=pk)


@require_POST
@members_only
def ask_no_more(request, pk):
    article = allowed_article(request.user, pk, may_stop_asking)
    reading.ask_no_more(article)
    messages.success(request, _("La lecture n’est plus demandée."))
    return redirect(article)
