"""Contributing photos: upload, one form for all of them, signature; then the state of one's contributions and downloads."""

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from common.models import Picture
from common.models.picture_words import same_name
from pro_portal.photos.actions.contributions import TRANSFER_VERSION, NothingToGive, sign, transfer_in_words
from pro_portal.photos.actions.uploads import current_contribution, open_contribution, receive_files
from pro_portal.photos.forms.contributions import ContributionForm, SignatureForm
from pro_portal.photos.forms.words import PhotoWordsForm
from pro_portal.photos.models import Contribution, Photo, Taking, Upload
from pro_portal.photos.permissions import givers_only
from pro_portal.photos.views.agreements import receive_agreements
from pro_portal.photos.views.library import crumbs
from pro_portal.photos.views.uploads import upload_rows

GIFTS_BY_PAGE, DOWNLOADS_BY_PAGE, WORDS_BY_PAGE = 20, 50, 30


@require_http_methods(["GET", "HEAD", "POST"])
@givers_only
def give(request):
    """The lot in hand: its files and the form for all of them. What is typed is kept at each answer, right or wrong."""
    try:
        action = request.POST.get("action", "") if request.method == "POST" else ""
    except (SuspiciousOperation, BadRequest):
        return render(request, "photos/give_too_much.html", status=413)
    contribution = open_contribution(request.user) if action else current_contribution(request.user)
    if action:
        _store_answers(contribution, request.POST)
    if action == "save":
        hour = time_format(timezone.localtime(), "TIME_FORMAT")
        return HttpResponse(_("Enregistré à %(hour)s") % {"hour": hour}, content_type="text/plain; charset=utf-8")
    are_valid = not request.FILES.getlist("agreements") or receive_agreements(request, contribution)
    if request.FILES.getlist("files") or (action == "files" and not request.FILES):
        _receive(request)
    if action == "files":
        return redirect("photos:give")
    form = ContributionForm(request.POST) if action else ContributionForm(initial=_initial_answers(contribution, request.user))
    if action and form.is_valid() and are_valid:
        contribution.facts = form.facts()
        contribution.keeps_position = form.cleaned_data["keeps_position"]
        contribution.save()
        return redirect("photos:sign")
    uploads = upload_rows(contribution, request.user) if contribution else []
    context = {
        "form": form,
        "uploads": uploads,
        "lot": contribution,
        "agreements": contribution.agreements.all() if contribution else [],
        "crumbs": crumbs(_("Donner des photos")),
    }
    return render(request, "photos/give.html", context, status=422 if form.is_bound else 200)


def _store_answers(contribution: Contribution, post) -> None:
    """Store the answers as typed, valid or not, so that nothing is lost."""
    contribution.facts = {name: _raw_value(name, field, post) for name, field in ContributionForm.base_fields.items()}
    contribution.save(update_fields=["facts"])


def _raw_value(name: str, field, post):
    if isinstance(field, forms.BooleanField):
        return name in post
    if isinstance(field, forms.MultipleChoiceField):
        return [value.replace("\0", "")[:20] for value in post.getlist(name)[:10]]
    return post.get(name, "").replace("\0", "")[: 1000 if name == "keywords" else 200]


def _initial_answers(contribution: Contribution | None, person) -> dict:
    if contribution and contribution.facts:
        return contribution.facts
    return {"credit": str(person), "people": "no"}


def _receive(request) -> None:
    files = request.FILES.getlist("files")
    refusals = receive_files(request.user, files)
    sentences = {
        "too_large": _("Trop lourd (100 Mo au plus) : %(names)s"),
        "too_many": _("De trop : ce don compte déjà 300 fichiers. Signez-le, puis donnez les autres : %(names)s"),
        "files_away": _("Ne peut pas être rangé en ce moment, choisissez-le de nouveau dans une minute : %(names)s"),
    }
    for code, sentence in sentences.items():
        if names := [name for name, refusal in refusals.items() if refusal == code]:
            messages.error(request, sentence % {"names": ", ".join(names)[:500]})
    if received_count := len(files) - len(refusals):
        messages.success(
            request, ngettext("%(count)s fichier reçu.", "%(count)s fichiers reçus.", received_count) % {"count": received_count}
        )
    if not files:
        messages.error(request, _("Choisissez d’abord des fichiers."))


@require_http_methods(["GET", "HEAD", "POST"])
@givers_only
def sign_gift(request):
    """The transfer in full, made of the answers, and the place to sign."""
    contribution = current_contribution(request.user)
    if contribution is None or not ContributionForm(_as_form(contribution)).is_valid():
        return redirect("photos:give")
    form = SignatureForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            sign(contribution, form.cleaned_data["name"])
        except NothingToGive:
            messages.error(request, _("Aucune photo n’est arrivée : déposez-en au moins une."))
            return redirect("photos:give")
        messages.success(request, _("Merci. L’office regarde vos photos et vous répond."))
        return redirect("photos:gift", pk=contribution.pk)
    uploads = contribution.uploads.exclude(state=Upload.State.REFUSED)
    context = {
        "form": form,
        "lot": contribution,
        "text": transfer_in_words(contribution),
        "agreements": contribution.agreements.all(),
        "version": TRANSFER_VERSION,
        "other_authors": other_authors(contribution),
        "with_people": contribution.facts.get("people") == "yes",
        "whole": uploads.exclude(state=Upload.State.ARRIVING).count(),
        "on_their_way": uploads.filter(state=Upload.State.ARRIVING).count(),
        "crumbs": crumbs(_("Donner des photos")),
    }
    return render(request, "photos/sign.html", context, status=422 if form.is_bound else 200)


