"""The drawings, as pictures of the house."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files import File
from django.utils import timezone
from wagtail.models import Collection

from common.choices import Licence
from common.models import Picture
from demo import drawings
from demo.loaders import content
from demo.loaders.loading import Loading

COLLECTION = "Pays d’Aurelle"


def load(demo: Loading) -> None:
    collection = Collection.objects.filter(name=COLLECTION).first() or Collection.get_first_root_node().add_child(name=COLLECTION)
    demo.note(collection)
    with TemporaryDirectory() as folder:
        for scene in content.scenes():
            path = Path(folder, f"{scene.name}.jpg")
            drawings.write(scene, path, demo.picture_size)
            demo.pictures[scene.name] = make_picture(demo, scene, path, collection)
            demo.note(demo.pictures[scene.name])


def make_picture(demo: Loading, scene: drawings.Scene, path: Path, collection: Collection) -> Picture:
    with path.open("rb") as file:
        return Picture.objects.create(
            title=scene.title["fr"],
            file=File(file, name=path.name),
            description=scene.alternative["fr"][:255],
            alternatives=dict(scene.alternative),
            credit="Atelier d’Aurelle",
            licence=Licence.CC_BY_SA,
            rights_confirmed_at=timezone.now(),
            collection=collection,
            organisation=demo.agency,
        )
