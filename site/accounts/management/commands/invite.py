import time

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from accounts.actions import InvitationClosed, invite
from accounts.models import Organisation
from accounts.permissions import ROLES
from common.outbox import OutgoingMail, deliver


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
        if problem := problem_of_mail(invitation.mail_key):
            self.stderr.write(f"The mail to {email} has not left: {problem} Send the link above yourself.")


def problem_of_mail(key: str) -> str:
    """Sends the mail now, or waits for the worker that has it; a sentence where it has not left."""
    mail = OutgoingMail.objects.get(key=key)
    deliver(mail.pk)
    end = time.monotonic() + settings.EMAIL_TIMEOUT
    while (mail := OutgoingMail.objects.get(key=key)).state in (mail.State.CLAIMED, mail.State.HANDING_OVER):
        if mail.last_error or time.monotonic() > end:
            break
        time.sleep(0.2)
    if mail.state == mail.State.SENT:
        return ""
    next_steps = {mail.State.FAILED: "", mail.State.HANDING_OVER: " It may have arrived all the same."}
    next_step = next_steps.get(mail.state, " It is tried again; manage.py doctor says more.")
    return f"{mail.last_error.rstrip('.') or 'the server has not answered'}.{next_step}"
