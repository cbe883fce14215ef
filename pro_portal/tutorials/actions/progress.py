"""A reader's progress: stored in the database with an account, in the browser without one.

With JavaScript a visitor's progress stays in the browser's own storage and never reaches us. Without it, it is in a cookie
that holds nothing but the steps ticked. Both are merged into the account when its person signs in.
"""

import json
from dataclasses import dataclass, field

from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone

from common.text import storable
from pro_portal.tutorials.models import Progress, Tutorial

COOKIE = "tutoriels"
COOKIE_PATH = "/"  # it is read at the moment of signing in, under another address
A_YEAR = 365 * 24 * 3600
MOST_TUTORIALS, MOST_STEPS, MAX_COOKIE = 200, 40, 4000


@dataclass(frozen=True)
class TutorialProgress:
    """One reader's progress in one tutorial: the numbers of the steps done, and whether it is finished."""

    steps: frozenset[int] = field(default_factory=frozenset)
    is_done: bool = False


def clean_steps(values) -> frozenset[int]:
    """The valid step numbers among whatever was sent."""
    steps = set()
    for item in values if isinstance(values, list | tuple) else ():
        text = str(item)
        if text.isascii() and text.isdigit() and 0 < int(text[:4]) <= MOST_STEPS:
            steps.add(int(text[:4]))
    return frozenset(steps)


def parse_progress(text: str) -> dict[str, frozenset[int]]:
    """The JSON `{"slug": [1, 2]}` that a browser stored, by slug; empty for anything else."""
    try:
        progress = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(progress, dict):
        return {}
    return {
        storable(slug)[:80]: steps for slug, values in list(progress.items())[:MOST_TUTORIALS] if (steps := clean_steps(values))
    }


def cookie_progress(request) -> dict[str, frozenset[int]]:
    text = request.COOKIES.get(COOKIE, "")
    return parse_progress(text) if len(text) <= MAX_COOKIE else {}


def is_complete(tutorial: Tutorial, steps) -> bool:
    return 0 < tutorial.step_count <= len(set(steps) & set(range(1, tutorial.step_count + 1)))


def progress_in(request, tutorial: Tutorial) -> TutorialProgress:
    """One query for a person, none for a visitor."""
    if request.user.is_authenticated:
        row = Progress.objects.filter(person=request.user, tutorial=tutorial).first()
        return TutorialProgress(frozenset(row.steps), row.done_at is not None) if row else TutorialProgress()
    steps = cookie_progress(request).get(tutorial.slug, frozenset())
    return TutorialProgress(steps, is_complete(tutorial, steps))


def progress_by_slug(request) -> dict[str, TutorialProgress]:
    """By slug, of everything the reader has begun: one query for a person. For a visitor `is_done` is
    left False: see `finished_slugs`."""
    if request.user.is_authenticated:
        rows = Progress.objects.filter(person=request.user).values_list("tutorial__slug", "steps", "done_at")
        return {slug: TutorialProgress(frozenset(steps), done_at is not None) for slug, steps, done_at in rows}
    return {slug: TutorialProgress(steps) for slug, steps in cookie_progress(request).items()}


def finished_slugs(request, tutorials: list[Tutorial]) -> set[str]:
    """The slugs of those that the reader has finished, as far as the server knows."""
    if request.user.is_authenticated:
        rows = Progress.objects.filter(person=request.user, tutorial__in=tutorials, done_at__isnull=False)
        return set(rows.values_list("tutorial__slug", flat=True))
    progress = cookie_progress(request)
    return {tutorial.slug for tutorial in tutorials if is_complete(tutorial, progress.get(tutorial.slug, ()))}


def store_steps(person, tutorial: Tutorial, steps: frozenset[int]) -> Progress:
    """Store exactly these steps as done."""
    existing = Progress.objects.filter(person=person, tutorial=tutorial).first()
    is_finished = is_complete(tutorial, steps)
    done_at = ((existing and existing.done_at) or timezone.now()) if is_finished else None
    row, _is_new = Progress.objects.update_or_create(
        person=person, tutorial=tutorial, defaults={"steps": sorted(steps), "done_at": done_at}
    )
    return row


@transaction.atomic
def merge_progress(person, progress: dict[str, frozenset[int]]) -> None:
    """Add the progress stored by a browser to that of the account; no step is unticked."""
    if not progress:
        return
    tutorials = Tutorial.objects.published().visible_to(person).filter(slug__in=progress).with_words()
    rows_by_tutorial = {row.tutorial_id: row for row in Progress.objects.filter(person=person, tutorial__in=tutorials)}
    new_rows, changed_rows = [], []
    for tutorial in tutorials:
        row = rows_by_tutorial.get(tutorial.pk) or Progress(person=person, tutorial=tutorial)
        steps = progress[tutorial.slug] | frozenset(row.steps)
        row.steps, row.changed_at = sorted(steps), timezone.now()
        row.done_at = row.done_at or (timezone.now() if is_complete(tutorial, steps) else None)
        (changed_rows if row.pk else new_rows).append(row)
    # Two tabs may send the same at once: the second finds the rows of the first.
    Progress.objects.bulk_create(new_rows, ignore_conflicts=True)
    Progress.objects.bulk_update(changed_rows, ["steps", "done_at", "changed_at"])


def write_cookie(request, response, tutorial: Tutorial, steps: frozenset[int]) -> None:
    """Store the progress in a cookie, for a browser without JavaScript."""
    progress = {**cookie_progress(request), tutorial.slug: steps}
    while (
        len(
            text := json.dumps(
                {slug: sorted(done_steps) for slug, done_steps in progress.items() if done_steps}, separators=(",", ":")
            )
        )
        > MAX_COOKIE
    ):
        progress.pop(next(iter(progress)))  # the oldest makes room
    response.set_cookie(COOKIE, text, max_age=A_YEAR, path=COOKIE_PATH, httponly=True, samesite="Lax", secure=request.is_secure())


@receiver(user_logged_in)
def merge_cookie_at_sign_in(sender, request, user, **kwargs):
    """Merge the visitor's cookie into the account."""
    if request is not None and request.COOKIES.get(COOKIE):
        merge_progress(user, cookie_progress(request))
