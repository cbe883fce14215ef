"""The lines as pages show them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from common.health import Finding, State, findings, probes
from common.registry import hook
from health.actions import ORDER, PERMISSION, worst
from health.models import Line

#: State → the icon of the CMS, and the word that stands beside it.
ICONS = {State.OK: "circle-check", State.WARNING: "warning", State.FAILURE: "circle-xmark"}


@dataclass(frozen=True)
class ShownFinding:
    finding: Finding
    icon: str
    word: str


@dataclass(frozen=True)
class ShownLine:
    """One probe on the administrator's page. `since`: when it turned red, where it is."""

    key: str
    title: str
    state: State
    icon: str
    findings: list[ShownFinding]
    since: datetime | None


def shown_lines() -> list[ShownLine]:
    """What every probe says now."""
    red_since = dict(Line.objects.filter(is_red=True).values_list("key", "changed_at"))
    lines = []
    for probe, answer in findings().items():
        state = worst(answer)
        shown = [ShownFinding(one, ICONS[one.state], State(one.state).label) for one in answer]
        shown.sort(key=lambda one: -ORDER.index(one.finding.state))
        since = red_since.get(probe.key) if state == State.FAILURE else None
        lines.append(ShownLine(probe.key, probe.title, state, ICONS[state], shown, since))
    return lines


@hook("health.red_lines")
def red_lines(user) -> list[dict]:
    """{title, since} of what `user` is to be told of on their front pages: red for long, or a clock that stands still."""
    if not user.has_perm(PERMISSION):
        return []
    titles = {probe.key: probe.title for probe in probes()}
    lines = [{"title": titles[line.key], "since": line.changed_at} for line in Line.objects.told() if line.key in titles]
    if Line.clock_stands_still() and titles["clock"] not in [line["title"] for line in lines]:
        lines.insert(0, {"title": titles["clock"], "since": Line.last_look()})
    return lines


def summary(lines: list[ShownLine]) -> str:
    """One sentence over the page."""
    states = [line.state for line in lines]
    red, amber = states.count(State.FAILURE), states.count(State.WARNING)
    if not red and not amber:
        return _("Tout est en ordre.")
    parts = [_("{count} à réparer").format(count=red)] if red else []
    parts += [_("{count} à surveiller").format(count=amber)] if amber else []
    return ", ".join(parts) + "."
