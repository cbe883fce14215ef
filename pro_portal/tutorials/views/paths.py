"""Paths and their certificates."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from common.views.media import NOT_STORED
from pro_portal.home.presenters import portal_crumbs
from pro_portal.tutorials.actions.certificates import count_certificate
from pro_portal.tutorials.actions.progress import MOST_TUTORIALS
from pro_portal.tutorials.forms import CertificateForm
from pro_portal.tutorials.models import TutorialPath
from pro_portal.tutorials.presenters.certificates import certificate_for, certificate_pdf, read_code
from pro_portal.tutorials.presenters.paths import missing_for, path_context, tutorials_of
from pro_portal.tutorials.presenters.quiz import quiz_of


def path_or_404(request, slug: str) -> TutorialPath:
    paths = TutorialPath.objects.published().visible_to(request.user).prefetch_related("words", "items").select_related("picture")
    path = get_object_or_404(paths, slug=slug)
    if path.words_in() is None:
        raise Http404
    return path


@require_safe
@login_not_required
def path_page(request, slug):
    path = path_or_404(request, slug)
    return render(request, "tutorials/path.html", path_context(path, request))


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def path_certificate(request, slug):
    """Ask a visitor's name and the questions of the authors, then give the certificate. What a visitor finished is known to
    their browser, which sends it."""
    path = path_or_404(request, slug)
    slugs_in_browser = set(request.POST.getlist("fait")[:MOST_TUTORIALS])
    tutorials, missing = tutorials_of(path, request.user), missing_for(path, request, slugs_in_browser)
    person = request.user if request.user.is_authenticated else None
    quiz = quiz_of(tutorials)
    form = CertificateForm(request.POST if request.method == "POST" else None, quiz=quiz, is_named=person is None)
    if request.method == "POST" and tutorials and not missing and form.is_valid():
        name = str(person) if person else form.cleaned_data["name"]
        organisation = str(person.organisation or "") if person else form.cleaned_data["organisation"]
        certificate = certificate_for(path, name, organisation, answers=len(quiz))
        titles = [tutorial.title for tutorial in tutorials]
        content = certificate_pdf(certificate, path, titles)
        if person is None:
            count_certificate(path)
        headers = {"Content-Disposition": f'attachment; filename="certificat-{path.slug}.pdf"', **NOT_STORED}
        return HttpResponse(content, content_type="application/pdf", headers=headers)
    context = {
        "path": path,
        "words": (words := path.words_in()),
        "crumbs": portal_crumbs(
            (_("Tutoriels"), reverse("tutorials:list")),
            (words.title, path.get_absolute_url(), words.language),
            (_("Mon certificat"), ""),
        ),
        "form": form,
        "missing": missing,
        "was_sent": request.method == "POST",
    }
    return render(request, "tutorials/path_certificate.html", context, status=422 if request.method == "POST" else 200)


@require_safe
@login_not_required
def certificate(request, code):
    """The content of a certificate's code, to verify it; 404 for one we did not sign."""
    signed_certificate = read_code(code)
    return render(
        request, "tutorials/certificate.html", {"certificate": signed_certificate}, status=200 if signed_certificate else 404
    )
