"""What a proposal brings is closed to all but its office; those who decide must see it."""

from common.access import Audience
from destination.agenda.models import Event


def show_to_moderators(event: Event) -> None:
    """Moderators are members of the network: the picture they decide on opens to members, and wider once it is accepted."""
    picture = event.picture
    if picture and picture.audience == Audience.PRIVATE and picture.author_id == event.author_id:
        picture.audience = Audience.MEMBERS
        picture.save(update_fields=["audience"])
