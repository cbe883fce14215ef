"""What governs a picture beyond its audience. The wing that knows (the photo library) brings the rule and registers it here; the
ground floor only asks. Without that wing a picture is governed by its audience alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from common.models.pictures import Picture


class PictureRights:
    """The rule of a house without rights: what a wing that knows them answers in its place."""

    def period(self, picture: Picture) -> tuple[date | None, date | None]:
        """The first and the last day on which anybody may see it, both included; None for no bound."""
        return None, None

    def allow_showing(self, picture: Picture) -> bool:
        """Whether anybody may see it, its period aside."""
        return True

    def in_force_q(self, day: date) -> Q:
        """`allow_showing`, and that `day` lies in the `period`, as a database condition on pictures."""
        return Q()

    def allow_pages(self, picture: Picture) -> bool:
        """Whether its uses include the pages of the site, its period aside."""
        return True

    def terms(self, picture: Picture) -> dict[str, str]:
        """`terms` in words, `statement` (the address of the licence), `licensor` (that of who grants it), for the files that
        leave (see `imaging.metadata.writing.packet`)."""
        return {}


_rights = PictureRights()


def register_rights(rule: PictureRights) -> PictureRights:
    """Let `rule` govern the pictures from now on; gives the rule it replaces."""
    global _rights
    before, _rights = _rights, rule
    return before


def rights() -> PictureRights:
    return _rights
