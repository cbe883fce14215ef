"""Who finished, and where the others stop: the animators' page."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.views.media import NOT_STORED
from pro_portal.home.presenters import portal_crumbs
from pro_portal.tutorials.actions.questions import may_answer
from pro_portal.tutorials.models import Tutorial
from pro_portal.tutorials.presenters.follow_up import follow_up, people_of, person_line
from pro_portal.tutorials.serializers import follow_up_csv

PER_PAGE = 50


@require_safe
def follow_up_page(request):
    if not may_answer(request.user):
        raise Http404
    tutorials, paths = follow_up(request.user)
    context = {
        "tutorials": tutorials,
        "paths": paths,
        "crumbs": portal_crumbs((_("Tutoriels"), reverse("tutorials:list")), (_("Qui en est où"), "")),
    }
    return render(request, "tutorials/follow_up.html", context)


@require_safe
def follow_up_file(request):
    if not may_answer(request.user):
        raise Http404
    headers = {"Content-Disposition": 'attachment; filename="tutoriels-suivi.csv"', **NOT_STORED}
    return HttpResponse(follow_up_csv(*follow_up(request.user)), content_type="text/csv; charset=utf-8", headers=headers)


@require_safe
def readers_page(request, slug):
    """The people with an account who began a tutorial."""
    if not may_answer(request.user):
        raise Http404
    tutorials = Tutorial.objects.published().visible_to(request.user).with_words()
    tutorial = get_object_or_404(tutorials, slug=slug)
    page = Paginator(people_of(tutorial), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "tutorial": tutorial,
        "page": page,
        "people": [person_line(progress) for progress in page],
        "crumbs": portal_crumbs(
            (_("Tutoriels"), reverse("tutorials:list")),
            (_("Qui en est où"), reverse("tutorials:follow_up")),
            (tutorial.title, "", tutorial.title_language),
        ),
    }
    return render(request, "tutorials/readers.html", context)
