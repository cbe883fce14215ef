"""The look of the site: its languages, its colour, its logo."""

from django.db import transaction

from accounts.models import User
from common.access import Audience
from common.imaging.head import read_size
from common.models import Picture
from destination.pages.actions import ensure_site
from destination.pages.models import DestinationSettings


@transaction.atomic
def give_look(*, languages: list[str], accent: str, logo, person: User) -> DestinationSettings:
    """Store them; a logo that is not given leaves the one there is. Whoever opens a language gets its first page."""
    destination = DestinationSettings.for_site(ensure_site(languages=languages))
    destination.accent = accent
    if logo:
        destination.logo = logo_picture(logo, destination.name, person)
    destination.save()
    return destination


def logo_picture(file, name: str, person: User) -> Picture:
    """Everybody sees it, as they see the site."""
    picture = Picture(title=name, file=file, author=person, uploaded_by_user=person, audience=Audience.PUBLIC, credit=name)
    picture.width, picture.height = read_size(file)
    file.seek(0)
    picture.save()
    return picture
