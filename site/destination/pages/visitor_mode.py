"""“I am preparing” or “I am here now”: what the reader answered, kept by their own browser and read by nobody else.

A first-party cookie with one of two words, set because its reader pressed a button, is a preference that needs no consent
(CNIL, lignes directrices du 17 septembre 2020, article 5)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

PARAMETER = "journey"
COOKIE = "journey"


class Journey(models.TextChoices):
    PREPARING = "preparing", _("Je prépare mon séjour")
    HERE = "here", _("Je suis sur place")


# A stay lasts a week or so; a preparation, a season.
DAYS = {Journey.HERE: 7, Journey.PREPARING: 90}


def journey_of(request) -> str:
    """The answer of this reader, empty when they gave none."""
    answer = request.COOKIES.get(COOKIE, "")
    return answer if answer in Journey.values else ""


def remember(response, choice: str):
    """Keep the answer in the reader's browser; any other word forgets it."""
    if choice not in Journey.values:
        response.delete_cookie(COOKIE, samesite="Lax")
        return response
    response.set_cookie(
        COOKIE,
        choice,
        max_age=DAYS[Journey(choice)] * 86_400,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
