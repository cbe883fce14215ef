"""What documents ask of a member, and what is new of them, on the members' first page."""

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy, pgettext

from accounts.models import organisation_name, person_name
from common.changes import Change
from common.changes import register as register_change
from common.documents.choices import TextState
from common.models import SharedDocument
from common.models.documents import document_address
from common.panels import home_panels
from common.statements import rows_for
from common.waiting import Line, Waiting, register
from intranet.documents.facets import is_unread, latest_ids, number_of_due, number_of_new
from intranet.documents.limits import IN_PANEL
from intranet.documents.querysets import due_for, held_of, sent_and_not_shared, without_text_of

MINE = "?voir=les-miens"
# What a line of the latest ones says.
NAMES = (
    "pk", "title", "shared_at", "changed_at", "author_id", "author__preferred_name", "author__first_name",
    "author__last_name", "author__email", "organisation__name", "organisation__translated_names",
)  # fmt: skip


def _line(document: SharedDocument) -> Line:
    return Line(document.title, document.get_absolute_url())


def _line_of_held(document: SharedDocument) -> Line:
    return Line(document.title, document.get_absolute_url(), pgettext("document", "Retenu"), "refusal")


def _line_of_pictures(document: SharedDocument) -> Line:
    if document.text_state == TextState.READ:
        return Line(document.title, document.get_absolute_url(), _("En partie sans texte : des mots ne sont pas trouvés"))
    return Line(document.title, document.get_absolute_url(), _("Sans texte : la recherche ne trouve que son titre"))


register(
    Waiting(
        "documents_held",
        ngettext_lazy(
            "%(count)d document retenu par l’antivirus", "%(count)d documents retenus par l’antivirus", "count"
        ),
        icon="warning", url_name="documents:list", query=MINE, order=4, line=_line_of_held, rows=held_of,
    )
)  # fmt: skip
register(
    Waiting(
        "documents_to_check",
        ngettext_lazy("%(count)d document : toujours vrai ?", "%(count)d documents : toujours vrais ?", "count"),
        icon="repeat", url_name="documents:list", query=MINE, order=31, line=_line, rows=due_for,
        number=number_of_due,
    )
)  # fmt: skip
register(
    Waiting(
        "document_uploads",
        ngettext_lazy("%(count)d fichier envoyé à partager", "%(count)d fichiers envoyés à partager", "count"),
        icon="upload", url_name="documents:share", order=56, rows=sent_and_not_shared,
    )
)  # fmt: skip
register(
    Waiting(
        "documents_without_text",
        ngettext_lazy("%(count)d PDF numérisé, sans texte", "%(count)d PDF numérisés, sans texte", "count"),
        icon="eye-off", url_name="documents:list", query=MINE, order=57, line=_line_of_pictures, rows=without_text_of,
    )
)  # fmt: skip
register_change(
    Change(
        "documents",
        ngettext_lazy("%(count)d document nouveau ou mis à jour", "%(count)d documents nouveaux ou mis à jour", "count"),
        # Their titles stand in the panel of the latest ones.
        icon="file", url_name="documents:list", order=15, number=number_of_new,
    )
)  # fmt: skip


@home_panels.register(115)
def latest_documents(request) -> str:
    """The latest documents of whoever may see some, in one query."""
    if not request.user.is_member:
        return ""
    ids = latest_ids(request.user, IN_PANEL)
    documents = [
        {
            "title": title,
            "url": document_address(pk),
            "author": person_name(*names) if author else "",
            "organisation": organisation_name(organisation, translated_names) if organisation else "",
            "is_unread": is_unread(author, changed_at or shared_at, request.user, opened_at),
        }
        for pk, title, shared_at, changed_at, author, *names, organisation, translated_names, opened_at in (
            rows_for(_latest, request.user, ids) if ids else ()
        )
    ]
    return render_to_string("documents/_latest.html", {"documents": documents}, request=request) if documents else ""


def _latest(reader, ids: list[int]) -> QuerySet:
    opened = FilteredRelation("readings", condition=Q(readings__person=reader))
    documents = SharedDocument.objects.shared().visible_to(reader).filter(pk__in=ids)
    documents = documents.annotate(own=opened, opened_at=F("own__opened_at"))
    return documents.order_by("-changed_at", "-pk").values_list(*NAMES, "opened_at")
