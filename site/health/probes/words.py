"""Moments as the sentences of the probes write them."""

import re
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timesince import timesince


def age(moment: datetime) -> timedelta:
    """How long ago; never negative, for the machine's clock may have been set back since."""
    return max(timezone.now() - moment, timedelta())


def lasting(duration: timedelta) -> str:
    """« 22 minutes », « 3 heures »: the largest unit alone, a minute at least."""
    now = timezone.now()
    return timesince(now - max(duration, timedelta(minutes=1)), now, depth=1)


def since(moment: datetime) -> str:
    return lasting(age(moment))


def at(moment: datetime) -> str:
    """« 29 novembre 2026 à 14 h 05 », its hour on one line."""
    return re.sub(r"(?<=\d) h (?=\d)", "\u00a0h\u00a0", date_format(timezone.localtime(moment), "DATETIME_FORMAT"))
