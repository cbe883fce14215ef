"""Every address the site answers, read from the resolver itself."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# Wagtail's admin has hundreds of addresses of its own: they are held together by `test_admin_is_closed`.
LEFT_TO_ANOTHER_TEST = ("^admin/", "admin/")


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
