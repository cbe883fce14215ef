"""An editor decides on the pictures of a lot; two editors at once never decide on the same one."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from common.access import Audience
from notifications.actions import notify
from pro_portal.photos.choices import Reason
from pro_portal.photos.models import Contribution, Photo
from pro_portal.photos.notifications import PhotosAccepted, PhotosRefused

States = Photo.State


@dataclass(frozen=True)
class Decided:
    """The pictures this decision took, those that someone else had decided on, who, and when it was taken."""

    pks: list[int]
    others: int
    by: str
    at: datetime


@transaction.atomic
def accept(contribution: Contribution, pks: list[int], editor, *, audience: str, offered: bool) -> Decided:
    """Open these pictures to `audience`, and to being taken where `offered`."""
    decided, photos = _decide(contribution, pks, editor, States.ACCEPTED)
    for photo in photos:
        picture = photo.picture
        picture.audience = audience if audience in (Audience.PUBLIC, Audience.PROFESSIONALS) else Audience.PROFESSIONALS
        picture.third_parties_allowed = offered
        picture.organisation = contribution.organisation
        picture.rights_confirmed_at = decided.at
        picture.save()
    if photos:
        notify(PhotosAccepted(contribution, actor=editor, count=len(photos)))
    return decided


@transaction.atomic
def refuse(contribution: Contribution, pks: list[int], editor, *, reason: str, words: str = "") -> Decided:
    """Keep these pictures out, with a reason written in the language of who gave them."""
    with translation.override(contribution.author.language if contribution.author else settings.LANGUAGE_CODE):
        said = " ".join(filter(None, [str(Reason(reason).label) if reason in Reason.values else "", words.strip()]))
    decided, photos = _decide(contribution, pks, editor, States.REFUSED, refusal=said)
    if photos:
        notify(PhotosRefused(contribution, actor=editor, count=len(photos), words=said))
    return decided


def _decide(contribution: Contribution, pks: list[int], editor, state: str, refusal: str = "") -> tuple[Decided, list[Photo]]:
    now = timezone.now()
    Contribution.objects.select_for_update().get(pk=contribution.pk)
    asked = contribution.photos.filter(pk__in=pks)
    taken = list(asked.filter(state=States.WAITING).values_list("pk", flat=True))
    earlier = asked.exclude(state=States.WAITING).select_related("decided_by").order_by("-decided_at")
    others, by = earlier.count(), next((str(each.decided_by) for each in earlier if each.decided_by), "")
    for photo in contribution.photos.filter(pk__in=taken):
        photo.state, photo.refusal, photo.decided_by, photo.decided_at = state, refusal, editor, now
        photo.save()
    _follow(contribution)
    return Decided(taken, others, by, now), list(contribution.photos.filter(pk__in=taken).select_related("picture"))


@transaction.atomic
def take_back(contribution: Contribution, editor, at: datetime) -> int:
    """Undo one's own decision taken at that moment: its pictures wait again, closed; how many."""
    photos = list(contribution.photos.filter(decided_by=editor, decided_at=at).select_related("picture"))
    for photo in photos:
        photo.state, photo.refusal, photo.decided_by, photo.decided_at = States.WAITING, "", None, None
        photo.save()
        picture = photo.picture
        picture.audience, picture.third_parties_allowed, picture.organisation = Audience.PRIVATE, False, None
        picture.save()
    _follow(contribution)
    return len(photos)


def _follow(contribution: Contribution) -> None:
    waits = contribution.photos.filter(state=States.WAITING).exists()
    contribution.state = Contribution.State.GIVEN if waits else Contribution.State.DECIDED
    contribution.save(update_fields=["state"])


def waiting():
    """The pictures that wait for a decision."""
    return Photo.objects.filter(state=States.WAITING, contribution__state=Contribution.State.GIVEN)
