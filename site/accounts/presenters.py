"""People as colleagues and professionals read of them: one card, and the directory of many, in a fixed number of queries."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.choices import SpokenLanguage
from accounts.filters import ContactFilters
from accounts.models import Organisation, Profile, Theme, User, organisation_name, person_name
from common.access import Audience
from common.text import fold_accents, plain

PER_PAGE = 30
RANKS = {Organisation.Kind.AGENCY: 0, Organisation.Kind.OFFICE: 1, Organisation.Kind.PROVIDER: 2, None: 3}


class PersonLine(NamedTuple):
    """What is asked of each person of a list."""

    pk: int  # of the profile
    person_id: int
    name: str
    job: str
    about: str
    office: str  # a slug, empty without
    office_name: str
    languages: tuple[str, ...]
    themes: frozenset[str]
    is_away: bool


def _line(row: dict, office_name: str, themes: Iterable[str], today: date) -> PersonLine:
    return PersonLine(
        pk=row["pk"],
        person_id=row["person_id"],
        name=person_name(row["preferred"], row["first"], row["last"], row["email"]),
        job=row["job"],
        about=row["about"],
        office=row["slug"] or "",
        office_name=office_name,
        languages=tuple(row["languages"]),
        themes=frozenset(themes),
        is_away=bool(row["away_until"]) and (row["away_from"] or today) <= today <= row["away_until"],
    )


def groups_named_to(reader, thing) -> list[str]:
    """The groups that a thing is for, as far as this reader may know of them."""
    if thing.audience != Audience.GROUP:
        return []
    return [str(group) for group in thing.audience_groups.all() if group.pk in reader.work_group_ids or reader.is_superuser]


@lru_cache(maxsize=8192)
def _sortable(text: str) -> str:
    return fold_accents(text)


@lru_cache(maxsize=4096)
def _searchable(text: str) -> str:
    """A person's words to look in. Folding those of five hundred people takes a tenth of a second, and they rarely change."""
    return " " + fold_accents(text).replace("-", " ")


def _begin_words_of(text: str, parts: list[str]) -> bool:
    return all(f" {part}" in text or f"'{part}" in text for part in parts)


class Directory:
    """Those of `profiles` that answer `filters`, in the list at `url`; `first` is the filter that stands in sight of the others.
    For professionals it says nothing that is among colleagues."""

    def __init__(self, profiles: QuerySet, filters: ContactFilters, url: str, *, first: str, for_professionals: bool = False):
        self.profiles, self.filters, self.url, self.first = profiles, filters, url, first
        self.for_professionals = for_professionals

    @cached_property
    def theme_names(self) -> dict[str, str]:
        language = get_language()
        return {theme.code: theme.name_in(language) for theme in Theme.objects.all()}

    @cached_property
    def language_names(self) -> dict[str, str]:
        return {code: str(label) for code, label in SpokenLanguage.choices}

    @cached_property
    def lines(self) -> list[PersonLine]:
        """Everybody: the agency first, then office by office, by name."""
        themes: dict[int, set[str]] = {}
        for pk, code in Profile.themes.through.objects.filter(profile__in=self.profiles).values_list("profile_id", "theme__code"):
            themes.setdefault(pk, set()).add(code)
        rows = self.profiles.values(
            "pk", "person_id", "job", "about", "languages", "away_from", "away_until",
            preferred=F("person__preferred_name"), first=F("person__first_name"), last=F("person__last_name"),
            email=F("person__email"), slug=F("person__organisation__slug"), office=F("person__organisation__name"),
            office_names=F("person__organisation__translated_names"), kind=F("person__organisation__kind"),
        )  # fmt: skip
        entries, names_of_offices, today = [], {None: ""}, timezone.localdate()
        for row in rows:
            if row["slug"] not in names_of_offices:
                names_of_offices[row["slug"]] = organisation_name(row["office"], row["office_names"])
            line = _line(row, names_of_offices[row["slug"]], themes.get(row["pk"], ()), today)
            order = RANKS.get(row["kind"], 3), _sortable(line.office_name), _sortable(row["last"]), _sortable(line.name), line.pk
            entries.append((order, line))
        return [line for _order, line in sorted(entries, key=itemgetter(0))]

    @cached_property
    def with_words(self) -> list[PersonLine]:
        """Those of whom each word typed begins one of theirs: name, function, office, what they say they do, themes and languages
        in the words of the reader."""
        parts = [part for word in fold_accents(plain(self.filters.words)).split() for part in word.split("-") if part]
        if not parts:
            return self.lines
        return [line for line in self.lines if _begin_words_of(self._text_of(line), parts)]

    def _text_of(self, line: PersonLine) -> str:
        themes = (self.theme_names.get(code, "") for code in sorted(line.themes))
        languages = (self.language_names.get(code, "") for code in line.languages)
        return _searchable(" ".join((line.name, line.job, line.office_name, line.about, *themes, *languages)))

    @cached_property
    def conditions(self) -> dict[str, Callable[[PersonLine], bool]]:
        """What each of the filters in use asks of a person, but for the words."""
        filters = self.filters
        conditions = {
            "office": lambda line: filters.office == line.office,
            "theme": lambda line: filters.theme in line.themes,
            "language": lambda line: filters.language in line.languages,
            "away": lambda line: line.is_away,
        }
        return {name: condition for name, condition in conditions.items() if name in filters.active}

    def answering(self, without: str = "") -> list[PersonLine]:
        """Who answers, one of the filters set aside."""
        conditions = [condition for name, condition in self.conditions.items() if name != without]
        if not conditions:
            return self.with_words
        return [line for line in self.with_words if all(condition(line) for condition in conditions)]

    @cached_property
    def matches(self) -> list[PersonLine]:
        return self.answering()

    @cached_property
    def page(self):
        return Paginator(self.matches, PER_PAGE).get_page(self.filters.page)

    def offices(self) -> list[dict]:
        """The cards of the page by office: [{name (empty without), phone, email, cards}]."""
        lines = list(self.page)
        profiles = Profile.objects.with_name().in_bulk([line.pk for line in lines])
        shown = {line.person_id for line in self.lines} if self.for_professionals else None
        groups: list[dict] = []
        last = object()
        for line in lines:
            if (profile := profiles.get(line.pk)) is None:  # it went since the list was read
                continue
            office = profile.person.organisation
            if office != last:
                last = office
                facts = {
                    "name": str(office or ""),
                    "phone": office.phone if office else "",
                    "email": office.email if office else "",
                }
                groups.append({**facts, "cards": []})
            themes = [{"code": code, "name": name} for code, name in self.theme_names.items() if code in line.themes]
            groups[-1]["cards"].append(person_card(profile, themes, shown_to_professionals=shown))
        return groups

    def facets(self) -> list[dict]:
        """[{title, chips, is_more}]; a chip says how many it would give beside the other filters, `is_more` may stand folded."""
        offices = dict.fromkeys((line.office, line.office_name) for line in self.lines if line.office)
        facets = {
            "office": (_("Organisme"), self._chips("office", offices, lambda line: (line.office,))),
            "theme": (_("Thème"), self._chips("theme", self.theme_names.items(), lambda line: line.themes)),
            "language": (_("Langue parlée"), self._chips("language", self.language_names.items(), lambda line: line.languages)),
        }
        if not self.for_professionals:
            away = [(True, _("Absents en ce moment"))]
            facets["away"] = _("Présence"), self._chips("away", away, lambda line: (line.is_away,))
        in_order = sorted(facets.items(), key=lambda facet: facet[0] != self.first)
        return [{"title": title, "chips": chips, "is_more": name != self.first} for name, (title, chips) in in_order if chips]

    def _chips(self, name: str, choices, values_of) -> list[dict]:
        counts = Counter(chain.from_iterable(map(values_of, self.answering(without=name))))
        return [
            self.filters.chip(self.url, name, value, label, counts[value])
            for value, label in choices
            if counts[value] or self.filters.is_on(name, value)
        ]

    @property
    def context(self) -> dict:
        """What `accounts/people/_search.html` and `_results.html` show."""
        facets = self.facets()
        return {
            "filters": self.filters,
            "facets": facets,
            "opens_more": any(chip["is_on"] for facet in facets if facet["is_more"] for chip in facet["chips"]),
            "sheet": self.filters.sheet(self.url, facets, beside=("q",)),
            "offices": self.offices(),
            "page": self.page,
            "total": len(self.matches),
        }


