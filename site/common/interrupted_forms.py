"""A form that was sent after its session had ended, kept for its author until they have signed in again.

Every form that is shown to who is signed in says whose it is, signed, beside Django's token (`templatetags/authored_forms.py`).
Where the session is over, what was typed waits in the browser's new session, and opens to that person alone. Long forms are
drafts (`common.drafts`) and comments have a form of their own: these keep what was typed themselves.
"""

import re
import uuid

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

AUTHOR = "form_author"
#: Of a form that is sent again: the key under which it waited.
RESUMED = "form_resumed"
#: In the session: {"person": "12", "forms": {key: {"address": "/…", "fields": {name: [values]}, "files": [names]}}}
KEPT = "interrupted_forms"
#: The tabs in which somebody wrote when the session ended; a session is a row of the database.
MOST_KEPT = 5
# A form left open in a tab over the holidays, as for drafts.
GOOD_FOR_SECONDS = 60 * 24 * 60 * 60
SALT = "common.interrupted_forms"
OWN_FIELDS = {AUTHOR, RESUMED, "csrfmiddlewaretoken"}
# Of what a form holds, what reads as written by hand: several words, or one with a capital; no key, no choice's code.
READS_AS_WORDS = re.compile(r"\S\s+\S|^[^\W\d_a-zà-ÿ][\w’'-]*$")


def sign_author(person) -> str:
    return TimestampSigner(salt=SALT).sign(person.pk)


def sent_value(request: HttpRequest, name: str) -> str:
    """What a form says of itself; empty where it cannot be read."""
    try:
        return request.POST.get(name, "")
    except (BadRequest, SuspiciousOperation, MultiPartParserError, UnreadablePostError):
        return ""


def author_of(request: HttpRequest) -> str:
    """The key of the person to whom the form that was sent was shown; empty where it does not say, or not in our hand."""
    try:
        return TimestampSigner(salt=SALT).unsign(sent_value(request, AUTHOR), max_age=GOOD_FOR_SECONDS)
    except BadSignature:
        return ""


def keep_form(request: HttpRequest) -> bool:
    """Keep what was sent for its author; tells whether it is kept. Nobody's words go to somebody else who signed in meanwhile, a
    password is never kept, nor what a script sent of its own accord."""
    author = author_of(request)
    is_of_another = request.user.is_authenticated and author != str(request.user.pk)
    is_sent_by_script = request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate" and not request.htmx
    if not author or is_of_another or is_sent_by_script or any("password" in name for name in request.POST):
        return False
    kept = request.session.get(KEPT)
    forms = kept["forms"] if kept and kept["person"] == author else {}
    form = {
        "address": request.get_full_path(),
        "fields": {name: values for name, values in request.POST.lists() if name not in OWN_FIELDS},
        "files": [file.name for _name, files in request.FILES.lists() for file in files],
    }
    others = {key: each for key, each in forms.items() if each != form}  # a double click is one form
    request.session[KEPT] = {"person": author, "forms": dict([*others.items(), (uuid.uuid4().hex, form)][-MOST_KEPT:])}
    return True


def to_sign_in(request: HttpRequest) -> HttpResponse | None:
    """The way to sign in again and on to the form that was just sent, which is kept; None where there is none to keep."""
    if request.method != "POST" or request.user.is_authenticated or not keep_form(request):
        return None
    messages.info(
        request, _("Votre session était terminée. Ce que vous aviez écrit est enregistré : reconnectez-vous pour continuer.")
    )
    response = redirect_to_login(reverse("common:resume_form"))
    return HttpResponseClientRedirect(response.url) if request.htmx else response


def kept_forms(request: HttpRequest) -> dict[str, dict]:
    """The forms that wait for who has signed in, by key, the latest first."""
    kept = request.session.get(KEPT)
    return dict(reversed(kept["forms"].items())) if kept and kept["person"] == str(request.user.pk) else {}


def forget_form(request: HttpRequest, key: str) -> None:
    """It was sent, or is no longer wanted."""
    forms = kept_forms(request)
    if forms.pop(key, None):
        request.session[KEPT] = {"person": str(request.user.pk), "forms": dict(reversed(forms.items()))}


def inputs_of(form: dict) -> list[tuple[str, str]]:
    """(name, value) of all that a kept form holds."""
    return [(name, value) for name, values in form["fields"].items() for value in values]


def words_of(form: dict) -> list[str]:
    """What of it its author will know again."""
    return [value for _name, value in inputs_of(form) if READS_AS_WORDS.search(value.strip())]
