"""The public pages of places and communes, and what the map reads."""

import json

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from accounts.models import Territory
from common.absolute_urls import absolute, in_every_language, language_links
from common.access import Audience
from common.models import shown_picture
from common.text import web_address
from common.translations import fallback_in_words, origin_in_words
from destination.places.facets import index
from destination.places.filters import PlaceFilters
from destination.places.models import Place
from destination.places.presenters import chips, outlines
from destination.places.presenters import place_page as place_facts
from destination.places.presenters.cards import near_place
from destination.places.presenters.communes import commune_address, commune_cards, neighbours, pictures_of, presentation_in
from destination.places.presenters.directions import directions
from destination.places.presenters.distances import nearness
from destination.places.presenters.head import commune_head, communes_head, list_head, place_head
from destination.places.presenters.listing import Listing
from destination.places.presenters.situation import commune_situation, situation
from destination.places.registry import sections_of
from destination.places.serializers.structured_data import place_json
from destination.places.serializers.vcard import vcard


@require_safe
@login_not_required
def place_list(request):
    """The places as cards beside their map; every filter is in the address."""
    listing = Listing(PlaceFilters.from_query(request.GET), request.user)
    filters, url = listing.filters, reverse("places:list")
    first, groups, removable = chips.first_chips(listing, url), chips.groups(listing, url), chips.removable(listing, url)
    context = {
        "filters": filters,
        "sheet": filters.sheet(url, [{"title": _("Que cherchez-vous ?"), "chips": first}, *groups], removable, ("near", "km")),
        "total": listing.total,
        "page": listing.page,
        "cards": listing.cards(),
        "dots": listing.dots(),
        "first_chips": first,
        "groups": groups,
        "removable": removable,
        "list_url": url,
        "clear_url": url,
        "hidden_fields": filters.replace(text="").parameters(),
        "near": nearness(filters, url, listing.communes.values()),
        "points_url": reverse("places:points") + filters.query(page=False),
        "head": list_head(filters, listing.total, first, *(group["chips"] for group in groups)),
        "commune": next((each for each in listing.communes.values() if filters.communes == (each.slug,)), None),
    }
    return render(request, "places/list.html", context)


@require_safe
@login_not_required
def points(request):
    """`[{"id", "latitude", "longitude", "title", "lang", "detail", "url", "kind"}]`, degrees WGS 84."""
    listing = Listing(PlaceFilters.from_query(request.GET), request.user)
    response = JsonResponse(listing.points(), safe=False)
    response["Cache-Control"] = "private, max-age=60"
    return response


@require_safe
@login_not_required
@condition(etag_func=lambda request: outlines.tag())
def communes(request):
    """The communes' outlines as GeoJSON: the same for everybody, cached for an hour."""
    content = json.dumps(outlines.collection(), ensure_ascii=False, separators=(",", ":"))
    response = HttpResponse(content, content_type="application/geo+json")
    response["Cache-Control"] = "public, max-age=3600"
    return response


@require_safe
@login_not_required
def place_page(request, slug, pk):
    place = _place_or_404(request, pk)
    if slug != place.slug:
        return redirect(place.get_absolute_url(), permanent=True)
    return render(request, "places/place.html", _place_context(request, place))


