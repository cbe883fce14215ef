"""Certificates: a PDF that says who finished which path and when. Nothing is stored: the code in its address carries the
fields and our signature, and the page at that address verifies them."""

from dataclasses import asdict, dataclass
from datetime import date
from io import BytesIO

import segno
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from common.absolute_urls import absolute
from common.mail import office_name
from common.pdf import typeset
from pro_portal.tutorials.models import TutorialPath

SALT = "tutorials.certificate"


@dataclass(frozen=True)
class Certificate:
    """`path` is the title at the moment it was given; `given_on` an ISO date."""

    name: str
    organisation: str
    path: str
    slug: str
    given_on: str
    answers: int = 0  # questions answered rightly; without any it says what the person declares

    @property
    def code(self) -> str:
        return signing.dumps(list(asdict(self).values()), salt=SALT, compress=True)

    @property
    def url(self) -> str:
        return reverse("tutorials:certificate", kwargs={"code": self.code})

    @property
    def day(self) -> date:
        return date.fromisoformat(self.given_on)


def certificate_for(path: TutorialPath, name: str, organisation: str, answers: int = 0) -> Certificate:
    return Certificate(name, organisation, path.title, path.slug, timezone.localdate().isoformat(), answers)


def standing_words(answers: int) -> str:
    """What the sheet says between the name and the path."""
    if not answers:
        return _("qui déclare avoir suivi jusqu’au bout le parcours")
    return ngettext(
        "qui déclare avoir suivi jusqu’au bout, et a répondu juste à %(count)d question sur le parcours",
        "qui déclare avoir suivi jusqu’au bout, et a répondu juste à %(count)d questions sur le parcours",
        answers,
    ) % {"count": answers}


def read_code(code: str) -> Certificate | None:
    """The certificate behind a code; None where we did not sign it."""
    try:
        return Certificate(*signing.loads(code, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def certificate_pdf(certificate: Certificate, path: TutorialPath, titles: list[str]) -> bytes:
    office, language = office_name(), get_language()
    code = BytesIO()
    segno.make(absolute(certificate.url), error="l").save(code, kind="svg", border=0, dark="#16232b")
    values = {
        "office": office,
        "title": f"{_('Certificat')} – {certificate.path} – {certificate.name}",
        "kind": _("Certificat"),
        "given_to": _("remis à"),
        "name": certificate.name,
        "organisation": certificate.organisation,
        "has_finished": standing_words(certificate.answers),
        "path": certificate.path,
        "text": path.words_in().certificate,
        "tutorials": titles,
        "dated": _("Le %(day)s") % {"day": date_format(certificate.day, "DATE_FORMAT")},
        "check_words": _("Pour vérifier ce certificat, lisez le code ou cliquez :"),
        "address": absolute(certificate.url),
        "site": absolute("").split("//", 1)[1],
        "qr": "code.svg",
        "qr_alt": _("Code à lire avec un téléphone pour vérifier ce certificat"),
    }
    return typeset("tutorials/certificate.typ", values, language, {"code.svg": code.getvalue()})
