from django.core.management.base import BaseCommand

from pro_portal.photos.actions.partner_keys import create_key
from pro_portal.photos.rights.choices import Use


class Command(BaseCommand):
    help = "Make a partner's key to /api/photos/. It is written once: only a fingerprint of it is kept."

    def add_arguments(self, parser):
        parser.add_argument("name", help="whose key it is")
        parser.add_argument("--use", action="append", choices=Use.values, help="what the partner may use pictures for (web)")
        parser.add_argument("--professionals", action="store_true", help="also pictures that only professionals see")

    def handle(self, *args, name, use, professionals, **options):
        _key, text = create_key(name[:200], use or [Use.WEB], sees_professional=professionals)
        self.stdout.write(text)
