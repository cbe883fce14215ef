"""Mail: whether it leaves, and what the server answered. One that takes mail in and drops it answers as one that delivers."""

from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import get_connection
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from common.health import Finding, State, probe
from common.measures import Measure
from common.outbox import OutgoingMail, server_words
from health.probes.words import age, since

States = OutgoingMail.State
WAITING = (States.WAITING, States.CLAIMED)
# A server that wants to see a mail twice (greylisting) takes it within minutes.
TOO_LONG = timedelta(minutes=15)
IN_DOUBT_AFTER = timedelta(minutes=5)
RECENT = timedelta(days=7)
# So many addresses refused one after the other are no typing mistakes.
MOST_REFUSED = 3
MEASURE = "mail_server"


def is_sent_by_server() -> bool:
    return settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")


def greet_server() -> None:
    """Connect and sign in, sending nothing. Raises what the server or the network answers."""
    with get_connection(timeout=4):
        pass


def measure_mail_server() -> None:
    """Once an hour: each minute would look like an attack to the server."""
    words = ""
    if is_sent_by_server():
        try:
            greet_server()
        except (SMTPException, OSError) as error:
            words = server_words(error)[:500]
    Measure.store(MEASURE, words)


@probe("mail", title=gettext_lazy("Courriel"), order=50)
def mail() -> list[Finding]:
    return [*_way(), *_last_sent(), *_waiting(), *_refused(), *_in_doubt()]


def _last_sent_at():
    return OutgoingMail.objects.exclude(sent_at=None).order_by("-sent_at").values_list("sent_at", flat=True).first()


def _way() -> list[Finding]:
    if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        sentence = _("Les courriels ne partent pas : ils sont écrits dans des fichiers.")
        return [Finding(State.WARNING, sentence, _("Donnez EMAIL_URL, l’adresse de votre serveur de courriel."))]
    measure = Measure.latest(MEASURE)
    if measure is None or not measure.value:
        return []
    sent_at = _last_sent_at()
    if sent_at and sent_at > measure.measured_at:  # it has mended itself since
        return []
    sentence = _("Le serveur de courriel ne nous laisse pas entrer : {words}").format(words=measure.value)
    return [Finding(State.FAILURE, sentence, _("Vérifiez EMAIL_URL, puis envoyez-vous un courriel d’essai."))]


def _last_sent() -> list[Finding]:
    sent_at = _last_sent_at()
    if sent_at is None:
        return [Finding(State.OK, _("Aucun courriel n’a encore été envoyé."))]
    return [Finding(State.OK, _("Le dernier est parti il y a {duration}.").format(duration=since(sent_at)))]


def _waiting() -> list[Finding]:
    waiting = OutgoingMail.objects.filter(state__in=WAITING)
    oldest = waiting.order_by("created_at").only("created_at").first()
    if oldest is None:
        return []
    words = waiting.exclude(last_error="").order_by("-claimed_at").values_list("last_error", flat=True).first()
    sentence = ngettext(
        "{count} courriel attend, le plus ancien depuis {duration}.",
        "{count} courriels attendent, le plus ancien depuis {duration}.",
        waiting.count(),
    ).format(count=waiting.count(), duration=since(oldest.created_at))
    if words:
        sentence = _("{sentence} Le serveur a répondu : {words}").format(sentence=sentence, words=words)
    if age(oldest.created_at) <= TOO_LONG:
        return [Finding(State.OK, sentence)]
    sent_at = _last_sent_at()
    if sent_at and sent_at > oldest.created_at:
        return [Finding(State.WARNING, sentence, _("D’autres partent : ceux-là sont essayés de nouveau pendant un jour."))]
    mend = _("Aucun ne part. Vérifiez EMAIL_URL et le travail d’arrière-plan ; ceux qui attendent partiront d’eux-mêmes.")
    return [Finding(State.FAILURE, sentence, mend)]


def _refused() -> list[Finding]:
    refused = OutgoingMail.objects.filter(state=States.FAILED, created_at__gt=timezone.now() - RECENT).order_by("-created_at")
    latest = refused.only("created_at", "to", "last_error").first()
    if latest is None:
        return []
    sentence = ngettext(
        "{count} courriel a été refusé depuis une semaine ; à {address}, le serveur a répondu : {words}",
        "{count} courriels ont été refusés depuis une semaine ; à {address}, le dernier, le serveur a répondu : {words}",
        refused.count(),
    ).format(count=refused.count(), address=latest.to, words=latest.last_error or "–")
    sent_at = _last_sent_at()
    since_sent = refused.filter(created_at__gt=sent_at) if sent_at else refused
    if since_sent.values("to").distinct().count() >= MOST_REFUSED:
        return [Finding(State.FAILURE, sentence, _("Aucun n’est parti depuis : vérifiez DEFAULT_FROM_EMAIL et EMAIL_URL."))]
    return [Finding(State.WARNING, sentence, _("Une adresse est peut-être mal écrite : corrigez-la et envoyez de nouveau."))]


def _in_doubt() -> list[Finding]:
    now = timezone.now()
    doubtful = OutgoingMail.objects.filter(state=States.HANDING_OVER, created_at__gt=now - RECENT)
    count = doubtful.filter(claimed_at__lt=now - IN_DOUBT_AFTER).count()
    if not count:
        return []
    sentence = ngettext(
        "{count} courriel a été remis sans réponse du serveur : on ne sait pas s’il est arrivé.",
        "{count} courriels ont été remis sans réponse du serveur : on ne sait pas s’ils sont arrivés.",
        count,
    ).format(count=count)
    return [
        Finding(State.WARNING, sentence, _("Ils ne sont pas envoyés deux fois. Demandez au destinataire si c’était important."))
    ]
