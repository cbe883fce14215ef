"""Storing communes: those that are there already get their outline, and keep what was written of them."""

from django.core.files.storage import storages
from django.db import transaction
from django.utils.crypto import get_random_string

from accounts.models import Territory
from common.names import fold_name
from common.slugs import slug_of
from common.storages import delete_older_files
from installation.importers.outlines import Commune
from installation.limits import FILE_LIFETIME

FOLDER = "outlines"
SLUG_LENGTH = 50


@transaction.atomic
def store_communes(communes: list[Commune]) -> list[Territory]:
    """The territories of these communes, new or with a new outline. One without a code is the same as one of the same name."""
    territories = list(Territory.objects.defer("outline", "presentation"))
    by_code = {territory.insee: territory for territory in territories if territory.insee}
    by_name = {fold_name(territory.name): territory for territory in territories}
    slugs = {territory.slug for territory in territories}
    return [_store(commune, by_code, by_name, slugs) for commune in communes]


def _store(commune: Commune, by_code: dict, by_name: dict, slugs: set[str]) -> Territory:
    slug = slug_of(commune.name, "commune")[:SLUG_LENGTH]
    namesake = by_name.get(fold_name(commune.name))
    territory = by_code.get(commune.code) if commune.code else None
    if territory is None and namesake and not (commune.code and namesake.insee):
        territory = namesake
    if territory is None:
        if slug in slugs:
            slug = free_slug(slug, commune.code, slugs)
        territory = Territory(name=commune.name, slug=slug)
    territory.insee = commune.code or territory.insee
    territory.postcode = territory.postcode or commune.postcode
    if commune.outline:
        territory.outline, territory.latitude, territory.longitude = commune.outline, commune.latitude, commune.longitude
    territory.save()
    by_name[fold_name(territory.name)] = territory
    slugs.add(territory.slug)
    if territory.insee:
        by_code[territory.insee] = territory
    return territory


def free_slug(slug: str, code: str, taken) -> str:
    """The slug with the commune's code, or a number, behind it: two communes of a name, as there are many."""
    endings = [code] if code else []
    endings += [str(number) for number in range(2, len(taken) + 3)]
    candidates = (f"{slug[: SLUG_LENGTH - len(ending) - 1]}-{ending}" for ending in endings)
    return next(candidate for candidate in candidates if candidate not in taken)


def keep_outlines(upload) -> str:
    """The name, in the private storage, of a file from which somebody is about to choose."""
    return storages["private"].save(f"{FOLDER}/{get_random_string(24)}.geojson", upload)


def forget_outlines(name: str) -> None:
    storages["private"].delete(name)


def forget_old_outlines() -> int:
    return delete_older_files(storages["private"], FOLDER, FILE_LIFETIME)
