"""The directory, each person's page, and the profile that one writes oneself."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.filters import PeopleFilters
from accounts.models import Profile
from accounts.permissions import members_only, professionals_only
from accounts.presenters import Directory, person_card
from accounts.serializers import contact
from common.imaging.uploads import PictureRefused
from common.panels import profile_panels
from intranet.people.actions import keep_portrait, remove_portrait
from intranet.people.forms import ProfileForm
from intranet.people.presenters import profile_steps, sections_of, steps_of_first_day


@require_safe
@members_only
def directory(request):
    """`/intranet/personnes/`: the members of the network, office by office."""
    profiles = Profile.objects.of_members().at_work()
    people = Directory(profiles, PeopleFilters.from_query(request.GET), reverse("people:list"), first="office")
    return render(request, "people/directory.html", people.context | {"everybody": len(people.lines)})


@require_safe
@professionals_only
def person(request, handle: str):
    """Whom a member looks up; a provider, themselves. One who follows a link of the search is led to their contacts."""
    if not request.user.is_member and Profile.objects.for_professionals().filter(handle=handle).exists():
        return redirect(f"{reverse('portal_home:contacts')}?personne={handle}#{handle}")
    profile = _known_profile(request.user, handle)
    context = {
        "card": person_card(profile),
        "profile": profile,
        "person": profile.person,
        "is_me": profile.person_id == request.user.pk,
        "panels": profile_panels.shown(request, profile.person),
    }
    return render(request, "people/person.html", context)


def _known_profile(user, handle: str) -> Profile:
    profiles = Profile.objects.known_to(user).with_person().prefetch_related("themes")
    return get_object_or_404(profiles, handle=handle)


@require_safe
@members_only
def contact_card(request, handle: str):
    profile = _known_profile(request.user, handle)
    if profile.has_left:
        raise Http404
    return HttpResponse(contact(profile), content_type="text/vcard; charset=utf-8")


@require_http_methods(["GET", "POST"])
@professionals_only
def my_profile(request):
    """`/intranet/personnes/mon-profil/`; with `?bienvenue` on a member's first day, after which the first steps go on."""
    profile = _own_profile(request.user)
    if request.method != "POST":
        return _render_profile(request, profile, ProfileForm(instance=profile))
    form = ProfileForm(request.POST, request.FILES, instance=profile)
    is_valid, problem = form.is_valid(), None
    # The portrait is kept whatever else is to be put right: a browser does not send a file twice.
    stored = _own_profile(request.user)
    if "remove_portrait" in request.POST:
        remove_portrait(stored)
    elif upload := request.FILES.get("portrait_file"):
        problem = _take_portrait(form, stored, upload)
    profile.portrait, profile.portrait_small = stored.portrait, stored.portrait_small
    form.stored_change = stored.changed_at.isoformat()
    if problem or not is_valid or "remove_portrait" in request.POST:
        if problem:
            form.add_error("portrait_file", problem)
        status = 422 if form.errors else 200
        return _render_profile(request, _own_profile(request.user), form, status)
    form.save()
    if _is_first_day(request):
        return redirect("people:first_steps")
    messages.success(request, _("Votre profil est enregistré."))
    return redirect(profile)


def _is_first_day(request) -> bool:
    return "bienvenue" in request.GET and request.user.is_member


def _own_profile(user) -> Profile:
    return Profile.objects.with_person().prefetch_related("themes").get(person=user)


def _take_portrait(form: ProfileForm, profile: Profile, upload):
    """None, or why this file is no portrait."""
    try:
        keep_portrait(profile, upload, form.square, form.cleaned_data.get("portrait_kept") or "middle")
    except PictureRefused as refused:
        return refused.message


def _render_profile(request, profile: Profile, form: ProfileForm, status: int = 200):
    context = {
        "form": form,
        "profile": profile,  # as stored, whatever a refused form holds
        "sections": sections_of(form),
        "is_welcome": _is_first_day(request),
        "steps": profile_steps(form, profile),
    }
    return render(request, "people/my_profile.html", context, status=status)


@require_safe
@members_only
def first_steps(request):
    """What a newcomer does on the first day, and what of it is done."""
    return render(request, "people/first_steps.html", {"steps": steps_of_first_day(_own_profile(request.user))})
