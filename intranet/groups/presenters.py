"""What the pages of groups show, each thing only to who may see it (`permissions.RIGHTS`)."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accounts.models import JoinRequest, Membership, Organisation, User, WorkGroup
from common.names import fold_name
from common.panels import profile_panels
from intranet.groups.permissions import Kind, Right, Standing, may_own, rights_in, standing_of

PEOPLE_ON_PAGE = 12
PEOPLE_PER_PAGE = 40
INVITABLE_SHOWN = 20
ICONS = {Kind.OPEN: "users", Kind.ON_REQUEST: "mail", Kind.CLOSED: "lock", Kind.SECRET: "eye-off"}


def crumbs(group: WorkGroup | None = None, last: str = "") -> list[dict]:
    """The way back from a group, from a page of it named `last`, or from a page beside the list."""
    way = [{"title": _("Groupes"), "url": reverse("work_groups:list")}]
    if group is not None:
        way.append({"title": Truncator(group.name).chars(60), "url": group.get_absolute_url() if last else ""})
    return [*way, {"title": last, "url": ""}] if last else way


@dataclass
class Visit:
    """A group as one reader meets it. `waiting` is their own request, or the invitation that waits for them."""

    group: WorkGroup
    reader: User
    membership: Membership | None = None
    waiting: JoinRequest | None = None
    requests: int = 0  # that wait for an answer of theirs, in a list
    rights: set[Right] = field(init=False)

    def __post_init__(self):
        self.rights = rights_in(self.group, self.reader, self.membership, self.invitation)

    @classmethod
    def of(cls, group: WorkGroup, reader: User) -> "Visit":
        membership = group.memberships.filter(user=reader).first()
        waiting = group.join_requests.waiting().filter(person=reader).select_related("invited_by", "workgroup", "person").first()
        return cls(group, reader, membership, waiting)

    @property
    def invitation(self) -> JoinRequest | None:
        return self.waiting if self.waiting and self.waiting.is_invitation else None

    @property
    def own_request(self) -> JoinRequest | None:
        return self.waiting if self.waiting and not self.waiting.is_invitation else None

    @property
    def standing(self) -> Standing:
        return standing_of(self.reader, self.group, self.membership)

    @property
    def is_inside(self) -> bool:
        return self.standing in (Standing.INSIDE, Standing.OWNER)

    @property
    def is_owner(self) -> bool:
        return self.standing == Standing.OWNER

    @property
    def is_muted(self) -> bool:
        return self.is_inside and self.membership.is_muted

    @property
    def icon(self) -> str:
        return ICONS[self.group.kind]

    @property
    def number(self) -> int | None:
        """How many people, for who may know it."""
        return self.group.number if self.shows_people else None

    @property
    def shows_people(self) -> bool:
        return Right.PEOPLE in self.rights

    @property
    def shows_things(self) -> bool:
        return Right.THINGS in self.rights

    @property
    def may_join(self) -> bool:
        return Right.JOIN in self.rights and not self.is_inside

    @property
    def may_ask(self) -> bool:
        return Right.ASK in self.rights and self.waiting is None

    @property
    def may_invite(self) -> bool:
        return Right.INVITE in self.rights

    @property
    def may_keep(self) -> bool:
        return Right.KEEP in self.rights

    @cached_property
    def shown_people(self) -> list[Membership]:
        """Owners first; the owners alone for who may not see the others."""
        memberships = people_of(self.group)
        return list((memberships if self.shows_people else memberships.filter(is_owner=True))[:PEOPLE_ON_PAGE])

    @property
    def has_owner(self) -> bool:
        return any(membership.is_owner for membership in self.shown_people)

    @property
    def may_take_on(self) -> bool:
        return self.is_inside and not self.has_owner and may_own(self.reader)


def with_number(groups: QuerySet) -> QuerySet:
    """Adds `number`: how many people are in each."""
    numbers = Membership.objects.in_force().filter(workgroup=OuterRef("pk")).order_by().values("workgroup")
    counted = numbers.annotate(number=Count("pk")).values("number")
    return groups.annotate(number=Coalesce(Subquery(counted, output_field=IntegerField()), 0))


def people_of(group: WorkGroup) -> QuerySet:
    """The memberships in force, owners first, with what `components/person.html` reads."""
    memberships = group.memberships.in_force().select_related("user__organisation", "user__profile")
    return memberships.order_by("-is_owner", "user__last_name", "user__first_name", "pk")


def locked_out(group: WorkGroup) -> QuerySet:
    """The providers who are in a group that takes none any more: its things are closed to them."""
    inside = group.memberships.in_force().values("pk")
    outside = group.memberships.filter(user__is_active=True).exclude(pk__in=inside)
    return outside.select_related("user__organisation", "user__profile")


def visits_of(reader: User) -> list[Visit]:
    """Every group that the reader may know of, with what they are in it: five queries, however many groups."""
    memberships = {row.workgroup_id: row for row in reader.memberships.all()}
    waiting = {row.workgroup_id: row for row in JoinRequest.objects.waiting().filter(person=reader).select_related("invited_by")}
    owned = [pk for pk, membership in memberships.items() if membership.is_owner]
    requests = JoinRequest.objects.requests().filter(workgroup__in=owned).order_by().values("workgroup")
    numbers = dict(requests.annotate(number=Count("pk")).values_list("workgroup", "number"))
    groups = with_number(WorkGroup.objects.known_to(reader))
    return [Visit(group, reader, memberships.get(group.pk), waiting.get(group.pk), numbers.get(group.pk, 0)) for group in groups]


def sections_of(visits: list[Visit]) -> dict[str, list[Visit]]:
    """{"invited": …, "mine": …, "open": …, "on_request": …, "closed": …, "secret": …}; the last only for administrators."""
    sections: dict[str, list[Visit]] = {name: [] for name in ("invited", "mine", *Kind.values)}
    for visit in visits:
        place = "mine" if visit.is_inside else "invited" if visit.invitation else visit.group.kind
        sections[place].append(visit)
    return {name: found for name, found in sections.items() if found}


@profile_panels.register(20)
def groups_of_person(request, person: User) -> str:
    """On a person's page: the groups that they share with the reader, and those whose people everybody sees."""
    groups = [membership.workgroup for membership in memberships_in_sight(request.user, person)]
    return render_to_string("work_groups/_of_person.html", {"groups": groups}, request) if groups else ""


