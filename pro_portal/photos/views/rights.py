"""Managing rights: what expires and where it is used, and the rights of one photo."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Q
from django.db.models.functions import Coalesce, Least
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from common.models import Picture
from common.search_port import find_things, rows_with_words
from common.text import row_keys
from pro_portal.photos.actions.consents import end_waivers, waivable, waive_consents
from pro_portal.photos.actions.rights_changes import change_rights
from pro_portal.photos.forms.rights import FactsForm, RightsChangeForm, RightsForm, WaiverForm
from pro_portal.photos.models import Contribution, Photo, RightsChange
from pro_portal.photos.permissions import keepers_only
from pro_portal.photos.querysets.duplicates import alike
from pro_portal.photos.querysets.usage import used_in
from pro_portal.photos.rights.choices import uses_in_words
from pro_portal.photos.session import basket_ids
from pro_portal.photos.views.library import crumbs, crumbs_below

SOON = timedelta(days=60)
TABS = {"finis": "ended", "toutes": "all"}  # as addresses name them
LATEST_CHANGES = 5
BY_PAGE, MAX_DOWNLOADS, MOST_REPLACEMENTS = 30, 100, 24
# Least gives NULL on SQLite where one of the two is: each stands in for the other.
LAST_DAY = Least(
    Coalesce("picture__valid_until", "picture__consented_until"), Coalesce("picture__consented_until", "picture__valid_until")
)


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def rights(request):
    """What ends within sixty days, what has ended, or every photo that is searched, each with where it is used; and the change of
    those that are ticked."""
    form = RightsChangeForm(request.POST if request.method == "POST" else None)
    chosen = row_keys(request.POST.getlist("photos"))
    if request.method == "POST" and form.is_valid():
        pks = kept_by(request.user).accepted().filter(pk__in=chosen).values_list("pk", flat=True)
        if problem := _refusal(list(pks), form.changes()):
            form.add_error(None, problem)
        else:
            return redirect(change_rights(list(pks), request.user, form.changes()))
    today, words = timezone.localdate(), " ".join(request.GET.get("q", "").replace("\0", "").split())[:100]
    tab = TABS.get(request.GET.get("etat", ""), "soon")
    photos = (
        Photo.objects.workable_by(request.user).accepted().annotate(last=LAST_DAY, taken=Count("picture__takings", distinct=True))
    )
    shown = _rows_of(tab, photos, today, words, request.user)
    page = Paginator(shown.select_related("picture"), BY_PAGE).get_page(request.GET.get("page"))
    pages_by_photo = used_in([photo.pk for photo in page], request.user)
    context = {
        "page": page,
        "rows": [
            {
                "photo": photo,
                "used": pages_by_photo.get(photo.pk, []),
                "days": (photo.last - today).days if photo.last else None,
                "uses": uses_in_words(photo.picture),
                "is_chosen": photo.pk in chosen,
            }
            for photo in page
        ],
        "tabs": _tabs(tab, photos, today),
        "shown": tab,
        "words": words,
        "form": form,
        "changes": RightsChange.objects.select_related("person")[:LATEST_CHANGES],
        "crumbs": crumbs(_("Droits")),
    }
    return render(request, "photos/rights.html", context, status=422 if request.method == "POST" else 200)


def _refusal(pks: list[int], changes: dict) -> str:
    """Why nothing can be changed, in words; empty where it can."""
    if not pks:
        return _("Cochez au moins une photo.")
    day = changes.get("valid_until")
    first = Picture.objects.filter(pk__in=pks, valid_from__gt=day).first() if day else None
    return _("Pour « %(title)s », la fin vient avant le début de ses droits.") % {"title": first.title} if first else ""


def _rows_of(tab: str, photos, today, words: str, user):
    if tab == "all":
        if words:
            # The search does not publish what awaits an agreement: those are found by their titles.
            language = get_language() or settings.LANGUAGE_CODE
            photos = rows_with_words(photos, "photo", words, user, language, ("picture__title",))
        return photos.order_by("-added_at", "-pk")
    if tab == "ended":
        return photos.filter(_ended(today)).order_by("-last", "pk")
    return photos.filter(_soon(today)).order_by("last", "pk")


def _soon(today) -> Q:
    return Q(last__gte=today, last__lte=today + SOON)


def _ended(today) -> Q:
    return Q(last__lt=today)


def _tabs(tab: str, photos, today) -> list[dict]:
    url = reverse("photos:rights")
    return [
        {"title": _("Bientôt finis"), "url": url, "is_current": tab == "soon", "count": photos.filter(_soon(today)).count()},
        {
            "title": _("Finis"),
            "url": f"{url}?etat=finis",
            "is_current": tab == "ended",
            "count": photos.filter(_ended(today)).count(),
        },
        {"title": _("Toutes"), "url": f"{url}?etat=toutes", "is_current": tab == "all"},
        {"title": _("Accords"), "url": reverse("photos:consents"), "is_current": False},
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def photo_rights(request, pk: int):
    """The rights, the words and the facts of one picture, where it is used, who took it, who agreed."""
    photo = get_object_or_404(kept_by(request.user), pk=pk)
    post = request.POST if request.method == "POST" else None
    is_search = post is not None and post.get("action") == "search"
    # A copy is given to the form: what is wrong in it must not be shown as the picture's own.
    form = RightsForm(
        post, instance=Picture.objects.get(pk=pk), editor=request.user, candidates=replacements(request, photo, post or {})
    )
    facts, waiver = FactsForm(post, instance=photo), WaiverForm(post)
    if is_search:
        form.withhold_errors(), facts.withhold_errors(), waiver.withhold_errors()
    elif post is not None and all(each.is_valid() for each in (form, facts, waiver)):
        _save(form, facts, waiver, request.user)
        messages.success(request, _("C’est enregistré. Les pages suivent dès maintenant."))
        return redirect("photos:photo_rights", pk=pk)
    this_photo = Photo.objects.filter(pk=pk)
    context = {
        "photo": photo,
        "picture": photo.picture,
        "form": form,
        "facts": facts,
        "is_search": is_search,
        "used": used_in([pk], request.user).get(pk, []),
        "takings": photo.picture.takings.select_related("person", "organisation")[:MAX_DOWNLOADS],
        "consents": photo.consents.all(),
        "waivers": photo.waivers.select_related("person", "ended_by"),
        "lacks_consent": this_photo.without_consent().exists(),
        "is_waivable": waivable(this_photo).exists(),
        "waiver": waiver,
        "crumbs": crumbs_below(_("Droits"), "photos:rights", photo.picture.title, settings.LANGUAGE_CODE),
    }
    return render(request, "photos/photo_rights.html", context, status=422 if post is not None and not is_search else 200)


def kept_by(user):
    """The photos whose rights this keeper may change: those of a lot in hand are still their author's."""
    given_photos = Photo.objects.workable_by(user).exclude(contribution__state=Contribution.State.OPEN)
    return given_photos.select_related("picture", "contribution__author")


