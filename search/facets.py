"""The filters beside the results, as chips that say how many each would give."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Territory
from common.filters import chip
from destination.agenda.presenters.chips import SHORTCUT_WORDS
from destination.agenda.schedule.sentences import day_in_words, days_in_words
from search.results import Results
from search.sources import SOURCES

# More communes than that are folded away.
COMMUNES_IN_SIGHT = 8


def facet_groups(answer: Results) -> list[dict]:
    """Groups of chips (name, title, chips, folded) for `components/chips.html`."""
    groups = [_kinds(answer), _whens(answer), *_communes(answer)]
    return [group for group in groups if group["chips"]]


def _chip(answer: Results, name: str, value: str, label, count: int | None) -> dict:
    is_on = getattr(answer.query, name) == value
    changes = {name: "" if is_on else value}
    if name == "when":
        changes |= {"first": None, "last": None}
    return chip(label, answer.query.changed(**changes).address(), count, is_on)


def _kinds(answer: Results) -> dict:
    counts = answer.found.facets.kinds
    chips = [_chip(answer, "kind", source.code, source.label, counts.get(source.code, 0)) for source in SOURCES]
    return {"name": "kind", "title": _("Quoi"), "chips": [each for each in chips if each["count"] or each["is_on"]]}


def _whens(answer: Results) -> dict:
    query, counts = answer.query, answer.found.facets.whens
    chips = [_chip(answer, "when", word, label, counts.get(word, 0)) for word, label in SHORTCUT_WORDS.items()]
    if query.first or query.last:
        label = _days_label(query.first, query.last)
        chips.append(chip(label, query.changed(first=None, last=None).address(), is_on=True))
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


def _communes(answer: Results) -> list[dict]:
    counts, chosen = answer.found.facets.communes, answer.query.commune
    slugs = sorted(counts, key=lambda slug: (-counts[slug], slug))
    if chosen and chosen not in counts:
        slugs.append(chosen)
    names = dict(Territory.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}
    chips = [_chip(answer, "commune", slug, names[slug], counts.get(slug, 0)) for slug in slugs if slug in names]
    near, far = chips[:COMMUNES_IN_SIGHT], chips[COMMUNES_IN_SIGHT:]
    return [
        {"name": "commune", "title": _("Où"), "chips": near},
        {"name": "other-communes", "title": _("Autres communes"), "chips": far, "folded": not any(each["is_on"] for each in far)},
    ]
