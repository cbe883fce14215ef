"""The basket and its zip."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pro_portal.photos import session as who
from pro_portal.photos.models import Bundle, LicenceText, Photo
from pro_portal.photos.permissions import may_take, may_take_size
from pro_portal.photos.presenters.listing import card
from pro_portal.photos.rights.sizes import BY_CODE, SIZES, sizes_for
from pro_portal.photos.tasks import make_bundle
from pro_portal.photos.views.library import crumbs, under

SESSION_BUNDLES = "photos_bundles"  # the secrets of a visitor's zips


@require_safe
@login_not_required
def basket(request):
    """What was set aside, and the sizes it can be taken in together."""
    ids = who.basket_ids(request)
    photos = Photo.objects.visible_to(request.user).select_related("picture").in_bulk(ids)
    shown = [photos[pk] for pk in ids if pk in photos]
    free = [each for each in shown if may_take(request.user, each.picture)]
    sizes = [
        {"size": size, "count": number, "bytes": sum(size.bytes(each.picture) for each in fitting)}
        for size in SIZES
        if (fitting := [each for each in free if size in sizes_for(each.picture)]) and (number := len(fitting))
    ]
    context = {
        "cards": [card(each, request.user) for each in shown],
        "sizes": sizes,
        "gone": len(ids) - len(shown),
        "crumbs": crumbs(_("Panier")),
    }
    return render(request, "photos/basket.html", context)


@require_POST
@login_not_required
def change(request, pk: int):
    """Set a picture aside or put it back; `keep` is « 1 » or « 0 »."""
    if request.POST.get("keep") == "0":
        who.put_back(request, pk)
    else:
        get_object_or_404(Photo.objects.visible_to(request.user), pk=pk)
        if not who.keep(request, pk):
            messages.error(request, _("Le panier est plein : prenez d’abord ces photos, ou retirez-en."))
    number = len(who.basket_ids(request))
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"count": number, "words": basket_words(number)})
    back = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(back, {request.get_host()}) and "\x00" not in back
    # Not `redirect`, which takes a word without a slash for the name of a view.
    return HttpResponseRedirect(back if allowed else reverse("photos:basket"))


def basket_words(number: int) -> str:
    return ngettext("%(number)s photo dans le panier", "%(number)s photos dans le panier", number) % {"number": number}


@require_POST
@login_not_required
def ask_for_bundle(request):
    """Have the worker make the zip; its page says when it is ready."""
    size = BY_CODE.get(request.POST.get("size", ""))
    ids = who.basket_ids(request)
    if size is None or not ids:
        messages.error(request, _("Choisissez des photos et une taille."))
        return redirect("photos:basket")
    text, taker = LicenceText.current(), who.taker_of(request)
    if taker.accepted != text.version:
        return redirect(f"{reverse('photos:conditions')}?{urlencode({'next': reverse('photos:basket')})}")
    person = request.user if request.user.is_authenticated else None
    with transaction.atomic():
        made = Bundle.objects.create(
            person=person, organisation=person.organisation if person else None, name=taker.name, email=taker.email,
            pictures=ids, size=size.code, purpose=request.POST.get("purpose", "").replace("\0", "")[:300],
            language=get_language() or "fr",
        )  # fmt: skip
        transaction.on_commit(lambda: make_bundle.enqueue(str(made.pk)))
    if person is None:
        request.session[SESSION_BUNDLES] = [*(request.session.get(SESSION_BUNDLES) or [])[-20:], made.secret]
    return redirect("photos:bundle", pk=made.pk)


def _own_bundle(request, pk) -> Bundle:
    """A zip opens to who asked for it and to nobody else."""
    made = get_object_or_404(Bundle, pk=pk)
    if made.person_id:
        if made.person_id != request.user.pk:
            raise Http404
    elif not any(constant_time_compare(made.secret, each) for each in request.session.get(SESSION_BUNDLES) or []):
        raise Http404
    return made


@require_safe
@login_not_required
def bundle(request, pk):
    """The page of a zip: being made, ready, or why not. Reloads itself while it waits."""
    made = _own_bundle(request, pk)
    inside = Photo.objects.visible_to(request.user).select_related("picture").in_bulk(made.pictures)
    response = render(
        request,
        "photos/bundle.html",
        {
            "bundle": made,
            "size": BY_CODE.get(made.size),
            "cards": [card(inside[each], request.user) for each in made.pictures if each in inside],
            "crumbs": under(_("Panier"), "photos:basket", _("Zip de photos")),
        },
    )
    if made.state == Bundle.State.WAITING:
        response["Refresh"] = "3"  # seconds
    return response


@require_safe
@login_not_required
def bundle_file(request, pk):
    """The zip, as long as every picture in it may still be taken: else it is made again without them."""
    made = _own_bundle(request, pk)
    if made.state != Bundle.State.READY or not made.file:
        raise Http404
    photos = Photo.objects.filter(pk__in=made.pictures).select_related("picture")
    size = BY_CODE[made.size]
    if sum(may_take_size(request.user, each.picture, size) for each in photos) < len(made.pictures):
        made.state = Bundle.State.WAITING
        made.save(update_fields=["state"])
        make_bundle.enqueue(str(made.pk))
        return redirect("photos:bundle", pk=made.pk)
    response = FileResponse(made.file.open("rb"), as_attachment=True, filename="photos.zip", content_type="application/zip")
    response["Cache-Control"] = "private, no-store"
    return response
