import pytest

from common.filters import Choices, Filters, Flag, Page
from common.page_head import PageHead, head_of_list


class BookFilters(Filters):
    kinds = Choices("kind")
    free = Flag("free")
    page = Page()


def head(**values) -> PageHead:
    return head_of_list(
        "Livres", lambda: "/fr/livres/", BookFilters(**values), description="Douze livres.", choices=["Romans"] * 2
    )


@pytest.mark.parametrize(
    ("values", "title", "canonical", "is_indexed"),
    [
        ({}, "Livres\xa0: Romans", "/fr/livres/", True),
        ({"page": 2}, "Livres\xa0: Romans, page 2", "/fr/livres/?page=2", True),
        ({"kinds": ("novel",)}, "Livres\xa0: Romans", "/fr/livres/", True),
        ({"kinds": ("novel",), "page": 2}, "Livres\xa0: Romans, page 2", "/fr/livres/", True),
        ({"kinds": ("novel",), "free": True}, "Livres\xa0: Romans", "/fr/livres/", False),
        ({"kinds": ("novel", "poem")}, "Livres\xa0: Romans", "/fr/livres/", False),
    ],
)
def test_list_has_a_title_for_each_page_and_robots_keep_no_combination(values, title, canonical, is_indexed):
    shown = head(**values)
    assert (shown.title, shown.canonical, shown.is_indexed) == (title, f"http://127.0.0.1:8000{canonical}", is_indexed)
    assert bool(shown.alternates) == is_indexed
    assert shown.description.startswith(title) and shown.description.endswith("Douze livres.")


def test_empty_list_is_kept_by_no_robot():
    assert not head_of_list("Livres", lambda: "/fr/livres/", BookFilters(), is_empty=True).is_indexed


def test_head_names_its_other_versions_by_language_and_locale():
    shown = PageHead("La mer", {"fr": "/fr/mer/", "en": "/en/sea/"}, language="en")

    assert shown.canonical == "http://127.0.0.1:8000/en/sea/"
    assert shown.alternates == [
        ("fr", "http://127.0.0.1:8000/fr/mer/"),
        ("en", "http://127.0.0.1:8000/en/sea/"),
        ("x-default", "http://127.0.0.1:8000/fr/mer/"),
    ]
    assert (shown.locale, shown.other_locales) == ("en_GB", [("fr", "fr_FR")])
    assert PageHead("La mer", {"fr": "/fr/mer/"}).alternates == [("fr", "http://127.0.0.1:8000/fr/mer/")]
