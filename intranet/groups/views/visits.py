"""The door of every page of one group."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.models import WorkGroup
from intranet.groups.permissions import Right
from intranet.groups.presenters import Visit, with_number


def with_visit(needs: Right = Right.NAME):
    """The view receives a `Visit` in place of the slug. A group that the reader may not know of, and a page that asks for a right
    that they have not, are not found."""

    def decorator(view):
        @wraps(view)
        def guarded(request, slug: str, **arguments):
            group = get_object_or_404(with_number(WorkGroup.objects.known_to(request.user)), slug=slug)
            visit = Visit.of(group, request.user)
            if needs not in visit.rights:
                raise Http404
            return view(request, visit, **arguments)

        return guarded

    return decorator
