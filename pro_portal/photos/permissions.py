"""Who may contribute and moderate photos, and download one. One rule for the page, the basket, the zip and the API."""

from common.access import can_see, exists_for
from common.models import Picture
from pro_portal.photos.models import Photo
from pro_portal.photos.rights.choices import Use
from pro_portal.photos.rights.sizes import DownloadSize, sizes_for


def is_keeper(user) -> bool:
    """Who accepts pictures and keeps their rights."""
    return user.is_authenticated and user.has_perm("photos.accept_photo")


def may_download(user, picture: Picture) -> bool:
    """Whether `user` may download this picture today: it is accepted, they see it, its rights hold, and it is either offered to
    others or asked for by someone of an office."""
    photo = getattr(picture, "photo", None)
    if photo is None or photo.state != Photo.State.ACCEPTED or not can_see(user, picture):
        return False
    return picture.third_parties_allowed or takes_what_they_see(user)


def takes_what_they_see(user) -> bool:
    """Offices; everyone else takes what is offered to others."""
    return user.is_authenticated and user.is_member


def may_download_size(user, picture: Picture, size: DownloadSize) -> bool:
    """`may_download` for one size: its use is allowed, and so is what it cuts off, both of which may end after a zip is made."""
    return size in sizes_for(picture) and may_download(user, picture)


def light(user, picture: Picture) -> str:
    """The rights as a traffic light: « green » to take, « amber » with a limit to read, « red » only to look at."""
    return light_of(picture) if may_download(user, picture) else "red"


def light_of(picture: Picture) -> str:
    """`light` for who may download it."""
    if not picture.uses:
        return "red"
    limited = picture.last_day or not picture.changes_allowed or picture.use_territory or set(picture.uses) != set(Use.values)
    return "amber" if limited else "green"


givers_only = exists_for(lambda user: user.is_professional)
keepers_only = exists_for(is_keeper)
