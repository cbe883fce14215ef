from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from accounts.actions import InvitationClosed, invite
from accounts.models import Organisation
from accounts.permissions import ROLES


class Command(BaseCommand):
    help = "Invite a person by mail, and print the link that opens their account."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--organisation", metavar="SLUG", help="the organisation they work for")
        parser.add_argument("--role", action="append", default=[], choices=list(ROLES), help="may be given several times")
        parser.add_argument("--language", default=settings.LANGUAGE_CODE, choices=[code for code, _name in settings.LANGUAGES])

    def handle(self, *args, email, organisation, role, language, **options):
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(error.messages[0]) from error
        employer = None
        if organisation:
            employer = Organisation.objects.filter(slug=organisation).first()
            if employer is None:
                slugs = ", ".join(Organisation.objects.values_list("slug", flat=True))
                raise CommandError(f"No organisation “{organisation}”. Known: {slugs or 'none yet'}.")
        try:
            invitation = invite(email, organisation=employer, roles=role, language=language)
        except InvitationClosed as error:
            raise CommandError(f"{email} already has an account.") from error
        self.stdout.write(f"{settings.BASE_URL}{invitation.get_absolute_url()}")