@require_safe
@login_not_required
def place_card(request, slug, pk):
    """The place as a contact for a telephone."""
    place = _place_or_404(request, pk)
    words = place.words_in()
    if words is None:
        raise Http404
    response = HttpResponse(vcard(place, words), content_type="text/vcard; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{place.slug}.vcf"'
    return response


@require_safe
@login_not_required
def commune_list(request):
    """The communes with their pictures, and where they lie."""
    cards = commune_cards()
    head = communes_head(len(cards))
    return render(request, "places/communes.html", {"cards": cards, "head": head, "crumbs": head.crumbs})


@require_safe
@login_not_required
def commune_page(request, slug):
    """A commune: its presentation, where it lies, its places, what takes place there, its neighbours."""
    commune = get_object_or_404(Territory.objects.select_related("picture"), slug=slug)
    listing = Listing(PlaceFilters(communes=(commune.slug,)), request.user)
    language = get_language()
    presentation, code = presentation_in(commune, language)
    picture = pictures_of([commune]).get(commune.pk)
    head = commune_head(commune, presentation, listing.total, picture)
    context = {
        "commune": commune,
        "presentation": presentation,
        "presentation_lang": code if code != language else "",
        "picture": place_facts.with_licence(picture) if picture else None,
        "directions": directions(commune.name, commune.latitude, commune.longitude, commune.name),
        "cards": listing.cards(),
        "total": listing.total,
        "dots": listing.dots(),
        "all_url": reverse("places:list") + listing.filters.query(),
        "map_url": reverse("places:commune_map", kwargs={"slug": commune.slug}),
        "sections": sections_of(request, commune, of="commune"),
        "neighbours": neighbours(commune),
        "head": head,
        "crumbs": head.crumbs,
    }
    return render(request, "places/commune.html", context)


@require_safe
@login_not_required
def place_map(request, slug, pk):
    """The large map with the place in its middle, and what lies around it."""
    place = _place_or_404(request, pk)
    if not place.has_position:
        raise Http404
    words, arguments = place.words_in(), {"slug": place.slug, "pk": place.pk}
    at, name = (place.latitude, place.longitude), words.name if words else place.name
    context = situation(request.user, name, place.get_absolute_url(), "places:place_map", arguments, at, own_place=place.pk)
    return render(request, "places/situation.html", context)


@require_safe
@login_not_required
def commune_map(request, slug):
    """The large map of a commune, with its places."""
    commune, arguments = get_object_or_404(Territory, slug=slug), {"slug": slug}
    url = reverse("places:commune", kwargs=arguments)
    context = commune_situation(request.user, commune, url, "places:commune_map", arguments)
    return render(request, "places/situation.html", context)


def _place_or_404(request, pk: int) -> Place:
    places = Place.objects.published().visible_to(request.user).with_words().select_related("organisation")
    return get_object_or_404(places, pk=pk)


def _place_context(request, place: Place) -> dict:
    language, words = get_language(), place.words_in()
    is_public = place.audience == Audience.PUBLIC
    picture = shown_picture(place.picture, request.user)
    name = words.name if words else place.name
    head = place_head(place, words, name)
    return {
        "place": place,
        "name": name,
        "words": words,
        "kind_icon": chips.KIND_ICONS.get(place.kind, place.kind),
        "words_lang": words.language if words and words.language != language else "",
        "fallback": fallback_in_words(words, language),
        "origin": origin_in_words(words),
        "picture": place_facts.with_licence(picture) if picture else None,
        "pictures": place_facts.shown_pictures(place, request.user),
        "facts": place_facts.facts(place, words),
        "services": place_facts.services(place),
        "booking_url": web_address(place.booking_url),
        "address_lines": place_facts.address_lines(place),
        "access": place_facts.access(place),
        "opening": place_facts.opening(place),
        "directions": directions(name, place.latitude, place.longitude, "\n".join(place_facts.address_lines(place))),
        "dots": [(place.latitude, place.longitude)] if place.has_position else [],
        "map_url": reverse("places:place_map", kwargs={"slug": place.slug, "pk": place.pk}),
        "vcard_url": reverse("places:vcard", kwargs={"slug": place.slug, "pk": place.pk}),
        "commune_url": commune_address(place.commune.slug),
        "sections": sections_of(request, place),
        "nearby": near_place(place, index.current(), request.user),
        "json_ld": place_json(place, words) if is_public else "",
        "head": head,
        "absolute_url": absolute(place.get_absolute_url()),
        "languages_here": language_links(in_every_language(place.get_absolute_url)),
        "crumbs": head.crumbs,
    }
