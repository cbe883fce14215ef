"""Working groups across organisations, and who is in them."""

from collections import defaultdict

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.people import User
from common.access import EVERYTHING_KEY, reader_keys


class WorkGroupQuerySet(models.QuerySet):
    def known_to(self, user):
        """The groups of whose existence `user` may know: a secret one is known to its people and to administrators alone; where
        providers may not join, providers know of those that they are in."""
        if EVERYTHING_KEY in reader_keys(user):
            return self
        own = models.Q(pk__in=user.work_group_ids)
        if not user.is_member:
            return self.filter(own | models.Q(providers_may_join=True) & ~models.Q(kind=WorkGroup.Kind.SECRET))
        return self.filter(own | ~models.Q(kind=WorkGroup.Kind.SECRET))


class WorkGroup(models.Model):
    """A working group across organisations. `docs/groups.md` says for each kind who sees its name, its people and its things."""

    class Kind(models.TextChoices):
        OPEN = "open", _("Ouvert : chacun y entre")
        ON_REQUEST = "on_request", _("Sur demande : on y entre avec l’accord d’un responsable")
        CLOSED = "closed", _("Fermé : on y entre sur invitation")
        SECRET = "secret", _("Secret : seuls ses membres savent qu’il existe")

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

    @property
    def is_secret(self) -> bool:
        return self.kind == self.Kind.SECRET

    def is_known_to(self, user) -> bool:
        """`WorkGroupQuerySet.known_to`, of this one."""
        return type(self).objects.known_to(user).filter(pk=self.pk).exists()


class Membership(models.Model):
    """A person in a working group."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    workgroup = models.ForeignKey(WorkGroup, models.CASCADE, related_name="memberships")
    is_owner = models.BooleanField(_("responsable"), default=False)
    is_muted = models.BooleanField(
        _("en sourdine"), default=False
    )  # hears of what concerns them by name, not of the group's life
    joined_at = models.DateTimeField(_("depuis"), null=True, default=timezone.now, editable=False)  # None: before 0.3

    class Meta:
        db_table = "accounts_workgroup_members"  # the table that held the pairs alone, before 0.3
        unique_together = (("workgroup", "user"),)

    def __str__(self):
        return f"{self.user}: {self.workgroup}"


def load_work_groups(people: list[User]) -> None:
    """Read the groups and roles of many people in one query each, before asking each what they may see."""
    work_groups = _ids_by_person(Membership.objects.filter(user__in=people).values_list("user_id", "workgroup_id"))
    roles = _ids_by_person(User.groups.through.objects.filter(user__in=people).values_list("user_id", "group_id"))
    for person in people:
        person.work_group_ids, person.role_ids = work_groups[person.pk], roles[person.pk]


def _ids_by_person(rows) -> defaultdict[int, frozenset[int]]:
    ids: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for user_id, row_id in rows:
        ids[user_id] |= {row_id}
    return ids
