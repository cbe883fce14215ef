"""What happens to accounts."""
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from accounts.roles import ROLES


def apply_roles() -> None:
    """Give each declared role its group and exactly its declared permissions."""
    for role, names in ROLES.items():
        group, _ = Group.objects.get_or_create(name=role)
        wanted = Q(pk__in=[])
        for name in names:
            app_label, codename = name.split(".")
            wanted |= Q(content_type__app_label=app_label, codename=codename)
        group.permissions.set(Permission.objects.filter(wanted))
