"""Where pictures are used: events, places, pages of the site."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex

from common.media import Picture
from destination.agenda.models import Event
from destination.places.models import Place, PlacePicture


@dataclass(frozen=True)
class Used:
    """One thing that shows a picture; `kind` in words."""

    kind: str
    title: str
    url: str


def used_in(pks: Collection[int]) -> dict[int, list[Used]]:
    """{picture: where it is used}, in a number of queries that does not depend on how many are asked for."""
    found: dict[int, list[Used]] = defaultdict(list)
    for event in Event.objects.with_words().filter(picture__in=pks):
        found[event.picture_id].append(Used(_("Événement"), event.title, event.get_absolute_url()))
    for place in Place.objects.prefetch_related("words").filter(picture__in=pks):
        found[place.picture_id].append(Used(_("Lieu"), str(place), place.get_absolute_url()))
    for line in PlacePicture.objects.filter(picture__in=pks).select_related("place").prefetch_related("place__words"):
        found[line.picture_id].append(Used(_("Lieu"), str(line.place), line.place.get_absolute_url()))
    for pk, page in _pages(pks):
        found[pk].append(Used(_("Page"), page.title, page.get_url() or ""))
    return found


def _pages(pks: Collection[int]):
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Picture),
        to_object_id__in=[str(pk) for pk in pks],
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    rows = sorted({(int(picture), int(page)) for picture, page in references.values_list("to_object_id", "object_id")})
    pages = Page.objects.live().in_bulk({page for _picture, page in rows})
    return [(picture, pages[page]) for picture, page in rows if page in pages]
