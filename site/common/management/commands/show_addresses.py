"""What `make run` and `make office` print once everything answers."""

from io import StringIO

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Print the addresses, the demo accounts, where mail goes and, while nobody set it up, the link to the setup page."

    def handle(self, *args, **options):
        link = StringIO()
        call_command("setup_link", if_waiting=True, stdout=link)
        lines = [
            "",
            f"Escale answers on {settings.BASE_URL}",
            "",
            *([] if link.getvalue() else self.addresses()),
            f"  mail          {self.mail()}",
            "",
            "Ctrl-C stops everything.",
            link.getvalue(),
        ]
        self.stdout.write("\n".join(lines))

    def addresses(self) -> list[str]:
        """Those of a site that is set up: until then each of them only says that it is not."""
        site = settings.BASE_URL
        return [
            f"  public site   {site}/",
            f"  agenda        {site}/{settings.LANGUAGE_CODE}/agenda/",
            f"  intranet      {site}/intranet/",
            f"  portal        {site}/portail/",
            f"  CMS           {site}/admin/",
            "",
            *self.accounts(),
        ]

    @staticmethod
    def mail() -> str:
        folder = getattr(settings, "EMAIL_FILE_PATH", None)
        return f"files in {folder}" if folder else settings.EMAIL_HOST

    def accounts(self) -> list[str]:
        """One account of each role, while the demo is there."""
        people = get_user_model().objects.filter(email__endswith="aurelle.example", is_active=True)
        shown = {
            "administrator": people.filter(is_superuser=True),
            "moderator": people.filter(groups__name="moderator", is_superuser=False),
            "editor": people.filter(groups__name="editor", is_superuser=False),
            "member": people.filter(organisation__kind="office", groups=None, is_superuser=False),
            "provider": get_user_model().objects.filter(organisation__kind="provider", email__endswith=".example"),
        }
        found = {role: rows.order_by("pk").first() for role, rows in shown.items()}
        if not found["administrator"]:
            return []
        lines = [f"  {role:14}{person.email}" for role, person in found.items() if person]
        return ["  accounts of the demo, password pays-d-aurelle", *lines, ""]
