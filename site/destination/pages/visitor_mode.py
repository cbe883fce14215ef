"""“I am preparing” or “I am here now”: the visitor's answer, stored in a cookie of their own browser and nowhere else.

A first-party cookie with one of two words, set because its reader pressed a button, is a preference that needs no consent
(CNIL, lignes directrices du 17 septembre 2020, article 5)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

PARAMETER = "journey"
COOKIE = "journey"


class VisitorMode(models.TextChoices):
    PREPARING = "preparing", _("Je prépare mon séjour")
    HERE = "here", _("Je suis sur place")


# A stay lasts a week or so; a preparation, a season.
COOKIE_DAYS = {VisitorMode.HERE: 7, VisitorMode.PREPARING: 90}


def visitor_mode_of(request) -> str:
    """The answer of this reader, empty when they gave none."""
    answer = request.COOKIES.get(COOKIE, "")
    return answer if answer in VisitorMode.values else ""


def remember(response, choice: str):
    """Store the answer in the visitor's cookie; any other word deletes it."""
    if choice not in VisitorMode.values:
        response.delete_cookie(COOKIE, samesite="Lax")
        return response
    response.set_cookie(
        COOKIE,
        choice,
        max_age=COOKIE_DAYS[VisitorMode(choice)] * 86_400,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
