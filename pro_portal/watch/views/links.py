"""Adding a link: by its address, by a phone's share button, by pasting a newsletter."""

import json

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from common.absolute_urls import without_language
from common.access import Audience
from common.mail import office_name
from common.safe_http import FetchError
from pro_portal.watch.actions import sources, triage
from pro_portal.watch.actions.duplicates import known_item
from pro_portal.watch.actions.pictures import attach_picture, read_picture, validated_picture
from pro_portal.watch.forms import AddLinkForm, PasteNewsletterForm
from pro_portal.watch.importers.feeds import FeedEntry
from pro_portal.watch.importers.web_pages import MOST_LINKS, newsletter_links, read_page
from pro_portal.watch.models import WatchItem, WatchSource
from pro_portal.watch.normalisation import LONGEST_SUMMARY, LONGEST_TITLE, addresses_in, is_link, plain_text, tidy_address
from pro_portal.watch.permissions import watchers_only

BOOKMARK_SCHEME = "javascript:"


@require_http_methods(["GET", "HEAD", "POST"])
@watchers_only
def add(request):
    """The form; `action` fills it from the page (`read`), publishes at once (`publish`), or leaves the link in the inbox."""
    try:
        action = request.POST.get("action", "read")
    except (SuspiciousOperation, BadRequest):
        return render(request, "watch/too_much.html", status=413)
    if request.method != "POST":
        return _render_form(request, AddLinkForm(person=request.user, initial=_initial_values()))
    form = AddLinkForm(request.POST, person=request.user)
    if action == "read":
        return _fill_from_page(request, form)
    if not form.is_valid():
        return _render_form(request, form, status=422)
    existing_item = known_item(form.cleaned_data["address"])
    if existing_item:
        messages.info(request, _("Ce lien est déjà dans la veille : le voici."))
        return redirect(f"{reverse('watch:inbox')}?element={existing_item.pk}")
    return _add_item(request, form.cleaned_data, publishes=action == "publish")


def _initial_values() -> dict:
    return {"audience": Audience.PROFESSIONALS}


def _render_form(request, form, status=200):
    """The picture read is shown from the form itself: nothing of another site is loaded."""
    picture = str(form["drawn"].value() or "")
    preview = picture if not form.is_bound or validated_picture(picture) else ""
    context = {"form": form, "drawn": preview, "bookmarklet": _bookmarklet(request)}
    return render(request, "watch/add.html", context, status=status)


def _bookmarklet(request) -> str:
    """What a bookmark of this address does on any page: it opens the form with the page's address, title and selected words."""
    share = json.dumps(request.build_absolute_uri(reverse("watch:share")))
    parts = {"url": "location.href", "title": "document.title", "text": "getSelection()"}
    query = "+'&".join(f"{name}='+encodeURIComponent({value})" for name, value in parts.items())
    return f"{BOOKMARK_SCHEME}void(open({share}+'?{query}))"


def _fill_from_page(request, form):
    """Fill the empty fields from the page's title, description and picture; what was typed stays."""
    form.full_clean()
    if "address" in form.errors:
        return _render_form(request, form, status=422)
    values = {name: form.data.get(name, "") for name in ("address", "title", "summary", "comment")}
    try:
        page = read_page(form.cleaned_data["address"])
    except FetchError as error:
        messages.warning(request, _("La page n’a pas pu être lue : écrivez le titre vous-même. %(why)s") % {"why": error})
    else:
        values["title"], values["summary"] = values["title"] or page.title, values["summary"] or page.summary
        values["drawn"] = read_picture(page.picture) if page.picture else ""
    choices = {name: form.cleaned_data.get(name) for name in ("themes", "audience", "work_groups", "in_next_letter")}
    values |= {name: value for name, value in choices.items() if value}
    return _render_form(request, AddLinkForm(person=request.user, initial=_initial_values() | values))


def _add_item(request, values: dict, publishes: bool):
    facts = {name: values[name] for name in ("address", "title", "summary", "comment", "audience", "in_next_letter")}
    item = WatchItem.objects.create(**facts, author=request.user, organisation=request.user.organisation)
    item.themes.set(values["themes"])
    item.audience_groups.set(values["work_groups"])
    if values["drawn"]:
        attach_picture(item, values["drawn"])
    if not publishes:
        messages.success(request, _("Le lien attend d’être trié."))
        return redirect(f"{reverse('watch:inbox')}?element={item.pk}")
    triage.publish(item, request.user, values, item.version)
    return redirect(f"{reverse('watch:inbox')}?fait={item.pk}")


