"""Pictures that look alike: few of the 64 bits of their likeness differ (see `common.imaging.process.likeness`)."""

from pro_portal.photos.models import Photo

# Of 64 bits, by eye on the demo's and on real pictures: the same one saved anew, then another view of the same thing.
SAME_BITS, ALIKE_BITS = 6, 16
MOST_ALIKE = 6


def differing_bits(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def alike(photo: Photo, user) -> list[Photo]:
    """The visible pictures most like this one, then those of its theme and commune; at most MOST_ALIKE."""
    pks = nearest(photo.likeness, Photo.objects.visible_to(user).exclude(pk=photo.pk), ALIKE_BITS) if photo.likeness else []
    photos = Photo.objects.visible_to(user).select_related("picture")
    result = list(photos.in_bulk(pks[:MOST_ALIKE]).values())
    if len(result) < MOST_ALIKE and photo.theme:
        others = photos.filter(theme=photo.theme).exclude(pk__in=[photo.pk, *(other.pk for other in result)])
        same_place = others.filter(commune=photo.commune) if photo.commune_id else others
        result += list(same_place.order_by("-added_at")[: MOST_ALIKE - len(result)])
    return result


def nearest(likeness: str, photos, most_bits: int) -> list[int]:
    """The keys of the `photos` within `most_bits` of this likeness, nearest first."""
    rows = photos.exclude(likeness="").values_list("pk", "likeness")
    near = [(bits, pk) for pk, other in rows.iterator(chunk_size=5000) if (bits := differing_bits(likeness, other)) <= most_bits]
    return [pk for _bits, pk in sorted(near)]


def twins(photos: list[Photo]) -> dict[int, int]:
    """{photo: another one of the library that is the same to the eye}, in one reading of the library."""
    hashes = [(photo.pk, int(photo.likeness, 16)) for photo in photos if photo.likeness]
    if not hashes:
        return {}
    others = Photo.objects.exclude(likeness="").exclude(state=Photo.State.REFUSED).values_list("pk", "likeness")
    twin_pks: dict[int, int] = {}
    for other, likeness in others.iterator(chunk_size=5000):
        bits = int(likeness, 16)
        twin_pks |= {pk: other for pk, own_bits in hashes if pk != other and (own_bits ^ bits).bit_count() <= SAME_BITS}
    return twin_pks
