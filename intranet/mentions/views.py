"""Whom a text may name: the list under the text, and the same as a page for who writes without scripts."""

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.permissions import professionals_only
from common.access import can_see
from common.text import row_key
from intranet.mentions.limits import MOST_SUGGESTIONS
from intranet.mentions.querysets import suggestions
from intranet.mentions.registry import subjects_called

MOST_LETTERS = 60
MOST_ON_PAGE = 60


@require_safe
@professionals_only
def suggest(request):
    """`?q=gar` the letters after the @; `?sur=articles.article:12` the thing in which it is written: who may not see it is left
    out. Answers `{"suggestions": [{"handle", "name", "note", "is_group"}]}`."""
    rows = suggestions(_letters(request), request.user, MOST_SUGGESTIONS, _keys_of_thing(request))
    response = JsonResponse({"suggestions": [vars(row) for row in rows]})
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
@professionals_only
def who(request):
    """« Qui citer ? »: names with what to type for each."""
    rows = suggestions(_letters(request), request.user, MOST_ON_PAGE + 1)
    context = {"rows": rows[:MOST_ON_PAGE], "has_more": len(rows) > MOST_ON_PAGE, "letters": _letters(request)}
    return render(request, "mentions/who.html", context)


def _letters(request) -> str:
    return request.GET.get("q", "")[:MOST_LETTERS].strip()


def _keys_of_thing(request) -> frozenset[str] | None:
    """The keys of the thing named in the address; None without one. 404 where the author may not see it."""
    label, _colon, number = request.GET.get("sur", "").partition(":")
    if not label:
        return None
    rows, pk = subjects_called(label), row_key(number)
    thing = rows.filter(pk=pk).first() if rows is not None and pk else None
    if thing is None or not can_see(request.user, thing):
        raise Http404
    return getattr(thing, "keys_once_published", thing.audience_keys)()
