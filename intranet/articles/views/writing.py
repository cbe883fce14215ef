"""Writing: the form, its drafts, the preview."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import members_only
from common.differences import FormGroups
from common.drafts import AlreadySent, BadFormToken, Fields, Stale, discard_draft, restore_draft
from common.rich_text import lines
from common.text import row_key
from common.views.drafts import DraftScreens
from intranet.articles.actions.attachments import DocumentRefused, keep_document
from intranet.articles.actions.publishing import article_for, publish_draft
from intranet.articles.forms.writing import ArticleForm, fields_of, starting_fields, usable_pictures
from intranet.articles.limits import AT_WORK_FOR
from intranet.articles.models import Article, ArticleDraft, ArticleToken
from intranet.articles.permissions import allowed_article, may_change
from intranet.articles.presenters.pages import article_page

PICTURES_OFFERED = 24
GROUPS = FormGroups(
    together={
        "picture": ("picture", "dropped", "picture_"),
        "body": ("body", "body-"),
        "files": ("document", "dropped_document"),
        "publish": ("publish_on", "publish_at"),
        "audience": ("audience", "audience_groups"),
    },
    never_compared=("base", "narrow_accepted"),
    unreadable=("picture", "dropped", "document", "dropped_document", "body-format"),
    in_words={"body": lines},
)


class ArticleScreens(DraftScreens):
    model, token, groups = ArticleDraft, ArticleToken, GROUPS
    related = ("article__picture", "author__organisation")
    page, choose_page = "articles:draft", "articles:choose_version"
    overview, overview_words = "articles:list", gettext_lazy("Les articles")
    two_versions = gettext_lazy("Deux versions de cet article")
    already_sent_words = gettext_lazy("Cet article est déjà publié : rien n’a été envoyé deux fois.")
    spent_words = gettext_lazy(
        "Cet article était déjà publié. Ce que vous avez écrit depuis est un nouveau brouillon : relisez, puis publiez."
    )

    def show(self, request, draft, *, checked=False, form=None, status=200, **context):
        form = form or ArticleForm(draft, draft.author, checked=checked)
        return render(
            request,
            "articles/write.html",
            {
                "draft": draft,
                "form": form,
                "ticket": str(ArticleToken.of(draft)),
                "tab": uuid.uuid4().hex,
                "base": draft.first("base"),
                "dropped": draft.fields.get("dropped", []),
                "dropped_documents": draft.fields.get("dropped_document", []),
                "saved_at": draft.saved_at if draft.pk else None,
                "others": others_at_work(draft),
                "picture_problem": "",
                "document_problem": "",
                "too_old": False,
                **self.document_context(request),
                **context,
            },
            status=status,
        )

    def act(self, request, draft, action):
        if action == "send":
            return send(request, draft)
        if action == "preview":
            return redirect("articles:preview", key=draft.key)
        return self.saved(request, draft)

    def receive_files(self, request, draft):
        if upload := request.FILES.get("document_file"):
            return receive_document(request, draft, upload)
        return super().receive_files(request, draft)

    def starting_fields(self, person, fields):
        return starting_fields(person, row_key("".join(fields.get("audience_groups", []))))

    def differences(self, draft, mine: Fields, theirs: Fields, person):
        form = ArticleForm(ArticleDraft(author=draft.author, article=draft.article, fields=theirs), person)
        labels = {
            "picture": _("Photo"),
            "body": _("Texte"),
            "files": _("Fichiers"),
            "publish": _("Date de publication"),
            "audience": _("Qui peut lire"),
        }
        return GROUPS.differences(mine, theirs, form, labels)


screens = ArticleScreens()


def others_at_work(draft: ArticleDraft) -> list:
    """The people who are changing the same article now."""
    if not draft.article_id:
        return []
    since = timezone.now() - AT_WORK_FOR
    others = ArticleDraft.objects.filter(article=draft.article_id, sent_at=None, discarded_at=None, saved_at__gt=since)
    return [other.author for other in others.exclude(author=draft.author_id).select_related("author")]


@require_safe
@members_only
def new_article(request):
    """An empty form, for `?groupe=<number>` where the reader is in it. Nothing is stored before the first word."""
    fields = starting_fields(request.user, row_key(request.GET.get("groupe", "")))
    return screens.show(request, ArticleDraft(key=uuid.uuid4(), author=request.user, fields=fields))


@require_safe
@members_only
def edit_article(request, pk):
    """The form filled from the latest version; a draft already begun by the same person is taken up again."""
    article = allowed_article(request.user, pk, may_change)
    begun = ArticleDraft.objects.in_progress_of(request.user).filter(article=article).first()
    if begun:
        return redirect("articles:draft", key=begun.key)
    fields = fields_of(article.get_latest_revision_as_object())
    return screens.show(request, ArticleDraft(key=uuid.uuid4(), author=request.user, article=article, fields=fields))


@csrf_exempt  # the signed ticket protects as well, and survives signing in again: see `common.drafts`
@login_not_required  # a form sent after the session ended is stored, then its author signs in
def draft_page(request, key):
    return screens.draft_page(request, key)


@require_POST
@members_only
def choose_version(request, key):
    return screens.choose_version(request, key)


def send(request, draft: ArticleDraft):
    if draft.article and not may_change(request.user, draft.article):
        raise Http404
    form = ArticleForm(draft, request.user, checked=True)
    if not form.is_valid():
        return screens.show(request, draft, form=form, status=422)
    if draft.article and (base := draft.first("base")) and base != str(draft.article.latest_revision_id or ""):
        return article_changed(request, draft)
    try:
        article = publish_draft(draft, form, request.user)
    except AlreadySent as sent:
        return screens.already_sent(request, sent.draft)
    except Stale as stale:
        return screens.changed_elsewhere(request, request.user, stale.draft, draft.fields)
    if moment := article.scheduled_for:
        day = date_format(timezone.localtime(moment), "DATETIME_FORMAT")
        words = _("« %(title)s » sera publié le %(day)s.") % {"title": draft.title, "day": day}
    else:
        words = _("« %(title)s » est publié.") % {"title": article.title}
    messages.success(request, words)
    return redirect(article)


def article_changed(request, draft: ArticleDraft):
    """The article itself was changed by someone else since this draft was begun."""
    revision = draft.article.latest_revision
    latest = fields_of(revision.as_object()) | {"base": [str(revision.pk)]}
    if revision.user:
        intro = _("%(person)s a modifié l’article depuis que vous avez commencé.") % {"person": revision.user}
    else:
        intro = _("L’article a été modifié depuis que vous avez commencé.")
    return screens.show_choice(request, draft, draft.fields, latest, intro=intro)


@require_safe
@members_only
def preview(request, key):
    """The article as its readers will see it, over a row that is never saved."""
    draft = screens.own_draft(request.user, key)
    if draft.sent_at:
        return screens.already_sent(request, draft)
    form = ArticleForm(draft, request.user, checked=True)
    if not form.is_valid() and set(form.errors) != {"narrow_accepted"}:
        return screens.show(request, draft, form=form, status=422)
    article = article_for(draft) if draft.article else Article(author=draft.author, organisation=draft.author.organisation)
    form.cleaned_data.setdefault("narrow_accepted", False)
    form.fill(article)
    fields = [(name, value) for name, values in draft.fields.items() for value in values]
    context = article_page(article, request.user, None, is_preview=True)
    return render(
        request,
        "articles/preview.html",
        context | {"draft": draft, "ticket": str(ArticleToken.of(draft)), "fields": fields, "narrower": form.narrower},
    )


# ---- drafts thrown away ---------------------------------------------------------------------------------------------
@require_POST
@members_only
def discard(request, key):
    draft = screens.own_draft(request.user, key)
    discard_draft(draft)
    return redirect(f"{reverse('articles:list')}?voir=les-miens&brouillon={draft.key}")


@require_POST
@members_only
def restore(request, key):
    draft = screens.own_draft(request.user, key)
    restore_draft(draft)
    messages.success(request, _("Le brouillon « %(title)s » est de retour.") % {"title": draft.title})
    return redirect(f"{reverse('articles:list')}?voir=les-miens")


# ---- pictures and files --------------------------------------------------------------------------------------------
@csrf_exempt  # the ticket of the form stands for the token, as in `draft_page`
@require_POST
@members_only
def upload_picture(request):
    return screens.upload_picture(request)


@csrf_exempt  # the ticket of the form stands for the token, as in `draft_page`
@require_POST
@members_only
def upload_document(request):
    """One file at a time, so that each has its own bar. Answers its key, name and address."""
    try:
        owner = ArticleToken.read(request.POST.get("ticket", "")).person_id
        upload = request.FILES.get("document_file")
    except (BadFormToken, SuspiciousOperation, BadRequest):
        return HttpResponse(status=403)
    if owner != request.user.pk or upload is None:
        return HttpResponse(status=403)
    try:
        document = keep_document(upload, request.user)
    except DocumentRefused as refused:
        return JsonResponse({"problem": str(refused.message)}, status=422)
    return JsonResponse({"id": document.pk, "title": document.title, "url": document.url, "ending": document.file_extension})


def receive_document(request, draft: ArticleDraft, upload):
    """A file sent with the form, without JavaScript."""
    try:
        document = keep_document(upload, request.user)
    except DocumentRefused as refused:
        return screens.show(request, draft, document_problem=refused.message, status=422)
    fields = draft.fields
    given = {name: [*fields.get(name, []), str(document.pk)] for name in ("document", "dropped_document")}
    screens.rewrite(draft, fields | given)
    return redirect(f"{screens.url(draft)}#fichiers")


@require_safe
@members_only
def library(request):
    """Pictures to put into the text: one's own and those of the library that one may see, by a word of their title or credit."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    pictures = usable_pictures(request.user).order_by("-created_at", "-pk")
    if words:
        pictures = pictures.filter(title__icontains=words) | pictures.filter(credit__icontains=words)
    pictures = [picture for picture in pictures.distinct()[:PICTURES_OFFERED] if picture.is_in_force]
    return render(request, "articles/_library.html", {"pictures": pictures, "words": words})
