from django.core.management.base import BaseCommand

from accounts.actions import apply_roles


class Command(BaseCommand):
    help = "Give the roles declared in accounts/permissions.py exactly their permissions. Also done after each migrate."

    def handle(self, *args, **options):
        apply_roles()
