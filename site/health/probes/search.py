"""The search: whether its engine answers, whether it knows what changed, what the last night found."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from common.health import Finding, State, probe
from common.measures import Measure
from common.outbox import server_words
from common.search_port import ask_engine
from health.probes.words import age, at, since
from search.engines import EngineUnreachable, current_engine
from search.models import LastTurn, Unsent
from search.periodic import DIFFERENCES

TOO_LONG = timedelta(minutes=15)
# Once in a while a change is lost to a process that was killed; that many each night are a fault.
MANY = 50


@probe("search", title=gettext_lazy("Recherche"), order=70)
def search() -> list[Finding]:
    findings = [*_engine(), *_unsent()]
    last = LastTurn.objects.values_list("at", flat=True).first()
    if last is None:
        mend = _("Si des pages sont publiées : « manage.py rebuild_search ».")
        return [*findings, Finding(State.OK, _("Rien n’y a encore été rangé."), mend)]
    findings.append(Finding(State.OK, _("Dernière mise à jour il y a {duration}.").format(duration=since(last))))
    return findings + _differences()


def _engine() -> list[Finding]:
    try:
        ask_engine()
    except EngineUnreachable as problem:
        sentence = _("Le moteur de recherche ne répond pas : {words}").format(words=server_words(problem)[:300])
        return [Finding(State.FAILURE, sentence, _("Redémarrez-le, vérifiez SEARCH_URL ; docs/search.md dit comment."))]
    is_separate = current_engine().needs_sending
    return [
        Finding(State.OK, _("Le moteur de recherche répond.") if is_separate else _("La base de données répond aux recherches."))
    ]


def _unsent() -> list[Finding]:
    oldest = Unsent.objects.order_by("at").values_list("at", flat=True).first()
    if oldest is None or age(oldest) <= TOO_LONG or not current_engine().needs_sending:
        return []
    count = Unsent.objects.count()
    sentence = ngettext(
        "{count} changement attend d’y être porté, depuis {duration}.",
        "{count} changements attendent d’y être portés, le plus ancien depuis {duration}.",
        count,
    ).format(count=count, duration=since(oldest))
    return [Finding(State.WARNING, sentence, _("Ils y sont portés chaque minute dès que le moteur répond."))]


def _differences() -> list[Finding]:
    measure = Measure.latest(DIFFERENCES)
    if measure is None:
        return []
    count = sum(measure.value.values())
    if not count:
        return [
            Finding(
                State.OK,
                _("Comparée à ce qui est publié le {moment} : aucune différence.").format(moment=at(measure.measured_at)),
            )
        ]
    sentence = ngettext(
        "Comparée à ce qui est publié le {moment} : {count} différence, corrigée.",
        "Comparée à ce qui est publié le {moment} : {count} différences, corrigées.",
        count,
    ).format(moment=at(measure.measured_at), count=count)
    if count < MANY:
        return [Finding(State.OK, sentence)]
    return [
        Finding(
            State.WARNING,
            sentence,
            _("Si c’est ainsi chaque nuit, des changements se perdent : voyez le journal du processus « worker »."),
        )
    ]
