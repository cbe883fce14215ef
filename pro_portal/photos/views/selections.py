"""Selections of photos: their page, the page behind a link, and the room of who makes them."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.absolute_urls import absolute, in_every_language
from common.views.media import NOT_STORED
from pro_portal.photos import session
from pro_portal.photos.actions import selections as actions
from pro_portal.photos.forms.selections import BasketIntoSelectionForm, SelectionForm, ShareForm
from pro_portal.photos.models import Photo, Selection
from pro_portal.photos.permissions import is_keeper, keepers_only, light
from pro_portal.photos.presenters.listing import card
from pro_portal.photos.presenters.selections import kept_lines, kit_cards, takable_photos
from pro_portal.photos.views.library import crumbs, crumbs_below

SELECTIONS_BY_PAGE = 30
NOT_FOR_ROBOTS = {"X-Robots-Tag": "noindex, nofollow", **NOT_STORED}
STEPS = {"up": -1, "down": 1}


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def selection(request, pk: int):
    """Of the one on the first page the pictures that the reader sees; keepers see the others too. POST puts all that may be
    taken into the basket."""
    current = get_object_or_404(Selection, pk=pk)
    photos = list(current.photos_for(request.user))
    keeps = is_keeper(request.user)
    if not keeps and not (current.on_front_page and photos):
        raise Http404
    if request.method == "POST":
        return _into_basket(request, [photo for photo in photos if light(request.user, photo.picture) != "red"])
    context = {
        "selection": current,
        "cards": [card(photo, request.user) for photo in photos],
        "kept": session.basket_ids(request),
        "is_keeper": keeps,
        "crumbs": crumbs(str(current), current.title_language),
    }
    return render(request, "photos/selection.html", context)


def _into_basket(request, photos: list[Photo]):
    if session.add_all_to_basket(request, [photo.pk for photo in photos]):
        messages.error(request, _("Le panier est plein : prenez d’abord ces photos, ou retirez-en."))
    return redirect("photos:basket")


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def shared_selection(request, token: str):
    """What a visitor may take of a shared selection, until its last day. It is the same for everybody who has the link, whoever
    is signed in; POST puts all of it into the basket."""
    current = Selection.objects.shared_by(token)
    if current is None:
        raise Http404
    if not current.is_shared:  # whoever has the link knew that there was one
        return _not_stored(render(request, "photos/shared_over.html", status=404))
    photos = takable_photos(current)
    if request.method == "POST":
        return _into_basket(request, photos)
    context = {"selection": current, "cards": kit_cards(photos)}
    return _not_stored(render(request, "photos/shared.html", context))


def _not_stored(response):
    """By no browser and no proxy: the link may be taken back. Robots stay away."""
    for name, value in NOT_FOR_ROBOTS.items():
        response[name] = value
    return response


@require_safe
@keepers_only
def selection_list(request):
    """The one on the first page, then the latest that were changed; the numbers count what this keeper sees."""
    seen = Q(photos__in=Photo.objects.visible_to(request.user))
    rows = Selection.objects.select_related("maker").annotate(number=Count("photos", filter=seen, distinct=True))
    rows = rows.order_by(*Selection._meta.ordering)  # which a count leaves out
    page = Paginator(rows, SELECTIONS_BY_PAGE).get_page(request.GET.get("page"))
    return render(request, "photos/selections.html", {"page": page, "crumbs": crumbs(_("Sélections"))})


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def selection_new(request):
    form = SelectionForm(request.POST if request.method == "POST" else None, Selection())
    if form.is_bound and form.is_valid():
        new = form.write()
        actions.save_selection(new, request.user)
        return redirect("photos:selection_edit", pk=new.pk)
    context = {"form": form, "crumbs": crumbs_below(_("Sélections"), "photos:selections", _("Nouvelle sélection"))}
    return render(request, "photos/selection_new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def selection_edit(request, pk: int):
    """Its words, its pictures in order, its link."""
    current = get_object_or_404(Selection, pk=pk)
    form = SelectionForm(request.POST if request.method == "POST" else None, current)
    if form.is_bound and form.is_valid():
        actions.save_selection(form.write(), request.user)
        messages.success(request, _("La sélection est enregistrée."))
        return redirect("photos:selection_edit", pk=pk)
    return _edit_page(request, current, form)


def _edit_page(request, current: Selection, form: SelectionForm | None = None, share_form: ShareForm | None = None):
    lines = kept_lines(current, request.user)
    context = {
        "selection": current,
        "form": form or SelectionForm(None, current),
        "share_form": share_form or ShareForm(None, current),
        "lines": lines,
        "takable": sum(line["is_takable"] for line in lines),
        "basket_number": len(session.basket_ids(request)),
        "link": absolute(reverse("photos:shared_selection", args=[current.token])) if current.token else "",
        "crumbs": crumbs_below(_("Sélections"), "photos:selections", str(current), current.title_language),
    }
    is_refused = any(each is not None and each.is_bound for each in (form, share_form))
    return render(request, "photos/selection_edit.html", context, status=422 if is_refused else 200)


@require_POST
@keepers_only
def basket_into_selection(request):
    """The pictures of the basket that the keeper sees, put at the end of a selection, or into a new one."""
    photos = Photo.objects.visible_to(request.user).in_bulk(ids := session.basket_ids(request))
    form = BasketIntoSelectionForm(request.POST)
    if not photos or not form.is_valid():
        messages.error(request, _("Choisissez d’abord des photos, puis la sélection."))
        return redirect("photos:basket")
    current = form.cleaned_data["selection"]
    if current is None:
        current = Selection(titles=in_every_language(partial(_, "Nouvelle sélection")))
        actions.save_selection(current, request.user)
    new, left_out = actions.add_photos(current, [pk for pk in ids if pk in photos])
    sentence = ngettext("%(count)s photo ajoutée.", "%(count)s photos ajoutées.", new) % {"count": new}
    messages.success(request, sentence if new else _("Ces photos y sont déjà."))
    if left_out:
        messages.error(request, _("La sélection est pleine : cent photos au plus."))
    return redirect("photos:selection_edit", pk=current.pk)


@require_POST
@keepers_only
def change_photo(request, pk: int, photo: int):
    """`do` is « up », « down » or « remove »."""
    current = get_object_or_404(Selection, pk=pk)
    among = list(current.in_order(Photo.objects.workable_by(request.user)))
    one = next((each for each in among if each.pk == photo), None)
    if one is None:
        raise Http404
    wish = request.POST.get("do", "")
    if wish == "remove":
        actions.remove_photo(current, one)
    elif wish in STEPS:
        actions.move_photo(current, one, STEPS[wish], [each.pk for each in among])
    return redirect(f"{reverse('photos:selection_edit', args=[pk])}#{'photos' if wish == 'remove' else f'photo-{photo}'}")


@require_POST
@keepers_only
def share(request, pk: int):
    """Share until a day, or `stop`."""
    current = get_object_or_404(Selection, pk=pk)
    if "stop" in request.POST:
        actions.stop_sharing(current)
        messages.success(request, _("Le lien ne mène plus nulle part."))
        return redirect("photos:selection_edit", pk=pk)
    form = ShareForm(request.POST, current)
    if not form.is_valid():
        return _edit_page(request, current, share_form=form)
    actions.share(current, form.cleaned_data["until"])
    return redirect(f"{reverse('photos:selection_edit', args=[pk])}#share")


@require_POST
@keepers_only
def delete(request, pk: int):
    """The selection goes, and its link with it; its photos stay where they are."""
    get_object_or_404(Selection, pk=pk).delete()
    messages.success(request, _("La sélection est supprimée. Ses photos restent dans la photothèque."))
    return redirect("photos:selections")
