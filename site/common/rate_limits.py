"""Rate limits: how often the same sender may do something. No address is stored, only a keyed digest of it for the time.

The counters stand in the database and not in the cache: a cache may be emptied, full or away, and Django's `DatabaseCache.incr`
gives a counter a new end each time (`docs/decisions/0013-limits-in-the-database.md`).
"""

import ipaddress
import logging
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from math import ceil

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import DatabaseError, connection, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import ngettext

logger = logging.getLogger("escale.limits")

AN_HOUR = 3600
A_DAY = 24 * AN_HOUR
# What a visitor may send by hand in an hour: reports of a mistake, requests for an account.
MESSAGES_AN_HOUR = 5
# A household or an office has a network of that many bits; each of its machines chooses the rest.
IPV6_NETWORK_BITS = 64


class RateCounter(models.Model):
    """How often a sender did one thing since the first time, until `ends_at`: what is tried meanwhile does not move the end."""

    key = models.CharField(max_length=24, primary_key=True)
    number = models.PositiveIntegerField(default=1)
    ends_at = models.DateTimeField(db_index=True)
    free_at = models.DateTimeField(null=True)  # a growing delay: the next try is looked at from then on

    def __str__(self):
        return f"{self.number} until {self.ends_at:%Y-%m-%d %H:%M}"

    @classmethod
    def sweep(cls) -> None:
        """Delete the counters that ended."""
        cls.objects.filter(ends_at__lte=timezone.now()).delete()


# An end further away than a whole window and this was written before the machine's clock was set back: it counts as over. Clocks
# of two machines differ by less, and so do two tries that overtake each other.
CLOCK_TOLERANCE = timedelta(minutes=1)
# One statement, so that two tries at the same moment are two.
COUNT_ONE = """
    INSERT INTO common_ratecounter AS counter (key, number, ends_at) VALUES (%(key)s, 1, %(end)s)
    ON CONFLICT (key) DO UPDATE SET
        number = CASE WHEN counter.ends_at > %(now)s AND counter.ends_at <= %(latest)s THEN counter.number + 1 ELSE 1 END,
        ends_at = CASE WHEN counter.ends_at > %(now)s AND counter.ends_at <= %(latest)s THEN counter.ends_at ELSE %(end)s END
    RETURNING number
"""


def counter_key(purpose: str, sender: str) -> str:
    return blake2b(f"{purpose} {sender}".encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=12).hexdigest()


def count(purpose: str, sender: str, seconds: int = AN_HOUR) -> int:
    """Count one more time; the number of times in the window of `seconds` that began with the first one."""
    now, window = timezone.now(), timedelta(seconds=seconds)
    moments = {"now": now, "end": now + window, "latest": now + window + CLOCK_TOLERANCE}
    adapted = {name: connection.ops.adapt_datetimefield_value(moment) for name, moment in moments.items()}
    with connection.cursor() as cursor:
        cursor.execute(COUNT_ONE, {"key": counter_key(purpose, sender), **adapted})
        return cursor.fetchone()[0]


def seconds_to_wait(purpose: str, sender: str, times: int, seconds: int = AN_HOUR) -> int:
    """0 where `sender` has done it fewer than `times` in the last `seconds`, else how long until the window ends; counts this
    time. What the database cannot count (it is full, or locked) is let through."""
    # Inside a transaction of the caller's, a statement that failed must not spoil the others; alone, it needs none.
    apart = transaction.atomic() if connection.in_atomic_block else nullcontext()
    try:
        with apart:
            if count(purpose, sender, seconds) <= times:
                return 0
    except DatabaseError as error:
        logger.warning("The limit of %s could not be counted: %s", purpose, error)
        return 0
    end = RateCounter.objects.filter(key=counter_key(purpose, sender)).values_list("ends_at", flat=True).first()
    return max(1, ceil((end - timezone.now()).total_seconds())) if end else 0


def allowed(purpose: str, sender: str, times: int, seconds: int = AN_HOUR) -> bool:
    """Whether `sender` has done it fewer than `times` in the last `seconds`; counts this time."""
    return not seconds_to_wait(purpose, sender, times, seconds)


