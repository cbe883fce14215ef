"""The signed token of a form: which draft it writes, and whose it is.

With it a form sent after the session has ended is kept for its author instead of lost; and as nobody else can make one, it
protects the form against forged requests as a CSRF token does, without dying when the person signs in again.
"""

import uuid
from dataclasses import dataclass

from django.core import signing

from intranet.submissions.models import Draft

SALT = "submissions.draft"
# A form left open in a tab over the holidays still finds its draft.
GOOD_FOR_SECONDS = 60 * 24 * 60 * 60


class BadFormToken(ValueError):
    """A ticket that is missing, forged, or too old."""


@dataclass(frozen=True)
class FormToken:
    key: uuid.UUID
    person_id: int
    event_id: int | None = None

    @classmethod
    def of(cls, draft: Draft) -> "FormToken":
        return cls(draft.key, draft.author_id, draft.event_id)

    def __str__(self):
        return signing.dumps([str(self.key), self.person_id, self.event_id], salt=SALT)


def read_form_token(text: str) -> FormToken:
    """The ticket a form sent; raises `BadFormToken`."""
    try:
        key, person_id, event_id = signing.loads(text, salt=SALT, max_age=GOOD_FOR_SECONDS)
        return FormToken(uuid.UUID(key), person_id, event_id)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise BadFormToken from error
