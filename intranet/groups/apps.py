from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class GroupsConfig(AppConfig):
    name = "intranet.groups"
    label = "work_groups"
    verbose_name = _("Groupes")

    def ready(self):
        from accounts.models import WorkGroup  # models are ready only now
        from common.recycle_bin import BinRoom, register_room
        from intranet.groups import notifications, presenters  # noqa: F401
        from intranet.groups.actions import take_back
        from intranet.groups.permissions import thrown_by

        register_room(BinRoom(
            "work_groups", _("Groupes"), WorkGroup, thrown_by,
            take_back=lambda group, person: take_back(group), opens_to=lambda person, group: group.is_known_to(person),
        ))  # fmt: skip
        register(WorkEntry(_("Groupes"), "work_groups:list", "group", 45, is_concerned, "group_requests"))


def is_concerned(user) -> bool:
    """Members, and providers once they are in a group; which groups one is in is read for every page anyway."""
    return user.is_member or bool(user.work_group_ids)
