"""Addresses as a page hands them to robots, to other programs and to readers of another language."""

from collections.abc import Callable

from django.conf import settings
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, get_language_from_path, get_language_info


def absolute(path: str) -> str:
    """The whole address of a path of ours."""
    return f"{settings.BASE_URL}{path}"


def next_address(request, default: str, name: str = "next") -> str:
    """The page of ours that a form asks to go back to (its field `name`), else `default`. Not for `redirect`, which takes a word
    without a slash for the name of a view: for `HttpResponseRedirect`."""
    target = request.POST.get(name) or request.GET.get(name) or ""
    is_ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if is_ours and "\x00" not in target else default


def is_own_path(address: str) -> bool:
    """Whether it is a path of this site to every browser: `//host`, `/\\host` and the like lead elsewhere."""
    is_ours = url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return is_ours and address.startswith("/") and not address.startswith("//") and address.isprintable() and "\\" not in address


def chosen_language(request, default: str) -> str:
    """What a reader chose for the pages whose address has no language, else `default`: the language of whom a mail was for."""
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return language if language in dict(settings.LANGUAGES) else default


def without_language(path: str) -> str:
    """The path without its language: a name that stays the same in all of them."""
    language = get_language_from_path(path)
    return path.removeprefix(f"/{language}") if language else path


def in_every_language(make: Callable[[], str]) -> dict[str, str]:
    """The result of `make` with each language of the site active, by language code."""
    paths = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            paths[code] = make()
    return paths


def language_links(paths: dict[str, str]) -> list[dict]:
    """For `components/languages.html`: each language by its own name; an empty path where only a choice changes it."""
    current = get_language()
    return [
        {"code": code, "name": get_language_info(code)["name_local"].capitalize(), "url": path, "is_current": code == current}
        for code, path in paths.items()
    ]
