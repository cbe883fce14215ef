"""Who may read a page: one audience for the page, its lists, the sitemap and the search.

Wagtail restricts one page and what is below it. Here the restriction also holds for the translations and the aliases of
everything in that tree, from the moment it is made, whatever was saved before or after.
"""

from collections.abc import Iterable

from django.db.models import Q
from wagtail.models import Page, PageViewRestriction

from common.access import ACCOUNT_KEY, EVERYTHING_KEY, PUBLIC_KEY, reader_keys, role_key
from common.permissions import HidingPolicy


def restriction_keys(restriction: PageViewRestriction) -> frozenset[str]:
    """The keys of `common.access` that satisfy one restriction. Never more than Wagtail would let in: where a login is asked
    for, whoever has an account; where groups are, who is in one of them; where a password is, nobody."""
    if restriction.restriction_type == PageViewRestriction.LOGIN:
        return frozenset({ACCOUNT_KEY})
    if restriction.restriction_type == PageViewRestriction.GROUPS:
        return frozenset(role_key(group.pk) for group in restriction.groups.all())
    return frozenset()  # passwords shared by many are switched off; one set before stays closed


def restrictions_with_trees() -> list[tuple[PageViewRestriction, tuple[str, ...]]]:
    """Every restriction with the tree paths it closes, those of translations and aliases included."""
    restrictions = PageViewRestriction.objects.select_related("page").prefetch_related("groups")
    return [(restriction, with_translations_and_aliases([restriction.page.path])) for restriction in restrictions]


def page_audience_keys(page: Page, restrictions: list[tuple] | None = None) -> frozenset[str]:
    """The keys that open `page`: those that satisfy every restriction on it or above it. `restrictions` are those of
    `restrictions_with_trees`, where they are known already."""
    keys = None
    for restriction, trees in restrictions_with_trees() if restrictions is None else restrictions:
        if is_closed(page.path, trees):
            keys = _both(keys, restriction_keys(restriction))
    return frozenset({PUBLIC_KEY}) if keys is None else keys


def _both(keys: frozenset[str] | None, more: frozenset[str]) -> frozenset[str]:
    """The keys that satisfy two restrictions. Who is in a group has an account, so that the group alone says both."""
    if keys is None or keys == {ACCOUNT_KEY}:
        return more
    return keys if more == {ACCOUNT_KEY} else keys & more


def closed_trees(user) -> tuple[str, ...]:
    """The tree paths that `user` may not read: one query where nothing is restricted."""
    keys = reader_keys(user)
    if EVERYTHING_KEY in keys:
        return ()
    # Every page asks: the forty columns of a page would double what the question costs.
    columns = ("restriction_type", "page__path")
    restrictions = PageViewRestriction.objects.select_related("page").only(*columns).prefetch_related("groups")
    return with_translations_and_aliases(
        restriction.page.path for restriction in restrictions if keys.isdisjoint(restriction_keys(restriction))
    )


def closed_trees_for(request) -> tuple[str, ...]:
    """The same for the reader of a request, asked once a request."""
    if not hasattr(request, "_closed_trees"):
        request._closed_trees = closed_trees(request.user)
    return request._closed_trees


def with_translations_and_aliases(paths: Iterable[str]) -> tuple[str, ...]:
    """`paths` with those of the translations and aliases of every page below them, and of theirs."""
    trees = set(paths)
    while trees:
        inside = Page.objects.filter(in_trees(trees))
        related = Page.objects.filter(
            Q(translation_key__in=inside.values("translation_key")) | Q(alias_of__in=inside.values("pk"))
        )
        others = set(related.exclude(in_trees(trees)).values_list("path", flat=True))
        if not others:
            break
        trees |= others
    return tuple(sorted(trees))


def in_trees(trees: Iterable[str]) -> Q:
    """The condition “in one of these trees”; nothing where there is none."""
    condition = Q(pk__in=[])
    for path in trees:
        condition |= Q(path__startswith=path)
    return condition


def is_closed(page_path: str, trees: Iterable[str]) -> bool:
    return any(page_path.startswith(path) for path in trees)


class PagePolicy(HidingPolicy):
    """For Wagtail's admin: who may not read a page, published or not, does not work on it."""

    def visible(self, user, rows):
        trees = _closed_trees_of(user)
        return rows.exclude(in_trees(trees)) if trees else rows

    def hides(self, user, row):
        return is_closed(row.path, _closed_trees_of(user))

    def explorable_instances(self, user):
        return self.visible(user, super().explorable_instances(user))


def _closed_trees_of(user) -> tuple[str, ...]:
    """The same, for one request: each reads its user anew."""
    if not hasattr(user, "_closed_page_trees"):
        user._closed_page_trees = closed_trees(user)
    return user._closed_page_trees
