"""The filters beside the results, as chips that say how many each would give."""

from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Territory
from common.filters import chip
from destination.agenda.presenters.chips import SHORTCUT_WORDS
from destination.agenda.schedule.sentences import day_in_words, days_in_words
from search.filters import SearchFilters
from search.presenters import Results
from search.sources import SOURCES

# More communes than that are folded away.
COMMUNES_IN_SIGHT = 8


def facet_groups(results: Results) -> list[dict]:
    """Groups of chips (name, title, chips, folded) for `components/chips.html`."""
    groups = [_kinds(results), _whens(results), *_communes(results)]
    return [group for group in groups if group["chips"]]


def _chip(results: Results, name: str, value: str, label, count: int | None) -> dict:
    filters = results.filters.toggled(name, value)
    if name == "when":
        filters = filters.replace(first=None, last=None)
    choice = {"parameter": SearchFilters.fields[name].parameter, "value": value, "is_single": True}
    return chip(label, filters.query(), count, results.filters.is_on(name, value)) | choice


def facet_sheet(results: Results, groups: list[dict]) -> dict:
    """The same as a form for telephones (`components/filter_sheet.html`). Days that were typed stay as they are: a shortcut would
    stand against them."""
    filters, by_name = results.filters, {group["name"]: group for group in groups}
    typed = [each for each in by_name.get("when", {"chips": []})["chips"] if not each["parameter"]]
    chips_of_form = {name: list(group["chips"]) for name, group in by_name.items() if not (name == "when" and typed)}
    if further := chips_of_form.pop("other-communes", None):
        chips_of_form["commune"] = chips_of_form.get("commune", []) + further
    form_groups = [{"title": by_name[name]["title"], "chips": chips} for name, chips in chips_of_form.items()]
    return filters.sheet(reverse("search:results"), form_groups, typed)


def _kinds(results: Results) -> dict:
    counts = results.facets.kinds
    chips = [_chip(results, "kind", source.code, source.label, counts.get(source.code, 0)) for source in SOURCES]
    return {"name": "kind", "title": _("Quoi"), "chips": [each for each in chips if each["count"] or each["is_on"]]}


def _whens(results: Results) -> dict:
    filters, counts = results.filters, results.facets.whens
    chips = [_chip(results, "when", word, label, counts.get(word, 0)) for word, label in SHORTCUT_WORDS.items()]
    if filters.first or filters.last:
        label = _days_label(filters.first, filters.last)
        chips.append(chip(label, filters.replace(first=None, last=None).query(), is_on=True))
    if not any(each["count"] or each["is_on"] for each in chips):
        chips = []
    return {"name": "when", "title": _("Quand"), "chips": chips}


def _days_label(first: date | None, last: date | None) -> str:
    language = get_language()
    if first and last:
        return days_in_words(first, last, language)
    if first:
        return _("à partir du %(day)s") % {"day": day_in_words(first, language, with_weekday=False)}
    return _("jusqu’au %(day)s") % {"day": day_in_words(last, language, with_weekday=False)}


def _communes(results: Results) -> list[dict]:
    counts, chosen = results.facets.communes, results.filters.commune
    slugs = sorted(counts, key=lambda slug: (-counts[slug], slug))
    if chosen and chosen not in counts:
        slugs.append(chosen)
    names = dict(Territory.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}
    chips = [_chip(results, "commune", slug, names[slug], counts.get(slug, 0)) for slug in slugs if slug in names]
    near, far = chips[:COMMUNES_IN_SIGHT], chips[COMMUNES_IN_SIGHT:]
    return [
        {"name": "commune", "title": _("Où"), "chips": near},
        {"name": "other-communes", "title": _("Autres communes"), "chips": far, "folded": not any(each["is_on"] for each in far)},
    ]
