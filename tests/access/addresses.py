"""Every address the site answers, read from the resolver itself."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# Wagtail's admin has hundreds of addresses of its own: they are held together by `test_admin_is_closed`.
LEFT_TO_ANOTHER_TEST = ("^admin/", "admin/")

# The lists, each with a parser of its own for its parameters.
LISTS = (
    "agenda:list", "agenda:map", "places:list", "search:results", "photos:list", "photos:rights", "photos_api:list", "tutorials:list",
    "watch:list", "watch:inbox", "watch:sources", "submissions:mine", "submissions:queue", "portal_home:requests", "team:list",
    "notifications:list", "articles:list", "documents:list", "people:list", "portal_documents:figures",
)  # fmt: skip


def all_addresses() -> dict[str, str]:
    """{"agenda:event": "/fr/agenda/<slug>-<pk>/", …}: each named address once, an unnamed one under its pattern."""
    return dict(_walk(get_resolver().url_patterns, "", ()))


def _walk(patterns, prefix: str, namespaces: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if route.startswith(LEFT_TO_ANOTHER_TEST) and not route.startswith("admin/login"):
            continue
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield ":".join((*namespaces, pattern.name)) if pattern.name else route, route


def admin_routes() -> list[tuple[str, str]]:
    """(route, namespace) of every address of the admin: "/admin/images/<int:image_id>/", "wagtailimages"."""
    return sorted(row for row in _routes(get_resolver().url_patterns, "", "") if row[0].startswith("/admin/"))


def _routes(patterns, prefix: str, namespace: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern).lstrip("^").rstrip("$")
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route, pattern.namespace or namespace)
        else:
            yield f"/{route}", namespace


def admin_addresses() -> list[str]:
    """All addresses of the admin that need no argument."""
    return [route for route, _namespace in admin_routes() if not any(sign in route for sign in "<(\\*")]
