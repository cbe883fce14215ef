"""The tutorials and paths as lists show them: counted, filtered, in a fixed number of queries."""

from functools import cached_property

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from common.models import fetch_substitutes, line_picture
from common.translations import texts_of
from pro_portal.tutorials.filters import TutorialFilters, length_of
from pro_portal.tutorials.models import Level, PathItem, PathTranslation, Theme, Tutorial, TutorialPath, TutorialTranslation

PER_PAGE = 24
LEVEL_ORDER = {level: rank for rank, level in enumerate(Level.values)}
LENGTH_WORDS = {
    "short": gettext_lazy("15 minutes au plus"),
    "medium": gettext_lazy("Jusqu’à une demi-heure"),
    "long": gettext_lazy("Plus d’une demi-heure"),
}
THEME_DRAWINGS = {"photo": "exhibition", "social": "feast", "reputation": "talk", "sales": "market", "mobile": "walk"}


class Library:
    """What `user` may read; one light query for all of it."""

    def __init__(self, user, filters: TutorialFilters | None = None):
        self.user = user
        self.filters = filters or TutorialFilters()

    @cached_property
    def rows(self) -> list[dict]:
        rows = Tutorial.objects.published().visible_to(self.user).values("pk", "slug", "level", "minutes", "themes")
        return sorted(rows, key=lambda row: (LEVEL_ORDER[row["level"]], row["minutes"], row["pk"]))

    @cached_property
    def matches(self) -> list[dict]:
        return [row for row in self.rows if self.filters.match(row)]

    @cached_property
    def page(self):
        return Paginator(self.matches, PER_PAGE).get_page(self.filters.page)

    def cards(self) -> list[dict]:
        return cards_of([row["pk"] for row in self.page], self.user)

    def facets(self) -> list[dict]:
        """[{title, chips}]; a chip says how many it would give beside the other filters."""
        return [
            {"title": _("Thème"), "chips": self._chips("theme", Theme.choices, lambda row: row["themes"])},
            {"title": _("Niveau"), "chips": self._chips("level", Level.choices, lambda row: [row["level"]])},
            {"title": _("Durée"), "chips": self._chips("length", LENGTH_WORDS.items(), lambda row: [length_of(row["minutes"])])},
        ]

    def _chips(self, name: str, choices, values_of) -> list[dict]:
        counts: dict[str, int] = {}
        for row in self.rows:
            if self.filters.match(row, without=name):
                for value in values_of(row):
                    counts[value] = counts.get(value, 0) + 1
        url = reverse("tutorials:list")
        return [
            self.filters.chip(url, name, value, label, counts.get(value, 0))
            for value, label in choices
            if counts.get(value) or self.filters.is_on(name, value)
        ]

    def related(self, tutorial: Tutorial, most: int = 3) -> list[dict]:
        """The tutorials nearest in subject, then in level."""
        themes = set(tutorial.themes)
        others = [(len(themes & set(row["themes"])), row) for row in self.rows if row["pk"] != tutorial.pk]
        near = sorted(
            (line for line in others if line[0]),
            key=lambda line: (-line[0], abs(LEVEL_ORDER[line[1]["level"]] - LEVEL_ORDER[tutorial.level])),
        )
        return cards_of([row["pk"] for _shared, row in near[:most]], self.user)


def cards_of(pks: list[int], user) -> list[dict]:
    """What a card shows of each, in the order given: two queries, a third where pictures are replaced."""
    if not pks:
        return []
    visible = Tutorial.objects.select_related("picture").in_bulk(pks)
    fetch_substitutes(tutorial.picture for tutorial in visible.values())
    texts = texts_of(TutorialTranslation.objects.filter(tutorial__in=pks), "tutorial_id", "title", "goal")
    return [card(visible[pk], texts[pk], user) for pk in pks if pk in visible and pk in texts]


def card(tutorial: Tutorial, words, user) -> dict:
    return {
        "pk": tutorial.pk,
        "slug": tutorial.slug,
        "url": tutorial.get_absolute_url(),
        "title": words.text["title"],
        "goal": words.text["goal"],
        "lang": words.language if words.language != get_language() else "",
        "level": tutorial.get_level_display(),
        "duration": duration(tutorial.minutes),
        "themes": theme_labels(tutorial.themes),
        "picture": line_picture(tutorial.picture, user),
        "drawing": next((THEME_DRAWINGS[theme] for theme in tutorial.themes if theme in THEME_DRAWINGS), "talk"),
    }


def duration(minutes: int) -> str:
    """« 25 min », « 1 h », « 3 h 50 »."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}\u00a0min"
    return f"{hours}\u00a0h\u00a0{rest:02d}" if rest else f"{hours}\u00a0h"


def theme_labels(themes: list[str]) -> list[str]:
    labels = dict(Theme.choices)
    return [str(labels[theme]) for theme in themes if theme in labels]


def paths_for(user, tutorial: Tutorial | None = None) -> list[dict]:
    """The published paths, or those that hold `tutorial`, each with its title and the tutorials its reader may see; `next` is the
    card of the one that follows `tutorial` in it, None at the end."""
    paths = TutorialPath.objects.published().visible_to(user).order_by("pk")
    if tutorial is not None:
        paths = paths.filter(items__tutorial=tutorial)
    paths = list(paths)
    if not paths:
        return []
    visible = Tutorial.objects.published().visible_to(user)
    items = PathItem.objects.filter(path__in=paths, tutorial__in=visible).order_by("sort_order")
    inside: dict[int, list] = {}
    for path_id, *facts in items.values_list("path_id", "tutorial_id", "tutorial__slug", "tutorial__minutes"):
        inside.setdefault(path_id, []).append(facts)
    texts = texts_of(PathTranslation.objects.filter(path__in=paths), "path_id", "title", "text")
    following = _following(inside, tutorial, user) if tutorial is not None else {}
    return [
        {
            "next": following.get(path.pk),
            "url": path.get_absolute_url(),
            "title": texts[path.pk].text["title"],
            "text": texts[path.pk].text["text"],
            "lang": texts[path.pk].language if texts[path.pk].language != get_language() else "",
            "slugs": [slug for _pk, slug, _minutes in inside[path.pk]],
            "duration": duration(sum(minutes for _pk, _slug, minutes in inside[path.pk])),
        }
        for path in paths
        if path.pk in inside and path.pk in texts
    ]


def _following(inside: dict[int, list], tutorial: Tutorial, user) -> dict[int, dict]:
    """By path, the card of the tutorial after this one."""
    following = {}
    for path_id, lines in inside.items():
        order = [pk for pk, _slug, _minutes in lines]
        if tutorial.pk in order[:-1]:
            following[path_id] = order[order.index(tutorial.pk) + 1]
    cards = {card["pk"]: card for card in cards_of(list(set(following.values())), user)}
    return {path_id: cards.get(pk) for path_id, pk in following.items()}
