"""Whom an author may name: people by a few letters of their name, groups of which the author knows."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Membership, Organisation, WorkGroup, organisation_name
from common.access import EVERYTHING_KEY, MEMBERS_KEY, PROFESSIONALS_KEY, PUBLIC_KEY
from common.text import fold_accents


@dataclass(frozen=True)
class Suggestion:
    """What stands in the list under a text: `handle` goes into it, `name` and `note` are read."""

    handle: str
    name: str
    note: str
    is_group: bool = False


def nameable_people(author):
    """The active people of whom `author` may know: colleagues; for a provider, those of their groups."""
    people = get_user_model().objects.filter(is_active=True, profile__isnull=False)
    if author.is_member:
        return people
    return people.filter(pk__in=Membership.objects.in_force().filter(workgroup__in=author.work_group_ids).values("user_id"))


def holders_q(keys: frozenset[str]) -> Q | None:
    """The people who hold one of these keys of a thing (`audience_keys`); None where everybody who signs in does."""
    if PUBLIC_KEY in keys:
        return None
    condition = Q(is_superuser=True)
    if PROFESSIONALS_KEY in keys:
        condition |= Q(organisation__isnull=False)
    if MEMBERS_KEY in keys:
        condition |= Q(organisation__kind__in=Organisation.OF_MEMBERS)
    numbers: dict[str, list[int]] = {}
    for key in keys - {EVERYTHING_KEY}:
        kind, _colon, number = key.partition(":")
        if number:
            numbers.setdefault(kind, []).append(int(number))
    condition |= Q(organisation__in=numbers.get("organisation", []))
    condition |= Q(pk__in=numbers.get("person", []))
    return condition | Q(
        pk__in=Membership.objects.in_force().filter(workgroup__in=numbers.get("work_group", [])).values("user_id")
    )


def suggestions(letters: str, author, most: int, keys: frozenset[str] | None = None) -> list[Suggestion]:
    """The people and groups whose name, or a word of it, or whose handle begins with these letters, whatever their accents. With
    the `keys` of a thing, only people who may see it: to name others would tell nobody. Two queries."""
    start = fold_accents(letters).replace("@", "").strip()
    people = nameable_people(author)
    if keys is not None and (condition := holders_q(keys)) is not None:
        people = people.filter(condition)
    fields = (
        "profile__handle", "preferred_name", "first_name", "last_name", "organisation__name", "organisation__translated_names",
    )  # fmt: skip
    matches = []
    for handle, preferred, first, last, office, other_names in people.order_by("last_name", "first_name").values_list(*fields):
        name = preferred or f"{first} {last}".strip() or handle
        if rank := _rank(start, handle, f"{name} {first} {last}"):
            matches.append((rank, Suggestion(handle, name, organisation_name(office, other_names) if office else "")))
    for slug, name in WorkGroup.objects.known_to(author).order_by("name").values_list("slug", "name"):
        if rank := _rank(start, slug, name):
            matches.append((rank, Suggestion(slug, name, _("Groupe"), is_group=True)))
    return [suggestion for _position, suggestion in sorted(matches, key=lambda entry: entry[0])[:most]]


def _rank(start: str, handle: str, name: str) -> int:
    """1 for the beginning of the name, 2 for that of one of its words, 3 for that of the handle; 0 for none."""
    name = fold_accents(name)
    if name.startswith(start):
        return 1
    if any(word.startswith(start) for word in name.replace("-", " ").replace("'", " ").split()) or f" {start}" in name:
        return 2
    return 3 if handle.startswith(start.replace(" ", ".")) else 0
