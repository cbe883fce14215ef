"""Consents of the people shown: the signed document, its end, its withdrawal."""

from pathlib import Path

from django.contrib import messages
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.text import row_keys
from common.views.media import file_for_reader
from pro_portal.photos.forms.rights import ConsentForm
from pro_portal.photos.models import AttachedAgreement, Consent, Contribution, Photo
from pro_portal.photos.permissions import keepers_only
from pro_portal.photos.session import basket_ids
from pro_portal.photos.views.library import crumbs, crumbs_below

BY_PAGE = 50


@require_safe
@keepers_only
def consent_list(request):
    """Every agreement; « fait » is the one that was just withdrawn, with the way back."""
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())[:100]
    consents = Consent.objects.annotate(number=Count("photos")).order_by("name", "pk")
    if words:
        consents = consents.filter(name__icontains=words)
    page = Paginator(consents, BY_PAGE).get_page(request.GET.get("page"))
    tabs = [
        {"title": _("Bientôt finis"), "url": reverse("photos:rights"), "is_current": False},
        {"title": _("Finis"), "url": f"{reverse('photos:rights')}?etat=finis", "is_current": False},
        {"title": _("Toutes"), "url": f"{reverse('photos:rights')}?etat=toutes", "is_current": False},
        {"title": _("Accords"), "url": reverse("photos:consents"), "is_current": True},
    ]
    context = {"page": page, "words": words, "tabs": tabs, "crumbs": crumbs(_("Droits")), **_undo_context(request)}
    return render(request, "photos/consents.html", context)


def _undo_context(request) -> dict:
    pks = row_keys([request.GET.get("fait", "")])
    consent = Consent.objects.filter(pk=pks[0]).exclude(withdrawn_on=None).first() if pks else None
    if consent is None:
        return {}
    count = consent.photos.count()
    sentence = ngettext(
        "L’accord de %(name)s est retiré : %(count)s photo n’est plus montrée.",
        "L’accord de %(name)s est retiré : %(count)s photos ne sont plus montrées.",
        count,
    )
    undo = {
        "words": sentence % {"name": consent.name, "count": count},
        "url": reverse("photos:consent_give_back", args=[consent.pk]),
    }
    return {"undo": undo}


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def consent_edit(request, pk: int | None = None):
    """A new agreement or one to correct. The pictures available are its own, those of the basket, and the picture, the lot or the
    attached document it is added from."""
    consent = get_object_or_404(Consent, pk=pk) if pk else None
    try:
        post = request.POST if request.method == "POST" else None
    except (SuspiciousOperation, BadRequest):
        return render(request, "photos/give_too_much.html", status=413)
    attachment = _attachment(request) if consent is None else None
    preselected, offered = _proposed_photos(request, attachment)
    covered = list(consent.photos.values_list("pk", flat=True)) if consent else []
    available = Photo.objects.filter(pk__in=[*covered, *offered, *basket_ids(request)]).exclude(
        contribution__state=Contribution.State.OPEN
    )
    form = ConsentForm(
        post, request.FILES or None, instance=consent, available=available.select_related("picture"),
        initial={} if consent else {"photos": preselected},
    )  # fmt: skip
    if post is not None and form.is_valid():
        saved = _save(form, attachment)
        messages.success(request, _("L’accord est enregistré."))
        waiting = saved.photos.filter(state=Photo.State.WAITING).exclude(contribution=None).first()
        return redirect("photos:lot", pk=waiting.contribution_id) if waiting else redirect("photos:consents")
    title = consent.name if consent else _("Nouvel accord")
    context = {
        "form": form,
        "consent": consent,
        "attachment": attachment,
        "title": title,
        "crumbs": crumbs_below(_("Accords"), "photos:consents", title),
    }
    return render(request, "photos/consent.html", context, status=422 if post is not None else 200)


def _attachment(request) -> AttachedAgreement | None:
    """The document of a lot that the new agreement is recorded from."""
    agreements = AttachedAgreement.objects.exclude(contribution__state=Contribution.State.OPEN)
    pks = row_keys([request.GET.get("document", "")])
    return agreements.filter(pk=pks[0]).first() if pks else None


def _proposed_photos(request, attachment: AttachedAgreement | None) -> tuple[list[int], list[int]]:
    """The photos that a new agreement covers unless one says otherwise, and those offered: the photo it is added from, or those
    of the lot, of which the ones that lack an agreement."""
    photos = row_keys([request.GET.get("photo", "")])
    lots = [attachment.contribution_id] if attachment else row_keys([request.GET.get("lot", "")])
    in_lot = Photo.objects.filter(contribution__in=lots)
    of_lot = list(in_lot.values_list("pk", flat=True))
    lacking = list(in_lot.filter(state=Photo.State.WAITING).without_consent().values_list("pk", flat=True))
    return [*photos, *(lacking or of_lot)], [*photos, *of_lot]


@transaction.atomic
def _save(form: ConsentForm, attachment: AttachedAgreement | None) -> Consent:
    if attachment:
        form.instance.attachment = attachment
        if not form.instance.file and not attachment.is_held:  # a copy, so that each agreement keeps its own document
            with attachment.file.open("rb") as content:
                form.instance.file.save(Path(attachment.file.name).name, content, save=False)
    return form.save()


@require_safe
@keepers_only
def consent_file(request, pk: int):
    """The signed document, always as a download: a file from elsewhere is never run in our pages."""
    consent = get_object_or_404(Consent, pk=pk)
    if not consent.file or consent.is_held:
        raise Http404
    ending = consent.file.name.rsplit(".", 1)[-1]
    name = get_valid_filename(f"accord {consent.name}.{ending}")
    return file_for_reader(consent.file, name=name)


@require_POST
@keepers_only
def withdraw(request, pk: int):
    """Withdrawn today: its pictures close at once."""
    consent = get_object_or_404(Consent, pk=pk)
    if consent.withdrawn_on is None:
        consent.withdrawn_on = timezone.localdate()
        with transaction.atomic():
            consent.save()
    return redirect(f"{reverse('photos:consents')}?fait={consent.pk}")


@require_POST
@keepers_only
def restore(request, pk: int):
    consent = get_object_or_404(Consent, pk=pk)
    consent.withdrawn_on = None
    with transaction.atomic():
        consent.save()
    messages.success(request, _("L’accord vaut de nouveau."))
    return redirect("photos:consents")
