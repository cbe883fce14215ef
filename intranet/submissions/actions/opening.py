"""The picture and the place that a proposal brings: closed until it is accepted, then open to who reads the event."""
from common.access import Audience
from destination.agenda.models import Event

# From the narrowest to the widest; a group and an office cannot be compared, and are set as they are.
WIDTH = {Audience.PRIVATE: 0, Audience.GROUP: 0, Audience.MEMBERS: 1, Audience.PROFESSIONALS: 2, Audience.PUBLIC: 3}


def _is_its_own(thing, event: Event) -> bool:
    same_office = thing.organisation_id is not None and thing.organisation_id == event.organisation_id
    return same_office or (thing.author_id is not None and thing.author_id == event.author_id)


def show_to_moderators(event: Event) -> None:
    """Moderators are members of the network: they must see the picture they decide on."""
    picture = event.picture
    if picture and picture.audience == Audience.PRIVATE and _is_its_own(picture, event):
        picture.audience = Audience.MEMBERS
        picture.save(update_fields=["audience"])


def open_with_event(event: Event) -> None:
    """Called when the event is published: nothing that was wider is narrowed, as it may serve elsewhere."""
    picture, place = event.picture, event.place
    if picture and _is_its_own(picture, event) and WIDTH[picture.audience] <= WIDTH[event.audience]:
        picture.audience = event.audience
        picture.save(update_fields=["audience"])
        picture.audience_circles.set(event.audience_circles.all())
    if place and not place.live and not place.first_published_at and _is_its_own(place, event):
        place.save_revision(user=event.author).publish(user=event.author, skip_permission_checks=True)
