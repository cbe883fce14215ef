"""What documents are looked at with, where the installation names it: LibreOffice and the virus scanner."""

import os

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.documents import virus_scanner
from common.health import Finding, State, probe


@probe("documents", title=gettext_lazy("Documents"), order=76)
def documents() -> list[Finding]:
    return [_libre_office(), _virus_scanner()]


def _libre_office() -> Finding:
    if not settings.LIBREOFFICE:
        return Finding(State.OK, _("Sans LibreOffice : les documents de bureau sont montrés par leur texte."))
    if os.access(settings.LIBREOFFICE, os.X_OK):
        return Finding(State.OK, _("LibreOffice montre les pages des documents de bureau."))
    sentence = _("LibreOffice n’est plus là : les nouveaux documents de bureau n’ont pas d’image de leurs pages.")
    return Finding(State.WARNING, sentence, _("Installez-le de nouveau, ou corrigez LIBREOFFICE."))


def _virus_scanner() -> Finding:
    if not virus_scanner.is_on():
        return Finding(State.OK, _("Sans antivirus : les fichiers partagés ne sont pas examinés."))
    try:
        version = virus_scanner.version(seconds=4)
    except OSError:
        version = ""
    if version:
        return Finding(State.OK, _("L’antivirus répond : {version}").format(version=version[:100]))
    sentence = _("L’antivirus ne répond pas : les fichiers déposés attendent, personne d’autre ne les voit.")
    return Finding(State.FAILURE, sentence, _("Redémarrez clamd, et vérifiez CLAMD_URL."))
