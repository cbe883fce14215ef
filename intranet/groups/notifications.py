"""What is told of coming into a group and of looking after it."""

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications.registry import Notification, register, shorten


class AboutGroup(Notification):
    """The subject is a `JoinRequest` or a `Membership`. Whether it may still be read is asked of what the reader holds, so that a
    list of notices asks the database nothing for each."""

    subject_model = "accounts.JoinRequest"
    reads = ("workgroup", "person")
    group = gettext_lazy("Groupes")
    addressee = "person_id"

    def names(self) -> dict:
        return {"group": self.subject.workgroup, "person": self.actor or _("Quelqu’un")}

    def url(self) -> str:
        return self.subject.workgroup.get_absolute_url()

    def excerpt(self) -> str:
        return shorten(self.details.get("words", ""))

    def may_be_read_by(self, person) -> bool:
        return super().may_be_read_by(person) and self.subject.workgroup.deleted_at is None and self.is_open_to(person)

    def is_open_to(self, person) -> bool:
        return self.subject.workgroup_id in person.work_group_ids


@register
class JoinRequested(AboutGroup):
    """To the owners; to the administrators where a group has none, since nobody else could answer."""

    asks_for_action = True
    code = "group_join_requested"
    label = gettext_lazy("Quelqu’un demande à entrer dans un groupe dont je suis responsable")
    headline = gettext_lazy("%(person)s demande à entrer dans « %(group)s »")

    def recipients(self):
        owners = self.subject.workgroup.owners()
        return owners if owners.exists() else get_user_model().objects.filter(is_superuser=True, is_active=True)

    def excerpt(self) -> str:
        return shorten(self.subject.words)

    def is_open_to(self, person) -> bool:
        return person.is_superuser or super().is_open_to(person)

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_member


@register
class JoinAnswered(AboutGroup):
    code = "group_join_answered"
    label = gettext_lazy("Ma demande d’entrer dans un groupe a une réponse")

    def title(self) -> str:
        if self.details.get("is_accepted"):
            return _("Vous êtes dans le groupe « %(group)s »") % self.names()
        return _("Votre demande d’entrer dans « %(group)s » n’est pas acceptée") % self.names()

    def is_open_to(self, person) -> bool:
        """Who was refused learns nothing of a group that became secret since."""
        return super().is_open_to(person) or self.subject.workgroup.is_named_to(person)


@register
class GroupInvitation(AboutGroup):
    asks_for_action = True
    code = "group_invitation"
    label = gettext_lazy("On m’invite dans un groupe")
    headline = gettext_lazy("%(person)s vous invite dans le groupe « %(group)s »")

    def excerpt(self) -> str:
        return shorten(self.subject.words or self.subject.workgroup.purpose)

    def is_open_to(self, person) -> bool:
        group = self.subject.workgroup
        waits = self.subject.answered_at is None and (person.is_member or group.providers_may_join)
        return waits or group.is_named_to(person)


@register
class OwnerNamed(AboutGroup):
    code = "group_owner_named"
    label = gettext_lazy("Je deviens responsable d’un groupe")
    headline = gettext_lazy("Vous êtes responsable du groupe « %(group)s »")
    subject_model = "accounts.Membership"
    reads = ("workgroup",)
    addressee = "user_id"

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_member
