"""Pictures and documents leave the house here and nowhere else: who may not see the thing gets a 404, as for what is not."""

import re
from datetime import date, datetime, time, timedelta

from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from common.access import PUBLIC_KEY, can_see
from common.media import Picture, SharedDocument, picture_mark

# Chosen by eye on photographs and on flat colours: below, skies show bands.
QUALITIES = {"avif": "avifquality-52", "webp": "webpquality-76", "jpeg": "jpegquality-80"}
A_YEAR = 31_536_000


def filter_spec(size: str, kind: str) -> str:
    """Wagtail's words for one of our sizes: `w640` keeps the proportions, `w640-r16x9` crops around the focal point."""
    width, _, ratio = size[1:].partition("-r")
    if ratio:
        across, down = (int(number) or 1 for number in re.split("x", ratio))
        resize = f"fill-{width}x{max(1, round(int(width) * down / across))}"
    else:
        resize = f"width-{width}"
    return f"{resize}|format-{kind}|{QUALITIES[kind]}"


@require_safe
@login_not_required
def picture(request, pk: int, mark: str, size: str, kind: str):
    """One rendition of a picture, made the first time it is asked for."""
    shown = get_object_or_404(Picture, pk=pk)
    if not constant_time_compare(mark, picture_mark(shown.pk, shown.file_hash, size, kind)) or not can_see(request.user, shown):
        raise Http404
    try:
        rendition = shown.get_rendition(filter_spec(size, kind))
        content = rendition.file.open("rb")
    # The last one: the picture was deleted while its rendition was made.
    except (SourceImageIOError, InvalidFilterSpecError, FileNotFoundError, IntegrityError) as error:
        raise Http404 from error
    response = FileResponse(content, content_type=f"image/{kind}")
    return cache_as_its_audience_allows(response, shown)


@require_safe
@login_not_required
def document(request, pk: int, filename: str):
    """A document, always as a download: a file from elsewhere is never run in our pages."""
    shown = get_object_or_404(SharedDocument, pk=pk)
    if not can_see(request.user, shown):
        raise Http404
    response = FileResponse(shown.file.open("rb"), as_attachment=True, filename=shown.filename)
    return cache_as_its_audience_allows(response, shown)


def cache_as_its_audience_allows(response, thing):
    """Only what everybody may see may be kept by browsers and proxies, and by neither past its last day."""
    if PUBLIC_KEY in thing.audience_keys():
        last_day = getattr(thing, "last_day", None)
        # An hour for who has seen it already, a minute for a proxy that gives it to others: an agreement may be withdrawn.
        own, others = (min(seconds, seconds_until_end_of(last_day)) for seconds in (3600, 60))
        response["Cache-Control"] = f"public, max-age={own}, s-maxage={others}"
    else:
        response["Cache-Control"] = "private, no-store"
    return response


def seconds_until_end_of(day: date | None) -> int:
    """From now to the midnight after `day`, by the clocks of the site; without day, more than anything is kept."""
    if day is None:
        return A_YEAR
    midnight = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return max(0, int((midnight - timezone.now()).total_seconds()))
