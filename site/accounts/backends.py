"""Signing in by e-mail, and loading a person with their organisation in one query."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model


class EmailBackend(AuthenticationBackend):
    def get_user(self, user_id):
        user = get_user_model().objects.select_related("organisation").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def get_user_permissions(self, user_obj, obj=None):
        # Permissions come from roles alone (`accounts.permissions`): nobody has one of their own, so none is asked for.
        return set()

    def get_group_permissions(self, user_obj, obj=None):
        # Most people hold no role, which is known from the question for their working groups.
        is_plain = user_obj.is_active and not user_obj.is_superuser and not user_obj.is_anonymous
        return set() if is_plain and not user_obj.role_ids else super().get_group_permissions(user_obj, obj)