@require_safe
@watchers_only
def share(request):
    """What a phone's share button sends: an address, or a text that holds one. Nothing is read before the watcher asks."""
    text = request.GET.get("text", "")[:4000]
    address = tidy_address(request.GET.get("url", ""))[:2000]
    if not is_link(address):
        address = next(iter(addresses_in(text)), "")
        text = text.replace(address, "") if address else text
    title = plain_text(request.GET.get("title", ""), LONGEST_TITLE) or plain_text(text, LONGEST_TITLE)
    summary = plain_text(text, LONGEST_SUMMARY) if text and plain_text(text, LONGEST_TITLE) != title else ""
    shared = {"address": address, "title": title, "summary": summary}
    return _render_form(request, AddLinkForm(person=request.user, initial=_initial_values() | shared))


@require_safe
@login_not_required
def manifest(request):
    """What lets a phone put the watch on its screen, and offer it in its share menu."""
    manifest_content = {
        "id": without_language(reverse("watch:list")),  # a watch on a screen is one, whatever its language
        "name": f"{office_name()} · {_('Veille')}",
        "short_name": _("Veille"),
        "start_url": reverse("watch:list"),
        "scope": reverse("watch:list"),
        "display": "standalone",
        "background_color": "#fbfaf6",
        "theme_color": "#fbfaf6",
        "icons": [{"src": static("common/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
        "share_target": {
            "action": reverse("watch:share"),
            "method": "GET",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
    }
    return JsonResponse(manifest_content, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})


# ---- newsletters ------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
@watchers_only
def paste(request):
    """A newsletter's content, then its links to choose from."""
    try:
        action = request.POST.get("action", "")
    except (SuspiciousOperation, BadRequest):
        return render(request, "watch/too_much.html", status=413)
    if action == "take":
        return _add_links(request)
    form = PasteNewsletterForm(request.POST or None)
    rows, status = [], 200
    if form.is_bound:
        if form.is_valid():
            rows = _link_rows(newsletter_links(form.cleaned_data["letter"]), _letter_of(str(form.cleaned_data["source"])))
            if not rows:
                form.add_error("letter", _("Aucun lien n’a été trouvé dans ce texte."))
        status = 200 if rows else 422
    return render(
        request, "watch/paste.html", {"form": form, "rows": rows, "source": rows and form.cleaned_data["source"]}, status=status
    )


def _letter_of(source_id: str) -> WatchSource | None:
    letters = WatchSource.objects.filter(kind=WatchSource.Kind.NEWSLETTER)
    return next((letter for letter in letters if str(letter.pk) == source_id), None)


def _link_rows(links, source: WatchSource | None) -> list[dict]:
    """One line for each link: what is in the watch already is not ticked."""
    rows = []
    for number, (address, title) in enumerate(links):
        existing_item = known_item(address, title, source)
        rows.append(
            {
                "number": number,
                "address": address,
                "title": title,
                "known": existing_item,
                "ticked": bool(title) and not existing_item,
            }
        )
    return rows


def _add_links(request):
    entries = []
    for number in range(MOST_LINKS):
        address = request.POST.get(f"link-{number}-address", "")[:2000]
        title = plain_text(request.POST.get(f"link-{number}-title", ""), LONGEST_TITLE)
        if f"link-{number}" in request.POST and is_link(address):
            entries.append(FeedEntry(address, title or address[:LONGEST_TITLE], "", None, ""))
    if not entries:
        messages.warning(request, _("Cochez au moins un lien."))
        return redirect("watch:paste")
    source = _letter_of(request.POST.get("source", ""))
    new_items = sources.add_to_inbox(entries, source)
    if source:
        source.note_success()
    sentence = ngettext("%(count)d lien attend d’être trié.", "%(count)d liens attendent d’être triés.", len(new_items))
    messages.success(request, sentence % {"count": len(new_items)})
    return redirect("watch:inbox")
