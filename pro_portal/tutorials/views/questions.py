"""Questions: the readers' form, and the animators' page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from common.rate_limits import allows_message
from pro_portal.home.presenters import portal_crumbs
from pro_portal.tutorials.actions.questions import QUESTIONS_PER_HOUR, AlreadyAnswered, answer_question, ask_question, may_answer
from pro_portal.tutorials.forms import AnswerForm, QuestionForm
from pro_portal.tutorials.models import Opinion, Question, Tutorial
from pro_portal.tutorials.presenters.related_questions import related_questions
from pro_portal.tutorials.presenters.tutorial_page import words_for
from pro_portal.tutorials.views.tutorials import tutorial_or_404

PER_PAGE = 25
LISTS = {"repondues": "answered", "avis": "opinions"}  # as the address writes them


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def ask_page(request, slug):
    tutorial = tutorial_or_404(request, slug)
    words = words_for(tutorial)
    titles = [block.value["title"] for block in words.steps]
    related, facts = [], {"steps": titles, "user": request.user, "related_url": reverse("tutorials:related", args=[slug])}
    if request.method == "POST":
        form = QuestionForm(request.POST, **facts)
        if form.is_valid() and "vu" not in request.POST:  # without JavaScript: what they would have read while typing
            related = related_questions(form.cleaned_data["text"], request.user, tutorial)
        if form.is_valid() and not related:
            if allows_message(request, "tutorials:question", QUESTIONS_PER_HOUR):
                if not form.is_from_robot:
                    ask_question(tutorial, request.user, form.cleaned_data)
                return redirect(f"{request.path}?envoye=1")
            form.add_error(None, _("Vous avez envoyé beaucoup de questions. Réessayez dans une heure, ou appelez-nous."))
    else:
        step = request.GET.get("etape", "")
        form = QuestionForm(**facts, initial={"step": step if step.isascii() and step.isdigit() else ""})
    context = {
        "tutorial": tutorial,
        "words": words,
        "form": form,
        "related": related,
        "is_sent": request.method == "GET" and "envoye" in request.GET,
        "crumbs": portal_crumbs(
            (_("Tutoriels"), reverse("tutorials:list")),
            (words.title, tutorial.get_absolute_url(), words.language),
            (_("Poser une question"), ""),
        ),
    }
    return render(request, "tutorials/ask.html", context, status=422 if form.errors else 200)


@require_safe
@login_not_required
def related_page(request, slug):
    """While a question is typed: the ones near it that have their answer."""
    tutorial = tutorial_or_404(request, slug)
    related = related_questions(request.GET.get("text", ""), request.user, tutorial)
    return render(request, "tutorials/_related.html", {"related": related})


@require_safe
def question_list(request):
    """What waits for an answer, oldest first; what was answered, so that it can be shown or hidden; what readers found useful."""
    if not may_answer(request.user):
        raise Http404
    list_name = LISTS.get(request.GET.get("liste", ""), "waiting")
    url, count = reverse("tutorials:questions"), Question.objects.waiting().count()
    opinions = Opinion.objects.exclude(why="").select_related("tutorial").prefetch_related("tutorial__words")
    rows = opinions if list_name == "opinions" else questions_in(list_name)
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "shown": list_name,
        "totals": opinion_totals() if list_name == "opinions" else [],
        "tabs": [
            {"title": _("À répondre"), "url": url, "count": count, "is_current": list_name == "waiting"},
            {"title": _("Répondues"), "url": f"{url}?liste=repondues", "count": None, "is_current": list_name == "answered"},
            {"title": _("Avis"), "url": f"{url}?liste=avis", "count": None, "is_current": list_name == "opinions"},
        ],
    }
    return render(request, "tutorials/questions.html", context)


def questions_in(list_name: str):
    questions = Question.objects.select_related("tutorial", "asker").prefetch_related("tutorial__words")
    return questions.waiting() if list_name == "waiting" else questions.exclude(answered_at=None).order_by("-answered_at")


def opinion_totals() -> list[dict]:
    """For each tutorial with opinions, the least useful first."""
    tutorials = Tutorial.objects.with_words().annotate(
        yes=Count("opinions", filter=Q(opinions__useful=True)), no=Count("opinions", filter=Q(opinions__useful=False))
    )
    rated = tutorials.filter(Q(yes__gt=0) | Q(no__gt=0)).order_by("-no", "pk")
    return [
        {
            "title": tutorial.title,
            "lang": tutorial.title_language,
            "url": tutorial.get_absolute_url(),
            "yes": tutorial.yes,
            "no": tutorial.no,
        }
        for tutorial in rated
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def question_page(request, pk):
    """For who answers, a form; for who asked, the answer."""
    question = get_object_or_404(Question.objects.select_related("tutorial", "asker", "answered_by"), pk=pk)
    is_answerer = may_answer(request.user, question)
    if not is_answerer and question.asker_id != request.user.pk:
        raise Http404
    if not is_answerer:
        if request.method == "POST":
            raise Http404
        return render(request, "tutorials/question.html", {"question": question, "form": None})
    initial = {"text": question.answer, "is_shown": question.is_shown, "shown_text": question.shown_text or question.text}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            answer_question(question, request.user, **form.cleaned_data)
        except AlreadyAnswered:
            messages.warning(request, _("Quelqu’un vient de répondre à cette question : relisez sa réponse."))
            return redirect(question)
        messages.success(request, _("La réponse est enregistrée et part vers la personne."))
        return redirect("tutorials:questions" if may_answer(request.user) else question.tutorial)
    return render(request, "tutorials/question.html", {"question": question, "form": form}, status=422 if form.errors else 200)
