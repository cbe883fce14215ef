"""Who finished what, and where the others stop: for the animators. Only people with an account are known; of the others there is
the number of their certificates."""

from collections import Counter
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pro_portal.tutorials.models import CertificateCount, PathItem, Progress, Tutorial, TutorialPath


@dataclass
class Standing:
    """Of a tutorial or a path, for people with an account. `stops` says where those who began and did not finish stop: the first
    step, or the first tutorial, that they have not done, and how many they are, most first."""

    pk: int
    title: str
    url: str
    lang: str  # of the title
    readers_url: str = ""  # who they are; of a tutorial only
    begun: int = 0
    finished: int = 0
    stops: list[tuple[str, int]] = field(default_factory=list)
    visitors: int = 0  # certificates given without an account; of a path only


def _rows():
    """(person, tutorial, steps, done_at) of everybody who has an account that is open."""
    rows = Progress.objects.filter(person__is_active=True).exclude(steps=[], done_at=None)
    return rows.values_list("person_id", "tutorial_id", "steps", "done_at")


def first_missing(steps: list[int]) -> int:
    return next(number for number in range(1, len(steps) + 2) if number not in steps)


def follow_up(user) -> tuple[list[Standing], list[Standing]]:
    """Of each published tutorial and path that the animator may see: seven queries, however many."""
    tutorials = {row.pk: row for row in Tutorial.objects.published().visible_to(user).with_words()}
    paths = list(TutorialPath.objects.published().visible_to(user).with_words())
    rows = list(_rows())
    return _of_tutorials(tutorials, rows), _of_paths(paths, tutorials, rows)


def _of_tutorials(tutorials: dict[int, Tutorial], rows: list) -> list[Standing]:
    standings = {
        pk: Standing(pk, row.title, row.get_absolute_url(), row.title_language, reverse("tutorials:readers", args=[row.slug]))
        for pk, row in tutorials.items()
    }
    stops: dict[int, Counter] = {}
    for _person, tutorial, steps, done_at in rows:
        if tutorial not in standings:
            continue
        standings[tutorial].begun += 1
        if done_at:
            standings[tutorial].finished += 1
        else:
            stops.setdefault(tutorial, Counter())[first_missing(steps)] += 1
    for tutorial, counter in stops.items():
        lines = sorted(counter.items(), key=lambda line: (-line[1], line[0]))
        standings[tutorial].stops = [(_("étape %(number)d") % {"number": step}, number) for step, number in lines]
    return list(standings.values())


def _of_paths(paths: list[TutorialPath], tutorials: dict[int, Tutorial], rows: list) -> list[Standing]:
    order: dict[int, list[int]] = {}
    for path, tutorial in PathItem.objects.filter(path__in=paths).order_by("sort_order").values_list("path_id", "tutorial_id"):
        if tutorial in tutorials:
            order.setdefault(path, []).append(tutorial)
    visitors = dict(CertificateCount.objects.filter(path__in=paths).values_list("path_id", "visitors"))
    begun: dict[int, dict[int, bool]] = {}  # by person, the tutorials begun and whether they are finished
    for person, tutorial, _steps, done_at in rows:
        begun.setdefault(person, {})[tutorial] = done_at is not None
    standings = []
    for path in paths:
        standing = Standing(path.pk, path.title, path.get_absolute_url(), path.title_language, visitors=visitors.get(path.pk, 0))
        inside, stops = order.get(path.pk, []), Counter()
        for progress in begun.values():
            if not any(tutorial in progress for tutorial in inside):
                continue
            standing.begun += 1
            left = next((tutorial for tutorial in inside if not progress.get(tutorial)), None)
            if left is None:
                standing.finished += 1
            else:
                stops[left] += 1
        standing.stops = [(tutorials[pk].title, number) for pk, number in stops.most_common()]
        standings.append(standing)
    return standings


def people_of(tutorial: Tutorial):
    """The progress of people with an account, who finished last first."""
    rows = Progress.objects.filter(tutorial=tutorial, person__is_active=True).exclude(steps=[], done_at=None)
    return rows.select_related("person__organisation").order_by("-done_at", "-changed_at", "pk")


def person_line(progress: Progress) -> dict:
    if progress.done_at:
        standing = _("terminé le %(day)s") % {"day": date_format(timezone.localdate(progress.done_at), "DATE_FORMAT")}
    else:
        standing = _("en est à l’étape %(number)d") % {"number": first_missing(progress.steps)}
    return {"name": str(progress.person), "organisation": str(progress.person.organisation or ""), "standing": standing}
