"""What machines ask: three questions, since who restarts a process must not be told that the database or a backup is missing."""

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.http import JsonResponse
from django.utils.log import log_response
from django.views.decorators.http import require_safe

from health.models import Line

DATABASE_AWAY = "the database does not answer"


def _answer(status: str) -> JsonResponse:
    response = JsonResponse({"status": status})
    response["Cache-Control"] = "no-store"
    return response


def _unwell(request, status: str, problem: Error | str = "") -> JsonResponse:
    """503; what the database said is for the log alone."""
    response = _answer(status)
    response.status_code = 503
    words = " ".join(str(problem).split())[:200]
    # What is to be mended the page says; the access log has a line for each ask.
    level = "warning" if problem else "debug"
    log_response("Not well: %s %s", status, words, response=response, request=request, level=level)
    return response


@require_safe
@login_not_required
def live(request):
    """200 as long as this process answers: only what does not is to be restarted."""
    return _answer("ok")


@require_safe
@login_not_required
def health(request):
    """200 when the database answers this process, so that visitors may be sent to it; says nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error as problem:
        return _unwell(request, DATABASE_AWAY, problem)
    return _answer("ok")


@require_safe
@login_not_required
def whole(request):
    """For who watches from elsewhere: 503 as soon as administrators are told of something, even where no mail can leave. What it
    is, they read on their page."""
    try:
        is_sound = not Line.objects.told() and not Line.clock_stands_still()
    except Error as problem:
        return _unwell(request, DATABASE_AWAY, problem)
    return _answer("ok") if is_sound else _unwell(request, "something is to be mended")
