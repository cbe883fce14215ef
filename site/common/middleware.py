"""Middleware: access log, who may open what in the admin, its content security policy, compression, NUL bytes, language,
caches."""

import logging
import re
import time
import uuid

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.admin.utils import unquote
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.db.models import Q
from django.http import Http404
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import get_language_from_path, get_language_from_request
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import TranslationSource

from common.interrupted_forms import RESUMED, forget_form, sent_value, to_sign_in
from common.models import Picture, SharedDocument
from common.permissions import editor, policy_of
from common.request_log import request_id
from common.storages import is_storage_away
from common.text import row_key
from common.views.site import files_away

access_log = logging.getLogger("escale.access")
REQUEST_ID = re.compile(r"[\w.:-]{1,64}", re.ASCII)

# The Wagtail admin (and its translation editor) does not draw without inline scripts and styles.
ADMIN_POLICY_CHANGES = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "frame-ancestors": ["'self'"],
}
PREVIEW_POLICY_CHANGES = {"frame-ancestors": ["'self'"]}
WORK_PREFIXES = ("/intranet/", "/portail/", "/compte/", "/admin/")


#: What the arguments of an address of the admin name.
NAMED_ROWS = {
    "page_id": Page,
    "parent_page_id": Page,
    "page_to_move_id": Page,
    "destination_id": Page,
    "image_id": Picture,
    "document_id": SharedDocument,
    "doc_id": SharedDocument,
}
CHOOSERS = {"wagtailimages_chooser": Picture, "wagtaildocs_chooser": SharedDocument}
#: Reports that name every event that ever waited, the last page of each type; no menu shows them.
ADMINISTRATORS_ONLY = {f"wagtailadmin_reports:{name}" for name in (
    "workflow", "workflow_results", "workflow_tasks", "workflow_tasks_results", "page_types_usage", "page_types_usage_results",
)}  # fmt: skip


class CmsAccessMiddleware(MiddlewareMixin):
    """No address of the admin opens or names a row that is hidden from who asks (`common.permissions`): whichever of Wagtail's
    views stands there, it is not found."""

    def process_view(self, request, view, args, kwargs):
        if not request.path.startswith("/admin/") or not request.user.has_perm("wagtailadmin.access_admin"):
            return  # the door of the admin answers
        editor.set(request.user)
        match = request.resolver_match
        if match.view_name in ADMINISTRATORS_ONLY and not request.user.is_superuser:
            raise Http404
        for model, key in _named_rows(match, args, kwargs):
            policy = policy_of(model)
            row = policy and model._base_manager.filter(pk=key).first()
            if row is not None and policy.hides(request.user, row):
                raise Http404
        if model := _model_of_list(match, kwargs):
            _keep_visible_ids(request, model, kwargs.get("action"))

    def process_response(self, request, response):
        editor.set(None)
        return response


def _named_rows(match, args, kwargs):
    """(model, key) of each row named by the address."""
    for name, model in NAMED_ROWS.items():
        if name in kwargs:
            yield model, kwargs[name]
    if match.view_name == "wagtailadmin_pages:revisions_compare":
        yield Page, args[0]
    sources = TranslationSource.objects.filter(
        Q(pk=kwargs.get("translation_source_id")) | Q(translations=kwargs.get("translation_id", 0))
    )
    if match.namespace == "wagtail_localize" and (source := sources.first()):
        yield Page, Page.objects.filter(translation_key=source.object_id).values_list("pk", flat=True).first()
    model = _model_of_namespace(match.namespace)
    if model and "pk" in kwargs:
        yield model, row_key(unquote(str(kwargs["pk"])))


def _model_of_namespace(namespace: str):
    for model in get_snippet_models():
        viewset = model.snippet_viewset
        if namespace in (viewset.url_namespace, viewset.get_chooser_admin_url_namespace()):
            return model
    return CHOOSERS.get(namespace)


def _model_of_list(match, kwargs):
    """The model of an address that takes its rows from `?id=…&id=…`."""
    if match.view_name == "wagtailadmin_choose_page_chosen_multiple":
        return Page
    if match.view_name == "wagtail_bulk_action":
        models = (*NAMED_ROWS.values(), *get_snippet_models())
        names = (kwargs["app_label"], kwargs["model_name"])
        return next((model for model in models if (model._meta.app_label, model._meta.model_name) == names), None)
    return _model_of_namespace(match.namespace) if match.url_name == "chosen_multiple" else None


