"""What partners come for, on one page; their API keys: list, creation, revocation; what was taken in a month."""

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.filters import FIRST_DAY, LAST_DAY
from common.views.media import NOT_STORED
from pro_portal.photos.actions.partner_keys import create_key, revoke_key
from pro_portal.photos.forms.rights import PartnerKeyForm
from pro_portal.photos.models import PartnerKey, Photo
from pro_portal.photos.permissions import is_keeper, keepers_only
from pro_portal.photos.serializers import figures_csv
from pro_portal.photos.views.library import crumbs


@require_safe
@login_not_required
def partners(request):
    """Where what one took, gave and may fetch by a program is found."""
    context = {
        "is_keeper": is_keeper(request.user),
        "month": f"{timezone.localdate():%Y-%m}",
        "crumbs": crumbs(_("Pour les partenaires")),
    }
    return render(request, "photos/partners.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def keys(request):
    """The keys, and a form for a new one, whose text is shown in the answer and never again."""
    form, new_key, text = PartnerKeyForm(request.POST if request.method == "POST" else None), None, ""
    if request.method == "POST" and form.is_valid():
        new_key, text = create_key(**form.cleaned_data)
        form = PartnerKeyForm()
    context = {
        "keys": PartnerKey.objects.select_related("organisation").order_by("-active", "name", "pk"),
        "form": form,
        "made": new_key,
        "text": text,
        "crumbs": crumbs(_("Clés de partenaires")),
    }
    return render(request, "photos/keys.html", context, status=422 if form.is_bound else 200)


@require_POST
@keepers_only
def close(request, pk: int):
    """Close a key; it opens nothing from now on."""
    revoke_key(get_object_or_404(PartnerKey, pk=pk, active=True))
    return redirect(reverse("photos:keys"))


@require_safe
@keepers_only
def figures(request):
    """The month of `?mois=2026-11`, by default this one."""
    try:
        month = datetime.strptime(request.GET.get("mois", ""), "%Y-%m").date()
    except ValueError:
        month = timezone.localdate()
    month = min(max(month, FIRST_DAY), LAST_DAY)  # the first and the last year have no hour in every time zone
    headers = {"Content-Disposition": f'attachment; filename="photos-{month:%Y-%m}.csv"', **NOT_STORED}
    content = figures_csv(month, Photo.objects.workable_by(request.user))
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
