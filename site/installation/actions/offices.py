"""The first office."""

from django.db import transaction

from accounts.models import Organisation, Territory, User
from destination.pages.models import DestinationSettings


@transaction.atomic
def make_office(office: Organisation, person: User, covers_all: bool) -> Organisation:
    """Store the office with its communes; whoever makes it works for it, unless they work for another, and its address receives
    the site's messages, unless another does."""
    office.slug = Organisation.free_slug(office.name, "office")
    office.save()
    if covers_all:
        office.territories.set(Territory.objects.all())
    if person.organisation_id is None:
        person.organisation = office
        person.save(update_fields=["organisation"])
    if office.email:
        DestinationSettings.objects.filter(site__is_default_site=True, contact_email="").update(contact_email=office.email)
    return office
