"""Test load: many accepted pictures that share one small file, with varied rights and facts. Nobody should look at them."""

from datetime import timedelta
from io import BytesIO
from random import Random

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection

from common.access import Audience
from common.choices import Licence
from common.facets.changes import note_change
from common.models import Picture
from demo.bench_data.agenda import load_communes
from pro_portal.photos.models import Colour, Orientation, Photo, Season, Theme, Weather
from pro_portal.photos.rights.choices import Use

BATCH = 1000
SUBJECTS = ("Le port", "Une plage", "Les vignes", "Un sentier", "Le marché", "Une chapelle", "Les barques", "Un village")
LIGHTS = ("à l’aube", "au soleil", "sous la pluie", "en hiver", "à la nuit tombée", "vu du ciel", "un jour de fête")
AUDIENCES = (Audience.PUBLIC,) * 8 + (Audience.PROFESSIONALS, Audience.MEMBERS)


def fill_photos(number: int) -> int:
    """Make `number` pictures: one in twenty has ended, one in five is kept from others."""
    random, communes = Random(3), load_communes()
    common_facts = {
        "file": small_file(), "width": 900, "height": 600, "file_size": 9000, "file_hash": "0" * 40,
        "collection": Collection.get_first_root_node(), "author": None,
    }  # fmt: skip
    for start in range(0, number, BATCH):
        pictures = [_picture(random, common_facts) for _ in range(min(BATCH, number - start))]
        Picture.objects.bulk_create(pictures, BATCH)
        Photo.objects.bulk_create([_photo(random, picture, communes) for picture in pictures], BATCH)
    note_change("photos")
    return number


def small_file() -> str:
    content = BytesIO()
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(content, "JPEG")
    return default_storage.save("original_images/essai.jpg", ContentFile(content.getvalue()))


def _picture(random: Random, common_facts: dict) -> Picture:
    chance = random.random()
    days = random.randint(-300, -1) if chance < 0.05 else random.randint(1, 900) if chance < 0.4 else None
    return Picture(
        title=f"{random.choice(SUBJECTS)} {random.choice(LIGHTS)}",
        credit=f"Photographe d’essai {random.randint(1, 40)}",
        licence=random.choice(Licence.values),
        uses=random.sample(Use.values, random.randint(1, len(Use))),
        third_parties_allowed=random.random() < 0.8,
        valid_until=timezone.localdate() + timedelta(days=days) if days else None,
        audience=random.choice(AUDIENCES),
        **common_facts,
    )


def _photo(random: Random, picture: Picture, communes: list) -> Photo:
    return Photo(
        picture=picture,
        state=Photo.State.ACCEPTED,
        theme=random.choice(Theme.values),
        season=random.choice(Season.values),
        weather=random.choice(Weather.values),
        orientation=random.choice(Orientation.values),
        colour=random.choice(Colour.values),
        with_people=random.random() < 0.3,
        commune=random.choice(communes),
        likeness=f"{random.getrandbits(64):016x}",
    )
