"""Moderation: an editor accepts or refuses pictures of a contribution; two editors never decide on the same one."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from common.access import Audience
from notifications.actions import close, notify, open_again, withdraw
from pro_portal.photos.actions.consents import end_waivers, waive_consents
from pro_portal.photos.models import ConsentWaiver, Contribution, Photo
from pro_portal.photos.notifications import AgreementsAttached, ConsentsMissing, PhotosAccepted, PhotosGiven, PhotosRefused
from pro_portal.photos.rights.choices import Reason

States = Photo.State


@dataclass(frozen=True)
class DecisionResult:
    """The pictures decided on (`pks`), how many someone else had decided on before (`others`), by whom, and when; `held` are not
    published because an agreement is missing, `undescribed` because nobody wrote what they show: they wait on."""

    pks: list[int]
    others: int
    by: str
    at: datetime
    held: list[int] = field(default_factory=list)
    undescribed: list[int] = field(default_factory=list)


@transaction.atomic
def accept(
    contribution: Contribution, pks: list[int], editor, *, audience: str, offered: bool, waiver: str = ""
) -> DecisionResult:
    """Publish these pictures for `audience`; where `offered`, third parties may download and use them. One on which people are
    recognised waits on without an agreement that holds, unless `waiver` is the reason why it is shown all the same; so does one
    that everybody would see and that does not say what it shows."""
    Contribution.objects.select_for_update().get(pk=contribution.pk)
    now = timezone.now()
    chosen = contribution.photos.filter(pk__in=pks, state=States.WAITING)
    if waiver:
        waive_consents(chosen, editor, waiver, now)
    held = list(chosen.without_consent().values_list("pk", flat=True))
    undescribed = []
    if audience == Audience.PUBLIC:
        undescribed = [photo.pk for photo in chosen.select_related("picture") if not photo.picture.is_described]
    waiting_on = {*held, *undescribed}
    result, photos = _decide(contribution, [pk for pk in pks if pk not in waiting_on], editor, States.ACCEPTED, now)
    for photo in photos:
        picture = photo.picture
        picture.audience = audience if audience in (Audience.PUBLIC, Audience.PROFESSIONALS) else Audience.PROFESSIONALS
        picture.third_parties_allowed = offered
        picture.organisation = contribution.organisation
        picture.rights_confirmed_at = result.at
        picture.save()
    if photos:
        notify(PhotosAccepted(contribution, actor=editor, count=len(photos), at=result.at.isoformat()))
    if held and not contribution.consents_requested_at:
        contribution.consents_requested_at = now
        contribution.save(update_fields=["consents_requested_at"])
        notify(ConsentsMissing(contribution, actor=editor, count=len(held)))
    return replace(result, held=held, undescribed=undescribed)


@transaction.atomic
def refuse(contribution: Contribution, pks: list[int], editor, *, reason: str, words: str = "") -> DecisionResult:
    """Refuse these pictures, with a reason in the language of their contributor."""
    addressee = contribution.responsible
    with translation.override(addressee.language if addressee else settings.LANGUAGE_CODE):
        refusal = " ".join(filter(None, [str(Reason(reason).label) if reason in Reason.values else "", words.strip()]))
    result, photos = _decide(contribution, pks, editor, States.REFUSED, timezone.now(), refusal)
    if photos:
        at = result.at.isoformat()
        notify(PhotosRefused(contribution, actor=editor, count=len(photos), words=refusal, at=at))
    return result


def _decide(
    contribution: Contribution, pks: list[int], editor, state: str, now: datetime, refusal: str = ""
) -> tuple[DecisionResult, list[Photo]]:
    Contribution.objects.select_for_update().get(pk=contribution.pk)
    selected = contribution.photos.filter(pk__in=pks)
    waiting_pks = list(selected.filter(state=States.WAITING).values_list("pk", flat=True))
    already_decided = selected.exclude(state=States.WAITING).select_related("decided_by").order_by("-decided_at")
    others, by = already_decided.count(), next((str(photo.decided_by) for photo in already_decided if photo.decided_by), "")
    for photo in contribution.photos.filter(pk__in=waiting_pks):
        photo.state, photo.refusal, photo.decided_by, photo.decided_at = state, refusal, editor, now
        photo.save()
    _update_state(contribution)
    if contribution.state == Contribution.State.DECIDED:
        close(contribution, PhotosGiven, AgreementsAttached)
    return DecisionResult(waiting_pks, others, by, now), list(
        contribution.photos.filter(pk__in=waiting_pks).select_related("picture")
    )


@transaction.atomic
def undo_decision(contribution: Contribution, editor, at: datetime) -> int:
    """Undo the editor's own decision of that moment: its pictures wait again, private, and a contributor who has not heard of it
    never does; gives how many pictures."""
    photos = list(contribution.photos.filter(decided_by=editor, decided_at=at).select_related("picture"))
    for kind in (PhotosAccepted, PhotosRefused) if photos else ():
        withdraw(kind(contribution, at=photos[0].decided_at.isoformat()))
    if photos:
        open_again(contribution, PhotosGiven, since=at)
    end_waivers(ConsentWaiver.objects.filter(photo__in=photos, at=at), editor)
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
