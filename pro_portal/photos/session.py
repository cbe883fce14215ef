"""Who is taking: a person with an account, or a visitor who said their establishment's name in this session."""

from dataclasses import dataclass

from pro_portal.photos.models import BasketLine, LicenceAcceptance, LicenceText

SESSION_BASKET, SESSION_TAKER = "photos_basket", "photos_taker"
MOST_IN_BASKET = 200


@dataclass(frozen=True)
class Taker:
    """`accepted` is the version of the conditions accepted, 0 for none."""

    name: str = ""
    email: str = ""
    accepted: int = 0


def taker_of(request) -> Taker:
    if request.user.is_authenticated:
        latest = (
            LicenceAcceptance.objects.filter(person=request.user)
            .order_by("-text__version")
            .values_list("text__version", flat=True)
        )
        return Taker(str(request.user.organisation or request.user), request.user.email, latest.first() or 0)
    said = request.session.get(SESSION_TAKER) or {}
    return Taker(said.get("name", ""), said.get("email", ""), said.get("accepted", 0))


def accept(request, text: LicenceText, name: str = "", email: str = "") -> None:
    """Remember that the conditions were accepted, once for each version."""
    if request.user.is_authenticated:
        LicenceAcceptance.objects.get_or_create(person=request.user, text=text)
    else:
        request.session[SESSION_TAKER] = {"name": name, "email": email, "accepted": text.version}


def basket_ids(request) -> list[int]:
    """The pictures set aside, in order; what a visitor chose follows them when they sign in."""
    chosen = request.session.get(SESSION_BASKET) or []
    if not request.user.is_authenticated:
        return chosen
    if chosen:
        for pk in chosen:
            keep(request, pk)
        del request.session[SESSION_BASKET]
    return list(BasketLine.objects.filter(person=request.user).values_list("picture_id", flat=True))


def keep(request, pk: int) -> bool:
    """Set a picture aside; False where the basket is full."""
    if request.user.is_authenticated:
        if BasketLine.objects.filter(person=request.user).count() >= MOST_IN_BASKET:
            return False
        BasketLine.objects.get_or_create(person=request.user, picture_id=pk)
        return True
    chosen = request.session.get(SESSION_BASKET) or []
    if len(chosen) >= MOST_IN_BASKET:
        return False
    request.session[SESSION_BASKET] = [*chosen, *([pk] if pk not in chosen else [])]
    return True


def put_back(request, pk: int) -> None:
    if request.user.is_authenticated:
        BasketLine.objects.filter(person=request.user, picture_id=pk).delete()
    else:
        request.session[SESSION_BASKET] = [each for each in request.session.get(SESSION_BASKET) or [] if each != pk]


def empty(request) -> None:
    if request.user.is_authenticated:
        BasketLine.objects.filter(person=request.user).delete()
    request.session.pop(SESSION_BASKET, None)
