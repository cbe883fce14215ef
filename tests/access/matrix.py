"""Who gets what at every address. One row for each address; `test_matrix.py` holds it against the site.

An answer is a status, or "login" for the way to the sign-in page. `shown` answers a GET, `sent` a POST; an address without one of
them refuses that method (405) to those it lets in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from privacy.actions.requests import confirmation_token
from tests.access.scene import PERSONAS

Answers = dict[str, int | str]

# Written by hand from the issue, not computed: who reads what was published for whom. The thing's author is a colleague of the
# member, of the group member and of the secret member; the group is the group member's.
OUTSIDE = {"visitor", "former_member"}
PROVIDERS = {"professional", "group_provider"}
READERS = {
    "public": set(PERSONAS),
    "professionals": set(PERSONAS) - OUTSIDE,
    "members": set(PERSONAS) - OUTSIDE - PROVIDERS,
    "group": {"group_member", "administrator"},
    "private": {"member", "group_member", "secret_member", "administrator"},
    "unpublished": set(),
    "withdrawn": set(),
}


def everyone(answer, **others) -> Answers:
    """Where they are not named, a provider in a group gets what providers get, and who has left what a visitor gets."""
    others.setdefault("group_provider", others.get("professional", answer))
    others.setdefault("former_member", others.get("visitor", answer))
    return dict.fromkeys(PERSONAS, answer) | others


def signed_in(answer, **others) -> Answers:
    return everyone(answer, **{"visitor": "login", **others})


def members(answer, otherwise=404) -> Answers:
    """Who works for an office or the agency."""
    return signed_in(answer, professional=otherwise)


def office(answer, otherwise=404) -> Answers:
    """The author of the event, their office, and who moderates."""
    return signed_in(answer, professional=otherwise, editor=otherwise)


def author(answer, otherwise=404, **others) -> Answers:
    """The member alone, whose thing it is."""
    return signed_in(otherwise, **{"member": answer, **others})


def colleagues(answer, otherwise=404) -> Answers:
    """The member's office, and who corrects any document."""
    return signed_in(otherwise, **dict.fromkeys(("member", "group_member", "secret_member", "editor", "administrator"), answer))


def earlier_version(things) -> dict:
    return {"pk": things.shared_document.pk, "number": 1}


def moderators(answer, otherwise=404, **others) -> Answers:
    return signed_in(otherwise, **{"moderator": answer, "administrator": answer, **others})


def keepers(answer, otherwise=404) -> Answers:
    """Who keeps the portal: the editors."""
    return signed_in(otherwise, editor=answer, administrator=answer)


def cms(answer, otherwise=403) -> Answers:
    """Who works in the CMS admin."""
    return moderators(answer, otherwise, editor=answer)


def of_office(answer, otherwise=404) -> Answers:
    """The member's colleagues, and administrators."""
    return author(answer, otherwise, group_member=answer, secret_member=answer, administrator=answer)


def document_keepers(answer, otherwise=404) -> Answers:
    """The member, whose document it is, and editors."""
    return author(answer, otherwise, editor=answer, administrator=answer)


def watchers(answer, otherwise=404) -> Answers:
    """Who sorts the watch: in the scene, the editor."""
    return signed_in(otherwise, editor=answer, administrator=answer)


def group_owner(answer, otherwise=404) -> Answers:
    """The member, who looks after the groups of the scene, and administrators."""
    return author(answer, otherwise, administrator=answer)


def group_people(answer, otherwise=404) -> Answers:
    """Who is in the open group of the scene, and administrators."""
    return group_owner(answer, otherwise) | {"editor": answer}


def administrators(answer, otherwise=403) -> Answers:
    return signed_in(otherwise, administrator=answer)


@dataclass(frozen=True)
class Row:
    """One address: the arguments of its route, its answers, what a POST sends."""

    name: str
    shown: Answers | None = None
    sent: Answers | None = None
    arguments: Callable[[Any], dict | list] = lambda things: {}
    fields: Callable[[Any], dict] = lambda things: {}
    # Why a POST needs no CSRF token; empty: it does.
    without_token: str = ""
    # A file, a fragment or a way on: no page to look at.
    is_page: bool = True


def key(**names) -> Callable:
    """`key(pk="event")`: the route's `pk` is that of `things.event`."""
    return lambda things: {argument: getattr(getattr(things, name), argument) for argument, name in names.items()}


def web_file(things) -> dict:
    return {"pk": things.photo.pk, "size": "web", "ending": "jpg"}


