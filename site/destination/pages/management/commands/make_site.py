from django.core.management.base import BaseCommand

from destination.pages.actions import ensure_site


class Command(BaseCommand):
    help = "Makes an empty site: a first page in each language, its settings, the editors' rights. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--name", required=True, help="the destination's name, as it is shown")

    def handle(self, *args, name, **options):
        site = ensure_site(name=name.strip())
        self.stdout.write(f"The site “{site.site_name}” is ready: write its pages under /admin/.")
