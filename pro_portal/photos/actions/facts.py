"""The answers given for a lot, written on each of its pictures."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.contrib.contenttypes.models import ContentType
from taggit.models import Tag, TaggedItem

from common.choices import Licence
from common.models import Picture
from common.text import split_keywords
from destination.places.models import Place
from pro_portal.photos.models import Contribution, Photo, Season, Theme
from pro_portal.photos.rights.choices import Use


def write_facts(contribution: Contribution, photos: Iterable[Photo]) -> None:
    """What the form said for all of them. What a picture says of its own author is kept."""
    said = contribution.facts
    place = Place.objects.filter(pk=said["place"]).first() if said.get("place") else None
    for photo in photos:
        picture = photo.picture
        picture.credit = said.get("credit") or picture.credit
        picture.creator = picture.creator or said.get("creator", "")
        picture.licence = said.get("licence", Licence.UNKNOWN)
        picture.uses = [use for use in Use.values if use in said.get("uses", [])]
        picture.changes_allowed = bool(said.get("changes_allowed"))
        picture.valid_until = date.fromisoformat(said["valid_until"]) if said.get("valid_until") else None
        picture.save()
        photo.theme = said["theme"] if said.get("theme") in Theme.values else ""
        photo.season = said["season"] if said.get("season") in Season.values else ""
        photo.place = place
        photo.commune_id = said.get("commune") or (place.commune_id if place else None)
        photo.with_people = said.get("people") == "yes"
        if not contribution.keeps_position:
            photo.latitude = photo.longitude = None
        photo.save()
        picture.tags.add(*split_keywords(said.get("keywords", "")))


def add_keywords(pks: Collection[int], keywords: Collection[str]) -> None:
    """Add keywords to these pictures, which wait, all at once; what each has stays. The search reads them once they are
    accepted."""
    _write_keywords(dict.fromkeys(pks, keywords), is_all=False)


def set_keywords(keywords: Mapping[int, Collection[str]]) -> None:
    """Give each of these pictures, which wait, its keywords in the place of those it has, all at once: one after the other, sixty
    cost as much as all the rest of accepting them."""
    _write_keywords(keywords, is_all=True)


def _write_keywords(keywords: Mapping[int, Collection[str]], *, is_all: bool) -> None:
    tags = _tags_of({word for words in keywords.values() for word in words})
    wanted = {(pk, tags[word].pk) for pk, words in keywords.items() for word in words}
    kind = ContentType.objects.get_for_model(Picture)
    rows = TaggedItem.objects.filter(content_type=kind, object_id__in=keywords.keys())
    present = {(row.object_id, row.tag_id): row.pk for row in rows}
    if is_all:
        TaggedItem.objects.filter(pk__in=[present[key] for key in present.keys() - wanted]).delete()
    missing = sorted(wanted - present.keys())
    TaggedItem.objects.bulk_create([TaggedItem(content_type=kind, object_id=pk, tag_id=tag) for pk, tag in missing])


def _tags_of(words: Collection[str]) -> dict[str, Tag]:
    """The tag of each word, made where there is none: capitals do not tell two apart."""
    tags = {tag.name: tag for tag in Tag.objects.filter(name__in=words)}
    for word in sorted(words - tags.keys()):
        tags[word] = Tag.objects.filter(name__iexact=word).first() or Tag.objects.create(name=word)
    return tags