def group_key(group: str, row: str) -> Callable:
    """`slug` of a group of the scene, `pk` of a row of it."""
    return lambda things: {"slug": getattr(things, group).slug, "pk": getattr(things, row).pk}


def file(name, shown, arguments=lambda things: {}) -> Row:
    return Row(name, shown=shown, arguments=arguments, is_page=False)


def button(name, sent, arguments=lambda things: {}, fields=lambda things: {}, without_token="") -> Row:
    return Row(name, sent=sent, arguments=arguments, fields=fields, without_token=without_token, is_page=False)


def slugged(name: str) -> Callable:
    def arguments(things):
        return {
            "slug": getattr(things, name).get_absolute_url().rstrip("/").rsplit("/", 1)[1].rsplit("-", 1)[0],
            "pk": getattr(things, name).pk,
        }

    return arguments


def picture_arguments(things) -> dict:
    pk, mark, rendition = things.picture.url_for(480).strip("/").split("/")[1:]
    size, kind = rendition.split(".")
    return {"pk": pk, "mark": mark, "size": size, "kind": kind}


def writers(answer, otherwise=404) -> Answers:
    """The author of the article, and who corrects any."""
    return author(answer, otherwise, editor=answer, administrator=answer)


def version_of_article(things) -> dict:
    return {"pk": things.article.pk, "revision": things.article.latest_revision_id}


def talk(things) -> dict:
    return {"kind": "evenement", "pk": things.talked.pk}


SIGNED_MARK = "the form carries a signed mark, which also survives signing in again"
SIGNED_TICKET = "the form carries a signed ticket, which also survives signing in again"
READS_ONLY = "it only reads, and answers in a page that was open before signing in again"
SENT_ON = "it changes nothing: what it leads to asks for the token"
RFC_8058 = "mail programs hold no cookie: the signed address is the proof (RFC 8058)"

