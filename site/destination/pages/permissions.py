"""Which parts of the page tree are closed to a reader.

Wagtail restricts one page and what is below it. Here the restriction also holds for the translations and the aliases of
everything in that tree, from the moment it is made, whatever was saved before or after.
"""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction


def closed_trees(user) -> tuple[str, ...]:
    """The tree paths that `user` may not read: one query where nothing is restricted."""
    if getattr(user, "is_superuser", False):
        return ()
    restrictions = list(PageViewRestriction.objects.select_related("page").prefetch_related("groups"))
    groups = set(user.groups.values_list("pk", flat=True)) if restrictions and user.is_authenticated else set()
    return mirrored(restriction.page.path for restriction in restrictions if not lets_in(restriction, user, groups))


def closed_trees_for(request) -> tuple[str, ...]:
    """The same for the reader of a request, asked once a request."""
    if not hasattr(request, "_closed_trees"):
        request._closed_trees = closed_trees(request.user)
    return request._closed_trees


def lets_in(restriction: PageViewRestriction, user, groups: set[int]) -> bool:
    if restriction.restriction_type == PageViewRestriction.LOGIN:
        return user.is_authenticated
    if restriction.restriction_type == PageViewRestriction.GROUPS:
        return not groups.isdisjoint(group.pk for group in restriction.groups.all())
    return False  # passwords shared by many are switched off; one set before stays closed


def mirrored(paths: Iterable[str]) -> tuple[str, ...]:
    """`paths` with those of the translations and aliases of every page below them, and of theirs."""
    trees = set(paths)
    while trees:
        inside = Page.objects.filter(below(trees))
        found = Page.objects.filter(Q(translation_key__in=inside.values("translation_key")) | Q(alias_of__in=inside.values("pk")))
        others = set(found.exclude(below(trees)).values_list("path", flat=True))
        if not others:
            break
        trees |= others
    return tuple(sorted(trees))


def below(trees: Iterable[str]) -> Q:
    """The condition “in one of these trees”; nothing where there is none."""
    condition = Q(pk__in=[])
    for path in trees:
        condition |= Q(path__startswith=path)
    return condition


def is_closed(page_path: str, trees: Iterable[str]) -> bool:
    return any(page_path.startswith(path) for path in trees)


def readers_of(page) -> frozenset[int] | None:
    """The people a restriction lets read `page`; None where everybody may."""
    concerned = [
        each for each in PageViewRestriction.objects.select_related("page") if is_closed(page.path, mirrored([each.page.path]))
    ]
    if not concerned:
        return None
    people = get_user_model().objects.filter(is_active=True)
    for restriction in concerned:
        if restriction.restriction_type == PageViewRestriction.GROUPS:
            people = people.filter(groups__in=restriction.groups.all())
        elif restriction.restriction_type != PageViewRestriction.LOGIN:
            people = people.none()
    return frozenset(people.values_list("pk", flat=True))
