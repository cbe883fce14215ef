"""`/api/photos/`: a partner's program asks for the pictures it may use."""

from hashlib import sha256

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import FileResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.renditions import NO_RENDITION, open_rendition_for_reader
from common.storages import StorageAway
from pro_portal.home.presenters import portal_crumbs
from pro_portal.photos.actions.downloads import file_name, note_taking
from pro_portal.photos.actions.offers import withdrawn_since
from pro_portal.photos.api.authentication import ApiError, for_partners
from pro_portal.photos.api.openapi import description
from pro_portal.photos.api.parameters import ListParameters, moment_of, photos_for, refuse_unknown
from pro_portal.photos.api.serializers import photo_json, sizes_of
from pro_portal.photos.models import PartnerKey, Photo
from pro_portal.photos.rights.sizes import BY_CODE


@for_partners
def photo_list(request, key: PartnerKey):
    parameters = ListParameters.read(request.GET)
    photos = parameters.photos(key)
    page_photos, more_after, more_before = parameters.page(photos)
    address = settings.BASE_URL + reverse("photos_api:list")
    return json_response(
        request,
        {
            "count": photos.count(),
            "next": f"{address}?{parameters.query(after=page_photos[-1].pk)}" if page_photos and more_after else None,
            "previous": f"{address}?{parameters.query(before=page_photos[0].pk)}" if page_photos and more_before else None,
            "photos": [photo_json(photo, key) for photo in page_photos],
        },
    )


@for_partners
def withdrawn(request, key: PartnerKey):
    """The numbers of what this key opens no more since a day or a moment, which one must name."""
    refuse_unknown(request.GET, ("since",))
    since = moment_of(request.GET.get("since") or "", "since")
    if since is None:
        raise ApiError(400, "no_date", _("Dites depuis quand : « ?since=2026-07-01 »."))
    ids = withdrawn_since(key, since, photos_for(key))
    return json_response(request, {"since": since.isoformat(), "count": len(ids), "ids": ids})


@for_partners
def photo(request, key: PartnerKey, pk: int):
    refuse_unknown(request.GET, ())
    return json_response(request, photo_json(_photo_of(key, pk), key))


@for_partners
def file(request, key: PartnerKey, pk: int, size: str, ending: str):
    """The picture in one size, with its credits inside; every download is logged."""
    refuse_unknown(request.GET, ())
    photo, download_size = _photo_of(key, pk), BY_CODE.get(size)
    if download_size not in sizes_of(photo, key) or ending != download_size.ending(photo.picture):
        raise ApiError(404, "no_such_size", _("Cette photo n’est pas donnée dans cette taille."))
    picture = photo.picture
    # A file changes with its original, its size and the words inside it.
    etag = _etag(f"{picture.file_hash} {download_size.size.filter_spec} {sorted(picture.credits_inside().items())}")
    if not_modified := get_conditional_response(request, etag=etag):
        return not_modified
    try:
        content = open_rendition_for_reader(picture, download_size.size)
    except StorageAway as error:
        sentence = _("Les fichiers ne répondent pas : demandez celui-ci de nouveau dans une minute.")
        raise ApiError(503, "files_away", sentence, **{"Retry-After": str(StorageAway.RETRY_SECONDS)}) from error
    except NO_RENDITION as error:
        raise ApiError(404, "unreadable", _("Le fichier de cette photo ne peut pas être lu.")) from error
    if content is None:
        raise ApiError(
            429,
            "being_drawn",
            _("Ce fichier se prépare : demandez-le de nouveau dans quelques secondes."),
            **{"Retry-After": "3"},
        )
    if request.method == "GET":
        note_taking(
            picture, download_size, AnonymousUser(), name=key.name, email="", organisation=key.organisation, purpose="API"
        )
    response = FileResponse(content, as_attachment=True, filename=file_name(picture, download_size))
    response["Content-Type"] = download_size.media_type(picture)
    response["ETag"] = etag
    return response


def _photo_of(key: PartnerKey, pk: int) -> Photo:
    photo = photos_for(key).select_related("picture", "commune").filter(pk=pk).first()
    if photo is None:
        raise ApiError(
            404, "no_such_photo", _("Cette photo n’existe pas, ou votre clé n’y donne pas droit, ou son droit a pris fin.")
        )
    return photo


def json_response(request, content: dict):
    response = JsonResponse(content, json_dumps_params={"ensure_ascii": False})
    response["ETag"] = etag = _etag(response.content)
    return get_conditional_response(request, etag=etag, response=response)


def _etag(content: str | bytes) -> str:
    return f'"{sha256(content.encode() if isinstance(content, str) else content).hexdigest()[:32]}"'


@require_safe
@login_not_required
def openapi(request):
    """The description of the API for programs."""
    return JsonResponse(description(), json_dumps_params={"ensure_ascii": False, "indent": 2})


@require_safe
@login_not_required
def documentation(request):
    """The same for people."""
    schema = description()
    listing = schema["paths"]["/api/photos/"]["get"]
    return render(
        request,
        "photos/api.html",
        {
            "base_url": settings.BASE_URL,
            "parameters": listing["parameters"],
            "properties": schema["components"]["schemas"]["Photo"]["properties"],
            "crumbs": portal_crumbs((_("Photothèque"), reverse("photos:list")), ("API", "")),
        },
    )
