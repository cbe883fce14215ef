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
