"""The readers’ pages: the list, a tutorial, its PDF, progress, opinion. Who may see a tutorial reads it, account or not."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from common.page_head import chosen_labels, head_of_list
from common.rate_limits import allows_message
from common.views.media import NOT_STORED
from pro_portal.tutorials.actions.progress import (
    COOKIE,
    clean_steps,
    merge_progress,
    parse_progress,
    progress_by_slug,
    progress_in,
    store_steps,
    write_cookie,
)
from pro_portal.tutorials.actions.questions import may_answer
from pro_portal.tutorials.actions.review_reminders import is_due, mark_checked, may_check
from pro_portal.tutorials.filters import TutorialFilters
from pro_portal.tutorials.forms import OpinionForm
from pro_portal.tutorials.models import Opinion, Tutorial
from pro_portal.tutorials.models.readers import OPINIONS_COOKIE, opinion_mark
from pro_portal.tutorials.presenters.listing import Library, paths_for
from pro_portal.tutorials.presenters.pdf import tutorial_pdf
from pro_portal.tutorials.presenters.tutorial_page import tutorial_context, video_origins, words_for

OPINIONS_PER_HOUR = 30
MAX_PROGRESS = 20_000  # characters
MAX_RATED = 200


def tutorial_or_404(request, slug: str) -> Tutorial:
    """Published, visible to the reader, with words to show."""
    tutorials = Tutorial.objects.published().visible_to(request.user).with_words().select_related("picture")
    tutorial = get_object_or_404(tutorials, slug=slug)
    if words_for(tutorial) is None:
        raise Http404
    return tutorial


def new_tutorial_url() -> str:
    return reverse(Tutorial.snippet_viewset.get_url_name("add"))


@require_safe
@login_not_required
def tutorial_list(request):
    library = Library(request.user, TutorialFilters.from_query(request.GET))
    progress = progress_by_slug(request)
    cards = library.cards()
    for card in cards:
        card["standing"] = progress.get(card["slug"])
    facets = library.facets()
    head = head_of_list(
        _("Tutoriels"),
        partial(reverse, "tutorials:list"),
        library.filters,
        description=_(
            "Une chose à la fois, en une demi-heure, à votre rythme. Sans compte, votre progression reste dans ce navigateur."
        ),
        choices=chosen_labels(*(facet["chips"] for facet in facets)),
        is_empty=not library.matches,
    )
    context = {
        "new_url": new_tutorial_url() if request.user.has_perm("tutorials.add_tutorial") else "",
        "follow_up_url": reverse("tutorials:follow_up") if may_answer(request.user) else "",
        "head": head,
        "facets": facets,
        "sheet": library.filters.sheet(reverse("tutorials:list"), facets),
        "page": library.page,
        "cards": cards,
        "total": len(library.matches),
        "is_filtered": library.filters.narrows,
        "paths": paths_for(request.user) if not library.filters.narrows and library.page.number == 1 else [],
    }
    return render(request, "tutorials/list.html", context)


@require_safe
@login_not_required
def tutorial_page(request, slug):
    tutorial = tutorial_or_404(request, slug)
    context = tutorial_context(tutorial, request.user, progress_in(request, tutorial), request.GET.get("langue", ""))
    context |= {
        "opinion_form": OpinionForm(),
        "has_opinion": has_opinion(request, tutorial),
        "may_check": may_check(request.user, tutorial),
        "is_due": is_due(tutorial),
    }
    if request.GET.get("langue"):
        context["head"].is_indexed = False  # the same words stand at the address of their language
    response = render(request, "tutorials/tutorial.html", context)
    if origins := video_origins(context["steps"]):
        response._csp_update = {"frame-src": origins}
    return response


@require_safe
@login_not_required
def pdf(request, slug):
    tutorial = tutorial_or_404(request, slug)
    context = tutorial_context(tutorial, request.user, progress_in(request, tutorial), request.GET.get("langue", ""))
    headers = {"Content-Disposition": f'inline; filename="{tutorial.slug}.pdf"', **NOT_STORED}
    return HttpResponse(tutorial_pdf(context), content_type="application/pdf", headers=headers)


@require_POST
@login_not_required
def save_progress(request, slug):
    """Store the steps ticked: with the account, or in a cookie where a visitor's browser has no JavaScript."""
    tutorial = tutorial_or_404(request, slug)
    all_steps = range(1, tutorial.step_count + 1)
    steps = frozenset(all_steps) if "tout" in request.POST else clean_steps(request.POST.getlist("fait")) & set(all_steps)
    if request.user.is_authenticated:
        store_steps(request.user, tutorial, steps)
    if request.htmx or request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    response = redirect(f"{tutorial.get_absolute_url()}#suite")
    if not request.user.is_authenticated:
        write_cookie(request, response, tutorial, steps)
    return response


@require_POST
def join_progress(request):
    """Merge into the account the progress that the browser stored before its reader signed in."""
    text = request.POST.get("progression", "")
    if len(text) <= MAX_PROGRESS:
        merge_progress(request.user, parse_progress(text))
    response = HttpResponse(status=204)
    response.delete_cookie(COOKIE)
    return response


@require_POST
@login_not_required
def opinion(request, slug):
    """Useful or not, and why: once for each reader."""
    tutorial = tutorial_or_404(request, slug)
    form = OpinionForm(request.POST)
    response = redirect(f"{tutorial.get_absolute_url()}#avis")
    if not form.is_valid():
        messages.error(request, _("Dites d’abord si le tutoriel vous a été utile, puis pourquoi, en 1000 caractères au plus."))
    elif has_opinion(request, tutorial) and not request.user.is_authenticated:
        messages.info(request, _("Vous avez déjà donné votre avis sur ce tutoriel. Merci."))
    elif not allows_message(request, "tutorials:opinion", OPINIONS_PER_HOUR):
        messages.error(request, _("Beaucoup d’avis viennent de cette connexion. Réessayez dans une heure."))
    else:
        Opinion.objects.update_or_create(
            tutorial=tutorial, mark=opinion_mark(request.user), defaults={**form.cleaned_data, "language": get_language()}
        )
        if not request.user.is_authenticated:
            rated = [*rated_tutorials(request), tutorial.pk][-MAX_RATED:]
            value = signing.dumps(rated, salt=OPINIONS_COOKIE)
            response.set_cookie(
                OPINIONS_COOKIE,
                value,
                max_age=365 * 24 * 3600,
                path="/",
                httponly=True,
                samesite="Lax",
                secure=request.is_secure(),
            )
        messages.success(request, _("Merci, votre avis est noté."))
    return response


def rated_tutorials(request) -> list[int]:
    try:
        rated = signing.loads(request.COOKIES.get(OPINIONS_COOKIE, ""), salt=OPINIONS_COOKIE)
    except signing.BadSignature:
        return []
    return rated if isinstance(rated, list) else []


def has_opinion(request, tutorial: Tutorial) -> bool:
    if request.user.is_authenticated:
        return Opinion.objects.filter(tutorial=tutorial, mark=opinion_mark(request.user)).exists()
    return tutorial.pk in rated_tutorials(request)


@require_POST
def mark_as_checked(request, slug):
    """The tutorial was read again and is still right."""
    tutorial = tutorial_or_404(request, slug)
    if not may_check(request.user, tutorial):
        raise Http404
    mark_checked(tutorial)
    messages.success(request, _("Noté : relu aujourd’hui."))
    return redirect(tutorial)
