"""Asking for a picture that one may only look at; the keepers' list of what is asked."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.rate_limits import allows_message
from pro_portal.photos.actions.requests import answer_request, request_photo
from pro_portal.photos.forms.downloads import AnswerForm, PhotoRequestForm
from pro_portal.photos.models import Photo, PhotoRequest
from pro_portal.photos.permissions import keepers_only, light
from pro_portal.photos.views.library import crumbs

REQUESTS_BY_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def request_one(request, pk: int):
    """What the picture is wanted for; one that may be taken leads to its own page."""
    photo = get_object_or_404(Photo.objects.visible_to(request.user).select_related("picture"), pk=pk)
    if light(request.user, photo.picture) != "red":
        return redirect(photo)
    form = PhotoRequestForm(request.POST if request.method == "POST" else None, has_account=request.user.is_authenticated)
    if form.is_bound and form.is_valid():
        if allows_message(request, "photo-request"):
            if not form.is_from_robot:
                request_photo(photo, request.user, form.cleaned_data)
            messages.success(request, _("Votre demande est partie. La réponse arrivera par courriel."))
            return redirect(photo)
        form.add_error(None, _("Vous avez envoyé beaucoup de demandes. Réessayez dans une heure."))
    context = {"photo": photo, "picture": photo.picture, "form": form, "crumbs": crumbs(str(photo), photo.title_language)}
    return render(request, "photos/request.html", context, status=422 if form.is_bound else 200)


def _requests_of(user):
    """Those of the pictures that this keeper works on."""
    photos = Photo.objects.workable_by(user)
    return PhotoRequest.objects.filter(picture__in=photos.values("pk")).select_related(
        "picture__photo", "organisation", "answered_by"
    )


def _list_page(request, form: AnswerForm | None = None, pk: int | None = None):
    rows = _requests_of(request.user)
    page = Paginator(rows.exclude(answered_at=None).order_by("-answered_at", "-pk"), REQUESTS_BY_PAGE).get_page(
        request.GET.get("page")
    )
    waiting = [
        {"row": row, "form": form if row.pk == pk else AnswerForm(auto_id=f"id_%s_{row.pk}")}
        for row in rows.filter(answered_at=None)[:REQUESTS_BY_PAGE]
    ]
    context = {"waiting": waiting, "page": page, "form": form, "crumbs": crumbs(_("Photos demandées"))}
    return render(request, "photos/requests.html", context, status=422 if form else 200)


@require_safe
@keepers_only
def request_list(request):
    """What waits for an answer, the oldest first, then what was answered."""
    return _list_page(request)


@require_POST
@keepers_only
def answer(request, pk: int):
    """Answer by mail."""
    photo_request = get_object_or_404(_requests_of(request.user), pk=pk)
    form = AnswerForm(request.POST, auto_id=f"id_%s_{pk}")
    if photo_request.answered_at is None and not form.is_valid():
        return _list_page(request, form, pk)
    if photo_request.answered_at is None and answer_request(pk, request.user, form.cleaned_data["answer"]):
        messages.success(request, _("La réponse est partie à %(email)s.") % {"email": photo_request.email})
    else:
        messages.error(request, _("Cette demande a déjà sa réponse : elle est plus bas."))
    return redirect(reverse("photos:requests"))
