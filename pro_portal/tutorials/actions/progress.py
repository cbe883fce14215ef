"""Where a reader's progress is kept: in the database with an account, in the browser without one.

With JavaScript a visitor's progress stays in the browser's own storage and never reaches us. Without it, it stands in a cookie
that holds nothing but the steps ticked. Both join the account when its person signs in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone

from pro_portal.tutorials.models import Progress, Tutorial

COOKIE = "tutoriels"
COOKIE_PATH = "/"  # it is read at the moment of signing in, under another address
A_YEAR = 365 * 24 * 3600
MOST_TUTORIALS, MOST_STEPS, LONGEST = 200, 40, 4000


@dataclass(frozen=True)
class Standing:
    """How far someone is in one tutorial."""

    steps: frozenset[int] = field(default_factory=frozenset)
    is_done: bool = False


def clean_steps(given) -> frozenset[int]:
    """The step numbers among whatever was sent."""
    found = set()
    for each in given if isinstance(given, list | tuple) else ():
        text = str(each)
        if text.isascii() and text.isdigit() and 0 < int(text[:4]) <= MOST_STEPS:
            found.add(int(text[:4]))
    return frozenset(found)


def read_progress(text: str) -> dict[str, frozenset[int]]:
    """{"slug": [1, 2]} as a browser wrote it; nothing for what is not that."""
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(given, dict):
        return {}
    return {str(slug)[:80]: steps for slug, sent in list(given.items())[:MOST_TUTORIALS] if (steps := clean_steps(sent))}


def cookie_progress(request) -> dict[str, frozenset[int]]:
    text = request.COOKIES.get(COOKIE, "")
    return read_progress(text) if len(text) <= LONGEST else {}


def is_complete(tutorial: Tutorial, steps) -> bool:
    return 0 < tutorial.step_count <= len(set(steps) & set(range(1, tutorial.step_count + 1)))


def standing_in(request, tutorial: Tutorial) -> Standing:
    """One query for a person, none for a visitor."""
    if request.user.is_authenticated:
        row = Progress.objects.filter(person=request.user, tutorial=tutorial).first()
        return Standing(frozenset(row.steps), row.done_at is not None) if row else Standing()
    steps = cookie_progress(request).get(tutorial.slug, frozenset())
    return Standing(steps, is_complete(tutorial, steps))


def standings(request) -> dict[str, Standing]:
    """By slug, of everything the reader has begun: one query for a person. For a visitor « done » waits for `finished`."""
    if request.user.is_authenticated:
        rows = Progress.objects.filter(person=request.user).values_list("tutorial__slug", "steps", "done_at")
        return {slug: Standing(frozenset(steps), done is not None) for slug, steps, done in rows}
    return {slug: Standing(steps) for slug, steps in cookie_progress(request).items()}


def finished(request, tutorials: list[Tutorial]) -> set[str]:
    """The slugs of those that the reader has finished, as far as the server knows."""
    if request.user.is_authenticated:
        rows = Progress.objects.filter(person=request.user, tutorial__in=tutorials, done_at__isnull=False)
        return set(rows.values_list("tutorial__slug", flat=True))
    kept = cookie_progress(request)
    return {each.slug for each in tutorials if is_complete(each, kept.get(each.slug, ()))}


def keep_steps(person, tutorial: Tutorial, steps: frozenset[int]) -> Progress:
    """Store exactly these steps as done."""
    known = Progress.objects.filter(person=person, tutorial=tutorial).first()
    complete = is_complete(tutorial, steps)
    done_at = ((known and known.done_at) or timezone.now()) if complete else None
    row, _is_new = Progress.objects.update_or_create(
        person=person, tutorial=tutorial, defaults={"steps": sorted(steps), "done_at": done_at}
    )
    return row


@transaction.atomic
def merge(person, brought: dict[str, frozenset[int]]) -> None:
    """Add what a browser kept to what the account knows; nothing is unticked."""
    if not brought:
        return
    tutorials = Tutorial.objects.published().visible_to(person).filter(slug__in=brought).with_words()
    known = {row.tutorial_id: row for row in Progress.objects.filter(person=person, tutorial__in=tutorials)}
    new, changed = [], []
    for tutorial in tutorials:
        row = known.get(tutorial.pk) or Progress(person=person, tutorial=tutorial)
        steps = brought[tutorial.slug] | frozenset(row.steps)
        row.steps, row.changed_at = sorted(steps), timezone.now()
        row.done_at = row.done_at or (timezone.now() if is_complete(tutorial, steps) else None)
        (changed if row.pk else new).append(row)
    # Two tabs may bring the same at once: the second finds the rows of the first.
    Progress.objects.bulk_create(new, ignore_conflicts=True)
    Progress.objects.bulk_update(changed, ["steps", "done_at", "changed_at"])


def write_cookie(request, response, tutorial: Tutorial, steps: frozenset[int]) -> None:
    """For a browser without JavaScript, when its reader asks for it."""
    kept = {**cookie_progress(request), tutorial.slug: steps}
    while len(text := json.dumps({slug: sorted(each) for slug, each in kept.items() if each}, separators=(",", ":"))) > LONGEST:
        kept.pop(next(iter(kept)))  # the oldest makes room
    response.set_cookie(COOKIE, text, max_age=A_YEAR, path=COOKIE_PATH, httponly=True, samesite="Lax", secure=request.is_secure())


@receiver(user_logged_in)
def bring_along(sender, request, user, **kwargs):
    """What was learnt before signing in is not lost."""
    if request is not None and request.COOKIES.get(COOKIE):
        merge(user, cookie_progress(request))
