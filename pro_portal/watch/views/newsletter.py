"""The newsletter: its archive for readers, its draft for watchers."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.text import row_key
from pro_portal.home.presenters import portal_head
from pro_portal.watch.actions import newsletter
from pro_portal.watch.filters import open_items
from pro_portal.watch.forms import NewsletterForm, SettingsForm
from pro_portal.watch.models import WatchItem, WatchLetter, WatchLetterItem, WatchSettings
from pro_portal.watch.permissions import deny_access, watchers_only
from pro_portal.watch.registry import announced_to, announcements_of, sources

BY_PAGE = 24


def _letters_for(reader):
    """The newsletters sent that hold something this reader may read."""
    readable = WatchLetterItem.objects.filter(item__in=open_items(reader).order_by().values("pk"))
    condition = Q(pk__in=readable.values("letter"))
    for source in sources():
        condition |= Q(pk__in=source.letters(reader))
    return WatchLetter.objects.filter(condition, state=WatchLetter.State.SENT)


@login_not_required
@require_safe
def letter_list(request):
    page = Paginator(_letters_for(request.user), BY_PAGE).get_page(request.GET.get("page"))
    title = _("Lettres de veille")
    description = _("Ce que nous avons lu pour les professionnels du tourisme.")
    head = portal_head(title, "watch:letters", (_("Veille"), reverse("watch:list")), (title, ""), description=description)
    context = {"page": page, "waiting": 0, "draft": None, "head": head, "crumbs": head.crumbs}
    if request.user.is_authenticated and request.user.is_watcher:
        context |= {
            "draft": newsletter.current_draft(),
            "subscribers": newsletter.number_of_readers(),
            "waiting": newsletter.number_waiting(),
            "form": SettingsForm(instance=WatchSettings.current()),
        }
    return render(request, "watch/letters.html", context)


@login_not_required
@require_safe
def letter(request, pk):
    sent_letter = _letters_for(request.user).filter(pk=pk).first()
    if sent_letter is None:
        return deny_access(request)
    items = sent_letter.items_in_order().visible_to(request.user)
    letters = (_("Lettres de veille"), reverse("watch:letters"))
    head = portal_head(
        sent_letter.title,
        "watch:letter",
        letters,
        (sent_letter.title, "", settings.LANGUAGE_CODE),
        arguments={"pk": pk},
        languages={settings.LANGUAGE_CODE},
        language=settings.LANGUAGE_CODE,
    )
    context = {
        "letter": sent_letter,
        "sections": newsletter.sections_of(items),
        "announced": announced_to(request.user, announcements_of(sent_letter)),
        "head": head,
        "crumbs": head.crumbs,
    }
    return render(request, "watch/letter.html", context)


@require_POST
@watchers_only
def prepare(request):
    draft = newsletter.prepare()
    if draft is None:
        messages.info(request, _("Rien n’attend pour la lettre : publiez d’abord un article avec « dans la prochaine lettre »."))
        return redirect("watch:letters")
    return redirect("watch:edit_letter", pk=draft.pk)


@require_POST
@watchers_only
def change_settings(request):
    form = SettingsForm(request.POST, instance=WatchSettings.current())
    if form.is_valid():
        form.save()
        messages.success(request, _("Le rythme de la lettre est enregistré."))
    else:
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    return redirect("watch:letters")


@require_http_methods(["GET", "HEAD", "POST"])
@watchers_only
def edit(request, pk):
    """The draft: title, introduction, and buttons that also save them (`up`, `down`, `remove` an item; `trial`; `send`)."""
    letter = get_object_or_404(WatchLetter, pk=pk)
    if not letter.is_draft:
        if request.method == "POST":
            messages.info(request, _("Cette lettre est déjà partie."))
        return redirect("watch:letters")
    if letter.is_leaving:
        if request.method == "POST":
            messages.info(request, _("Cette lettre part dans un instant : annulez l’envoi pour la changer."))
        return redirect("watch:letters")
    form = NewsletterForm(request.POST or None, instance=letter)
    if form.is_bound and form.is_valid():
        form.save()
        return _run_action(request, letter)
    return _render_draft(request, letter, form, status=422 if form.is_bound else 200)


def _render_draft(request, letter, form, status=200):
    items = list(letter.items_in_order().workable_by(request.user).prefetch_related("audience_groups"))
    context = {
        "letter": letter,
        "form": form,
        "sections": newsletter.sections_of(items),
        "announced": announced_to(request.user, announcements_of(letter)),
        "number": len(items),
        "subscribers": newsletter.number_of_readers(),
    }
    return render(request, "watch/edit_letter.html", context, status=status)


def _run_action(request, letter: WatchLetter):
    """Do what the button asked for besides saving the texts, then redirect."""
    for name, step in (("up", -1), ("down", 1)):
        if item := row_key(request.POST.get(name)):
            _move_item(letter, item, step)
            return redirect(f"{request.path}#item-{item}")
    if item_id := row_key(request.POST.get("remove")):
        item = WatchItem.objects.filter(pk=item_id, letters=letter).first()
        if item:
            newsletter.remove_item(letter, item)
        return redirect(request.path)
    action = request.POST.get("action", "")
    if action == "send":
        return _send(request, letter)
    if action == "trial":
        _send_trial(request, letter)
    else:
        messages.success(request, _("La lettre est enregistrée."))
    return redirect(request.path)


def _move_item(letter: WatchLetter, item: int, step: int) -> None:
    """One place up or down among the items of its section."""
    for _theme, items in newsletter.sections_of(letter.items_in_order()):
        item_ids = [other.pk for other in items]
        if item not in item_ids:
            continue
        place = item_ids.index(item) + step
        if 0 <= place < len(item_ids):
            orders = dict(WatchLetterItem.objects.filter(letter=letter).values_list("item", "order"))
            orders[item], orders[item_ids[place]] = orders[item_ids[place]], orders[item]
            newsletter.set_order(letter, orders)


def _send_trial(request, letter: WatchLetter) -> None:
    if newsletter.send_trial(letter, request.user):
        messages.success(request, _("L’essai est parti à %(email)s.") % {"email": request.user.email})
    else:
        messages.warning(request, _("La lettre est vide : il n’y a rien à essayer."))


def _send(request, letter: WatchLetter):
    try:
        newsletter.send(letter, request.user)
    except newsletter.AlreadySent:
        messages.info(request, _("Cette lettre est déjà partie."))
    except newsletter.EmptyLetter:
        messages.warning(request, _("La lettre est vide : elle n’est pas partie."))
        return redirect(request.path)
    return redirect("watch:letters")


@require_POST
@watchers_only
def undo(request, pk):
    """The letter that was just sent is a draft again."""
    letter = get_object_or_404(WatchLetter, pk=pk)
    try:
        newsletter.undo_sending(letter)
    except newsletter.AlreadySent:
        messages.warning(request, _("Il est trop tard : cette lettre est partie."))
        return redirect("watch:letters")
    messages.success(request, _("L’envoi est annulé : la lettre est de nouveau un brouillon."))
    return redirect("watch:edit_letter", pk=letter.pk)
