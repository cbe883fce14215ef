"""What was written when the session ended, found again after signing in."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from common.interrupted_forms import forget_form, inputs_of, kept_forms, words_of


@require_http_methods(["GET", "HEAD", "POST"])
def resume_form(request):
    """Each form that waits for this person, with the button that sends it. A POST throws the one of `key` away."""
    if request.method == "POST":
        forget_form(request, request.POST.get("key", ""))
        return redirect("common:resume_form")
    return kept_page(request)


def kept_page(request, status: int = 200):
    forms = [
        {"key": key, "address": form["address"], "files": form["files"], "words": words_of(form), "inputs": inputs_of(form)}
        for key, form in kept_forms(request).items()
    ]
    if not forms:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "common/resume_form.html", {"forms": forms}, status=status)
