"""The steps after the setup page, each of its own and free to be left out; the checklist leads to them later."""

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.files.storage import storages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.models import Organisation, Territory
from accounts.views.team import administrators_only
from common.forms.dropped_files import FILES_AWAY
from common.mail import mail_folder
from common.rate_limits import seconds_to_wait, waiting_time
from common.storages import StorageAway
from destination.pages.models import DestinationSettings
from destination.pages.presenters.site_layout import DEFAULT_ACCENT
from installation.actions.communes import forget_outlines, keep_outlines, store_communes
from installation.actions.look import give_look
from installation.actions.mail import send_test_mail
from installation.actions.offices import make_office
from installation.forms import CommunesForm, LookForm, MailForm, OfficeForm, TerritoryForm
from installation.importers.geojson import OutlinesRefused
from installation.importers.outlines import Survey, communes_by_name, communes_of, survey
from installation.limits import FILE_LIFETIME, TEST_MAILS_AN_HOUR
from installation.presenters.outlines import department_names, left_out_in_words
from installation.presenters.steps import next_step, steps_of

SALT = "installation.outlines"


def shown(request, step: str, template: str, context: dict):
    """A step's page, with the steps beside it."""
    return render(request, template, context | {"steps": steps_of(step, request.user), "next_url": next_step(step)})


@require_http_methods(["GET", "POST"])
@administrators_only
def look(request):
    """`/installation/aspect/`: languages, colour, logo."""
    destination = DestinationSettings.objects.filter(site__is_default_site=True).select_related("logo").first()
    accent = (destination and destination.accent) or DEFAULT_ACCENT
    languages = (destination and destination.languages) or [code for code, _name in LookForm.base_fields["languages"].choices]
    form = LookForm(request.POST or None, request.FILES or None, initial={"accent": accent, "languages": languages})
    if request.method == "POST" and form.is_valid():
        try:
            give_look(person=request.user, **form.cleaned_data)
        except StorageAway:
            form.add_error("logo", FILES_AWAY)
        else:
            messages.success(request, _("L’aspect du site est enregistré."))
            return redirect(next_step("look"))
    return shown(request, "look", "installation/look.html", {"form": form, "logo": destination and destination.logo})


@require_http_methods(["GET", "POST"])
@administrators_only
def communes(request):
    """`/installation/communes/`: a file of outlines, from which the next page chooses, or names."""
    form = CommunesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if file := form.cleaned_data["file"]:
            file.seek(0)
            try:
                name = keep_outlines(file)
            except StorageAway:
                form.add_error("file", FILES_AWAY)
            else:
                return _choose(request, name, form.survey)
        else:
            return _stored(request, communes_by_name(form.cleaned_data["names"]))
    return shown(request, "communes", "installation/communes.html", {"form": form, "territories": Territory.objects.count()})


@require_http_methods(["POST"])
@administrators_only
def choose_communes(request):
    """`/installation/communes/choix/`: the communes of the file that was dropped a moment ago."""
    try:
        name = signing.loads(request.POST.get("file", ""), salt=SALT, max_age=FILE_LIFETIME)
        file = storages["private"].open(name)
    except (signing.BadSignature, OSError, ValueError):
        messages.warning(request, _("Ce fichier n’est plus là : déposez-le de nouveau."))
        return redirect("installation:communes")
    with file:
        form, problems = TerritoryForm(request.POST), {}
        if form.is_valid():
            try:
                chosen, missing = communes_of(file, form.cleaned_data["territory"], form.cleaned_data["only"])
            except OutlinesRefused as refused:
                problems["territory"] = refused.message
            else:
                if chosen and not missing:
                    forget_outlines(name)
                    return _stored(request, chosen)
                if missing:  # else the territory is none of the file's, as the form then says
                    sentence = _("Introuvables dans ce territoire du fichier : %(names)s.")
                    problems["only"] = sentence % {"names": ", ".join(missing[:20])}
        # Only now: looking a file of the whole country through takes seconds.
        return _choose(request, name, survey(file), request.POST, problems)


def _choose(request, name: str, found: Survey, typed=None, problems: dict | None = None):
    form = TerritoryForm(typed, survey=found, department_names=department_names())
    for field, sentence in (problems or {}).items():
        form.add_error(field, sentence)
    context = {"form": form, "file": signing.dumps(name, salt=SALT), "found": found, "left_out": left_out_in_words(found)}
    return shown(request, "communes", "installation/choose_communes.html", context)


def _stored(request, chosen: list):
    number = len(store_communes(chosen))
    sentence = ngettext("%(number)s commune est enregistrée.", "%(number)s communes sont enregistrées.", number)
    messages.success(request, sentence % {"number": number})
    return redirect(next_step("communes"))


@require_http_methods(["GET", "POST"])
@administrators_only
def office(request):
    """`/installation/office/`: the first organisation."""
    form = OfficeForm(request.POST or None, has_communes=Territory.objects.exists())
    if request.method == "POST" and form.is_valid():
        make_office(form.save(commit=False), request.user, form.cleaned_data.get("covers_all", False))
        messages.success(request, _("« %(office)s » est enregistré.") % {"office": form.instance})
        return redirect(next_step("office"))
    offices = Organisation.objects.filter(kind__in=Organisation.OF_MEMBERS)
    return shown(request, "office", "installation/office.html", {"form": form, "offices": offices})


@never_cache
@require_http_methods(["GET", "POST"])
@administrators_only
@sensitive_post_parameters("password")
def mail(request):
    """`/installation/courriel/`: how mail leaves, and a test mail whose answer is shown."""
    form = MailForm(request.POST or None, initial={"to": request.user.email})
    answer = None
    if request.method == "POST" and form.is_valid():
        if seconds := seconds_to_wait("installation test mail", str(request.user.pk), TEST_MAILS_AN_HOUR):
            form.add_error(None, _("Trop d’essais : recommencez dans %(wait)s.") % {"wait": waiting_time(seconds)})
        else:
            answer = send_test_mail(form.cleaned_data["to"], form.server)
    context = {
        "form": form,
        "answer": answer,
        "server": form.server if answer else None,
        "folder": mail_folder(),
        "host": settings.EMAIL_HOST,
        "port": settings.EMAIL_PORT,
        "sender": settings.DEFAULT_FROM_EMAIL,
        "variables_file": getattr(settings, "VARIABLES_FILE", None) or _(".env (escale.env sans Docker)"),
    }
    return shown(request, "mail", "installation/mail.html", context)