def memberships_in_sight(reader: User, person: User) -> QuerySet:
    """The memberships of `person` of which `reader` may know."""
    memberships = Membership.objects.in_force().filter(user=person)
    if not reader.is_superuser:
        in_sight = Q(workgroup__in=reader.work_group_ids)
        if reader.is_member:
            in_sight |= Q(workgroup__kind__in=(Kind.OPEN, Kind.ON_REQUEST)) | Q(workgroup__kind=Kind.CLOSED, is_owner=True)
        memberships = memberships.filter(in_sight)
    return memberships.select_related("workgroup").order_by("workgroup__name")


def invitable(group: WorkGroup, words: str) -> list[User]:
    """Whom these words name, by name or by office, among those who may come in and are not there."""
    asked = fold_name(words).split()
    if not asked:
        return []
    people = User.objects.filter(is_active=True).exclude(pk__in=group.memberships.values("user_id"))
    if not group.providers_may_join:
        people = people.filter(Q(is_superuser=True) | Q(organisation__kind__in=Organisation.OF_MEMBERS))
    else:
        people = people.filter(Q(is_superuser=True) | Q(organisation__isnull=False))
    found = []
    for person in people.select_related("organisation", "profile").order_by("last_name", "first_name", "pk"):
        names = fold_name(f"{person} {person.get_full_name()} {person.organisation or ''}").split()
        if all(any(name.startswith(word) for name in names) for word in asked):
            found.append(person)
            if len(found) == INVITABLE_SHOWN:
                break
    return found
