"""Erasing a person from everything, and doing it again after a backup was restored."""

import json
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.actions import LastAdministrator
from common.personal_data import Outcome, Person, kinds
from privacy.models import Act, digest_of, key_mark, private_storage
from privacy.personal_data import ERASURES_FOLDER

logger = logging.getLogger("escale.privacy")

CLOSED_LIFETIME = timedelta(days=3 * 365)


@transaction.atomic
def erase(person: Person, *, by=None, is_own: bool = False, action: str = Act.Action.ERASURE) -> dict[str, Outcome]:
    """Erase a person; what became of each kind, by its key. Raises `LastAdministrator`, and then nothing is erased."""
    if person.account is not None:  # two at the same moment wait for one another
        get_user_model().objects.select_for_update().filter(pk=person.account.pk).first()
    _names = person.names  # read before what holds them is gone
    outcomes = {kind.key: kind.erase(person) for kind in kinds()}
    outcomes = {key: outcome for key, outcome in outcomes.items() if not outcome.is_empty}
    numbers = {key: [outcome.deleted, outcome.blanked, outcome.retained] for key, outcome in outcomes.items()}
    still_there = by is not None and get_user_model().objects.filter(pk=by.pk).exists()
    act = Act.objects.create(
        action=action, digest=digest_of(person.email), by=by if still_there else None, is_own=is_own, outcome=numbers
    )
    transaction.on_commit(partial(_leave_mark, act), robust=True)
    # Pages that name the person, for each reader alike, are made anew.
    for name in ("default", "memory"):
        transaction.on_commit(caches[name].clear, robust=True)
    return outcomes


def _leave_mark(act: Act) -> None:
    """The erasure as a file: it is in every backup made from now on, and survives a database that is put back to yesterday."""
    if act.action not in Act.ERASURES:
        return
    name, storage = f"{ERASURES_FOLDER}/{act.digest}.json", private_storage()
    try:
        storage.delete(name)
        storage.save(name, ContentFile(json.dumps({"digest": act.digest, "key": act.key_mark, "at": act.at.isoformat()})))
    except OSError as error:  # the row tells it too
        logger.warning("The erasure %s has no file: %s", act.pk, error)


def erasures() -> dict[str, datetime]:
    """{digest: when} of all erasures that the database or a file tells of, made with this SECRET_KEY."""
    own, foreign, latest = key_mark(), 0, {}
    rows = Act.objects.filter(action__in=Act.ERASURES).values_list("digest", "key_mark", "at")
    for digest, mark, at in (*rows, *_marks()):
        if mark == own:
            latest[digest] = max(at, latest.get(digest, at))
        else:
            foreign += 1
    if foreign:
        logger.warning("%s erasures were noted under another SECRET_KEY and cannot be carried out again", foreign)
    return latest


def _marks() -> Iterator[tuple[str, str, datetime]]:
    storage = private_storage()
    try:
        names = storage.listdir(ERASURES_FOLDER)[1]
    except FileNotFoundError:
        return
    for name in names:
        try:
            with storage.open(f"{ERASURES_FOLDER}/{name}") as file:
                mark = json.load(file)
            yield mark["digest"], mark["key"], datetime.fromisoformat(mark["at"])
        except (ValueError, KeyError, TypeError) as error:
            logger.warning("%s tells of no erasure: %s", name, error)


def erase_again() -> int:
    """After a restore: whoever was erased since the backup was made, and is back with it, is erased again; of how many. What the
    same person gave after their erasure stays."""
    noted, count = erasures(), 0
    if not noted:
        return 0
    for email in sorted(_addresses()):
        if (until := noted.get(digest_of(email))) is None:
            continue
        person = Person.with_address(email, until)
        if not any(True for kind in kinds() if kind.order < 100 for _record in kind.of_person(person)) and person.account is None:
            continue
        try:
            erase(person, action=Act.Action.AGAIN)
            count += 1
        except LastAdministrator:
            logger.error("The last administrator had been erased before, and stays: nobody else could look after the site")
    return count


def _addresses() -> set[str]:
    """Every address that some row holds."""
    addresses: set[str] = set()
    for rows in (rows for kind in kinds() for rows in kind.rows):
        for name in rows.email:
            addresses |= {email.strip().lower() for email in rows.all().values_list(name, flat=True).distinct() if email}
    return addresses


def erase_closed_accounts(now=None) -> int:
    """Erase the accounts that were closed, and not used for three years; of how many."""
    limit, count = (now or timezone.now()) - CLOSED_LIFETIME, 0
    unused = Q(last_login__lt=limit) | Q(last_login=None, date_joined__lt=limit)
    for account in get_user_model().objects.filter(unused, is_active=False):
        erase(Person.of(account), action=Act.Action.CLOSED)
        count += 1
    return count
