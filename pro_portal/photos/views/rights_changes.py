"""What a change of many rights did, its undoing, and another file for one photo."""

from django.contrib import messages
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from common.imaging.uploads import PictureRefused
from pro_portal.photos.actions.files import replace_file
from pro_portal.photos.actions.rights_changes import undo_rights_change
from pro_portal.photos.models import RightsChange
from pro_portal.photos.permissions import keepers_only
from pro_portal.photos.querysets.usage import used_in
from pro_portal.photos.rights.choices import Use
from pro_portal.photos.views.library import crumbs_below
from pro_portal.photos.views.rights import kept_by

MOST_NAMED = 5


@require_safe
@keepers_only
def rights_change(request, pk: int):
    """The written summary: what was changed, when, by whom, and each photo before and after."""
    change = get_object_or_404(RightsChange.objects.select_related("person"), pk=pk)
    photos = kept_by(request.user).filter(pk__in=[int(number) for number in change.before]).order_by("pk")
    rows = [
        {
            "photo": photo,
            "before": _in_words(change.before[str(photo.pk)]),
            "ends_by_consent": photo.picture.last_day is not None and photo.picture.last_day == photo.picture.consented_until,
        }
        for photo in photos
    ]
    context = {
        "change": change,
        "lines": _in_words(change.answers),
        "rows": rows,
        "total": len(change.before),
        "crumbs": crumbs_below(_("Droits"), "photos:rights", _("Changement de droits")),
    }
    return render(request, "photos/rights_change.html", context)


def _in_words(values: dict) -> list[str]:
    """One sentence for each column."""
    lines = []
    if "valid_until" in values:
        day = parse_date(values["valid_until"]) if values["valid_until"] else None
        lines.append(_("jusqu’au %(day)s") % {"day": date_format(day, "DATE_FORMAT")} if day else _("sans fin"))
    if "uses" in values:
        lines.append(", ".join(str(use.label) for use in Use if use in values["uses"]) or _("aucun usage"))
    if "credit" in values:
        lines.append(_("crédit : %(name)s") % {"name": values["credit"]} if values["credit"] else _("sans crédit"))
    return lines


@require_POST
@keepers_only
def undo(request, pk: int):
    count = undo_rights_change(get_object_or_404(RightsChange, pk=pk))
    if count:
        sentence = ngettext("%(count)s photo a retrouvé ses droits.", "%(count)s photos ont retrouvé leurs droits.", count)
        messages.success(request, sentence % {"count": count})
    else:
        messages.info(request, _("Rien à annuler : ces photos ont été changées depuis."))
    return redirect("photos:rights_change", pk=pk)


@require_POST
@keepers_only
def replace(request, pk: int):
    """Another file for this photo; whoever keeps it is told where it shows."""
    photo = get_object_or_404(kept_by(request.user), pk=pk)
    try:
        file = request.FILES.get("file")
    except (SuspiciousOperation, BadRequest):
        return render(request, "photos/give_too_much.html", status=413)
    if file is None:
        messages.error(request, _("Choisissez d’abord un fichier."))
        return redirect("photos:photo_rights", pk=pk)
    try:
        replace_file(photo, file)
    except PictureRefused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _replaced(used_in([pk], request.user).get(pk, [])))
    return redirect("photos:photo_rights", pk=pk)


def _replaced(used: list) -> str:
    if not used:
        return _("Le fichier est remplacé. Crédit, droits et adresse restent ; elle n’est utilisée nulle part.")
    titles = ", ".join(_("« %(title)s »") % {"title": use.title} for use in used[:MOST_NAMED])
    sentence = ngettext(
        "Le fichier est remplacé, et montré dès maintenant sur %(titles)s. Crédit, droits et adresse restent.",
        "Le fichier est remplacé, et montré dès maintenant à %(count)s endroits, dont %(titles)s. "
        "Crédit, droits et adresse restent.",
        len(used),
    )
    return sentence % {"titles": titles, "count": len(used)}
