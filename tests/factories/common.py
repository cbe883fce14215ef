"""Pictures and their files."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from common.models import Picture


def image_file(name="photo.jpg", size=(640, 480), colour="#2a6f7f", kind="JPEG") -> ContentFile:
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind)
    return ContentFile(buffer.getvalue(), name=name)


def make_picture(title="Le port", file=None, **fields) -> Picture:
    return Picture.objects.create(title=title, file=file or image_file(), **fields)
