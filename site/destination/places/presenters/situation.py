"""The large map of one thing, with what lies around it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Territory
from common.absolute_urls import in_every_language, language_links
from common.page_head import home_crumb
from destination.places.filters import PlaceFilters
from destination.places.presenters import outlines
from destination.places.presenters.listing import Listing
from destination.places.querysets import kilometres

AROUND_SHOWN = 12
AROUND_KM = 15


def situation(user, name: str, url: str, view: str, arguments: dict, at: tuple[float, float] | None, own_place: int = 0) -> dict:
    """The context of `places/situation.html` for something called `name`, whose page is at `url`, which stands at `at`
    (latitude, longitude); `own_place` is the place among those around that is the thing itself, or where it takes place."""
    points = Listing(PlaceFilters(), user).points()
    around = []
    if at:
        for point in points:
            point["distance"] = kilometres(*at, point["latitude"], point["longitude"])
        near = sorted((point for point in points if point["distance"] <= AROUND_KM), key=lambda point: point["distance"])
        around = [point for point in near if point["id"] != own_place][:AROUND_SHOWN]
        own = {"id": "here", "latitude": at[0], "longitude": at[1], "title": name, "lang": "", "detail": "", "url": url}
        points = [own | {"kind": "pin", "is_current": True}, *around]
    addresses = in_every_language(lambda: reverse(view, kwargs=arguments))
    return {
        "name": name,
        "page_url": url,
        "around": around,
        "points": points,
        "focus": f"{at[1]},{at[0]},{at[1]},{at[0]}" if at else "",
        "dots": [at] if at else [(point["latitude"], point["longitude"]) for point in points],
        "languages_here": language_links(addresses),
        "crumbs": [home_crumb(), {"title": name, "url": url}, {"title": _("Carte"), "url": ""}],
    }


def commune_situation(user, commune: Territory, url: str, view: str, arguments: dict) -> dict:
    """The same for a commune, with its places."""
    context = situation(user, commune.name, url, view, arguments, None)
    points = Listing(PlaceFilters(communes=(commune.slug,)), user).points()
    outline = next((each for each in outlines.communes() if each.slug == commune.slug), None)
    positions = [at for ring in outline.rings for at in ring] if outline else []
    if positions:
        longitudes, latitudes = [at[0] for at in positions], [at[1] for at in positions]
        context["focus"] = ",".join(str(at) for at in (min(longitudes), min(latitudes), max(longitudes), max(latitudes)))
    return context | {
        "points": points,
        "around": points,
        "dots": [(point["latitude"], point["longitude"]) for point in points],
        "is_commune": True,
    }