def _keep_visible_ids(request, model, action_name: str | None) -> None:
    """Leave the hidden rows out of `?id=`; « all » becomes the rows it stands for."""
    policy, keys = policy_of(model), request.GET.getlist("id")
    if policy is None or not keys:
        return
    if "all" in keys and action_name:
        action = bulk_action_registry.get_bulk_action_class(model._meta.app_label, model._meta.model_name, action_name)
        if action is None:
            raise Http404
        keys = action(request, model).get_all_objects_in_listing_query(row_key(request.GET.get("childOf")))
    wanted = [key for key in map(row_key, map(str, keys)) if key]
    visible = policy.visible(request.user, model._base_manager.filter(pk__in=wanted)).values_list("pk", flat=True)
    request.GET = request.GET.copy()
    request.GET.setlist("id", [str(key) for key in visible])


class SignInMiddleware(LoginRequiredMiddleware):
    """Django's own, which keeps a form whose session had ended (`common.interrupted_forms`), and forgets it once it is sent."""

    def handle_no_permission(self, request, view):
        return to_sign_in(request) or super().handle_no_permission(request, view)

    def process_response(self, request, response):
        """The view has read the form by then, in its own way where it takes large ones."""
        if request.method == "POST" and response.status_code < 500 and (key := sent_value(request, RESUMED)):
            forget_form(request, key)
        return response


class StorageAwayMiddleware(MiddlewareMixin):
    """Whatever opens or stores a file while the storage is away answers a sentence, at every door that has none of its own."""

    def process_exception(self, request, error):
        return files_away(request) if is_storage_away(error) else None


class AccessLogMiddleware:
    """One line for each answer: what was asked (without its query), the status, the time. Its number is the proxy's where that
    gives one (`X-Request-ID`), and goes back to the reader, who can name it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.headers.get("X-Request-ID", "")
        token = request_id.set(given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex[:16])
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.get()
            milliseconds = round((time.perf_counter() - began) * 1000)
            facts = {"method": request.method, "path": request.path, "status": response.status_code, "milliseconds": milliseconds}
            access_log.info("%s %s %s %s ms", *facts.values(), extra=facts)
            return response
        finally:
            request_id.reset(token)


class AdminContentSecurityPolicyMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        if request.path.startswith("/admin/"):
            # A preview has been through the middlewares of its own public address: it keeps that strict policy, but
            # for its frame.
            preview_policy = response.headers.pop("Content-Security-Policy", None)
            response["X-Frame-Options"] = "SAMEORIGIN"
            changes = PREVIEW_POLICY_CHANGES if preview_policy else ADMIN_POLICY_CHANGES
            return csp_replace(changes)(lambda request: response)(request)
        return response


class PrivateAnswersMiddleware(MiddlewareMixin):
    """What is answered to somebody signed in, or to a visitor whose session holds a basket or the name they gave, is kept by no
    proxy, and by their browser for one look only, unless the view says otherwise. The session itself is left unread."""

    def process_response(self, request, response):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_cache=True)
            patch_vary_headers(response, ("Cookie",))
        return response


class CompressTextMiddleware(GZipMiddleware):
    """Compresses pages and feeds; pictures and downloads already are. Django pads each answer at random, so that its size
    tells nothing of the form mark in it (BREACH)."""

    def process_response(self, request, response):
        kind = response.get("Content-Type", "").split(";")[0]
        if kind.startswith("text/") or kind.endswith(("json", "xml")):
            return super().process_response(request, response)
        return response


class NulByteMiddleware(MiddlewareMixin):
    """A NUL byte is never something a person typed, and PostgreSQL refuses it: it is left out of the query string and of cookies,
    where it may be written as an escape and the key of a session is sought by what it holds, and an address that holds one does
    not exist. In forms Django's fields refuse it beside the field."""

    def process_request(self, request):
        if "\\" in request.META.get("HTTP_COOKIE", ""):
            request.COOKIES = {name: value.replace("\x00", "") for name, value in request.COOKIES.items()}
        request.META["QUERY_STRING"] = request.META.get("QUERY_STRING", "").replace("%00", "").replace("\x00", "")
        if "\x00" in request.path:
            raise Http404


class LanguageMiddleware(MiddlewareMixin):
    """The language: of the address under `/<lang>/`, of the signed-in person in the work rooms, else of the cookie or browser.

    Unlike Django's own it never redirects an unknown address into a language: `/admin/typo/` is a plain 404.
    """

    def process_request(self, request):
        language = get_language_from_path(request.path_info)
        if not language and request.path_info.startswith(WORK_PREFIXES) and request.user.is_authenticated:
            language = request.user.language
        if not language:
            language = get_language_from_request(request)
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        if not get_language_from_path(request.path_info):
            patch_vary_headers(response, ("Accept-Language",))
        return response
