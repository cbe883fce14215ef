"""A place as a contact to keep on a telephone."""

from common.vcards import vcard as write_vcard
from destination.places.models import Place, PlaceTranslation


def vcard(place: Place, words: PlaceTranslation) -> bytes:
    """The whole card, see `common.vcards`."""
    return write_vcard(
        uid=f"/place/{place.pk}",
        name=(words.name,),
        full_name=words.name,
        organisation=words.name,
        address=("", "", place.address, place.commune.name, "", place.postcode or place.commune.postcode, "France"),
        phones=[("WORK,VOICE", place.phone)],
        email=place.email,
        position=(place.latitude, place.longitude) if place.has_position else None,
        note=words.summary,
        url=place.get_absolute_url(),
    )