def person_card(profile: Profile, themes: list[dict] | None = None, *, shown_to_professionals: set[int] | None = None) -> dict:
    """What is shown of a person, in plain values, so that a drawn card is kept (`common.templatetags.components`). Of many,
    profiles are read `with_name()` and `themes` ({code, name}) given, so that none of them asks the database. For professionals,
    `shown_to_professionals` are the keys of the people whom they may see: no private number, and no stand-in beside them."""
    person, for_professionals = profile.person, shown_to_professionals is not None
    language = get_language()
    if themes is None:
        themes = [{"code": theme.code, "name": theme.name_in(language)} for theme in profile.themes.all()]
    is_away = profile.is_away and not profile.has_left
    stand_in = profile.stand_in if is_away else None
    if stand_in and (not stand_in.is_active or (for_professionals and stand_in.pk not in shown_to_professionals)):
        stand_in = None
    is_reachable = not profile.has_left
    return {
        "name": str(person),
        "handle": profile.handle,
        "job": profile.job,
        "about": profile.about if for_professionals else "",
        "portrait_url": profile.portrait_url(),
        "url": "" if for_professionals else profile.get_absolute_url(),
        "vcard_url": reverse("portal_home:contact_card" if for_professionals else "people:vcard", args=[profile.handle]),
        "themes": themes,
        "languages": [str(SpokenLanguage(code).label) for code in profile.languages if code in SpokenLanguage.values],
        "working_days": working_days_in_words(profile.working_days),
        "email": person.email if is_reachable else "",
        "phone": person.phone if is_reachable else "",
        "private_phone": profile.private_phone if is_reachable and not for_professionals else "",
        "away_until": profile.away_until if is_away else None,
        "stand_in": _stand_in(stand_in, for_professionals) if stand_in else None,
    }


def _stand_in(person: User, for_professionals: bool) -> dict:
    """A page for colleagues, an address for professionals; until when they are away too."""
    profile = person.profile
    return {
        "name": str(person),
        "url": f"mailto:{person.email}" if for_professionals else profile.get_absolute_url(),
        "away_until": profile.away_until if profile.is_away else None,
    }


def working_days_in_words(days: list[int]) -> str:
    """« du lundi au vendredi », « lundi, mardi, jeudi »; empty where nobody said."""
    days = sorted({day for day in days if day in WEEKDAYS})
    names = [str(WEEKDAYS[day]).lower() if get_language() != "en" else str(WEEKDAYS[day]) for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return _("du %(first)s au %(last)s") % {"first": names[0], "last": names[-1]}
    return ", ".join(names)


def away_profiles(day: date) -> QuerySet:
    """The members who are away on that day, with their office, who comes back first standing first."""
    away = Profile.objects.of_members().at_work().away_on(day).select_related("person__organisation")
    return away.order_by("away_until", "person__last_name", "pk")
