"""What the sitemap says of the photo library: the pictures that everybody may see today, in each language of the site."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from destination.pages.registry import register_lists, register_things
from pro_portal.photos.models import Photo


def photos():
    return Photo.objects.visible_to(AnonymousUser()).order_by("pk")


def every_language(photo: Photo) -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


register_lists("photos:list")
register_things("photos", photos, every_language)
