"""The team: who has an account, who is invited. For administrators."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.actions import (
    LAST_ADMINISTRATOR,
    InvitationClosed,
    LastAdministrator,
    NotAColleague,
    deactivate,
    hand_over,
    invite,
    reactivate,
    send_invitation,
    set_roles,
    withdraw_invitation,
)
from accounts.forms.handover import HandoverForm
from accounts.forms.people import InvitationForm, PersonForm
from accounts.models import Invitation, Organisation, User
from accounts.permissions import ROLE_NAMES, ROLES, administrators_only
from common.mail import mail_folder
from common.outbox import OutgoingMail

PEOPLE_PER_PAGE = 40


@require_safe
@administrators_only
def people(request):
    """`/intranet/equipe/`: people, found by name, organisation or role, and the invitations still open."""
    users = User.objects.select_related("organisation", "profile").prefetch_related("groups")
    users = users.order_by("-is_active", "last_name", "first_name", "pk")
    words = request.GET.get("q", "").strip()[:100]
    for word in words.split():
        users = users.filter(
            Q(first_name__icontains=word)
            | Q(last_name__icontains=word)
            | Q(email__icontains=word)
            | Q(organisation__name__icontains=word)
        )
    if (role := request.GET.get("role")) in ROLES:
        users = users.filter(groups__name=role)
    return render(
        request,
        "accounts/team.html",
        {
            "page": Paginator(users, PEOPLE_PER_PAGE).get_page(request.GET.get("page")),
            "words": words,
            "role": role,
            "role_choices": ROLE_NAMES.items(),
            # Written to files, the link of an invitation reaches nobody by itself.
            "mail_stays_here": bool(mail_folder()),
            "base_url": settings.BASE_URL,
            "invitations": _with_mails(Invitation.objects.open().select_related("organisation", "invited_by")),
        },
    )


def _with_mails(invitations) -> list[Invitation]:
    """Each with the mail of its link, None once that is forgotten."""
    invitations = list(invitations)
    mails = OutgoingMail.objects.filter(key__in=[invitation.mail_key for invitation in invitations])
    mails = {mail.key: mail for mail in mails.defer("text", "html")}
    for invitation in invitations:
        invitation.mail = mails.get(invitation.mail_key)
    return invitations


@require_http_methods(["GET", "POST"])
@administrators_only
def invite_someone(request):
    """`/intranet/equipe/inviter/`."""
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invitation = invite(**form.cleaned_data, invited_by=request.user)
        except InvitationClosed:
            form.add_error("email", _("Une personne a déjà un compte avec cette adresse."))
        else:
            sentence = _("L’invitation part à %(email)s. Le lien est valable sept jours.")
            messages.success(request, sentence % {"email": invitation.email})
            return redirect("team:list")
    context = {"form": form, "has_organisations": Organisation.objects.exists()}
    return render(request, "accounts/invite.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@administrators_only
def person(request, pk):
    """One person: address, names, organisation and roles."""
    account = get_object_or_404(User.objects.select_related("organisation"), pk=pk)
    form = PersonForm(request.POST or None, instance=account)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                form.save()
                set_roles(account, form.cleaned_data["roles"])
        except LastAdministrator:
            form.add_error("roles", str(LAST_ADMINISTRATOR))
        else:
            messages.success(request, _("Le compte de %(person)s est enregistré.") % {"person": account})
            return redirect("team:list")
    stored = User.objects.get(pk=pk)  # as stored, whatever a refused form holds
    context = {"form": form, "person": stored, "is_me": stored == request.user}
    return render(request, "accounts/person.html", context, status=422 if form.is_bound else 200)


@require_POST
@administrators_only
def close_account(request, pk):
    account = get_object_or_404(User, pk=pk)
    try:
        deactivate(account)
    except LastAdministrator:
        messages.error(request, str(LAST_ADMINISTRATOR))
    else:
        sentence = _("Le compte de %(person)s est fermé. Vous pouvez le rouvrir à tout moment.")
        messages.success(request, sentence % {"person": account})
        if HandoverForm(person=account).has_something:
            return redirect("team:hand_over", pk=pk)
    return redirect("team:list")


@require_http_methods(["GET", "POST"])
@administrators_only
def hand_over_to_colleague(request, pk):
    """What somebody looked after passes to a colleague; what they wrote stays under their name."""
    account = get_object_or_404(User.objects.select_related("organisation"), pk=pk)
    form = HandoverForm(request.POST or None, person=account)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                numbers = hand_over(account, form.cleaned_data["colleague"], form.cleaned_data["codes"])
            except NotAColleague:  # the account was closed a moment ago
                form.add_error("colleague", form.fields["colleague"].error_messages["invalid_choice"])
            else:
                sentence = _("%(colleague)s s’occupe maintenant de ce dont s’occupait %(person)s (en tout : %(number)d).")
                values = {"colleague": form.cleaned_data["colleague"], "person": account, "number": sum(numbers.values())}
                messages.success(request, sentence % values)
                return redirect("team:person", pk=pk)
    return render(request, "accounts/hand_over.html", {"form": form, "person": account}, status=status)


@require_POST
@administrators_only
def reopen_account(request, pk):
    account = get_object_or_404(User, pk=pk)
    reactivate(account)
    messages.success(request, _("Le compte de %(person)s est de nouveau ouvert.") % {"person": account})
    return redirect("team:list")


@require_POST
@administrators_only
def resend(request, pk):
    return _change_invitation(
        request, pk, send_invitation, _("L’invitation est renvoyée à %(email)s ; l’ancien lien ne sert plus.")
    )


@require_POST
@administrators_only
def withdraw(request, pk):
    return _change_invitation(
        request, pk, withdraw_invitation, _("L’invitation de %(email)s est retirée ; son lien ne sert plus.")
    )


def _change_invitation(request, pk, action, success_message):
    invitation = get_object_or_404(Invitation, pk=pk)
    try:
        action(invitation)
    except InvitationClosed:
        messages.warning(request, _("Cette invitation n’est plus ouverte : elle a été acceptée ou retirée entre-temps."))
    else:
        messages.success(request, success_message % {"email": invitation.email})
    return redirect("team:list")
