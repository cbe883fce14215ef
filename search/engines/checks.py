from django.conf import settings
from django.core.checks import Error

from search.engines.address import SearchAddress, WrongSearchAddress


def check_search_address(app_configs, **kwargs) -> list[Error]:
    """One sentence at start where `SEARCH_URL` cannot be followed; the engine itself is not asked, it may come later."""
    if not settings.SEARCH_URL:
        return []
    try:
        SearchAddress.read(settings.SEARCH_URL).check_client()
    except WrongSearchAddress as problem:
        return [Error(str(problem), id="search.E001", hint="See .env.example and docs/search.md.")]
    return []