ROWS = [
    # ---- what belongs to no wing ----
    file("front_door", everyone(302)),
    file("health", everyone(200)),
    file("health_live", everyone(200)),
    file("health_all", everyone(200)),
    file("robots", everyone(200)),
    Row(
        "portal_without_language",
        everyone(301),
        everyone(308),
        lambda things: {"rest": "veille/"},
        without_token=SENT_ON,
        is_page=False,
    ),
    file("communes", everyone(200)),
    Row("admin/login/", everyone("login"), everyone("login"), is_page=False),
    file("cms_media", cms(200), lambda things: dict(zip(("folder", "name"), things.picture.file.name.split("/"), strict=True))),
    file("common:picture", everyone(200), picture_arguments),
    file("common:document", everyone(200), lambda things: {"pk": things.document.pk, "filename": "plan.pdf"}),
    file("common:document_choices", signed_in(200)),
    file("pages:accent", everyone(200)),
    file("pages:manifest", everyone(200)),
    file("pages:favicon", everyone(302)),
    file("pages:sitemap", everyone(200)),
    file("pages:sitemap_part", everyone(200), lambda things: {"part": "pages", "number": 1}),
    Row("wagtail_serve", everyone(200), everyone(422), lambda things: ["ecrire/"]),
    # ---- agenda ----
    Row("agenda:list", everyone(200)),
    Row("agenda:week", everyone(200)),
    Row("agenda:month", everyone(200)),
    Row("agenda:map", everyone(200)),
    Row("agenda:over", everyone(200)),
    file("agenda:points", everyone(200)),
    file("agenda:ics", everyone(200)),
    file("agenda:rss", everyone(200)),
    file("agenda:atom", everyone(200)),
    Row("agenda:subscribe", everyone(200)),
    file("agenda:subscribe_qr", everyone(200)),
    Row("agenda:share", everyone(200)),
    Row("agenda:embed", everyone(200)),
    Row("agenda:event", everyone(200), arguments=slugged("event")),
    Row("agenda:event_map", everyone(200), arguments=slugged("event")),
    Row("agenda:event_dates", everyone(200), arguments=slugged("event")),
    file("agenda:event_ics", everyone(200), slugged("event")),
    file("agenda:event_qr", everyone(200), slugged("event")),
    button("agenda:report", everyone(422), slugged("event")),
    # ---- places ----
    Row("places:list", everyone(200)),
    file("places:points", everyone(200)),
    Row("places:place", everyone(200), arguments=slugged("place")),
    Row("places:place_map", everyone(200), arguments=slugged("place")),
    file("places:vcard", everyone(200), slugged("place")),
    Row("places:communes", everyone(200)),
    Row("places:commune", everyone(200), arguments=key(slug="commune")),
    Row("places:commune_map", everyone(200), arguments=key(slug="commune")),
    file("base_map:tile", everyone(200), lambda things: {"version": things.base_map.version, "zoom": 7, "column": 65, "row": 47}),
    file(
        "base_map:picture",
        everyone(200),
        lambda things: {"version": things.base_map.version, "language": "fr", "zoom": 8, "column": 2083, "row": 1513},
    ),
    # ---- search ----
    Row("search:results", everyone(200)),
    file("search:suggestions", everyone(200)),
    # ---- the account ----
    Row("accounts:profile", signed_in(200), signed_in(200)),
    Row("common:resume_form", signed_in(302), signed_in(302), is_page=False),  # nothing waits: `test_interrupted_forms.py`
    button("accounts:choose_language", everyone(302), fields=lambda things: {"language": "fr"}),
    button("accounts:renew_feed_key", signed_in(302)),
    button("accounts:end_sessions", signed_in(302)),
    Row("accounts:invitation", everyone(200), everyone(200), key(token="invitation")),
    # ---- one's own data ----
    Row("personal_data:mine", signed_in(200)),
    button("personal_data:request_export", signed_in(302)),
    Row("personal_data:export", author(200), arguments=key(pk="export")),
    file("personal_data:export_file", author(200), key(pk="export")),
    button(
        "personal_data:correct",
        signed_in(302),
        fields=lambda things: {"once": str(things.export.pk), "text": "Mon nom a deux n."},
    ),
    Row("personal_data:erasure", signed_in(200), signed_in(422)),
    button("personal_data:take_back", signed_in(302)),
    Row(
        "personal_data:confirm_erasure",
        author(200, otherwise=410),
        author(302, otherwise=410),
        lambda things: {"token": confirmation_token(things.erasure)},
    ),
    # ---- signing in ----
    Row("account_login", everyone(302, visitor=200), everyone(302, visitor=200)),
    Row("account_logout", everyone(200, visitor=302), everyone(302)),
    Row("account_inactive", everyone(200)),
    Row("account_reauthenticate", signed_in(200), signed_in(200)),
    Row("account_change_password", signed_in(200), signed_in(200)),
    Row("account_set_password", signed_in(302), signed_in(302), is_page=False),
    Row("account_reset_password", everyone(200), everyone(200)),
    Row("account_reset_password_done", everyone(200)),
    Row("account_reset_password_from_key_done", everyone(200)),
    Row("account_reset_password_from_key", everyone(200), everyone(200), lambda things: {"uidb36": "1", "key": "wrong-key"}),
    Row("mfa_index", signed_in(200)),
    Row("mfa_authenticate", everyone(302, visitor="login"), everyone(302, visitor="login"), is_page=False),
    Row("mfa_reauthenticate", signed_in(302), signed_in(302), is_page=False),  # nobody here has a second factor
    Row("mfa_activate_totp", signed_in(200), signed_in(200)),
    Row("mfa_deactivate_totp", signed_in(404), signed_in(404), is_page=False),
    Row("mfa_view_recovery_codes", signed_in(404), is_page=False),
    Row("mfa_generate_recovery_codes", signed_in(200), signed_in(200)),
    Row("mfa_download_recovery_codes", signed_in(404), signed_in(404), is_page=False),
    # ---- notifications ----
    Row("notifications:list", signed_in(200)),
    button("notifications:mark_all_read", signed_in(302)),
    button("notifications:end_tour", signed_in(302)),
    file("notifications:open", author(302), key(pk="notice")),
    button("notifications:mark_read", author(302), key(pk="notice")),
    Row("notifications:preferences", signed_in(200), signed_in(200)),
    Row("notifications:signed_preferences", everyone(200), everyone(200), lambda things: {"token": things.preferences_token}),
    Row("notifications:stop", everyone(200), everyone(200), lambda things: {"token": things.stop_token}, without_token=RFC_8058),
    # ---- the team ----
    Row("installation:setup", everyone(404), everyone(404), lambda things: {"token": "aucun"}, is_page=False),
    Row("installation:look", administrators(200), administrators(200)),
    Row("installation:communes", administrators(200), administrators(200)),
    button("installation:choose_communes", administrators(302)),
    Row("installation:base_map", administrators(200), administrators(200)),
    Row("installation:office", administrators(200), administrators(200)),
    Row("installation:mail", administrators(200), administrators(200)),
    Row("installation:checklist", keepers(200, otherwise=403)),
    button("installation:put_away", keepers(302, otherwise=403)),
    button("installation:make_page", keepers(302, otherwise=403), lambda things: {"name": "contact"}),
    button("installation:make_menus", keepers(302, otherwise=403)),
    Row("team:list", administrators(200)),
    Row("team:invite", administrators(200), administrators(200)),
    Row("team:person", administrators(200), administrators(200), lambda things: {"pk": things.notice.person_id}),
    Row("team:hand_over", administrators(200), administrators(422), lambda things: {"pk": things.notice.person_id}),
    button("team:close", administrators(302), lambda things: {"pk": things.notice.person_id}),
    button("team:reopen", administrators(302), lambda things: {"pk": things.notice.person_id}),
    button("team:resend", administrators(302), key(pk="invitation")),
    button("team:withdraw", administrators(302), key(pk="invitation")),
    # ---- the rooms ----
    Row("portal_home:home", everyone(200)),
    Row("portal_home:contacts", signed_in(200)),
    file("portal_home:contact_card", signed_in(200), key(handle="profile")),
    Row("portal_home:ask", everyone(302, visitor=200), everyone(302, visitor=422)),
    Row("portal_home:asked", everyone(200)),
    Row("portal_home:requests", keepers(200)),
    # ---- the portal's documents ----
    Row("portal_documents:front", everyone(200)),
    Row("portal_documents:figures", everyone(200)),
    Row("portal_documents:workshops", everyone(200)),
    Row("portal_documents:editions", everyone(200)),
    Row("portal_documents:document", everyone(200), arguments=key(pk="edition")),
    file("portal_documents:first_page", everyone(404), key(pk="edition")),  # of no page that was counted
    Row("portal_documents:order", signed_in(200), signed_in(422)),
    Row("portal_documents:my_orders", signed_in(200)),
    button("portal_documents:cancel_own", signed_in(404), key(pk="edition_order")),  # that of somebody without an account
    Row("portal_documents:orders", members(200)),
    file("portal_documents:orders_csv", members(200)),
    button("portal_documents:order_done", of_office(302), key(pk="edition_order")),
    Row("portal_documents:cancel_order", of_office(200), of_office(422), key(pk="edition_order")),
    Row("portal_documents:candidates", members(200)),
    Row("portal_documents:place", document_keepers(200), document_keepers(422), key(pk="edition")),
    button("portal_documents:take_off", document_keepers(302), key(pk="edition")),
    Row("portal_home:request", keepers(200), arguments=key(pk="account_request")),
    button("portal_home:accept", keepers(302), key(pk="account_request")),
    button("portal_home:refuse", keepers(302), key(pk="account_request")),
    # ---- the photo library ----
    Row("photos:list", everyone(200)),
    Row("photos:photo", everyone(200), arguments=key(pk="photo")),
    Row("photos:conditions", everyone(200), everyone(422)),
    Row("photos:take", everyone(302), everyone(302), lambda things: {"pk": things.photo.pk, "size": "web"}, is_page=False),
    Row("photos:basket", everyone(200)),
    Row("photos:basket_change", sent=everyone(302), arguments=key(pk="photo")),
    Row("photos:bundle_ask", sent=everyone(302)),
    Row("photos:bundle", author(200, visitor=404), arguments=key(pk="bundle")),
    Row("photos:bundle_file", author(200, visitor=404), arguments=key(pk="bundle"), is_page=False),
    # ---- giving pictures ----
    Row("photos:give", signed_in(200), signed_in(422), fields=lambda things: {"action": "give"}),
    Row("photos:sign", author(200, otherwise=302), author(422, otherwise=302)),
    file("photos:upload_states", signed_in(200)),
    button("photos:upload_new", signed_in(400)),  # it says how long the file is in a header
    # It answers HEAD, PATCH and DELETE: `test_giving.py`.
    Row("photos:upload", signed_in(405), signed_in(405), key(pk="upload"), is_page=False),
    button("photos:upload_remove", author(302), key(pk="upload")),
    Row("photos:gifts", signed_in(200)),
    Row("photos:gift", author(200), arguments=key(pk="lot")),
    Row("photos:gift_words", author(200), author(302), key(pk="lot")),
    button("photos:agreement_add", author(302), key(pk="lot")),
    file("photos:agreement_file", author(200, editor=200, administrator=200), key(pk="agreement")),
    button("photos:agreement_remove", signed_in(404), key(pk="agreement")),  # the lot is signed
    Row("photos:taken", signed_in(200)),
    # ---- accepting them, keeping their rights ----
    Row("photos:queue", keepers(200)),
    Row("photos:lot", keepers(200), keepers(422), key(pk="lot")),
    button("photos:lot_undo", signed_in(404), key(pk="lot")),  # its address says which decision
    file("photos:preview", keepers(200), key(pk="given")),
    Row("photos:rights", keepers(200), keepers(422)),
    Row("photos:photo_rights", keepers(200), keepers(422), key(pk="photo")),
    button("photos:waiver_end", keepers(302), key(pk="photo")),
    button("photos:photo_file", keepers(302), key(pk="photo")),
    Row("photos:rights_change", keepers(200), arguments=key(pk="rights_change")),
    button("photos:rights_change_undo", keepers(302), key(pk="rights_change")),
    Row("photos:consents", keepers(200)),
    Row("photos:consent_new", keepers(200), keepers(422)),
    Row("photos:consent", keepers(200), keepers(422), key(pk="consent")),
    file("photos:consent_file", keepers(200), key(pk="consent")),
    button("photos:consent_withdraw", keepers(302), key(pk="consent")),
    button("photos:consent_give_back", keepers(302), key(pk="consent")),
    Row("photos:selection", everyone(200), everyone(302), key(pk="selection")),
    Row("photos:shared_selection", everyone(200), everyone(302), key(token="selection")),
    Row("photos:selections", keepers(200)),
    Row("photos:selection_new", keepers(200), keepers(422)),
    Row("photos:selection_edit", keepers(200), keepers(422), key(pk="selection")),
    button("photos:selection_photo", keepers(302), lambda things: {"pk": things.selection.pk, "photo": things.photo.pk}),
    button("photos:selection_share", keepers(422), key(pk="selection")),
    button("photos:selection_delete", keepers(302), key(pk="selection")),
    button("photos:basket_into_selection", keepers(302)),
    Row("photos:keys", keepers(200), keepers(422)),
    Row("photos:request", everyone(200), everyone(422), key(pk="red_photo")),
    Row("photos:requests", keepers(200)),
    button("photos:request_answer", keepers(422), key(pk="photo_request")),
    file("photos:figures", keepers(200)),
    Row("photos:partners", everyone(200)),
    Row("photos:my_takings", signed_in(200)),
    button("photos:key_close", keepers(302), key(pk="key")),
    # ---- the library for programs; what a key opens: `test_api.py` ----
    Row("photos_api:list", everyone(401), everyone(405), is_page=False),
    Row("photos_api:withdrawn", everyone(401), everyone(405), is_page=False),
    Row("photos_api:photo", everyone(401), everyone(405), key(pk="photo"), is_page=False),
    Row("photos_api:file", everyone(401), everyone(405), web_file, is_page=False),
    file("photos_api:openapi", everyone(200)),
    Row("photos_api:documentation", everyone(200)),
    # ---- tutorials ----
    Row("tutorials:list", everyone(200)),
    Row("tutorials:tutorial", everyone(200), arguments=key(slug="tutorial")),
    file("tutorials:pdf", everyone(200), key(slug="tutorial")),
    button("tutorials:keep", everyone(302), key(slug="tutorial"), lambda things: {"fait": ["1", "2"]}),
    button("tutorials:opinion", everyone(302), key(slug="tutorial"), lambda things: {"useful": "1", "why": "Clair."}),
    button("tutorials:checked", signed_in(404, member=302, administrator=302), key(slug="tutorial")),
    button("tutorials:join", signed_in(204), fields=lambda things: {"progression": "{}"}),
    Row("tutorials:ask", everyone(200), everyone(422), key(slug="tutorial")),
    file("tutorials:related", everyone(200), key(slug="tutorial")),
    Row("tutorials:path", everyone(200), arguments=key(slug="path")),
    Row("tutorials:path_certificate", everyone(200), everyone(422), key(slug="path")),
    Row("tutorials:certificate", everyone(200), arguments=key(code="certificate")),
    Row("tutorials:questions", administrators(200, otherwise=404)),
    Row("tutorials:follow_up", administrators(200, otherwise=404)),
    file("tutorials:follow_up_file", administrators(200, otherwise=404)),
    Row("tutorials:readers", administrators(200, otherwise=404), arguments=key(slug="tutorial")),
    Row(
        "tutorials:question",
        signed_in(404, member=200, administrator=200),
        signed_in(404, member=422, administrator=422),
        key(pk="question"),
    ),
    Row("intranet_home:home", members(200, otherwise=302)),
    # ---- groups ----
    Row("work_groups:list", signed_in(200)),
    Row("work_groups:new", members(200), members(422)),
    Row("work_groups:group", members(200), arguments=key(slug="work_group")),
    Row("work_groups:edit", group_owner(200), group_owner(422), key(slug="work_group")),
    button("work_groups:throw_away", group_owner(302), key(slug="work_group")),
    button("work_groups:enter", members(302), key(slug="work_group")),
    button("work_groups:take_back_request", members(302), key(slug="asked_group")),
    button("work_groups:decline", members(302), key(slug="asked_group")),
    button("work_groups:leave", members(302), key(slug="work_group")),
    button("work_groups:follow", group_people(302), key(slug="work_group")),
    button("work_groups:take_on", group_people(302), key(slug="work_group")),
    Row("work_groups:people", members(200), arguments=key(slug="work_group")),
    button("work_groups:set_owner", group_owner(302), group_key("work_group", "colleague"), lambda things: {"responsable": "1"}),
    button("work_groups:take_out", group_owner(302), group_key("work_group", "colleague")),
    Row("work_groups:invite", group_people(200), group_people(422), key(slug="work_group")),
    button("work_groups:withdraw_invitation", group_owner(302), group_key("asked_group", "group_invitation")),
    button("work_groups:answer", group_owner(302), group_key("asked_group", "join_request"), lambda things: {"reponse": "oui"}),
    Row("intranet_home:bin", signed_in(200)),
    Row("intranet_home:help", members(200)),
    file("intranet_home:manual", everyone(302)),
    file("intranet_home:manual_of", everyone(302), lambda things: {"name": "veille"}),
    button("intranet_home:take_back", writers(302), lambda things: {"code": "articles", "pk": things.thrown.pk}),
    # ---- the watch ----
    Row("watch:list", everyone(200)),
    file("watch:rss", everyone(200)),
    file("watch:atom", everyone(200)),
    file("watch:manifest", everyone(200)),
    Row("watch:item", everyone(200), arguments=key(pk="item")),
    button("watch:read_all", signed_in(302)),
    button("watch:unread", signed_in(302), key(pk="item")),
    button("watch:save", signed_in(302), key(pk="item")),
    Row("watch:inbox", watchers(200)),
    button("watch:publish", watchers(302), key(pk="to_sort"), lambda things: {"title": "Horaires", "audience": "public"}),
    button("watch:set_aside", watchers(302), key(pk="to_sort")),
    button("watch:put_back", watchers(302), key(pk="item")),
    button("watch:set_aside_many", watchers(302), fields=lambda things: {"element": things.to_sort.pk}),
    button("watch:put_back_many", watchers(302)),
    Row("watch:exclusions", watchers(200), watchers(422)),
    button("watch:remove_exclusion", watchers(302), key(pk="exclusion")),
    Row("watch:add", watchers(200), watchers(422)),
    Row("watch:share", watchers(200)),
    Row("watch:paste", watchers(200), watchers(200)),
    Row("watch:sources", watchers(200)),
    Row("watch:add_source", watchers(200), watchers(200)),
    Row("watch:source", watchers(200), watchers(200), key(pk="source")),
    button("watch:read_source_now", watchers(302), key(pk="source")),
    button("watch:pause_source", watchers(302), key(pk="source")),
    button("watch:remove_source", watchers(302), key(pk="source")),
    button("watch:import_opml", watchers(422)),
    file("watch:export_opml", watchers(200)),
    Row("watch:letters", everyone(200)),
    Row("watch:letter", everyone(200), arguments=key(pk="letter")),
    button("watch:prepare_letter", watchers(302)),
    button("watch:letter_settings", watchers(302)),
    Row("watch:edit_letter", watchers(200), watchers(200), key(pk="letter_draft")),
    button("watch:undo_letter", watchers(302), key(pk="letter_draft")),
    Row("watch:letter_by_mail", everyone(302, visitor=200), everyone(302, visitor=422)),
    Row("watch_mail:confirm_letter", everyone(200), everyone(200), lambda things: {"token": things.watch_confirm_token}),
    Row(
        "watch_mail:stop_letter",
        everyone(200),
        everyone(200),
        lambda things: {"token": things.watch_reader_stop_token},
        without_token=RFC_8058,
    ),
    Row("watch:subscription", signed_in(200), signed_in(302)),
    Row("watch_mail:signed_subscription", everyone(200), everyone(302), lambda things: {"token": things.watch_preferences_token}),
    Row(
        "watch_mail:stop", everyone(200), everyone(200), lambda things: {"token": things.watch_stop_token}, without_token=RFC_8058
    ),
    # ---- proposing ----
    Row("people:list", members(200)),
    Row("people:mine", signed_in(200), signed_in(302)),
    Row("people:first_steps", members(200)),
    Row("people:person", signed_in(200, professional=302), arguments=key(handle="profile")),
    file("people:vcard", members(200), key(handle="profile")),
    file(
        "accounts:portrait",
        signed_in(200),
        lambda things: {"handle": things.profile.handle, "mark": things.profile.portrait_mark, "size": "small"},
    ),
    Row("submissions:mine", members(200)),
    Row("submissions:new", members(200)),
    Row("submissions:edit", office(200), arguments=key(pk="waiting")),
    Row(
        "submissions:draft",
        author(200),
        everyone(403, visitor="login", professional=404),
        key(key="draft"),
        without_token=SIGNED_TICKET,
    ),
    button(
        "submissions:choose_version", author(302), key(key="draft"), lambda things: {"mine": "{}", "theirs": "{}", "version": 1}
    ),
    Row("submissions:preview", author(200), arguments=key(key="draft")),
    Row("submissions:preview_page", author(200), arguments=key(key="draft")),
    button("submissions:discard_draft", author(302), key(key="draft")),
    button("submissions:restore_draft", author(302), key(key="draft")),
    button("submissions:sentence", members(200), without_token=READS_ONLY),
    button("submissions:similar", members(200), without_token=READS_ONLY),
    file("submissions:places", members(200)),
    button("submissions:upload", members(403), without_token=SIGNED_TICKET),
    Row("submissions:import", members(200), members(422)),
    Row("submissions:import_rows", author(200), author(422), key(key="calendar")),
    # ---- moderating ----
    Row("submissions:queue", moderators(200)),
    button("submissions:take_back", moderators(302), key(pk="decision")),
    button("submissions:accept", moderators(302), key(pk="waiting")),
    button("submissions:refuse", moderators(302), key(pk="waiting"), lambda things: {"words": "Déjà annoncé."}),
    button("submissions:send_back", moderators(302), key(pk="waiting"), lambda things: {"words": "À quelle heure ?"}),
    button("submissions:seen", moderators(409), key(pk="waiting")),
    button("submissions:claim", moderators(302), key(pk="waiting")),
    # ---- what became of it ----
    Row("submissions:history", office(200), arguments=key(pk="waiting")),
    # ---- what members say under an event ----
    Row(
        "intranet_comments:talk",
        members(200),
        signed_in(403, member=302),
        talk,
        lambda things: {"mark": str(things.mark), "text": "J’apporte le café."},
        without_token=SIGNED_MARK,
    ),
    button("intranet_comments:follow", members(302), talk),
    file("intranet_comments:comment", members(302), key(pk="comment")),
    file("intranet_comments:file", members(200), lambda things: {"pk": things.comment_file.pk, "name": "plan.pdf"}),
    Row("intranet_comments:answer", members(200), signed_in(403), key(pk="comment"), without_token=SIGNED_MARK),
    Row("intranet_comments:edit", author(200), signed_in(403), key(pk="comment"), without_token=SIGNED_MARK),
    button("intranet_comments:delete", author(302), key(pk="hasty")),
    button("intranet_comments:restore", author(302), key(pk="removed")),
    button("intranet_comments:flag", members(302) | {"group_member": 404}, key(pk="rude")),
    Row("intranet_comments:flagged", moderators(200)),
    # ---- articles ----
    Row("articles:list", signed_in(200)),
    Row("articles:new", members(200)),
    Row(
        "articles:draft",
        author(200),
        everyone(403, visitor="login", professional=404),
        key(key="article_draft"),
        without_token=SIGNED_TICKET,
    ),
    button(
        "articles:choose_version",
        author(302),
        key(key="article_draft"),
        lambda things: {"mine": "{}", "theirs": "{}", "version": 1},
    ),
    Row("articles:preview", author(200), arguments=key(key="article_draft")),
    button("articles:discard_draft", author(302), key(key="article_draft")),
    button("articles:restore_draft", author(302), key(key="article_draft")),
    button("articles:upload", members(403), without_token=SIGNED_TICKET),
    button("articles:upload_document", members(403), without_token=SIGNED_TICKET),
    file("articles:library", members(200)),
    Row("articles:article", members(200), arguments=key(pk="article")),
    button("articles:mark_read", members(302), key(pk="article")),
    button("articles:thank", members(302) | {"member": 404}, key(pk="article")),
    Row("articles:edit", writers(200), arguments=key(pk="article")),
    Row("articles:history", writers(200), arguments=key(pk="article")),
    button("articles:give_back", writers(302), version_of_article),
    button("articles:delete", writers(302), key(pk="article")),
    button("articles:archive", writers(302), key(pk="article")),
    button("articles:pin", keepers(302), key(pk="article")),
    button("articles:confirm", writers(302), key(pk="article")),
    Row("articles:readers", writers(200), keepers(302), key(pk="article")),
    button("articles:remind", writers(302), key(pk="article")),
    button("articles:ask_no_more", keepers(302), key(pk="article")),
    # ---- documents ----
    Row("documents:list", members(200)),
    Row("documents:print", members(200)),
    Row("documents:folder", members(200), arguments=key(pk="folder")),
    button("documents:follow", members(302), key(pk="folder"), lambda things: {"answer": "follow"}),
    Row("documents:document", members(200), arguments=key(pk="shared_document")),
    Row("documents:log", writers(200), arguments=key(pk="shared_document")),
    file("documents:download", members(200), key(pk="shared_document")),
    file("documents:page_picture", signed_in(404), lambda things: {"pk": things.shared_document.pk, "number": 1}),  # a text
    file("documents:version_file", members(200), earlier_version),
    button("documents:new_archive", members(302)),
    Row("documents:archive", author(200), arguments=key(pk="document_archive")),
    file("documents:archive_file", author(404), key(pk="document_archive")),  # not made yet
    Row("documents:share", members(200), members(200)),
    Row("documents:new_note", members(200), members(422)),
    button("documents:new_upload", members(400)),  # it says how long the file is in a header
    file("documents:upload_states", members(200)),
    Row("documents:upload", signed_in(405), signed_in(405), key(pk="document_upload"), is_page=False),
    button("documents:remove_upload", author(302), key(pk="document_upload")),
    Row("documents:edit", writers(200), writers(422), key(pk="shared_document")),
    button("documents:delete", writers(302), key(pk="shared_document")),
    button("documents:pin", keepers(302), key(pk="shared_document")),
    button("documents:confirm", writers(302), key(pk="shared_document")),
    Row("documents:versions", members(200), arguments=key(pk="shared_document")),
    Row("documents:new_version", writers(200), writers(200), key(pk="shared_document")),
    Row("documents:compare", members(200), arguments=earlier_version),
    button("documents:restore", writers(302), earlier_version, lambda things: {"on_version": "2"}),
    Row("documents:folder_new", members(200), members(422)),
    Row("documents:folder_edit", colleagues(200), colleagues(422), key(pk="folder")),
    button("documents:folder_delete", colleagues(302), key(pk="folder")),
    Row("documents:move", members(200), members(200)),
    Row(
        "documents:storage",
        administrators(200, 404),
        administrators(302, 404),
        fields=lambda things: {"office": things.folder.organisation_id, "gigabytes": "5"},
    ),
    Row("intranet_comments:latest", members(200)),
    button("intranet_comments:keep", moderators(302), key(pk="rude")),
    button("intranet_comments:dismiss", moderators(302), key(pk="rude")),
    button("intranet_comments:hide", moderators(302), key(pk="rude")),
    button("intranet_comments:show", moderators(302), key(pk="hidden")),
    Row("mentions:who", signed_in(200)),
    file("mentions:suggest", signed_in(200)),
    button("submissions:withdraw", office(302), key(pk="waiting")),
    button("submissions:propose_again", office(409), key(pk="waiting")),
    button("submissions:remove", office(302), key(pk="waiting")),
    button("submissions:restore", office(409), key(pk="waiting")),
    button("submissions:reinstate", office(409), key(pk="event")),
    Row("submissions:states", office(200), office(422), key(pk="event")),
    button("submissions:take_back_change", office(409), key(pk="event")),
    button("submissions:comment", office(302), key(pk="waiting"), lambda things: {"words": "Merci."}),
]
BY_NAME = {row.name: row for row in ROWS}
