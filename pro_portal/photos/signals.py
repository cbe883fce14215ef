"""What follows a change of rights: the last day of consent on the pictures, and the shelf looked at anew."""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.utils import timezone

from common.models import Picture
from pro_portal.photos.actions.consents import follow_consents
from pro_portal.photos.models import Consent, Photo


@receiver(post_save, sender=Picture, dispatch_uid="photos-picture-changed")
def picture_changed(sender, instance, **kwargs):
    Photo.objects.filter(pk=instance.pk).update(changed_at=timezone.now())


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
