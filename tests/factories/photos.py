"""Photos of the library, contributions with their pictures, agreements, files to upload."""

import base64
from datetime import date, timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from common.access import Audience
from common.choices import Licence
from pro_portal.photos.actions.contributions import transfer_in_words
from pro_portal.photos.actions.facts import write_facts
from pro_portal.photos.actions.selections import add_photos
from pro_portal.photos.models import Consent, Contribution, Orientation, Photo, Selection, Upload
from pro_portal.photos.rights.choices import Use
from tests.factories import image_file, make_picture

UPLOADS = "/fr/portail/phototheque/donner/envois/"
PIECE_TYPE = "application/offset+octet-stream"
FACTS = {
    "credit": "Clotilde Vernazobre", "creator": "", "licence": "all_rights", "uses": ["web", "social"], "changes_allowed": True,
    "offered": True, "valid_until": "", "commune": None, "theme": "", "season": "", "people": "no", "consents_held": False,
    "keeps_position": False, "place": None, "keywords": [],
}  # fmt: skip
# The same answers as a browser sends them.
FORM_VALUES = {name: "on" if value is True else value for name, value in FACTS.items() if value not in (None, False)}


def make_photo(title="Plage du Cap", *, size=(900, 600), colour="#3377aa", **fields) -> Photo:
    """Accepted, public and offered for every use by default; `fields` of `Photo` or of `Picture`."""
    fields = {
        "audience": "public", "credit": "Emma Virelune", "licence": Licence.CC_BY, "uses": [use.value for use in Use],
        "third_parties_allowed": True,
    } | fields  # fmt: skip
    of_photo = {field.name for field in Photo._meta.fields}
    own = {name: fields.pop(name) for name in list(fields) if name in of_photo}
    picture = make_picture(title=title, file=image_file(size=size, colour=colour), **fields)
    return Photo.objects.create(picture=picture, orientation=Orientation.of(*size), **{"state": Photo.State.ACCEPTED, **own})


def make_contribution(author, count=1, *, state=Contribution.State.GIVEN, facts=None, **fields) -> Contribution:
    """A lot of `count` pictures that wait, signed unless it is still open."""
    lot = Contribution.objects.create(
        author=author, organisation=author.organisation, state=state, facts={**FACTS, **(facts or {})}, **fields
    )
    if state != Contribution.State.OPEN:
        lot.signed_name, lot.signed_at, lot.signed_text = str(author), timezone.now(), transfer_in_words(lot)
        lot.save()
    for number in range(count):
        make_waiting_photo(lot, f"Vue {lot.pk}-{number + 1}")
    if state != Contribution.State.OPEN:
        write_facts(lot, Photo.objects.filter(contribution=lot).select_related("picture"))
    return lot


def make_waiting_photo(lot: Contribution, title: str, **fields) -> Photo:
    """A picture of a lot, as the worker leaves it: private, to be accepted."""
    picture = make_picture(
        title, author=lot.author, audience=Audience.PRIVATE, credit="Clotilde Vernazobre", description="Le quai au soleil"
    )
    return Photo.objects.create(picture=picture, contribution=lot, state=Photo.State.WAITING, orientation="landscape", **fields)


def make_consent(*photos, name="Lison Varquès", signed_on: date | None = None, document=b"", **fields) -> Consent:
    consent = Consent.objects.create(name=name, signed_on=signed_on or timezone.localdate() - timedelta(days=9), **fields)
    if document:
        consent.file.save("accord.pdf", ContentFile(document))
    consent.photos.set(photos)
    return consent


def make_selection(*photos, title="Le meilleur de l’hiver", **fields) -> Selection:
    selection = Selection.objects.create(titles={"fr": title}, **fields)
    add_photos(selection, [photo.pk for photo in photos])
    return selection


def draw_image(number=0, size=(900, 600)) -> Image.Image:
    """A picture like no other: its likeness differs for each number."""
    picture = Image.new("RGB", size, "#3377aa")
    for row in range(6):
        for column in range(6):
            shade = (number * 2654435761 >> (row * 5 + column) % 30) % 3 * 90
            tile = (column * size[0] // 6, row * size[1] // 6, (column + 1) * size[0] // 6, (row + 1) * size[1] // 6)
            picture.paste((shade, (shade + row * 40) % 255, (column * 50) % 255), tile)
    return picture


def jpeg(number=0, size=(900, 600), **options) -> bytes:
    return encode_image(draw_image(number, size), "JPEG", **options)


def encode_image(picture: Image.Image, kind: str, **options) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def announce_upload(client, name: str, size):
    metadata = f"filename {base64.b64encode(name.encode()).decode()}"
    return client.post(UPLOADS, headers={"Tus-Resumable": "1.0.0", "Upload-Length": str(size), "Upload-Metadata": metadata})


def send_piece(client, address, offset, piece: bytes, content_type=PIECE_TYPE):
    return client.patch(address, piece, content_type=content_type, headers={"Upload-Offset": str(offset)})


def upload_file(client, content: bytes, name="plage.jpg", piece=1_000_000) -> Upload:
    """The whole file, piece after piece; with tasks that run at once, it is read when the last one is here."""
    address = announce_upload(client, name, len(content))["Location"]
    for offset in range(0, len(content), piece):
        assert send_piece(client, address, offset, content[offset : offset + piece]).status_code == 204
    return Upload.objects.get(pk=address.split("/")[-2])
