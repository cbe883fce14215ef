from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig

from common.navigation import WorkEntry, register


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Comptes")
    default = True

    def ready(self):
        register(WorkEntry(_("Équipe"), "team:list", "users", order=80, allowed=lambda user: user.is_superuser))
        # Permissions are made app by app: the roles are applied after the last one.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(_apply_roles, sender=last, dispatch_uid="accounts.apply_roles")
        post_migrate.connect(_ensure_themes, sender=self)
        _register_handovers()


def _register_handovers():
    from accounts.actions import give_group_ownerships  # needs the models
    from accounts.models import Membership
    from accounts.registry import Handover, register_handover

    register_handover(
        Handover(
            "groups",
            _("Groupes dont la personne est responsable"),
            lambda person: Membership.objects.filter(user=person, is_owner=True, workgroup__deleted_at=None),
            give=give_group_ownerships,
            order=30,
        )
    )


def _ensure_themes(apps=apps, **kwargs):
    """After each migration, once the table is there."""
    from accounts.actions import ensure_themes  # needs the models

    try:
        apps.get_model("accounts", "Theme")
    except LookupError:  # `migrate` was asked to stop earlier
        return
    ensure_themes()


def _apply_roles(**kwargs):
    from accounts.actions import apply_roles  # needs the models

    apply_roles()


class PeopleAdminConfig(WagtailUsersAppConfig):
    """Wagtail's own pages about users, with our forms."""

    user_viewset = "accounts.viewsets.PeopleViewSet"
    default = False
