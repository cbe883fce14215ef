"""Small real things of giving: lots with their pictures, agreements, files to send."""

from datetime import date, timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from common.access import Audience
from pro_portal.photos.actions.contributions import transfer_in_words
from pro_portal.photos.actions.facts import write_facts
from pro_portal.photos.models import Consent, Contribution, Photo
from tests.factories import make_picture

FACTS = {
    "credit": "Clotilde Vernazobre", "creator": "", "licence": "all_rights", "uses": ["web", "social"], "changes_allowed": True,
    "offered": True, "valid_until": "", "commune": None, "theme": "", "season": "", "people": "no", "consents_held": False,
    "keeps_position": False,
}  # fmt: skip
# The same answers as a browser sends them.
TYPED = {name: "on" if value is True else value for name, value in FACTS.items() if value not in (None, False)}


def make_lot(author, count=1, *, state=Contribution.State.GIVEN, facts=None, **more) -> Contribution:
    """A lot of `count` pictures that wait, signed unless it is still open."""
    lot = Contribution.objects.create(
        author=author, organisation=author.organisation, state=state, facts={**FACTS, **(facts or {})}, **more
    )
    if state != Contribution.State.OPEN:
        lot.signed_name, lot.signed_at, lot.signed_text = str(author), timezone.now(), transfer_in_words(lot)
        lot.save()
    for number in range(count):
        make_given(lot, f"Vue {lot.pk}-{number + 1}")
    if state != Contribution.State.OPEN:
        write_facts(lot, Photo.objects.filter(contribution=lot).select_related("picture"))
    return lot


def make_given(lot: Contribution, title: str, **facts) -> Photo:
    """A picture of a lot, as the worker leaves it: private, to be accepted."""
    picture = make_picture(title, author=lot.author, audience=Audience.PRIVATE, credit="Clotilde Vernazobre")
    return Photo.objects.create(picture=picture, contribution=lot, state=Photo.State.WAITING, orientation="landscape", **facts)


def make_consent(*photos, name="Lison Varquès", signed_on: date | None = None, document=b"", **facts) -> Consent:
    consent = Consent.objects.create(name=name, signed_on=signed_on or timezone.localdate() - timedelta(days=9), **facts)
    if document:
        consent.file.save("accord.pdf", ContentFile(document))
    consent.photos.set(photos)
    return consent


def drawn(number=0, size=(900, 600)) -> Image.Image:
    """A picture like no other: its likeness differs for each number."""
    picture = Image.new("RGB", size, "#3377aa")
    for row in range(6):
        for column in range(6):
            shade = (number * 2654435761 >> (row * 5 + column) % 30) % 3 * 90
            tile = (column * size[0] // 6, row * size[1] // 6, (column + 1) * size[0] // 6, (row + 1) * size[1] // 6)
            picture.paste((shade, (shade + row * 40) % 255, (column * 50) % 255), tile)
    return picture


def jpeg(number=0, size=(900, 600), **options) -> bytes:
    return saved(drawn(number, size), "JPEG", **options)


def saved(picture: Image.Image, kind: str, **options) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()
