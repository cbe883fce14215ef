"""The downloader (a person with an account, or a visitor who gave their establishment's name in this session) and the basket."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from pro_portal.photos.models import BasketLine, LicenceAcceptance, LicenceText

SESSION_BASKET, SESSION_DOWNLOADER, SESSION_WISH = "photos_basket", "photos_taker", "photos_wish"
MAX_IN_BASKET = 200


@dataclass(frozen=True)
class Downloader:
    """`accepted` is the version of the conditions accepted, 0 for none."""

    name: str = ""
    email: str = ""
    accepted: int = 0


def downloader_of(request) -> Downloader:
    if request.user.is_authenticated:
        latest = (
            LicenceAcceptance.objects.filter(person=request.user)
            .order_by("-text__version")
            .values_list("text__version", flat=True)
        )
        return Downloader(str(request.user.organisation or request.user), request.user.email, latest.first() or 0)
    stored = request.session.get(SESSION_DOWNLOADER) or {}
    return Downloader(stored.get("name", ""), stored.get("email", ""), stored.get("accepted", 0))


def accept_terms(request, text: LicenceText, name: str = "", email: str = "") -> None:
    """Store that the conditions were accepted, once for each version."""
    if request.user.is_authenticated:
        LicenceAcceptance.objects.get_or_create(person=request.user, text=text)
    else:
        request.session[SESSION_DOWNLOADER] = {"name": name, "email": email, "accepted": text.version}


@dataclass(frozen=True)
class Wish:
    """The size and the purpose chosen before the conditions were read: they wait until the file leaves."""

    size: str = ""
    purpose: str = ""


def store_wish(request, wish: Wish) -> None:
    request.session[SESSION_WISH] = asdict(wish)


def wish_of(request) -> Wish:
    return Wish(**(request.session.get(SESSION_WISH) or {}))


def forget_wish(request) -> None:
    request.session.pop(SESSION_WISH, None)


def basket_ids(request) -> list[int]:
    """The pictures of the basket, in order; a visitor's basket is moved to their account when they sign in."""
    ids = request.session.get(SESSION_BASKET) or []
    if not request.user.is_authenticated:
        return ids
    if ids:
        for pk in ids:
            add_to_basket(request, pk)
        del request.session[SESSION_BASKET]
    return list(BasketLine.objects.filter(person=request.user).values_list("picture_id", flat=True))


def add_to_basket(request, pk: int) -> bool:
    """Add a picture to the basket; False where it is full."""
    if request.user.is_authenticated:
        if BasketLine.objects.filter(person=request.user).count() >= MAX_IN_BASKET:
            return False
        BasketLine.objects.get_or_create(person=request.user, picture_id=pk)
        return True
    ids = request.session.get(SESSION_BASKET) or []
    if len(ids) >= MAX_IN_BASKET:
        return False
    request.session[SESSION_BASKET] = [*ids, *([pk] if pk not in ids else [])]
    return True


def add_all_to_basket(request, pks: Iterable[int]) -> int:
    """Add these pictures to the basket, in order, each once; gives how many found no room."""
    there = basket_ids(request)
    new = [pk for pk in dict.fromkeys(pks) if pk not in there]
    room = max(MAX_IN_BASKET - len(there), 0)
    if request.user.is_authenticated:
        lines = [BasketLine(person=request.user, picture_id=pk) for pk in new[:room]]
        BasketLine.objects.bulk_create(lines, ignore_conflicts=True)  # another tab may have been quicker
    else:
        request.session[SESSION_BASKET] = [*there, *new[:room]]
    return len(new[room:])


def remove_from_basket(request, pk: int) -> None:
    if request.user.is_authenticated:
        BasketLine.objects.filter(person=request.user, picture_id=pk).delete()
    else:
        request.session[SESSION_BASKET] = [other for other in request.session.get(SESSION_BASKET) or [] if other != pk]
