from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.test import Client
from django.utils import translation

from backups.actions.restore import plan, restore
from backups.problems import BackupProblem
from common.management.commands.prepare import require_folder


class Command(BaseCommand):
    help = "Put a backup into a new installation: its database and its files. One that is in use is refused."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", nargs="?", default="", help="a folder or s3://…; BACKUP_URL without")
        parser.add_argument("name", metavar="NAME", nargs="?", default="", help="of the backup; the newest without")
        parser.add_argument("--yes", action="store_true", help="ask nothing")

    def handle(self, *args, folder, name, yes, **options):
        require_folder(settings.VAR_DIR)
        call_command("compile_catalogues")
        if not settings.STATIC_ROOT.exists():
            call_command("collectstatic", interactive=False, verbosity=0)
        with translation.override("en"):
            try:
                intention = plan(folder, name)
                self.stdout.write("\n".join(intention.sentences))
                if not yes and not self.agrees():
                    raise CommandError("Nothing was changed.")
                run = restore(intention.backup, self.report)
            except BackupProblem as problem:
                raise CommandError(str(problem)) from problem
        self.stdout.write(f"The backup {run.name} is in place. {self.answer_of_the_site()}")

    def agrees(self) -> bool:
        try:
            return input("Type yes to restore it: ").strip().lower() == "yes"
        except EOFError:  # nobody sits there
            raise CommandError("Nothing was changed: add --yes where nobody can answer.") from None

    def report(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()

    def answer_of_the_site(self) -> str:
        """The front page, as a visitor asks for it."""
        host = next((host for host in settings.ALLOWED_HOSTS if host != "*"), "localhost").lstrip(".")
        response = Client(raise_request_exception=False, SERVER_NAME=host).get("/", follow=True, secure=True)
        if response.status_code == 200:
            return "The site answers; start web, worker and clock."
        return f"But its front page answers {response.status_code}: the log says why."
