"""Asking for a picture, and answering."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.mail import send_mail_message
from notifications.actions import notify
from pro_portal.photos.models import Photo, PhotoRequest
from pro_portal.photos.notifications import PhotoRequested

# Nobody asks for the same thing again so soon.
DOUBLE_CLICK = timedelta(minutes=1)


@transaction.atomic
def request_photo(photo: Photo, user, answers: dict) -> PhotoRequest:
    """Store who asks for what, and tell the keepers. `answers`: use, purpose, and of a visitor name and email. Asked twice within
    `DOUBLE_CLICK`, it is asked once."""
    person = user if user.is_authenticated else None
    Photo.objects.select_for_update(of=("self",)).get(pk=photo.pk)  # the second waits for the first
    email = person.email if person else answers["email"]
    recent = PhotoRequest.objects.filter(picture=photo.picture, email=email, at__gte=timezone.now() - DOUBLE_CLICK)
    if first := recent.filter(use=answers["use"], purpose=answers["purpose"]).first():
        return first
    photo_request = PhotoRequest.objects.create(
        picture=photo.picture,
        person=person,
        organisation=person.organisation if person else None,
        name=str(person.organisation or person)[:200] if person else answers["name"],
        email=email,
        use=answers["use"],
        purpose=answers["purpose"],
        language=get_language() or "fr",
    )
    notify(PhotoRequested(photo_request, actor=person))
    return photo_request


@transaction.atomic
def answer_request(pk: int, keeper, answer: str) -> bool:
    """Send the answer; False where another keeper was faster."""
    photo_request = PhotoRequest.objects.select_for_update().filter(pk=pk, answered_at=None).first()
    if photo_request is None:
        return False
    photo_request.answer, photo_request.answered_by, photo_request.answered_at = answer, keeper, timezone.now()
    photo_request.save()
    send_mail_message(
        photo_request.email, _("La photo que vous avez demandée"), "photos/mail/request_answered",
        {"title": photo_request.picture.title, "name": photo_request.name, "answer": answer},
        language=photo_request.language, key=f"photos:request:{photo_request.pk}", reply_to=keeper.email,
    )  # fmt: skip
    return True
