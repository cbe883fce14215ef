"""When a picture may be shown and what for: the one rule, written on its columns (`actions.consents` writes there what follows
from the agreements). `common.models.rights` asks it; the search keeps the period it gives."""

from datetime import date

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from common.absolute_urls import absolute
from common.access import Audience
from common.choices import Licence
from common.models.rights import PictureRights
from pro_portal.photos.rights.choices import Use

# It may be shown from the latest of these days to the earliest of those; an empty one is no bound. The second last day is that
# of the consents, kept by `actions.consents`.
FIRST_DAYS = ("valid_from",)
LAST_DAYS = ("valid_until", "consented_until")


class LibraryRights(PictureRights):
    def period(self, picture) -> tuple[date | None, date | None]:
        first_days = filter(None, (getattr(picture, name) for name in FIRST_DAYS))
        last_days = filter(None, (getattr(picture, name) for name in LAST_DAYS))
        return max(first_days, default=None), min(last_days, default=None)

    def allow_showing(self, picture) -> bool:
        """A private picture, seen by its author and office alone, may wait for the agreement of who is on it; another is closed
        by its absence, whatever opened it."""
        return not picture.awaits_consent or picture.audience == Audience.PRIVATE

    def in_force_q(self, day: date) -> Q:
        condition = Q(awaits_consent=False) | Q(audience=Audience.PRIVATE)
        for name in FIRST_DAYS:
            condition &= Q(**{name: None}) | Q(**{f"{name}__lte": day})
        for name in LAST_DAYS:
            condition &= Q(**{name: None}) | Q(**{f"{name}__gte": day})
        return condition

    def allow_pages(self, picture) -> bool:
        return Use.WEB in picture.uses

    def terms(self, picture) -> dict[str, str]:
        with translation.override(settings.LANGUAGE_CODE):  # files are written in one language, whoever asks for them
            page = absolute(reverse("photos:photo", kwargs={"pk": picture.pk})) if picture.pk else ""
        return {
            "terms": terms_in_words(picture),
            "statement": Licence(picture.licence).address or page,
            "licensor": page,
        }


def terms_in_words(picture) -> str:
    """The licence and the allowed uses in one line, in the site's first language."""
    with translation.override(settings.LANGUAGE_CODE):
        parts = [str(Licence(picture.licence).label) if picture.licence != Licence.UNKNOWN else ""]
        parts.append(", ".join(str(use.label) for use in Use if use in picture.uses))
        parts.append("" if picture.changes_allowed else _("sans modification"))
        parts.append(_("jusqu’au %(day)s") % {"day": f"{picture.last_day:%d/%m/%Y}"} if picture.last_day else "")
        return " ; ".join(part for part in parts if part)
