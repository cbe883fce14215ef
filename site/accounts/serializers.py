"""A person as a contact to keep on a telephone."""

from accounts.models import Profile
from common.vcards import vcard


def contact(profile: Profile, *, for_professionals: bool = False) -> bytes:
    """The whole card, see `common.vcards`; the private number is for colleagues alone."""
    person = profile.person
    phones = [("WORK,VOICE", person.phone)]
    if not for_professionals:
        phones.append(("CELL,VOICE", profile.private_phone))
    return vcard(
        uid=f"/person/{profile.handle}",
        name=(person.last_name, person.first_name),
        full_name=str(person),
        organisation=str(person.organisation or ""),
        title=profile.job,
        phones=phones,
        email=person.email,
        note=profile.about,
        url="" if for_professionals else profile.get_absolute_url(),
    )
