"""Working groups across organisations, who is in them, and who waits to be."""

from collections import defaultdict

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.people import Organisation, User
from common.access import EVERYTHING_KEY, reader_keys
from common.recycle_bin import BinMixin


class WorkGroupQuerySet(models.QuerySet):
    def present(self):
        """Those that are not in the bin."""
        return self.filter(deleted_at=None)

    def known_to(self, user):
        """The groups of whose existence `user` may know: a secret one is known to its people, to whom it invites and to
        administrators alone; where providers may not join, no provider knows of it. What is in the bin is known to nobody."""
        groups, keys = self.present(), reader_keys(user)
        if EVERYTHING_KEY in keys:
            return groups
        if user is None or not user.is_authenticated or not user.is_active:
            return groups.none()
        of_providers = Q() if user.is_member else Q(providers_may_join=True)
        invited_to = JoinRequest.objects.invitations_of(user).values("workgroup_id")
        known = Q(pk__in=user.work_group_ids) | Q(pk__in=invited_to) & of_providers
        if user.is_professional:
            known |= ~Q(kind=WorkGroup.Kind.SECRET) & of_providers
        return groups.filter(known)


class WorkGroup(BinMixin):
    """A working group across organisations. `docs/groups.md` says for each kind who sees its name, its people and its things."""

    class Kind(models.TextChoices):
        OPEN = "open", _("Ouvert : chacun y entre")
        ON_REQUEST = "on_request", _("Sur demande : on y entre avec l’accord d’un responsable")
        CLOSED = "closed", _("Fermé : on y entre sur invitation")
        SECRET = "secret", _("Secret : seuls ses membres savent qu’il existe")

    #: What the CMS's report on what happened names to administrators alone.
    is_for_administrators = True

    name = models.CharField(_("nom"), max_length=120)
    slug = models.SlugField(unique=True)
    kind = models.CharField(_("nature"), max_length=10, choices=Kind, default=Kind.CLOSED)
    purpose = models.TextField(_("à quoi il sert"), max_length=1000, blank=True)
    providers_may_join = models.BooleanField(
        _("ouvert aux professionnels"), default=False, help_text=_("Des prestataires peuvent en faire partie.")
    )
    created_at = models.DateTimeField(_("créé le"), null=True, default=timezone.now, editable=False)  # None: before 0.3
    members = models.ManyToManyField(
        User, blank=True, related_name="work_groups", through="Membership", verbose_name=_("membres")
    )

    objects = WorkGroupQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("groupe de travail")
        verbose_name_plural = _("groupes de travail")

    def __str__(self):
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("work_groups:group", args=[self.slug])

    @property
    def kind_word(self) -> str:
        """« Ouvert », of « Ouvert : chacun y entre »."""
        return self.get_kind_display().partition(":")[0].strip()

    @property
    def is_secret(self) -> bool:
        return self.kind == self.Kind.SECRET

    def is_known_to(self, user) -> bool:
        """`WorkGroupQuerySet.known_to`, of this one."""
        return type(self).objects.known_to(user).filter(pk=self.pk).exists()

    def is_named_to(self, reader) -> bool:
        """Whether a page may name it to `reader`, or to anybody of the network where `reader` is None: `is_known_to` without a
        question to the database, and without those who are invited."""
        if self.deleted_at:
            return False
        if reader is None:
            return not self.is_secret
        if self.pk in reader.work_group_ids or EVERYTHING_KEY in reader_keys(reader):
            return True
        return not self.is_secret and (reader.is_member or reader.is_professional and self.providers_may_join)

    def people(self):
        """Its people, those alone to whom its things open."""
        return User.objects.filter(pk__in=self.memberships.in_force().values("user_id"))

    def owners(self):
        return User.objects.filter(pk__in=self.memberships.in_force().filter(is_owner=True).values("user_id"))


class MembershipQuerySet(models.QuerySet):
    def in_force(self):
        """Those that open the things of a group: of an open account, in a group that is not in the bin; a provider's where the
        group takes providers."""
        of_members = Q(user__is_superuser=True) | Q(user__organisation__kind__in=Organisation.OF_MEMBERS)
        return self.filter(Q(workgroup__providers_may_join=True) | of_members, workgroup__deleted_at=None, user__is_active=True)

    def in_force_of(self, person_id: int, *, is_active: bool, is_member: bool):
        """`in_force` of one person who was read with their organisation: every page of the work rooms asks for their groups, and
        what is known of them is not asked of the database."""
        if not is_active:
            return self.none()
        memberships = self.filter(user=person_id, workgroup__deleted_at=None)
        return memberships if is_member else memberships.filter(workgroup__providers_may_join=True)


class Membership(models.Model):
    """A person in a working group."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    workgroup = models.ForeignKey(WorkGroup, models.CASCADE, related_name="memberships")
    is_owner = models.BooleanField(_("responsable"), default=False)
    is_muted = models.BooleanField(
        _("en sourdine"), default=False
    )  # hears of what concerns them by name, not of the group's life
    joined_at = models.DateTimeField(_("depuis"), null=True, default=timezone.now, editable=False)  # None: before 0.3

    objects = MembershipQuerySet.as_manager()

    class Meta:
        db_table = "accounts_workgroup_members"  # the table that held the pairs alone, before 0.3
        unique_together = (("workgroup", "user"),)
        verbose_name = _("appartenance à un groupe")

    def __str__(self):
        return f"{self.user}: {self.workgroup}"


class JoinRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(answered_at=None, workgroup__deleted_at=None)

    def requests(self):
        """What people ask of the owners."""
        return self.waiting().filter(is_invitation=False, person__is_active=True)

    def invitations_of(self, person):
        """What waits for this person's answer."""
        return self.waiting().filter(person=person, is_invitation=True)


class JoinRequest(models.Model):
    """A person at the door of a group: they ask to come in, or somebody of the group invites them. It is answered once."""

    workgroup = models.ForeignKey(WorkGroup, models.CASCADE, related_name="join_requests")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="join_requests")
    is_invitation = models.BooleanField(default=False)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    words = models.TextField(_("votre mot"), max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    is_accepted = models.BooleanField(default=False)
    reply = models.TextField(_("votre réponse"), max_length=500, blank=True)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("demande d’entrer dans un groupe")
        constraints = [
            models.UniqueConstraint(
                fields=["workgroup", "person"], condition=Q(answered_at=None), name="accounts_one_open_join_request"
            )
        ]

    def __str__(self):
        return str(self.workgroup)


def load_work_groups(people: list[User]) -> None:
    """Read the groups and roles of many people in one query each, before asking each what they may see."""
    memberships = Membership.objects.in_force().filter(user__in=people)
    work_groups = _ids_by_person(memberships.values_list("user_id", "workgroup_id"))
    roles = _ids_by_person(User.groups.through.objects.filter(user__in=people).values_list("user_id", "group_id"))
    for person in people:
        person.work_group_ids, person.role_ids = work_groups[person.pk], roles[person.pk]


def _ids_by_person(rows) -> defaultdict[int, frozenset[int]]:
    ids: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for user_id, row_id in rows:
        ids[user_id] |= {row_id}
    return ids
