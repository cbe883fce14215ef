"""The newsletter by an address alone: asking for it, confirming from the mail, stopping it in one click."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from common.absolute_urls import chosen_language
from common.rate_limits import allows_message
from pro_portal.home.presenters import portal_head
from pro_portal.watch.actions import letter_readers
from pro_portal.watch.forms import LetterByMailForm, LetterThemesForm
from pro_portal.watch.models import WatchLetterReader, WatchTheme
from pro_portal.watch.models.readers import CONFIRMATION_TIME
from pro_portal.watch.signed_links import CONFIRM_SALT, READER_STOP_SALT, reader_key, reader_themes_path


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def letter_by_mail(request):
    """The form. The answer is the same for any address, whether it has the letter, waits, or was never seen."""
    if request.user.is_authenticated:
        return redirect("watch:subscription")
    form = LetterByMailForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_bound:
        if form.is_valid() and allows_message(request, "watch letter"):
            letter_readers.ask_for_letter(form.cleaned_data["email"], get_language())
            return redirect(f"{reverse('watch:letter_by_mail')}?demande=1")
        status = 422
        if form.is_valid():
            status = 429
            form.add_error(None, _("Trop de demandes sont venues d’ici : réessayez dans une heure."))
    title = _("Recevoir la lettre de veille")
    head = portal_head(title, "watch:letter_by_mail", (_("Veille"), reverse("watch:list")), (title, ""))
    context = {"form": form, "has_asked": "demande" in request.GET, "head": head, "crumbs": head.crumbs}
    return render(request, "watch/letter_by_mail.html", context, status=status)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_letter(request, token):
    """Reading the page changes nothing, for mail scanners read every link; its button confirms."""
    reader = WatchLetterReader.objects.filter(pk=reader_key(token, CONFIRM_SALT, CONFIRMATION_TIME)).first()
    if reader is None:
        return _expired(request)
    if request.method == "POST":
        letter_readers.confirm(reader)
        reader.refresh_from_db()
    with translation.override(chosen_language(request, reader.language)):
        context = {"reader": reader, "is_done": bool(reader.confirmed_at), "themes_path": reader_themes_path(reader)}
        return render(request, "watch/confirm_letter.html", context)


def _expired(request):
    with translation.override(chosen_language(request, get_language())):
        return render(request, "watch/confirm_letter.html", {"reader": None, "is_done": False}, status=404)


@csrf_exempt  # the signed address is the proof, and mail programs (RFC 8058) hold no cookie
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_letter(request, token):
    """Stop the letter and forget the address, or choose its themes. Stopped twice, it is done twice: the page says the same."""
    key = reader_key(token, READER_STOP_SALT)
    if key is None:
        raise Http404
    reader = WatchLetterReader.objects.filter(pk=key).first()
    with translation.override(chosen_language(request, reader.language if reader else get_language())):
        if reader and reader.confirmed_at and request.POST.get("action") == "themes":
            return _choose_themes(request, reader)
        if request.method == "POST":
            letter_readers.stop(key)
            reader = None
        return _stop_page(request, reader, _themes_form(reader) if reader and reader.confirmed_at else None)


def _themes_form(reader: WatchLetterReader, typed=None) -> LetterThemesForm:
    return LetterThemesForm(typed, initial={"themes": reader.themes.all() or WatchTheme.objects.all()})


def _choose_themes(request, reader: WatchLetterReader):
    form = _themes_form(reader, request.POST)
    if not form.is_valid():
        return _stop_page(request, reader, form, status=422)
    letter_readers.choose_themes(reader, form.cleaned_data["themes"])
    messages.success(request, _("Vos choix sont enregistrés."))
    return redirect(request.path)


def _stop_page(request, reader: WatchLetterReader | None, form: LetterThemesForm | None, status=200):
    return render(request, "watch/stop_letter.html", {"reader": reader, "form": form}, status=status)
