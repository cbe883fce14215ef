"""Where pictures are used: events, places, pages of the site, tutorials."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import page_permission_policy

from common.models import Picture
from destination.agenda.models import Event
from destination.places.models import Place, PlacePicture
from pro_portal.tutorials.models import Tutorial, TutorialPath


@dataclass(frozen=True)
class Used:
    """One thing that shows a picture; `kind` in words."""

    kind: str
    title: str
    url: str


def used_in(pks: Collection[int], reader) -> dict[int, list[Used]]:
    """{picture: where it is used, of what `reader` may see or work on}, in a constant number of queries."""
    usage: dict[int, list[Used]] = defaultdict(list)
    for event in Event.objects.with_words().workable_by(reader).filter(picture__in=pks):
        usage[event.picture_id].append(Used(_("Événement"), event.title, event.get_absolute_url()))
    places = Place.objects.prefetch_related("words").workable_by(reader)
    for place in places.filter(picture__in=pks):
        usage[place.picture_id].append(Used(_("Lieu"), str(place), place.get_absolute_url()))
    lines = PlacePicture.objects.filter(picture__in=pks, place__in=places.prefetch_related(None))
    for line in lines.select_related("place").prefetch_related("place__words"):
        usage[line.picture_id].append(Used(_("Lieu"), str(line.place), line.place.get_absolute_url()))
    for pk, page in _referring(pks, page_permission_policy.visible(reader, Page.objects.live())):
        usage[pk].append(Used(_("Page"), page.title, page.get_url() or ""))
    for guides in (Tutorial.objects, TutorialPath.objects):
        for pk, guide in _referring(pks, guides.published().workable_by(reader).with_words()):
            usage[pk].append(Used(_("Tutoriel"), guide.title, guide.get_absolute_url()))
    return usage


def _referring(pks: Collection[int], things: QuerySet) -> list[tuple[int, Model]]:
    """Each (picture, thing) of these things that names the picture, in its rich text and blocks too."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Picture),
        to_object_id__in=[str(pk) for pk in pks],
        base_content_type=ContentType.objects.get_for_model(things.model),
    )
    rows = sorted({(int(picture), int(thing)) for picture, thing in references.values_list("to_object_id", "object_id")})
    things_by_pk = things.in_bulk({thing for _picture, thing in rows})
    return [(picture, things_by_pk[thing]) for picture, thing in rows if thing in things_by_pk]
