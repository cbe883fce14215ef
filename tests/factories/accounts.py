"""People, organisations, communes."""

from itertools import count

from django.contrib.auth.models import Group
from django.utils.text import slugify

from accounts.models import Organisation, Profile, Territory, Theme, User, WorkGroup
from tests.factories.common import image_file

_numbers = count(1)


def make_territory(name="Port-Aurelle", **fields) -> Territory:
    fields.setdefault("slug", f"{slugify(name)}-{next(_numbers)}")
    return Territory.objects.create(name=name, **{"latitude": 42.5, "longitude": 3.1, **fields})


def make_organisation(name="Office de la Côte", kind=Organisation.Kind.OFFICE, **fields) -> Organisation:
    fields.setdefault("slug", f"{slugify(name)}-{next(_numbers)}")
    return Organisation.objects.create(name=name, kind=kind, **fields)


def make_user(email=None, organisation=None, roles=(), **fields) -> User:
    user = User.objects.create_user(
        email or f"personne{next(_numbers)}@aurelle.example", "mot-de-passe-solide", organisation=organisation, **fields
    )
    for role in roles:
        user.groups.add(make_role(role))
    return user


def make_role(role: str) -> Group:
    """The group of a role, as `post_migrate` makes it."""
    return Group.objects.get(name=role)


def make_work_group(*members, name="Animation", owners=(), **fields) -> WorkGroup:
    """`members` do not keep the group, `owners` do."""
    work_group = WorkGroup.objects.create(name=name, slug=f"{slugify(name)}-{next(_numbers)}", **fields)
    for person in (*members, *owners):
        work_group.memberships.create(user=person, is_owner=person in owners)
    return work_group


def make_full_profile(person: User, *, themes=(), portrait=False, **fields) -> Profile:
    """What a person says of themselves, with a number for colleagues alone; `themes` are codes of the starter list."""
    profile = Profile.objects.get(person=person)
    person.phone = "+33 4 68 00 00 01"
    person.save(update_fields=["phone"])
    for name, value in {"job": "Conseillère en séjour", "private_phone": "+33 6 39 98 00 01", **fields}.items():
        setattr(profile, name, value)
    if portrait:
        for field in (profile.portrait, profile.portrait_small):
            field.save("portrait.jpg", image_file(size=(160, 160)), save=False)
    profile.save()
    profile.themes.set(Theme.objects.filter(code__in=themes))
    return profile
