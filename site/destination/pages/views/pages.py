"""The public pages and the small files around them."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail import hooks
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.wagtail_hooks import check_view_restrictions

from common.translations import fallback_languages
from destination.pages.models import SitePage
from destination.pages.permissions import closed_trees_for, is_closed
from destination.pages.presenters.site_layout import site_layout
from destination.pages.querysets import address_in, language_of

A_YEAR = 31_536_000


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def serve(request, path: str = ""):
    """The page at this address; a page that is not translated is shown within the frame of the language asked for.

    Wagtail's own view is not used: it walks the tree step by step and knows neither the closing of translations and aliases
    nor a page in another language. Its hooks are run."""
    language = get_language()
    candidates = {page.url_path: page for page in pages_at(f"/{code}/{path}" for code in fallback_languages(language))}
    for code in fallback_languages(language):
        page = candidates.get(f"/{code}/{path}")
        if page is not None:
            if code != language and language not in site_layout(language).languages:
                return HttpResponseRedirect(page.url_path)  # a language in which this site is not offered
            return page_response(request, page, language)
    address = redirected_address(path, language, request)
    if address:
        return HttpResponseRedirect(address)
    raise Http404


def pages_at(addresses):
    return Page.objects.live().filter(url_path__in=list(addresses), depth__gt=1).order_by("path")


def page_response(request, page: Page, language: str):
    """The page, if this reader may read it: a visitor is asked who they are, the others are told that there is none."""
    if is_closed(page.path, closed_trees_for(request)):
        if request.user.is_authenticated:
            raise Http404
        return redirect_to_login(request.get_full_path())
    if language_of(page.url_path) != language:
        translation = (
            Page.objects.live().filter(translation_key=page.translation_key, url_path__startswith=f"/{language}/").first()
        )
        if translation:
            return HttpResponseRedirect(translation.url_path)
    response = run_serve_hooks(with_own_fields(page), request)
    patch_cache_control(response, private=True, no_cache=True)
    return response


def run_serve_hooks(page: Page, request) -> HttpResponse:
    """The page’s own answer, after the hooks that extensions of Wagtail register (`before_serve_page`, `on_serve_page`)."""
    for function in hooks.get_hooks("before_serve_page"):
        response = function(page, request, (), {})
        if isinstance(response, HttpResponse):
            return response

    def chain(page, request, args, kwargs):
        return page.serve(request, *args, **kwargs)

    for function in reversed(hooks.get_hooks("on_serve_page")):
        if function is not check_view_restrictions:  # `page_response` asked already, for translations and aliases too
            chain = function(chain)
    return chain(page, request, (), {})


def with_own_fields(page: Page) -> Page:
    """The page with its own fields, picture and office, in one query."""
    kind = page.specific_class
    if kind is None or not issubclass(kind, SitePage):
        return page.specific
    return kind.objects.select_related("picture", "organisation", "locale").get(pk=page.pk)


def redirected_address(path: str, language: str, request) -> str:
    """Where a page that is read here in another language has moved to: its own redirects know only its own address."""
    old_paths = [Redirect.normalise_path(f"/{code}/{path}") for code in fallback_languages(language)[1:]]
    redirect = Redirect.objects.filter(old_path__in=old_paths, redirect_page__live=True).select_related("redirect_page").first()
    if redirect is None or is_closed(redirect.redirect_page.path, closed_trees_for(request)):
        return ""
    return address_in(redirect.redirect_page.url_path, language)


@require_safe
@login_not_required
def accent(request):
    """The site's colour, for the stylesheets. The address holds a version, so browsers keep it."""
    layout = site_layout(settings.LANGUAGE_CODE)
    response = HttpResponse(f":root{{--accent:{layout.accent}}}\n", content_type="text/css; charset=utf-8")
    if request.GET.get("v") == layout.accent_version:
        patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=300)
    return response


@require_safe
@login_not_required
def manifest(request):
    """What a phone shows when the site is put on its screen."""
    language = get_language()
    layout = site_layout(language)
    icons = [
        {"src": static("common/favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
        {"src": static("common/apple-touch-icon.png"), "sizes": "180x180", "type": "image/png"},
    ]
    manifest_content = {
        "name": layout.name,
        "short_name": layout.name[:24],
        "description": layout.tagline or _("Agenda, lieux et idées : %(name)s.") % {"name": layout.name},
        "lang": language,
        "start_url": f"/{language}/",
        "display": "browser",
        "theme_color": layout.accent,
        "background_color": "#fbfaf6",
        "icons": icons,
    }
    response = JsonResponse(manifest_content, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, public=True, max_age=3600)
    return response


@require_safe
@login_not_required
def favicon(request):
    return HttpResponseRedirect(static("common/favicon.svg"))
