"""Communes, organisations, people and groups."""

from datetime import timedelta

from accounts.actions import give_role
from accounts.models import Membership, Organisation, Territory, Theme, User, WorkGroup
from demo.loaders import content
from demo.loaders.loading import Loading

PASSWORD = "pays-d-aurelle"


def load(demo: Loading) -> None:
    network = content.network()
    demo.communes = {facts["code"]: make_commune(facts) for facts in network["communes"]}
    demo.organisations = {facts["code"]: make_organisation(demo, facts) for facts in network["organisations"]}
    demo.people = {facts["email"]: make_person(demo, facts) for facts in network["people"]}
    for facts in network["people"]:
        fill_profile(demo, demo.people[facts["email"]], facts.get("profile", {}))
    demo.groups = {facts["code"]: make_group(demo, facts) for facts in network["groups"]}
    for things in (demo.communes, demo.organisations, demo.people, demo.groups):
        demo.note(*things.values())


def make_commune(facts: dict) -> Territory:
    return Territory.objects.create(
        slug=facts["code"],
        outline={"type": "Polygon", "coordinates": [facts["outline"]]},
        presentation=facts["summary"],
        **{name: facts[name] for name in ("name", "insee", "postcode", "latitude", "longitude")},
    )


def make_organisation(demo: Loading, facts: dict) -> Organisation:
    names = ("name", "kind", "email", "phone", "address", "trusted")
    organisation = Organisation.objects.create(
        slug=facts["code"], translated_names=facts.get("names", {}), **{name: facts[name] for name in names}
    )
    organisation.territories.set(demo.communes[code] for code in facts["communes"])
    return organisation


def make_person(demo: Loading, facts: dict) -> User:
    person = User.objects.create_user(
        facts["email"],
        PASSWORD,
        organisation=demo.organisations[facts["organisation"]],
        preferred_name=facts.get("preferred_name", ""),
        phone=facts.get("phone", ""),
        **{name: facts[name] for name in ("first_name", "last_name", "language")},
    )
    for role in facts["roles"]:
        give_role(person, role)
    return person


def fill_profile(demo: Loading, person: User, facts: dict) -> None:
    """`away_days` are the first and the last day, counted from today; `stand_in` is the address of who stands in."""
    profile = person.profile
    for name in ("job", "about", "languages", "working_days", "shown_to_professionals"):
        if name in facts:
            setattr(profile, name, facts[name])
    if days := facts.get("away_days"):
        profile.away_from, profile.away_until = (demo.today + timedelta(days=number) for number in days)
        profile.stand_in = demo.people[facts["stand_in"]]
    profile.save()
    profile.themes.set(Theme.objects.filter(code__in=facts.get("themes", [])))


def make_group(demo: Loading, facts: dict) -> WorkGroup:
    group = WorkGroup.objects.create(
        name=facts["name"],
        slug=facts["code"],
        kind=facts["kind"],
        purpose=facts["summary"],
        providers_may_join=facts.get("providers_may_join", False),
    )
    Membership.objects.bulk_create(
        Membership(workgroup=group, user=demo.people[email], is_owner=email in facts["owners"]) for email in facts["members"]
    )
    return group