def client_address(request) -> str:
    """The visitor's address: behind proxies the one that the outermost trusted of them met (`PROXY_COUNT`), never one that the
    visitor wrote. Of an IPv6 address the network, since one machine has as many addresses as it wishes."""
    try:
        text = get_adapter().get_client_ip(request)
    except (ImproperlyConfigured, PermissionDenied):  # it came past a proxy, or the header holds no address
        text = request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(text)
    except ValueError:  # a socket of this machine has no address
        return text
    if address.version == 4:
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, IPV6_NETWORK_BITS), strict=False).network_address)


def allows_message(request, purpose: str, times: int = MESSAGES_AN_HOUR) -> bool:
    """Whether this client address has done it fewer than `times` in the last hour; counts this time."""
    return allowed(purpose, client_address(request), times)


@dataclass(frozen=True)
class GrowingDelay:
    """Wrong tries cost time: `free_tries` may follow each other at once; the last of them and each one after it closes for the
    next of `delays` (seconds; the last one for all that follow). A try meanwhile is refused without being counted, so that who
    waits is let in."""

    purpose: str
    free_tries: int
    delays: Sequence[int]
    seconds: int = A_DAY

    @transaction.atomic
    def take(self, sender: str) -> int:
        """Count a try before it is looked at: 0 where it may be, else the seconds to wait. A right one is given back."""
        now, key = timezone.now(), counter_key(self.purpose, sender)
        end = now + timedelta(seconds=self.seconds)
        row, is_new = RateCounter.objects.select_for_update().get_or_create(key=key, defaults={"ends_at": end})
        if is_new:
            return 0
        if not now < row.ends_at <= end + CLOCK_TOLERANCE:
            row.number, row.ends_at, row.free_at = 0, end, None
        if row.free_at and now < row.free_at <= now + timedelta(seconds=self.delays[-1]):
            return ceil((row.free_at - now).total_seconds())
        row.number += 1
        if beyond := max(0, row.number - self.free_tries + 1):
            row.free_at = now + timedelta(seconds=self.delays[min(beyond, len(self.delays)) - 1])
        row.save()
        return 0

    def seconds_left(self, sender: str) -> int:
        """How long `take` would refuse now; counts nothing."""
        now = timezone.now()
        rows = RateCounter.objects.filter(key=counter_key(self.purpose, sender), ends_at__gt=now, free_at__gt=now)
        free_at = rows.filter(free_at__lte=now + timedelta(seconds=self.delays[-1])).values_list("free_at", flat=True).first()
        return ceil((free_at - now).total_seconds()) if free_at else 0

    def give_back(self, sender: str) -> None:
        """The last try was a right one: it leaves no delay."""
        rows = RateCounter.objects.filter(key=counter_key(self.purpose, sender))
        rows.filter(number__gt=0).update(number=F("number") - 1, free_at=None)

    def forget(self, sender: str) -> None:
        RateCounter.objects.filter(key=counter_key(self.purpose, sender)).delete()


def remember(purpose: str, sender: str, seconds: int) -> None:
    """Remember for `seconds` from now that `sender` did it."""
    end = timezone.now() + timedelta(seconds=seconds)
    RateCounter.objects.update_or_create(key=counter_key(purpose, sender), defaults={"ends_at": end})


def remembers(purpose: str, sender: str) -> bool:
    """Whether `sender` did it, as far as it was counted or is remembered."""
    return RateCounter.objects.filter(key=counter_key(purpose, sender), ends_at__gt=timezone.now()).exists()


def waiting_time(seconds: int) -> str:
    """“45 secondes”, “3 minutes”, “2 heures”: rounded up, in the active language."""
    if seconds <= 60:
        return ngettext("%(number)d seconde", "%(number)d secondes", seconds) % {"number": seconds}
    minutes = ceil(seconds / 60)
    if minutes <= 60:
        return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}
    hours = ceil(minutes / 60)
    return ngettext("%(number)d heure", "%(number)d heures", hours) % {"number": hours}
