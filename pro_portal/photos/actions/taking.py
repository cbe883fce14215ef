"""One file leaves: made in its size with the rights inside, under a name that says whose it is, and noted in the log."""

from common.media import Licence, Picture
from common.slugs import slug_of
from pro_portal.photos.models import LicenceText, Taking
from pro_portal.photos.sizes import Size

# The licences under which an office wants to know what a picture is for.
PURPOSE_WANTED = {Licence.ALL_RIGHTS, Licence.UNKNOWN}


def wants_purpose(picture: Picture) -> bool:
    return picture.licence in PURPOSE_WANTED


def file_name(picture: Picture, size: Size) -> str:
    """« plage-du-racou_(c)-emile-exemple_web.jpg », in letters that every disk takes."""
    credit = slug_of(picture.credit, "") if picture.credit else ""
    parts = [slug_of(picture.title, "photo")[:60], *([f"(c)-{credit[:40]}"] if credit else []), size.code]
    return "_".join(parts) + ".jpg"


def file_of(picture: Picture, size: Size):
    """The file in this size, its words inside; raises `SourceImageIOError` where the original cannot be read."""
    return picture.get_rendition(size.spec).file


def note_taking(
    picture: Picture, size: Size, request_user, *, name: str, email: str, purpose: str = "", organisation=None
) -> Taking:
    """Who took what, when, for what. `organisation` is that of a partner's program, which nobody is signed in for."""
    person = request_user if request_user.is_authenticated else None
    return Taking.objects.create(
        picture=picture, size=size.code, use=size.use, purpose=purpose[:300], person=person,
        organisation=person.organisation if person else organisation, name=name[:200], email=email, text=LicenceText.current(),
        ends_on=picture.last_day,
    )  # fmt: skip
