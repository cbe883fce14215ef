"""The lines as pages show them."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from common.health import Finding, State, findings, probes
from common.registry import hook
from health.actions import ORDER, PERMISSION, worst
from health.models import Line
from health.probes.words import at

#: State → the icon of the CMS, and the word that stands beside it.
ICONS = {State.OK: "circle-check", State.WARNING: "warning", State.FAILURE: "circle-xmark"}


@dataclass(frozen=True)
class ShownFinding:
    finding: Finding
    icon: str
    word: str


@dataclass(frozen=True)
class ShownLine:
    """One probe on the administrator's page. `since`: when it turned red, in words, where it is."""

    key: str
    title: str
    state: State
    icon: str
    findings: list[ShownFinding]
    since: str


def shown_lines() -> list[ShownLine]:
    """What every probe says now."""
    red_since = dict(Line.objects.filter(is_red=True).values_list("key", "changed_at"))
    lines = []
    for probe, answer in findings().items():
        state = worst(answer)
        shown = [ShownFinding(one, ICONS[one.state], State(one.state).label) for one in answer]
        shown.sort(key=lambda one: -ORDER.index(one.finding.state))
        since = at(red_since[probe.key]) if state == State.FAILURE and probe.key in red_since else ""
        lines.append(ShownLine(probe.key, probe.title, state, ICONS[state], shown, since))
    return lines


@hook("health.red_lines")
def red_lines(user) -> list[dict]:
    """{title, since} of what `user` is to be told of on their front pages: red for long, or a clock that stands still."""
    if not user.has_perm(PERMISSION):
        return []
    titles, now = {probe.key: probe.title for probe in probes()}, timezone.now()
    rows = list(Line.objects.order_by("changed_at"))
    lines = [{"title": titles[row.key], "since": at(row.changed_at)} for row in rows if row.is_told(now) and row.key in titles]
    last_look = max((row.looked_at for row in rows), default=None)
    if Line.is_late(last_look) and titles["clock"] not in [line["title"] for line in lines]:
        lines.insert(0, {"title": titles["clock"], "since": at(last_look)})
    return lines


def summary(lines: list[ShownLine]) -> dict:
    """{state, icon, sentence} over the page."""
    states = [line.state for line in lines]
    state = max(states, key=ORDER.index, default=State.OK)
    counts = {State.FAILURE: _("{count} à réparer"), State.WARNING: _("{count} à surveiller")}
    parts = [words.format(count=states.count(one)) for one, words in counts.items() if one in states]
    return {"state": state, "icon": ICONS[state], "sentence": f"{', '.join(parts)}." if parts else _("Tout est en ordre.")}
