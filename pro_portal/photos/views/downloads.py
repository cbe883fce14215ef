"""Downloading one photo: the conditions first, then the file."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from common.absolute_urls import next_address
from common.renditions import NO_RENDITION, draw_soon, open_rendition_for_reader
from common.storages import StorageAway
from common.views.media import NOT_STORED
from pro_portal.photos.actions.downloads import file_name, note_taking, wants_purpose
from pro_portal.photos.forms.downloads import ConditionsForm, PurposeForm
from pro_portal.photos.models import LicenceText, Photo, Taking
from pro_portal.photos.permissions import givers_only, may_download_size
from pro_portal.photos.rights.sizes import BY_CODE
from pro_portal.photos.session import Wish, accept_terms, downloader_of, forget_wish, store_wish, wish_of
from pro_portal.photos.views.basket import go_on_with_bundle
from pro_portal.photos.views.library import crumbs, crumbs_below

DOWNLOADS_BY_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def conditions(request):
    """Read and accepted once for each version of the text; leads back to where one came from."""
    text, downloader = LicenceText.current(), downloader_of(request)
    back = next_address(request, reverse("photos:list"))
    form = ConditionsForm(
        request.POST if request.method == "POST" else None,
        has_account=request.user.is_authenticated,
        initial={"name": downloader.name, "email": downloader.email, "next": back},
    )
    if request.method == "POST" and form.is_valid():
        accept_terms(request, text, form.cleaned_data.get("name", ""), form.cleaned_data.get("email", ""))
        return go_on_with_bundle(request) if back == reverse("photos:basket") else HttpResponseRedirect(back)
    status = 422 if form.is_bound else 200
    context = {"text": text, "form": form, "accepted": downloader.accepted == text.version, "back": back}
    return render(request, "photos/conditions.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def download(request, pk: int, size: str):
    """The file in one size: GET shows what will be downloaded, POST downloads it."""
    photo = get_object_or_404(Photo.objects.visible_to(request.user).select_related("picture"), pk=pk)
    picture, download_size = photo.picture, BY_CODE.get(size)
    if download_size is None or not may_download_size(request.user, picture, download_size):
        raise Http404
    text, downloader = LicenceText.current(), downloader_of(request)
    if downloader.accepted != text.version:
        store_wish(request, Wish(download_size.code, request.POST.get("purpose", "").replace("\0", "")[:300]))
        return redirect(f"{reverse('photos:conditions')}?{urlencode({'next': request.path})}")
    needs_purpose = wants_purpose(picture)
    form = PurposeForm(
        request.POST if request.method == "POST" and needs_purpose else None, initial={"purpose": wish_of(request).purpose}
    )
    context = {
        "photo": photo,
        "picture": picture,
        "size": download_size,
        "form": form if needs_purpose else None,
        "dimensions": download_size.dimensions(picture),
        "crumbs": crumbs(str(photo), photo.title_language),
    }
    if request.method == "GET":
        draw_soon(picture, download_size.size)
    if request.method != "POST" or (needs_purpose and not form.is_valid()):
        return render(request, "photos/take.html", context, status=422 if form.is_bound else 200)
    try:
        content = open_rendition_for_reader(picture, download_size.size)
    except StorageAway:
        raise
    except NO_RENDITION as error:
        raise Http404 from error
    if content is None:
        return render(request, "photos/take.html", context | {"is_late": True}, status=202)
    forget_wish(request)
    purpose = form.cleaned_data["purpose"] if needs_purpose else ""
    note_taking(picture, download_size, request.user, name=downloader.name, email=downloader.email, purpose=purpose)
    return FileResponse(content, as_attachment=True, filename=file_name(picture, download_size), headers=NOT_STORED)


@require_safe
@givers_only
def my_downloads(request):
    """What the reader took, the latest first, with the day until which each may be used: that of today, which may have moved
    since."""
    rows = Taking.objects.filter(person=request.user).select_related("picture__photo")
    page = Paginator(rows, DOWNLOADS_BY_PAGE).get_page(request.GET.get("page"))
    visible = Photo.objects.visible_to(request.user).filter(pk__in=[taking.picture_id for taking in page])
    context = {
        "page": page,
        "visible": set(visible.values_list("pk", flat=True)),
        "crumbs": crumbs_below(_("Pour les partenaires"), "photos:partners", _("Ce que j’ai pris")),
    }
    return render(request, "photos/my_takings.html", context)
