"""What the photo library asks of who keeps it, and which pictures are new, on the members' first page."""

from django.urls import reverse
from django.utils.translation import ngettext_lazy

from common import changes
from common.documents import virus_scanner
from common.models.scans import REFUSED
from common.waiting import Line, Waiting, register
from pro_portal.photos.actions.moderation import waiting_photos
from pro_portal.photos.facets import index
from pro_portal.photos.models import Photo, PhotoRequest
from pro_portal.photos.permissions import is_keeper


def held_photos(user):
    return Photo.objects.workable_by(user).filter(picture__scan_state__in=REFUSED).select_related("picture").order_by("pk")


register(
    Waiting(
        "photos_to_accept",
        ngettext_lazy("%(count)d photo à accepter", "%(count)d photos à accepter", "count"),
        icon="image", url_name="photos:queue", order=220, allowed=is_keeper, rows=lambda user: waiting_photos(),
    )
)  # fmt: skip


register(
    Waiting(
        "photos_held",
        ngettext_lazy("%(count)d photo retenue par l’antivirus", "%(count)d photos retenues par l’antivirus", "count"),
        icon="warning", url_name="photos:rights", query="?etat=toutes", order=221, rows=held_photos,
        allowed=lambda user: is_keeper(user) and virus_scanner.is_on(),
        line=lambda photo: Line(photo.title_in(), reverse("photos:photo_rights", args=[photo.pk]), lang=photo.title_language),
    )
)  # fmt: skip


register(
    Waiting(
        "photo_requests",
        ngettext_lazy("%(count)d photo demandée", "%(count)d photos demandées", "count"),
        icon="send", url_name="photos:requests", order=222, allowed=is_keeper,
        rows=lambda user: PhotoRequest.objects.filter(answered_at=None, picture__in=Photo.objects.workable_by(user).values("pk")),
    )
)  # fmt: skip


def _number_of_new(user, since) -> int | None:
    """None as soon as there may be some: whom twenty thousand pictures open to takes longer than counting a few."""
    rows = index.at_hand()
    return 0 if rows is not None and not rows.accepted_since(since) else None


def _line(photo: Photo) -> Line:
    return Line(photo.title_in(), photo.get_absolute_url())


changes.register(
    changes.Change(
        "photos",
        ngettext_lazy("%(count)d photo dans la photothèque", "%(count)d photos dans la photothèque", "count"),
        icon="image", url_name="photos:list", order=90, line=_line, number=_number_of_new,
        rows=lambda user, since: Photo.objects.visible_to(user)
        .filter(decided_at__gt=since)
        .select_related("picture")
        .order_by("-decided_at", "-pk"),
    )
)  # fmt: skip
