"""The drafts that come with an event: the place made for it and its picture. When their author brought them, they are published
with the event and closed again with it."""

from common.access import NARROW_TO_WIDE, Audience
from common.models import Picture
from destination.agenda.models import Event
from destination.places.models import Place


def _is_wider(audience: str, than: str) -> bool:
    return NARROW_TO_WIDE.index(audience) > NARROW_TO_WIDE.index(than)


def _brought_by_author(thing, event: Event) -> bool:
    return thing is not None and event.author_id is not None and thing.author_id == event.author_id


def _shown_elsewhere(picture: Picture, event: Event) -> bool:
    return picture.events.published().exclude(pk=event.pk).exists() or picture.places.published().exists()


def publish_related_drafts(event: Event) -> None:
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


def close_related_drafts(event: Event) -> None:
    """The event is no longer published: neither is the picture that nothing else shows."""
    picture = event.picture
    if _brought_by_author(picture, event) and not _shown_elsewhere(picture, event):
        picture.audience = Audience.PRIVATE
        picture.save(update_fields=["audience"])


def show_to_moderators(event: Event) -> None:
    """Moderators are members of the network: the picture they decide on opens to members, and wider once it is accepted."""
    picture = event.picture
    if picture and picture.audience == Audience.PRIVATE and picture.author_id == event.author_id:
        picture.audience = Audience.MEMBERS
        picture.save(update_fields=["audience"])
