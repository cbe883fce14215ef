"""Which part of the search belongs to which reader: the public site shows what everybody may read of its own kinds of things;
what is for professionals and members, and what is at home in the portal, stands apart, in the rooms of those who work there."""

from dataclasses import dataclass

from common.access import ACCOUNT_KEY, EVERYTHING_KEY, MEMBERS_KEY, PROFESSIONALS_KEY, PUBLIC_KEY
from search.sources import BY_CODE, SOURCES, Room

#: The kinds that a visitor looks for.
PUBLIC_KINDS = tuple(source.code for source in SOURCES if source.room == Room.PUBLIC)
#: Who holds one of these works in the portal or the intranet.
WORK_KEYS = frozenset({PROFESSIONALS_KEY, MEMBERS_KEY, EVERYTHING_KEY})
#: What opens to one of these is for every professional; anything else that is not public is among members.
PORTAL_KEYS = (PROFESSIONALS_KEY, ACCOUNT_KEY)


@dataclass(frozen=True)
class Scope:
    """A part of what the holder of `keys` may read: as `search.engines.protocol.EngineQuery` has it."""

    keys: frozenset[str]
    kinds: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def has_kind(self, code: str) -> bool:
        """Whether it has things of this kind; without a kind, whether it has any."""
        return not code or not self.kinds or code in self.kinds

    def holds(self, kind: str, is_public: bool) -> bool:
        """Whether an entry that the reader may see, of this kind, stands in it."""
        if is_public:
            return self.has_kind(kind) and kind not in self.beside
        return self.has_kind(kind) and self.keys != {PUBLIC_KEY}


PUBLIC_SCOPE = Scope(frozenset({PUBLIC_KEY}), kinds=PUBLIC_KINDS)


def scopes_of(keys: frozenset[str], in_room: bool) -> tuple[Scope, Scope | None]:
    """What is answered first to the holder of `keys`, and what stands below it: on the public site nothing, but for who works
    here. In the portal and the intranet, whose open pages a visitor may read, it is the other way round."""
    own = Scope(keys, beside=PUBLIC_KINDS)
    if in_room:
        return own, PUBLIC_SCOPE
    return PUBLIC_SCOPE, own if keys & WORK_KEYS else None


def room_of(kind: str, is_public: bool, is_for_professionals: bool) -> Room:
    """Where an entry of this kind is at home, by whom it opens to."""
    home = BY_CODE[kind].room
    if home != Room.PUBLIC or is_public:
        return home
    return Room.PORTAL if is_for_professionals else Room.INTRANET
