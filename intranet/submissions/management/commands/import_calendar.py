"""`manage.py import_calendar FILE… --as EMAIL`: propose the events of calendar files, one line for each file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from destination.agenda.ical.events import MAX_BYTES
from intranet.submissions.actions.cancellations import cancellation_of
from intranet.submissions.actions.imports import (
    Choice,
    events_by_uid,
    known_uid,
    propose_rows,
    understand,
    usual_commune,
    why_not,
)

REASONS_SHOWN = 5


class Command(BaseCommand):
    help = "Proposes the events of calendar files in the name of a member; prints one line for each file."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--as", dest="email", required=True, metavar="EMAIL", help="the member who proposes")

    def handle(self, *args, **options):
        person = User.objects.select_related("organisation").filter(email__iexact=options["email"], is_active=True).first()
        if not person or not person.is_member:
            raise CommandError(f"{options['email']} is not a member of an office: give the e-mail of someone who may propose.")
        with translation.override(person.language):
            for name in options["files"]:
                self.stdout.write(self._one_file(Path(name), person))

    def _one_file(self, path: Path, person: User) -> str:
        try:
            with path.open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
        except OSError as error:
            return _("%(file)s : illisible (%(reason)s)") % {"file": path, "reason": error.strerror}
        calendar = understand(raw, path.name, person)
        existing = events_by_uid(calendar.rows)
        reasons = [f"{problem['where']} : {problem['message']}" for problem in calendar.problems]
        choices = {}
        for number, row in enumerate(calendar.rows):
            event = existing.get(known_uid(row))
            cancellation = cancellation_of(row, event, person) if event else None
            is_cancelled = cancellation is not None and cancellation.is_allowed
            reason = "" if is_cancelled else _("il est déjà dans l’agenda") if event else why_not(row)
            if is_cancelled:
                choices[number] = Choice()
            elif reason:
                reasons.append(f"{row['title'] or _('Événement sans titre')} : {reason}")
            else:
                choices[number] = Choice(commune=usual_commune(person))
        report = propose_rows(calendar, person, choices, most=None)
        reasons += [f"{title} : {reason}" for title, reason in report.refused]
        understood, proposed = len(calendar.rows), len(report.proposed)
        counts = [
            ngettext("%(number)d événement compris", "%(number)d événements compris", understood) % {"number": understood},
            ngettext("%(number)d proposition", "%(number)d propositions", proposed) % {"number": proposed},
        ]
        if cancelled := len(report.cancelled):
            words = ngettext("%(number)d annulation annoncée", "%(number)d annulations annoncées", cancelled)
            counts.append(words % {"number": cancelled})
        return " ".join(f"{path} : {', '.join(counts)}{_listed(reasons)}".split())


def _listed(reasons: list[str]) -> str:
    if not reasons:
        return ""
    more = len(reasons) - REASONS_SHOWN
    first = " ; ".join(reasons[:REASONS_SHOWN])
    return f" – {first}" + (_(" ; et %(number)d autres remarques") % {"number": more} if more > 0 else "")
