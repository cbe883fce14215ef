"""What goes out with an event and comes back with it: the place made for it and its picture, when its author brought them."""

from common.access import Audience
from common.models import Picture
from destination.agenda.models import Event
from destination.places.models import Place

NARROW_TO_WIDE = (Audience.PRIVATE, Audience.GROUP, Audience.MEMBERS, Audience.PROFESSIONALS, Audience.PUBLIC)


def _is_wider(audience: str, than: str) -> bool:
    return NARROW_TO_WIDE.index(audience) > NARROW_TO_WIDE.index(than)


def _brought_by_author(thing, event: Event) -> bool:
    return thing is not None and event.author_id is not None and thing.author_id == event.author_id


def _shown_elsewhere(picture: Picture, event: Event) -> bool:
    return picture.events.published().exclude(pk=event.pk).exists() or picture.places.published().exists()


def open_with(event: Event) -> None:
    """The event is published: its picture and its new place open to those who may read it."""
    if _brought_by_author(event.picture, event):
        _open_picture(event.picture, event)
    if _brought_by_author(event.place, event):
        _open_place(event.place, event)


def _open_picture(picture: Picture, event: Event) -> None:
    if _shown_elsewhere(picture, event) and not _is_wider(event.audience, picture.audience):
        return
    picture.audience = event.audience
    picture.organisation_id = picture.organisation_id or event.organisation_id
    picture.save(update_fields=["audience", "organisation"])
    picture.audience_groups.set(event.audience_groups.all())


def _open_place(place: Place, event: Event) -> None:
    """A place made for the event is published with it, to the same readers; a later, more open event opens it more."""
    if place.live and not _is_wider(event.audience, place.audience):
        return
    place.audience = event.audience
    place.organisation_id = place.organisation_id or event.organisation_id
    place.audience_groups.set(event.audience_groups.all())
    place.save_revision(clean=False).publish(skip_permission_checks=True)


def close_with(event: Event) -> None:
    """The event is no longer published: neither is the picture that nothing else shows."""
    picture = event.picture
    if _brought_by_author(picture, event) and not _shown_elsewhere(picture, event):
        picture.audience = Audience.PRIVATE
        picture.save(update_fields=["audience"])