def replacements(request, photo: Photo, answers) -> list[Picture]:
    """The pictures proposed to replace a photo: what it has and what is chosen, then those found for the words typed, else those
    like it and those of the basket."""
    chosen = [photo.picture.substitute_id, *row_keys([answers.get("substitute", "")])]
    if words := " ".join(answers.get("substitute_words", "").replace("\0", "").split())[:100]:
        found = [int(name) for name in find_things("photo", words, request.user, get_language() or settings.LANGUAGE_CODE)]
    else:
        found = [*(other.pk for other in alike(photo, request.user)), *basket_ids(request)]
    pks = [pk for pk in dict.fromkeys([*chosen, *found[:MOST_REPLACEMENTS]]) if pk not in (None, photo.pk)]
    visible = Photo.objects.visible_to(request.user).values("pk")
    pictures = Picture.objects.filter(Q(pk__in=visible) | Q(pk=photo.picture.substitute_id)).in_bulk(pks)
    return [pictures[pk] for pk in pks if pk in pictures]


@transaction.atomic
def _save(form: RightsForm, facts: FactsForm, waiver: WaiverForm, editor) -> None:
    form.save()
    photo = facts.save()
    if waiver.reason:
        waive_consents(Photo.objects.filter(pk=photo.pk), editor, waiver.reason)


@require_POST
@keepers_only
def end_waiver(request, pk: int):
    """Wait for the agreement again: the picture closes at once, unless one was recorded meanwhile."""
    photo = get_object_or_404(Photo.objects.workable_by(request.user), pk=pk)
    end_waivers(photo.waivers, request.user)
    messages.success(request, _("La photo n’est plus montrée sans accord."))
    return redirect("photos:photo_rights", pk=pk)
