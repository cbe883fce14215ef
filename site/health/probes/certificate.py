"""The certificate of the site's own address, as browsers see it: read over TLS by the clock, for it may be slow to answer."""

import socket
import ssl
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from common.health import Finding, State, probe
from common.measures import Measure
from health.probes.words import at

MEASURE = "certificate"
SECONDS = 5
# Whoever renews by itself does so at a third of its life or earlier; a shorter life has shorter terms.
SOON, TOO_SOON = timedelta(days=20), timedelta(days=7)
SOON_SHARE, TOO_SOON_SHARE = 5, 10


def read_certificate(host: str, port: int, context: ssl.SSLContext | None = None) -> tuple[datetime, datetime]:
    """From when and until when the certificate holds. Raises `ssl.SSLCertVerificationError` where browsers would refuse it, and
    `OSError` where nobody answers."""
    context = context or ssl.create_default_context()
    line = socket.create_connection((host, port), timeout=SECONDS)
    with line, context.wrap_socket(line, server_hostname=host) as tls:
        certificate = tls.getpeercert()
    first, last = (ssl.cert_time_to_seconds(certificate[name]) for name in ("notBefore", "notAfter"))
    return datetime.fromtimestamp(first, UTC), datetime.fromtimestamp(last, UTC)


def measure_certificate(context: ssl.SSLContext | None = None) -> None:
    parts = urlsplit(settings.BASE_URL)
    if parts.scheme != "https":
        return
    value = {"address": settings.BASE_URL}
    try:
        first, last = read_certificate(parts.hostname, parts.port or 443, context)
        value |= {"first": first.isoformat(), "last": last.isoformat()}
    except ssl.SSLCertVerificationError as error:
        value["refusal"] = error.verify_message or str(error)
    except OSError as error:
        value["away"] = " ".join(str(error).split()) or type(error).__name__
    Measure.store(MEASURE, value)


@probe("certificate", title=gettext_lazy("Certificat"), order=90)
def certificate() -> Finding:
    host = urlsplit(settings.BASE_URL).hostname
    measure = Measure.latest(MEASURE)
    if not settings.BASE_URL.startswith("https:"):
        return Finding(State.OK, _("Le site est servi sans https : il n’y a pas de certificat."))
    if measure is None or measure.value["address"] != settings.BASE_URL:
        return Finding(State.OK, _("L’horloge ne l’a pas encore regardé."))
    value = measure.value
    if "refusal" in value:
        sentence = _("Les navigateurs refusent le certificat de {host} : {words}").format(host=host, words=value["refusal"])
        return Finding(State.WARNING if host == "localhost" else State.FAILURE, sentence, _mend())
    if "away" in value:
        sentence = _("Cette machine n’a pas pu le lire sur {host} : {words}").format(host=host, words=value["away"])
        mend = _(
            "Si le site s’ouvre dans votre navigateur, c’est le réseau de la machine qui l’empêche ; regardez-y la date de fin."
        )
        return Finding(State.WARNING, sentence, mend)
    return _time_left(datetime.fromisoformat(value["first"]), datetime.fromisoformat(value["last"]))


def _time_left(first: datetime, last: datetime) -> Finding:
    left, life = last - timezone.now(), last - first
    if left <= timedelta():
        return Finding(State.FAILURE, _("Il a expiré le {moment}.").format(moment=at(last)), _mend())
    sentence = ngettext(
        "Il est valable encore {days} jour, jusqu’au {moment}.",
        "Il est valable encore {days} jours, jusqu’au {moment}.",
        left.days,
    ).format(days=left.days, moment=at(last))
    if left < min(TOO_SOON, life / TOO_SOON_SHARE):
        return Finding(State.FAILURE, sentence, _mend())
    if left < min(SOON, life / SOON_SHARE):
        return Finding(State.WARNING, sentence, _mend())
    return Finding(State.OK, sentence)


def _mend() -> str:
    return _("Le serveur mandataire (Caddy, nginx) le renouvelle d’ordinaire de lui-même : son journal dit ce qui l’en empêche.")
