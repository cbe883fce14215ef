"""One file leaves: made in its size with the rights inside, under a name that says whose it is, and noted in the log."""

from common.choices import Licence
from common.models import Picture
from common.slugs import slug_of
from pro_portal.photos.models import LicenceText, Taking
from pro_portal.photos.rights.sizes import DownloadSize

# The licences under which an office wants to know what a picture is for.
PURPOSE_WANTED = {Licence.ALL_RIGHTS, Licence.UNKNOWN}


def wants_purpose(picture: Picture) -> bool:
    return picture.licence in PURPOSE_WANTED


def file_name(picture: Picture, size: DownloadSize) -> str:
    """« plage-du-racou_(c)-emile-exemple_web.jpg », in letters that every disk takes."""
    credit = slug_of(picture.credit, "") if picture.credit else ""
    parts = [slug_of(picture.title, "photo")[:60], *([f"(c)-{credit[:40]}"] if credit else []), size.code]
    return f"{'_'.join(parts)}.{size.ending(picture)}"


def note_taking(
    picture: Picture, size: DownloadSize, request_user, *, name: str, email: str, purpose: str = "", organisation=None
) -> Taking:
    """Who took what, when, for what. `organisation` is that of a partner's program, which nobody is signed in for."""
    person = request_user if request_user.is_authenticated else None
    return Taking.objects.create(
        picture=picture, size=size.code, use=size.use, purpose=purpose[:300], person=person,
        organisation=person.organisation if person else organisation, name=name[:200], email=email, text=LicenceText.current(),
        ends_on=picture.last_day,
    )  # fmt: skip
