"""The files of a lot: on their way (`common.views.uploads`), read, refused."""

from functools import partial

from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.access import can_see
from common.imaging.client import SENTENCES
from common.models.picture_words import same_name
from common.views.uploads import METHODS, create_upload, receive_upload
from pro_portal.photos.actions.uploads import begin_upload, current_contribution, queue_reading, remove_upload
from pro_portal.photos.models import Contribution, Upload
from pro_portal.photos.permissions import givers_only


def refusal_in_words(code: str) -> str:
    """Why a file is no picture of ours, and what to do."""
    if not code:
        return ""
    own = {
        "no_picture": _("Ce fichier n’est pas une image. Envoyez la photo elle-même (JPEG, HEIC, PNG, TIFF ou WebP)."),
        "wrong_kind": _("Ce format n’est pas accepté. Enregistrez la photo en JPEG, puis donnez-la de nouveau."),
        "too_small": _("Cette image est trop petite pour être publiée. Donnez l’original, tel qu’il sort de l’appareil."),
        "too_many_pixels": _("Cette image a trop de pixels (120 millions au plus). Donnez-la en plus petit."),
        "too_slow": _("Cette photo demande trop de temps à ouvrir. Enregistrez-la en JPEG, puis donnez-la de nouveau."),
        "damaged": _("Ce fichier est abîmé ou incomplet. Ouvrez-le, enregistrez-le de nouveau, puis donnez-le."),
        "scan_infected": _("L’antivirus a trouvé un virus dans ce fichier : il n’a pas été pris."),
        "scan_too_large": _("Ce fichier dépasse ce que l’antivirus examine. Enregistrez la photo en plus petit, puis donnez-la."),
    }.get(code)
    return own or str(SENTENCES.get(code, ""))


def upload_rows(contribution: Contribution, user) -> list[dict]:
    """The files of a lot as the page shows them: pk, name, size, offset, state, refusal, likeness and another author
    in words, url."""
    uploads = contribution.uploads.select_related("picture__photo", "looks_like__photo").order_by("begun_at")
    for upload in uploads:
        upload.contribution = contribution
    return [_row(upload, user) for upload in uploads]


def _row(upload: Upload, user) -> dict:
    similar = upload.looks_like
    is_visible = (
        similar is not None
        and hasattr(similar, "photo")
        and similar.photo.state == similar.photo.State.ACCEPTED
        and can_see(user, similar)
    )
    return {
        "pk": str(upload.pk),
        "name": upload.name,
        "size": upload.size,
        "offset": upload.offset,
        "state": upload.state,
        "refusal": refusal_in_words(upload.refusal),
        "twin": _("Cette photo semble déjà donnée : « %(title)s »") % {"title": similar.title} if similar else "",
        "twin_url": similar.photo.get_absolute_url() if is_visible else "",
        "author": _other_author(upload),
        "picture": upload.picture,
        "url": reverse("photos:upload", args=[upload.pk]),
    }


def _other_author(upload: Upload) -> str:
    """What is said where the file names somebody else than the credit typed for the lot."""
    creator = upload.picture.creator if upload.picture else ""
    credit = upload.contribution.facts.get("credit", "") or str(upload.contribution.author or "")
    if not creator or same_name(creator, credit):
        return ""
    return _("Le fichier nomme %(name)s comme auteur : ce nom sera cité avec le crédit.") % {"name": creator}


@require_POST
@givers_only
def create(request):
    return create_upload(request, partial(begin_upload, request.user), lambda upload: reverse("photos:upload", args=[upload.pk]))


def _own_upload(request, pk) -> Upload:
    """A file opens to who is sending it and to nobody else."""
    uploads = Upload.objects.select_related("contribution", "picture")
    return get_object_or_404(uploads, pk=pk, contribution__author=request.user, contribution__state=Contribution.State.OPEN)


@require_http_methods(METHODS)
@givers_only
def upload(request, pk):
    return receive_upload(request, _own_upload(request, pk), queue_reading, remove_upload)


@require_POST
@givers_only
def remove(request, pk):
    """Take a file out of the lot, without JavaScript."""
    remove_upload(_own_upload(request, pk))
    return redirect("photos:give")


@require_safe
@givers_only
def states(request):
    """The files of the lot in hand, for the page that watches them being read."""
    contribution = current_contribution(request.user)
    rows = upload_rows(contribution, request.user) if contribution else []
    for row in rows:
        picture = row.pop("picture")
        row["thumbnail"] = picture.url_for(320, "webp") if picture else ""
    return JsonResponse({"files": rows})
