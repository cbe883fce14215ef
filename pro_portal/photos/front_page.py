"""What the photo library asks of who keeps it, on the members' first page."""

from django.utils.translation import ngettext_lazy

from common.waiting import Waiting, register
from pro_portal.photos.actions.moderation import waiting_photos
from pro_portal.photos.permissions import is_keeper

register(
    Waiting(
        "photos_to_accept",
        ngettext_lazy("%(count)d photo à accepter", "%(count)d photos à accepter", "count"),
        icon="image", url_name="photos:queue", order=220, allowed=is_keeper, rows=lambda user: waiting_photos(),
    )
)  # fmt: skip
