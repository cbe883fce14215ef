"""Communes, organisations, people and groups."""

from accounts.actions import give_role
from accounts.models import Organisation, Territory, User, WorkGroup
from demo.loaders import content
from demo.loaders.loading import Loading

PASSWORD = "pays-d-aurelle"


def load(demo: Loading) -> None:
    network = content.network()
    demo.communes = {facts["code"]: make_commune(facts) for facts in network["communes"]}
    demo.organisations = {facts["code"]: make_organisation(demo, facts) for facts in network["organisations"]}
    demo.people = {facts["email"]: make_person(demo, facts) for facts in network["people"]}
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
    organisation = Organisation.objects.create(slug=facts["code"], **{name: facts[name] for name in names})
    organisation.territories.set(demo.communes[code] for code in facts["communes"])
    return organisation


def make_person(demo: Loading, facts: dict) -> User:
    person = User.objects.create_user(
        facts["email"],
        PASSWORD,
        organisation=demo.organisations[facts["organisation"]],
        **{name: facts[name] for name in ("first_name", "last_name", "language")},
    )
    for role in facts["roles"]:
        give_role(person, role)
    return person


def make_group(demo: Loading, facts: dict) -> WorkGroup:
    group = WorkGroup.objects.create(name=facts["name"], slug=facts["code"])
    group.members.set(demo.people[email] for email in facts["members"])
    return group
