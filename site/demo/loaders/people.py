"""What the people of the demo say of themselves."""

from datetime import timedelta

from accounts.models import Profile, Theme
from demo.loaders import content
from demo.loaders.loading import Loading

OF_THE_PERSON = ("phone", "preferred_name")


def load(demo: Loading) -> None:
    for address, facts in content.profiles().items():
        write_profile(demo, demo.people[address], facts)


def write_profile(demo: Loading, person, facts: dict) -> None:
    facts = dict(facts)
    for name in OF_THE_PERSON:
        setattr(person, name, facts.pop(name, ""))
    person.save(update_fields=OF_THE_PERSON)
    profile = Profile.objects.get(person=person)
    themes, away, stand_in = facts.pop("themes", []), facts.pop("away", None), facts.pop("stand_in", None)
    for name, value in facts.items():
        setattr(profile, name, value)
    if away:
        profile.away_from, profile.away_until = (demo.today + timedelta(days=days) for days in away)
    if stand_in:
        profile.stand_in = demo.people[stand_in]
    profile.save()
    profile.themes.set(Theme.objects.filter(code__in=themes))
