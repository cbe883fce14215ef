"""The files that somebody may join to what they write, for `components/documents.html`."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from common.access import exists_for
from common.forms.documents import offered_documents


@require_safe
@exists_for(lambda user: user.is_professional)
def choices(request):
    """`?q=` words of the title; without, the latest."""
    words = request.GET.get("q", "")
    return render(
        request, "components/_document_choices.html", {"choices": offered_documents(request.user, words), "words": words}
    )
