from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from destination.pages.actions import ensure_site


class Command(BaseCommand):
    help = "Makes an empty site: a first page in each language, its settings, the editors' rights. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--name", required=True, help="the destination's name, as it is shown")
        parser.add_argument("--languages", help="in which it is offered, such as fr,en; without it in all of SITE_LANGUAGES")

    def handle(self, *args, name, languages, **options):
        codes = [code.strip() for code in languages.split(",") if code.strip()] if languages else None
        if unknown := set(codes or ()) - {code for code, _name in settings.LANGUAGES}:
            raise CommandError(f"“{min(unknown)}” is none of SITE_LANGUAGES.")
        site = ensure_site(name=name.strip(), languages=codes)
        self.stdout.write(f"The site “{site.site_name}” is ready: write its pages under /admin/.")
