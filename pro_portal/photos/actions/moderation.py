"""Moderation: an editor accepts or refuses pictures of a contribution; two editors never decide on the same one."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from common.access import Audience
from notifications.actions import notify
from pro_portal.photos.models import Contribution, Photo
from pro_portal.photos.notifications import PhotosAccepted, PhotosRefused
from pro_portal.photos.rights.choices import Reason

States = Photo.State


@dataclass(frozen=True)
class DecisionResult:
    """The pictures decided on (`pks`), how many someone else had decided on before (`others`), by whom, and when."""

    pks: list[int]
    others: int
    by: str
    at: datetime


@transaction.atomic
def accept(contribution: Contribution, pks: list[int], editor, *, audience: str, offered: bool) -> DecisionResult:
    """Publish these pictures for `audience`; where `offered`, third parties may download and use them."""
    result, photos = _decide(contribution, pks, editor, States.ACCEPTED)
    for photo in photos:
        picture = photo.picture
        picture.audience = audience if audience in (Audience.PUBLIC, Audience.PROFESSIONALS) else Audience.PROFESSIONALS
        picture.third_parties_allowed = offered
        picture.organisation = contribution.organisation
        picture.rights_confirmed_at = result.at
        picture.save()
    if photos:
        notify(PhotosAccepted(contribution, actor=editor, count=len(photos)))
    return result


@transaction.atomic
def refuse(contribution: Contribution, pks: list[int], editor, *, reason: str, words: str = "") -> DecisionResult:
    """Refuse these pictures, with a reason in the language of their contributor."""
    with translation.override(contribution.author.language if contribution.author else settings.LANGUAGE_CODE):
        refusal = " ".join(filter(None, [str(Reason(reason).label) if reason in Reason.values else "", words.strip()]))
    result, photos = _decide(contribution, pks, editor, States.REFUSED, refusal=refusal)
    if photos:
        notify(PhotosRefused(contribution, actor=editor, count=len(photos), words=refusal))
    return result


def _decide(
    contribution: Contribution, pks: list[int], editor, state: str, refusal: str = ""
) -> tuple[DecisionResult, list[Photo]]:
    now = timezone.now()
    Contribution.objects.select_for_update().get(pk=contribution.pk)
    selected = contribution.photos.filter(pk__in=pks)
    waiting_pks = list(selected.filter(state=States.WAITING).values_list("pk", flat=True))
    already_decided = selected.exclude(state=States.WAITING).select_related("decided_by").order_by("-decided_at")
    others, by = already_decided.count(), next((str(photo.decided_by) for photo in already_decided if photo.decided_by), "")
    for photo in contribution.photos.filter(pk__in=waiting_pks):
        photo.state, photo.refusal, photo.decided_by, photo.decided_at = state, refusal, editor, now
        photo.save()
    _update_state(contribution)
    return DecisionResult(waiting_pks, others, by, now), list(
        contribution.photos.filter(pk__in=waiting_pks).select_related("picture")
    )


@transaction.atomic
def undo_decision(contribution: Contribution, editor, at: datetime) -> int:
    """Undo the editor's own decision of that moment: its pictures wait again, private; gives how many."""
    photos = list(contribution.photos.filter(decided_by=editor, decided_at=at).select_related("picture"))
    for photo in photos:
        photo.state, photo.refusal, photo.decided_by, photo.decided_at = States.WAITING, "", None, None
        photo.save()
        picture = photo.picture
        picture.audience, picture.third_parties_allowed, picture.organisation = Audience.PRIVATE, False, None
        picture.save()
    _update_state(contribution)
    return len(photos)


def _update_state(contribution: Contribution) -> None:
    has_waiting = contribution.photos.filter(state=States.WAITING).exists()
    contribution.state = Contribution.State.GIVEN if has_waiting else Contribution.State.DECIDED
    contribution.save(update_fields=["state"])


def waiting_photos():
    """The pictures that wait for a decision."""
    return Photo.objects.filter(state=States.WAITING, contribution__state=Contribution.State.GIVEN)
