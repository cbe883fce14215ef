"""How often a password or a code may be tried (`docs/accounts.md`).

What is counted is the pair of an account and a client address: whoever tries an account from elsewhere costs its owner nothing,
and who mistypes costs the colleagues behind the same address nothing.
"""

from dataclasses import dataclass

from django.db import transaction

from common.rate_limits import A_DAY, AN_HOUR, GrowingDelay, count, remember, remembers

# After the free tries half a minute, then twice as long each time: a person who looks for their password hardly notices, a
# program is left with a hundred tries a day.
DELAYS = (30, 60, 120, 240, 480, 900)
FREE_TRIES = 5
# A pair that opened the door is known that long: what strangers do behind the same address does not slow it.
KNOWN_SECONDS = 90 * A_DAY


@dataclass(frozen=True)
class Door:
    """A secret that is asked for. `strangers` slows new pairs that were never right: by address where one program tries many
    accounts, by account where many addresses try one."""

    name: str
    tries: GrowingDelay
    strangers: GrowingDelay
    strangers_are_of: str  # "account" or "address"
    tries_before_mail: int

    @transaction.atomic
    def seconds_to_wait(self, account: str, address: str) -> int:
        """Count a try before it is looked at: 0 where it may be, else how long to wait."""
        pair = f"{account} {address}"
        is_new = not remembers(self.tries.purpose, pair) and not remembers(self._known, pair)
        if is_new and (seconds := self.strangers.take(self._stranger(account, address))):
            return seconds
        return self.tries.take(pair)

    @transaction.atomic
    def opened(self, account: str, address: str) -> None:
        """The secret was the right one: the pair's tries are forgotten, and the pair is known from now on."""
        pair = f"{account} {address}"
        self.tries.forget(pair)
        if not remembers(self._known, pair):
            self.strangers.give_back(self._stranger(account, address))
        remember(self._known, pair, KNOWN_SECONDS)

    def forget(self, account: str, address: str) -> None:
        """The owner proved otherwise who they are (a link in their mail): the pair's tries no longer delay them."""
        self.tries.forget(f"{account} {address}")

    def is_time_to_warn(self, account: str) -> bool:
        """Count a wrong try, from wherever; whether the owner should hear of it now (once a day)."""
        return count(f"{self.name} wrong", account, A_DAY) == self.tries_before_mail

    def _stranger(self, account: str, address: str) -> str:
        return address if self.strangers_are_of == "address" else account

    @property
    def _known(self) -> str:
        return f"{self.name} known"


PASSWORD = Door(
    "password",
    tries=GrowingDelay("password", FREE_TRIES, DELAYS),
    # In an office of twenty where everybody mistypes within an hour, nobody waits.
    strangers=GrowingDelay("password strangers", 20, DELAYS, AN_HOUR),
    strangers_are_of="address",
    tries_before_mail=10,
)
CODE = Door(
    "code",
    tries=GrowingDelay("code", FREE_TRIES, DELAYS),
    # Who asks for a code knows the password: from many addresses they would guess six figures in the end.
    strangers=GrowingDelay("code strangers", 10, DELAYS, A_DAY),
    strangers_are_of="account",
    tries_before_mail=5,
)
DOORS = {door.name: door for door in (PASSWORD, CODE)}
# A new password is asked for by mail: by one address, for one account, in an hour.
RESETS_BY_ADDRESS, RESETS_FOR_ACCOUNT = 20, 5


def account_key(email: str) -> str:
    """The same for all spellings that the database takes for the same address: « ı » and « ſ » are I and S in capitals."""
    return email.strip().upper().lower()
