"""What follows a change of a picture or of its rights: the library's list, and the last day of consent on the pictures."""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.utils import timezone

from accounts.models import Territory
from common.facets.changes import note_change, note_linked_changes
from common.models import Picture
from pro_portal.photos.actions.consents import follow_consents
from pro_portal.photos.actions.offers import note_deletion, note_offer
from pro_portal.photos.models import Consent, ConsentWaiver, Photo


@receiver([post_save, post_delete], sender=Photo, dispatch_uid="photos-photo-changed")
def photo_changed(sender, instance, created=False, **kwargs):
    if not created or instance.state == Photo.State.ACCEPTED:  # what waits shows nowhere
        note_change("photos", instance.pk)


@receiver(post_save, sender=Photo, dispatch_uid="photos-photo-offered")
def photo_offered(sender, instance, **kwargs):
    if instance.state == Photo.State.ACCEPTED:
        note_offer(instance.picture)


@receiver(post_delete, sender=Photo, dispatch_uid="photos-photo-deleted")
def photo_deleted(sender, instance, **kwargs):
    note_deletion(instance.pk)


@receiver(post_save, sender=Photo, dispatch_uid="photos-people-changed")
def people_changed(sender, instance, **kwargs):
    """Whether anybody is recognised on it was said anew."""
    if instance.with_people or Picture.objects.filter(pk=instance.pk, awaits_consent=True).exists():
        follow_consents([instance.pk])


@receiver(post_save, sender=Picture, dispatch_uid="photos-picture-changed")
def picture_changed(sender, instance, **kwargs):
    photos = Photo.objects.filter(pk=instance.pk)
    facts = photos.values_list("state", "with_people").first()
    if facts is None:
        return
    photos.update(changed_at=timezone.now())
    state, with_people = facts
    if state == Photo.State.ACCEPTED:  # the lists hold no other; one that leaves them is noted as a photo
        note_offer(instance)
        note_change("photos", instance.pk)
    if with_people:  # a picture read before its agreements changed, and saved after, brings back what it was read with
        follow_consents([instance.pk])


@receiver([post_save, post_delete], sender=ConsentWaiver, dispatch_uid="photos-waiver-changed")
def waiver_changed(sender, instance, **kwargs):
    follow_consents([instance.photo_id])


@receiver(m2m_changed, sender=Picture.audience_groups.through, dispatch_uid="photos-picture-groups")
def picture_groups_changed(sender, instance, action, reverse, pk_set, **kwargs):
    """The groups of a picture changed, perhaps alone."""
    note_linked_changes("photos", instance, action, reverse, pk_set)


@receiver([post_save, post_delete], sender=Territory, dispatch_uid="photos-communes")
def commune_changed(sender, **kwargs):
    note_change("photos")


@receiver(post_save, sender=Consent, dispatch_uid="photos-consent-saved")
def consent_saved(sender, instance, **kwargs):
    follow_consents(instance.photos.values_list("pk", flat=True))


@receiver(pre_delete, sender=Consent, dispatch_uid="photos-consent-going")
def consent_going(sender, instance, **kwargs):
    instance._photos = list(instance.photos.values_list("pk", flat=True))


@receiver(post_delete, sender=Consent, dispatch_uid="photos-consent-gone")
def consent_gone(sender, instance, **kwargs):
    follow_consents(instance._photos)


@receiver(m2m_changed, sender=Consent.photos.through, dispatch_uid="photos-consent-photos")
def consent_photos_changed(sender, instance, action, pk_set, reverse, **kwargs):
    if action == "pre_clear":
        instance._photos = [instance.pk] if reverse else list(instance.photos.values_list("pk", flat=True))
    elif action in ("post_add", "post_remove", "post_clear"):
        follow_consents([instance.pk] if reverse else (pk_set or getattr(instance, "_photos", ())))