def other_authors(contribution: Contribution) -> list[str]:
    """The names that files of the lot give as their author and that its credit is not."""
    credit = contribution.facts.get("credit", "")
    creators = Picture.objects.filter(photo__contribution=contribution).exclude(creator="").values_list("creator", flat=True)
    return sorted({creator for creator in creators if not same_name(creator, credit)})


def _as_form(contribution: Contribution) -> dict:
    return {name: value for name, value in contribution.facts.items() if value not in (None, False)}


@require_http_methods(["GET", "HEAD", "POST"])
@givers_only
def gift_words(request, pk: int):
    """Titles, texts and keywords of each picture of a lot I answer for, until an editor decides on it."""
    lot = get_object_or_404(Contribution.objects.looked_after_by(request.user), pk=pk)
    waiting = (
        lot.photos.filter(state=Photo.State.WAITING).select_related("picture").prefetch_related("picture__tags").order_by("pk")
    )
    page = Paginator(waiting, WORDS_BY_PAGE).get_page(request.GET.get("page"))
    post = request.POST if request.method == "POST" else None
    words = [PhotoWordsForm(post, photo) for photo in page]
    back = "photos:give" if lot.state == Contribution.State.OPEN else "photos:gift"
    back_url = reverse(back) if lot.state == Contribution.State.OPEN else reverse(back, args=[pk])
    if post is not None and all(form.is_valid() for form in words):
        with transaction.atomic():
            for form in words:
                form.write()
        messages.success(request, _("C’est noté."))
        return redirect(f"{request.path}?page={page.next_page_number()}" if page.has_next() else back_url)
    context = {"page": page, "words": words, "back_url": back_url, "crumbs": crumbs(_("Décrire mes photos"))}
    return render(request, "photos/gift_words.html", context, status=422 if post is not None else 200)


@require_safe
@givers_only
def gifts(request):
    """My lots and those I took over, with what became of their pictures."""
    states = Photo.State
    lots = Contribution.objects.given().looked_after_by(request.user).select_related("author").order_by("-signed_at", "-pk")
    lots = lots.annotate(
        total=Count("photos"),
        accepted=Count("photos", filter=Q(photos__state=states.ACCEPTED)),
        refused=Count("photos", filter=Q(photos__state=states.REFUSED)),
        waiting=Count("photos", filter=Q(photos__state=states.WAITING)),
    )
    page = Paginator(lots, GIFTS_BY_PAGE).get_page(request.GET.get("page"))
    return render(request, "photos/gifts.html", {"page": page, "crumbs": crumbs(_("Mes dons"))})


@require_safe
@givers_only
def gift(request, pk: int):
    """One lot I answer for: each picture with its state, and what was signed."""
    lot = get_object_or_404(Contribution.objects.given().looked_after_by(request.user).select_related("author"), pk=pk)
    photos = lot.photos.select_related("picture").annotate(taken=Count("picture__takings")).order_by("pk")
    lacking = set(lot.photos.filter(state=Photo.State.WAITING).without_consent().values_list("pk", flat=True))
    agreements = list(lot.agreements.all())
    for photo in photos:  # once agreements are attached, it is the office's turn
        photo.lacks_consent = photo.pk in lacking and not agreements
    context = {
        "lot": lot,
        "photos": photos,
        "lacking": len(lacking),
        "agreements": agreements,
        "undescribed": sum(photo.state == Photo.State.WAITING and not photo.picture.is_described for photo in photos),
        "still_read": lot.uploads.filter(state=Upload.State.ARRIVED).count(),
        "refused_files": [row for row in upload_rows(lot, request.user) if row["refusal"]],
        "crumbs": crumbs(_("Mes dons")),
    }
    return render(request, "photos/gift.html", context)


@require_safe
@givers_only
def downloads_of_my_photos(request):
    """Who downloaded the pictures that are mine, or my organisation's."""
    owned = Q(author=request.user)
    if request.user.organisation_id:
        owned |= Q(organisation=request.user.organisation_id)
    downloads = Taking.objects.filter(picture__in=Picture.objects.filter(owned)).select_related(
        "picture", "person", "organisation"
    )
    page = Paginator(downloads, DOWNLOADS_BY_PAGE).get_page(request.GET.get("page"))
    return render(request, "photos/taken.html", {"page": page, "crumbs": crumbs(_("Qui a pris mes photos"))})
