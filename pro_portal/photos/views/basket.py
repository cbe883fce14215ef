"""The basket and its zip."""

from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import urlencode
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from common.absolute_urls import next_address
from common.views.media import NOT_STORED
from pro_portal.photos import session
from pro_portal.photos.forms.downloads import BundleForm
from pro_portal.photos.forms.selections import BasketIntoSelectionForm
from pro_portal.photos.models import Bundle, LicenceText, Photo
from pro_portal.photos.permissions import is_keeper, may_download, may_download_size
from pro_portal.photos.presenters.listing import card
from pro_portal.photos.rights.sizes import BY_CODE, SIZES, drawn_weights, sizes_for
from pro_portal.photos.tasks import make_bundle
from pro_portal.photos.views.library import crumbs, crumbs_below

SESSION_BUNDLES = "photos_bundles"  # the secrets of a visitor's zips


@require_safe
@login_not_required
def basket(request):
    """The basket, and the sizes in which its photos can be downloaded together."""
    return _basket_page(request, *_basket_photos(request))


def _basket_photos(request) -> tuple[list[Photo], list[Photo], int]:
    """The photos of the basket that this reader still sees, those of them that they may take, and how many are gone."""
    ids = session.basket_ids(request)
    photos = Photo.objects.visible_to(request.user).select_related("picture").in_bulk(ids)
    visible_photos = [photos[pk] for pk in ids if pk in photos]
    allowed_photos = [photo for photo in visible_photos if may_download(request.user, photo.picture)]
    return visible_photos, allowed_photos, len(ids) - len(visible_photos)


def _basket_page(request, visible_photos, allowed_photos, gone: int, form: BundleForm | None = None):
    weights = drawn_weights([photo.picture for photo in allowed_photos])
    sizes = [
        {"size": size, "count": photo_count, "bytes": sum(size.bytes(photo.picture, weights) for photo in photos_of_size)}
        for size in SIZES
        if (photos_of_size := [photo for photo in allowed_photos if size in sizes_for(photo.picture)])
        and (photo_count := len(photos_of_size))
    ]
    if form is None:
        form = BundleForm(photos=allowed_photos, initial=asdict(session.wish_of(request)))
    codes = [each["size"].code for each in sizes]
    context = {
        "cards": [card(photo, request.user) for photo in visible_photos],
        "sizes": sizes,
        "form": form,
        "chosen": form["size"].value() if form["size"].value() in codes else next(iter(codes), ""),
        "gone": gone,
        "selection_form": BasketIntoSelectionForm() if visible_photos and is_keeper(request.user) else None,
        "crumbs": crumbs(_("Panier")),
    }
    return render(request, "photos/basket.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_not_required
def change(request, pk: int):
    """Add a photo to the basket or remove it; `keep` is « 1 » or « 0 »."""
    if request.POST.get("keep") == "0":
        session.remove_from_basket(request, pk)
    else:
        get_object_or_404(Photo.objects.visible_to(request.user), pk=pk)
        if not session.add_to_basket(request, pk):
            messages.error(request, _("Le panier est plein : prenez d’abord ces photos, ou retirez-en."))
    number = len(session.basket_ids(request))
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"count": number, "words": basket_words(number)})
    return HttpResponseRedirect(next_address(request, reverse("photos:basket")))


def basket_words(number: int) -> str:
    return ngettext("%(number)s photo dans le panier", "%(number)s photos dans le panier", number) % {"number": number}


@require_POST
@login_not_required
def request_bundle(request):
    """Queue the making of the zip; its page says when it is ready."""
    ids = session.basket_ids(request)
    if not ids:
        messages.error(request, _("Choisissez des photos et une taille."))
        return redirect("photos:basket")
    photos = _basket_photos(request)
    form = BundleForm(request.POST, photos=photos[1])
    if not form.is_valid():
        return _basket_page(request, *photos, form)
    size, purpose = form.cleaned_data["size"], form.cleaned_data["purpose"]
    text, downloader = LicenceText.current(), session.downloader_of(request)
    if downloader.accepted != text.version:
        session.store_wish(request, session.Wish(size, purpose))
        return redirect(f"{reverse('photos:conditions')}?{urlencode({'next': reverse('photos:basket')})}")
    return _queue_bundle(request, ids, size, purpose, downloader)


def go_on_with_bundle(request):
    """The zip that was asked for before the conditions were accepted; the basket where it can no longer be made so."""
    ids = session.basket_ids(request)
    form = BundleForm(asdict(session.wish_of(request)), photos=_basket_photos(request)[1])
    if not ids or not form.is_valid():
        return redirect("photos:basket")
    return _queue_bundle(request, ids, form.cleaned_data["size"], form.cleaned_data["purpose"], session.downloader_of(request))


def _queue_bundle(request, ids: list[int], size: str, purpose: str, downloader: session.Downloader):
    person = request.user if request.user.is_authenticated else None
    with transaction.atomic():
        bundle = Bundle.objects.create(
            person=person, organisation=person.organisation if person else None, name=downloader.name, email=downloader.email,
            pictures=ids, size=size, purpose=purpose, language=get_language() or "fr",
        )  # fmt: skip
        transaction.on_commit(lambda: make_bundle.enqueue(str(bundle.pk)))
    session.forget_wish(request)
    if person is None:
        request.session[SESSION_BUNDLES] = [*(request.session.get(SESSION_BUNDLES) or [])[-20:], bundle.secret]
    return redirect("photos:bundle", pk=bundle.pk)


def _own_bundle(request, pk) -> Bundle:
    """A zip opens to who asked for it and to nobody else."""
    bundle = get_object_or_404(Bundle, pk=pk)
    if bundle.person_id:
        if bundle.person_id != request.user.pk:
            raise Http404
    elif not any(constant_time_compare(bundle.secret, secret) for secret in request.session.get(SESSION_BUNDLES) or []):
        raise Http404
    return bundle


@require_safe
@login_not_required
def bundle(request, pk):
    """The page of a zip: being made, ready, or why not. Reloads itself while it waits."""
    bundle = _own_bundle(request, pk)
    photos = Photo.objects.visible_to(request.user).select_related("picture").in_bulk(bundle.pictures)
    response = render(
        request,
        "photos/bundle.html",
        {
            "bundle": bundle,
            "size": BY_CODE.get(bundle.size),
            "cards": [card(photos[photo_id], request.user) for photo_id in bundle.pictures if photo_id in photos],
            "crumbs": crumbs_below(_("Panier"), "photos:basket", _("Zip de photos")),
        },
    )
    if bundle.state == Bundle.State.WAITING:
        response["Refresh"] = "3"  # seconds
    return response


@require_safe
@login_not_required
def bundle_file(request, pk):
    """The zip, as long as every picture in it may still be taken: else it is made again without them, as where its file is
    lost."""
    bundle = _own_bundle(request, pk)
    if bundle.state != Bundle.State.READY or not bundle.file:
        raise Http404
    photos = Photo.objects.filter(pk__in=bundle.pictures).select_related("picture")
    size = BY_CODE[bundle.size]
    try:
        content = bundle.file.open("rb")
    except FileNotFoundError:
        content = None
    if content is None or sum(may_download_size(request.user, photo.picture, size) for photo in photos) < len(bundle.pictures):
        bundle.wait_again()
        make_bundle.enqueue(str(bundle.pk))
        return redirect("photos:bundle", pk=bundle.pk)
    return FileResponse(content, as_attachment=True, filename="photos.zip", headers=NOT_STORED)
