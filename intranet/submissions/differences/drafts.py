"""Two versions of the form of an event."""

from django.utils.translation import gettext as _

from common.differences import FormDifference, FormGroups
from common.drafts import Fields
from intranet.submissions.forms.proposal import Proposal

GROUPS = FormGroups(
    together={
        "dates": (
            "date-",
            "when",
            "timing",
            "frequency",
            "interval",
            "weekdays",
            "monthly_by",
            "ends",
            "until",
            "count",
            "excluded",
            "changes",
        ),  # fmt: skip
        "place": ("place", "place_name", "new_place-", "commune"),
        "prices": ("price_kind", "price-"),
        "picture": ("picture", "dropped", "picture_"),
    },
    never_compared=("base",),
    unreadable=("place", "picture", "dropped", "changes"),
)


def form_differences(own: Fields, theirs: Fields, proposal: Proposal) -> list[FormDifference]:
    """What differs between the two, in the order of the form."""
    labels = {"dates": _("Dates"), "place": _("Lieu"), "prices": _("Tarifs"), "picture": _("Photo")}
    return GROUPS.differences(own, theirs, proposal, labels)
