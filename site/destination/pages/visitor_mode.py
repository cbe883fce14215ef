"""“I am preparing” or “I am here now”, and near which commune: the visitor's answer, stored in a cookie of their own browser and
nowhere else.

A first-party cookie with one of two words and perhaps a commune that its reader chose from a list, set because they pressed a
button, is a preference that needs no consent (CNIL, lignes directrices du 17 septembre 2020, article 5). The position of a
telephone is never in it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.filters import SLUG

PARAMETER = "journey"
COMMUNE_PARAMETER = "commune"
COOKIE = "journey"
SEPARATOR = "."  # between the word and the commune's slug: « here.port-aurelle »


class VisitorMode(models.TextChoices):
    PREPARING = "preparing", _("Je prépare mon séjour")
    HERE = "here", _("Je suis sur place")


# A stay lasts a week or so; a preparation, a season.
COOKIE_DAYS = {VisitorMode.HERE: 7, VisitorMode.PREPARING: 90}


def visitor_mode_of(request) -> str:
    """The answer of this reader, empty when they gave none."""
    answer = request.COOKIES.get(COOKIE, "").partition(SEPARATOR)[0]
    return answer if answer in VisitorMode.values else ""


def commune_of(request) -> str:
    """The slug of the commune that this reader is in, as they said; empty where they did not, or wrote no slug."""
    slug = request.COOKIES.get(COOKIE, "").partition(SEPARATOR)[2]
    return slug if SLUG.fullmatch(slug) else ""


def remember(response, choice: str, commune: str = ""):
    """Store the answer in the visitor's cookie, with the slug of a commune where they chose one; any other word deletes it."""
    if choice not in VisitorMode.values:
        response.delete_cookie(COOKIE, samesite="Lax")
        return response
    response.set_cookie(
        COOKIE,
        f"{choice}{SEPARATOR}{commune}" if commune and choice == VisitorMode.HERE else choice,
        max_age=COOKIE_DAYS[VisitorMode(choice)] * 86_400,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
