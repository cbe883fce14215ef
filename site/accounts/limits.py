"""How often a password or a code may be tried (`docs/accounts.md`).

What is counted is the pair of an account and a client address: whoever tries an account from elsewhere costs its owner nothing,
and who mistypes costs the colleagues behind the same address nothing. Pairs that never were right are limited together besides,
for one account, one address and the whole site; an owner whose address is new opens the door by the link in their mail.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import transaction

from common.rate_limits import A_DAY, AN_HOUR, GrowingDelay, count, remember, remembers, seconds_to_wait

# After the free tries half a minute, then twice as long each time: a person who looks for their password hardly notices, a
# program is left with a hundred tries a day.
DELAYS = (30, 60, 120, 240, 480, 900)
FREE_TRIES = 5
# A pair that opened the door is known that long: what strangers do behind the same address does not slow it.
KNOWN_SECONDS = 90 * A_DAY


class Wait(NamedTuple):
    """Why a try is not looked at, and for how many seconds."""

    reason: str  # "pair", "address", "account" or "site"
    seconds: int


class Strangers(NamedTuple):
    """How new pairs are slowed together, until one of them is right: those of one address (a program that tries many accounts) or
    of one account (many addresses that try it)."""

    of: str  # "address" or "account"
    delay: GrowingDelay


@dataclass(frozen=True)
class Door:
    """A secret that is asked for."""

    name: str
    tries: GrowingDelay
    strangers: Sequence[Strangers]
    tries_before_mail: int
    site_tries: int = 0  # of all pairs that never were right, in `site_seconds`; 0 for any number
    site_seconds: int = 0

    @transaction.atomic
    def wait(self, account: str, address: str) -> Wait | None:
        """Count a try before it is looked at: None where it may be."""
        pair, names = f"{account} {address}", {"account": account, "address": address}
        is_known = remembers(self._known, pair)
        is_new = not is_known and not remembers(self.tries.purpose, pair)
        for of, delay in self.strangers if is_new else ():
            if seconds := delay.seconds_left(names[of]):
                return Wait(of, seconds)
        if seconds := self.tries.seconds_left(pair):
            return Wait("pair", seconds)
        # Counted once nothing else refuses the try: what is refused costs the site nothing.
        if not is_known and (seconds := self._seconds_of_site()):
            return Wait("site", seconds)
        for of, delay in self.strangers if is_new else ():
            delay.take(names[of])
        seconds = self.tries.take(pair)
        return Wait("pair", seconds) if seconds else None

    def _seconds_of_site(self) -> int:
        return seconds_to_wait(f"{self.name} site", "", self.site_tries, self.site_seconds) if self.site_tries else 0

    @transaction.atomic
    def opened(self, account: str, address: str) -> None:
        """The secret was the right one: the pair's tries are forgotten, and the pair is known from now on."""
        pair = f"{account} {address}"
        self.tries.forget(pair)
        if not remembers(self._known, pair):
            names = {"account": account, "address": address}
            for of, delay in self.strangers:
                delay.give_back(names[of])
        remember(self._known, pair, KNOWN_SECONDS)

    def proved(self, account: str, address: str) -> None:
        """The owner proved otherwise who they are (a link in their mail): nothing that was tried before delays them there."""
        pair = f"{account} {address}"
        self.tries.forget(pair)
        remember(self._known, pair, KNOWN_SECONDS)

    def is_time_to_warn(self, account: str) -> bool:
        """Count a wrong try, from wherever; whether the owner should hear of it now (once a day)."""
        return count(f"{self.name} wrong", account, A_DAY) == self.tries_before_mail

    @property
    def _known(self) -> str:
        return f"{self.name} known"


PASSWORD = Door(
    "password",
    tries=GrowingDelay("password", FREE_TRIES, DELAYS),
    strangers=[
        # In an office of twenty where everybody mistypes within an hour, nobody waits.
        Strangers("address", GrowingDelay("password strangers", 20, DELAYS, AN_HOUR)),
        # Nobody mistypes from fifty places in a day; who guesses has some four hundred tries with them, then hardly any.
        Strangers("account", GrowingDelay("password account", 50, DELAYS, A_DAY)),
    ],
    tries_before_mail=10,
    # Each hash takes a third of a second of processor: whoever tries from a thousand addresses leaves the visitors most of it.
    site_tries=20,
    site_seconds=20,
)
CODE = Door(
    "code",
    tries=GrowingDelay("code", FREE_TRIES, DELAYS),
    # Who asks for a code knows the password: from many addresses they would guess six figures in the end.
    strangers=[Strangers("account", GrowingDelay("code strangers", 10, DELAYS, A_DAY))],
    tries_before_mail=5,
)
# A new password is asked for by mail: by one address, for one account, in an hour.
RESETS_BY_ADDRESS, RESETS_FOR_ACCOUNT = 20, 5


def account_key(email: str) -> str:
    """The same for all spellings that the database takes for the same address: « ı » and « ſ » are I and S in capitals."""
    return email.strip().upper().lower()
