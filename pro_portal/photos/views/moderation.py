"""Moderating contributions: accept all pictures of one, some, or refuse them with a reason."""

from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Q
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.imaging.size import PictureSize
from common.renditions import NO_RENDITION, open_rendition_for_reader
from common.text import row_keys
from common.views.media import NOT_STORED, tile
from pro_portal.photos.actions.facts import add_keywords, set_keywords
from pro_portal.photos.actions.moderation import DecisionResult, accept, refuse, undo_decision
from pro_portal.photos.forms.rights import LotForm, RefusalForm, WaiverForm
from pro_portal.photos.forms.words import PhotoWordsForm
from pro_portal.photos.models import Contribution, Photo
from pro_portal.photos.permissions import keepers_only
from pro_portal.photos.querysets.duplicates import twins
from pro_portal.photos.views.library import crumbs, crumbs_below

LOTS_BY_PAGE = 30
SESSION_UNDO = "photos_undo"  # {"lot", "at", "words"}: this editor's last decision
WAITING = Photo.State.WAITING


@require_safe
@keepers_only
def queue(request):
    """The lots that wait, the oldest first."""
    waiting_count = Count("photos", filter=Q(photos__state=WAITING))
    lots = Contribution.objects.filter(state=Contribution.State.GIVEN).annotate(waiting=waiting_count)
    lots = lots.select_related("author", "organisation").order_by("signed_at", "pk")
    page = Paginator(lots, LOTS_BY_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "crumbs": crumbs(_("À accepter")), **_undo_context(request)}
    return render(request, "photos/queue.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def lot(request, pk: int):
    """The pictures of a lot with their facts, and the decision on those that are ticked."""
    contribution = get_object_or_404(
        Contribution.objects.exclude(state=Contribution.State.OPEN).select_related("author", "keeper", "organisation"), pk=pk
    )
    action = request.POST.get("action", "")
    form = LotForm(request.POST if request.method == "POST" else None, initial={"offered": contribution.facts.get("offered")})
    refusal = RefusalForm(request.POST if action == "refuse" else None)
    waiver = WaiverForm(request.POST if action == "accept" else None)
    chosen_pks = row_keys(request.POST.getlist("photos"))
    photos = list(
        contribution.photos.select_related("picture", "commune", "decided_by").prefetch_related("picture__tags").order_by("pk")
    )
    post = request.POST if request.method == "POST" else None
    words = {photo.pk: PhotoWordsForm(post, photo) for photo in photos if photo.state == WAITING}
    if post is not None and _is_valid(request, action, chosen_pks, form, refusal, waiver, words):
        return _decide(request, contribution, chosen_pks, action, form, refusal, waiver, words)
    duplicates = twins([photo for photo in photos if photo.state == WAITING])
    lacking = set(contribution.photos.filter(state=WAITING).without_consent().values_list("pk", flat=True))
    context = {
        "lot": contribution,
        "rows": [_row(photo, request, chosen_pks, duplicates, photo.pk in lacking, words.get(photo.pk)) for photo in photos],
        "lacking": len(lacking),
        "undescribed": sum(photo.state == WAITING and not photo.picture.is_described for photo in photos),
        "agreements": contribution.agreements.prefetch_related("consents"),
        "waiver": waiver,
        "waiting": sum(photo.state == WAITING for photo in photos),
        "form": form,
        "refusal": refusal,
        "crumbs": crumbs_below(_("À accepter"), "photos:queue", str(contribution.author or contribution.signed_name)),
        **_undo_context(request),
    }
    return render(request, "photos/lot.html", context, status=422 if request.method == "POST" else 200)


def _is_valid(request, action: str, chosen_pks: list[int], form, refusal, waiver, words) -> bool:
    if not chosen_pks and action in ("accept", "refuse"):
        messages.error(request, _("Cochez au moins une photo."))
        return False
    forms = {"accept": [form, waiver], "refuse": [form, refusal], "save": [form]}.get(action, [])
    return bool(forms) and all(each.is_valid() for each in (*forms, *words.values()))


def _row(photo: Photo, request, chosen_pks: list[int], duplicates: dict[int, int], lacks_consent: bool, words) -> dict:
    return {
        "photo": photo,
        "title": photo.picture.title,
        "words": words,
        "lacks_words": photo.state == WAITING and not photo.picture.is_described,
        "is_chosen": photo.pk in chosen_pks if request.method == "POST" else True,
        "twin": duplicates.get(photo.pk),
        "lacks_consent": lacks_consent,
    }


def _decide(request, contribution, chosen_pks, action, form, refusal, waiver, words):
    _save_facts(request, words, chosen_pks, form.cleaned_data)
    if action == "save":
        messages.success(request, _("C’est noté."))
        return redirect("photos:lot", pk=contribution.pk)
    if action == "accept":
        answers = form.cleaned_data
        rights = {"audience": answers["audience"], "offered": answers["offered"]}
        result = accept(contribution, chosen_pks, request.user, waiver=waiver.reason, **rights)
        sentence = ngettext("%(count)s photo acceptée.", "%(count)s photos acceptées.", len(result.pks))
    else:
        answers = refusal.cleaned_data
        result = refuse(contribution, chosen_pks, request.user, reason=answers["reason"], words=answers["words"])
        sentence = ngettext("%(count)s photo refusée.", "%(count)s photos refusées.", len(result.pks))
    _report(request, contribution, result, sentence % {"count": len(result.pks)})
    is_finished = contribution.state == Contribution.State.DECIDED or not contribution.photos.filter(state=WAITING).exists()
    return redirect("photos:queue") if is_finished else redirect("photos:lot", pk=contribution.pk)


def _report(request, contribution, result: DecisionResult, message: str) -> None:
    if result.others:
        sentence = ngettext(
            "%(count)s photo était déjà décidée par %(person)s : elle n’a pas été touchée.",
            "%(count)s photos étaient déjà décidées par %(person)s : elles n’ont pas été touchées.",
            result.others,
        )
        messages.warning(request, sentence % {"count": result.others, "person": result.by or _("quelqu’un d’autre")})
    if result.held:
        messages.warning(request, _missing_consents(contribution, result.held))
    if result.undescribed:
        sentence = ngettext(
            "%(count)s photo ne dit pas encore ce qu’elle montre : écrivez-le pour la montrer à tout le monde.",
            "%(count)s photos ne disent pas encore ce qu’elles montrent : écrivez-le pour les montrer à tout le monde.",
            len(result.undescribed),
        )
        messages.warning(request, sentence % {"count": len(result.undescribed)})
    if result.pks:
        request.session[SESSION_UNDO] = {"lot": contribution.pk, "at": result.at.isoformat(), "words": message}


def _missing_consents(contribution: Contribution, held: list[int]) -> str:
    names = {"count": len(held), "title": contribution.photos.select_related("picture").get(pk=held[0]).picture.title}
    sentence = ngettext(
        "Il manque l’accord écrit des personnes que l’on reconnaît sur « %(title)s » : "
        "cette photo n’est pas publiée, elle attend.",
        "Il manque l’accord écrit des personnes que l’on reconnaît sur %(count)s photos : "
        "elles ne sont pas publiées, elles attendent.",
        len(held),
    )
    return sentence % names


@transaction.atomic
def _save_facts(request, words: dict[int, PhotoWordsForm], chosen_pks: list[int], answers: dict) -> None:
    """The words of each picture that still waits, and that nobody is recognised on it; the facts for all those chosen."""
    without_people = row_keys(request.POST.getlist("nobody"))
    set_keywords({pk: form.new_keywords for pk, form in words.items() if form.new_keywords is not None})
    for pk, form in words.items():
        photo, picture, before = form.photo, form.photo.picture, form.columns
        form.write_words()
        photo.with_people = photo.with_people and pk not in without_people
        if pk in chosen_pks:
            photo.theme, photo.season = answers["theme"] or photo.theme, answers["season"] or photo.season
            photo.place = answers["place"] or photo.place
            photo.commune = answers["commune"] or photo.commune or (photo.place.commune if photo.place else None)
            picture.credit = answers["credit"] or picture.credit
        form.save_since(before)
    if answers["keywords"]:
        add_keywords([pk for pk in words if pk in chosen_pks], answers["keywords"])


def _undo_context(request) -> dict:
    """The context of this editor's last decision with its undo, shown once."""
    decision = request.session.pop(SESSION_UNDO, None)
    if not decision or request.method == "POST":
        return {}
    address = f"{reverse('photos:lot_undo', args=[decision['lot']])}?{urlencode({'at': decision['at']})}"
    return {"undo": {"words": decision["words"], "url": address}}


@require_POST
@keepers_only
def undo(request, pk: int):
    contribution = get_object_or_404(Contribution, pk=pk)
    try:
        at = datetime.fromisoformat(request.GET.get("at", ""))
        count = undo_decision(contribution, request.user, at if timezone.is_aware(at) else timezone.make_aware(at))
    except (ValueError, OverflowError) as error:  # the year 1 has no hour in every time zone
        raise Http404 from error
    if count:
        sentence = ngettext("%(count)s photo attend de nouveau.", "%(count)s photos attendent de nouveau.", count)
        messages.success(request, sentence % {"count": count})
    return redirect("photos:lot", pk=pk)


@require_safe
@keepers_only
def preview(request, pk: int):
    """A picture that waits, for who decides: it is private to its author otherwise."""
    photo = get_object_or_404(Photo.objects.filter(state=WAITING).select_related("picture"), pk=pk)
    if photo.contribution_id is None or not photo.picture.is_in_force or photo.contribution.state == Contribution.State.OPEN:
        raise Http404
    size = PictureSize(960 if request.GET.get("grand") else 480, kind="webp")
    try:
        content = open_rendition_for_reader(photo.picture, size)
    except NO_RENDITION as error:
        raise Http404 from error
    if content is None:
        return tile(request, *size.fitted((photo.picture.width, photo.picture.height)))
    return FileResponse(content, content_type="image/webp", headers=NOT_STORED)
