"""Signed agreements that a contributor attaches to a lot: added, removed before signing, opened by them and by who decides."""

from django.contrib import messages
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from common.views.media import file_for_reader
from pro_portal.photos.actions.agreements import attach_agreements, remove_agreement
from pro_portal.photos.models import AttachedAgreement, Contribution
from pro_portal.photos.permissions import givers_only, is_keeper


def receive_agreements(request, contribution: Contribution) -> bool:
    """Attach the documents sent with the form and report on them; False where one was refused."""
    files = request.FILES.getlist("agreements")
    refusals = attach_agreements(contribution, files)
    sentences = {
        "too_large": _("« %(name)s » pèse plus de 20 Mo. Enregistrez-le en plus léger."),
        "too_many": _("« %(name)s » est de trop : quarante documents au plus pour un don."),
        "wrong_kind": _("« %(name)s » n’est ni un PDF ni une photo. Photographiez la feuille signée, ou enregistrez-la en PDF."),
        "scan_infected": _("L’antivirus a trouvé un virus dans « %(name)s » : il n’a pas été pris."),
        "scan_too_large": _("« %(name)s » dépasse ce que l’antivirus examine : enregistrez-le en plus petit."),
        "scan_away": _("L’antivirus ne répond pas : choisissez de nouveau « %(name)s » dans une minute."),
        "files_away": _("« %(name)s » ne peut pas être rangé en ce moment. Choisissez-le de nouveau dans une minute."),
    }
    for name, code in refusals.items():
        messages.error(request, sentences[code] % {"name": name})
    if count := len(files) - len(refusals):
        sentence = ngettext("%(count)s accord joint.", "%(count)s accords joints.", count)
        messages.success(request, sentence % {"count": count})
    return not refusals


@require_POST
@givers_only
def attach(request, pk: int):
    """Documents for a lot that is given, until all its photos are decided."""
    try:
        has_files = bool(request.FILES.getlist("agreements"))
    except (SuspiciousOperation, BadRequest):
        return render(request, "photos/give_too_much.html", status=413)
    theirs = Contribution.objects.looked_after_by(request.user)
    lot = get_object_or_404(theirs, pk=pk, state=Contribution.State.GIVEN)
    if has_files:
        receive_agreements(request, lot)
    else:
        messages.error(request, _("Choisissez d’abord des fichiers."))
    return redirect("photos:gift", pk=pk)


@require_POST
@givers_only
def remove(request, pk: int):
    """Take a document out of the lot in hand; what was signed stays whole."""
    agreements = AttachedAgreement.objects.filter(contribution__state=Contribution.State.OPEN, contribution__author=request.user)
    remove_agreement(get_object_or_404(agreements, pk=pk))
    return redirect("photos:give")


@require_safe
def agreement_file(request, pk: int):
    """The document, for who answers for the lot and for who decides; always as a download, never run in our pages."""
    agreement = get_object_or_404(AttachedAgreement.objects.select_related("contribution"), pk=pk)
    lot = agreement.contribution
    decides = is_keeper(request.user) and lot.state != Contribution.State.OPEN
    if agreement.is_held or not decides and lot.responsible_id != request.user.pk:
        raise Http404
    ending = agreement.file.name.rsplit(".", 1)[-1]
    name = get_valid_filename(f"{agreement.name.rsplit('.', 1)[0] or 'accord'}.{ending}")
    return file_for_reader(agreement.file, name=name)
