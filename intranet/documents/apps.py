from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class DocumentsConfig(AppConfig):
    name = "intranet.documents"
    label = "documents"
    verbose_name = _("Documents")

    def ready(self):
        from accounts.registry import Handover, register_handover
        from backups.registry import leave_out
        from common.models import DocumentFolder, SharedDocument  # models are ready only now
        from common.recycle_bin import BinRoom, register_room
        from common.responsibility import give_to_keeper
        from intranet.comments.registry import Commentable, register_commentable
        from intranet.documents import notifications, signals  # noqa: F401
        from intranet.documents.actions import previews, scanning  # noqa: F401
        from intranet.documents.actions.folders import destroy_folder, take_folder_back
        from intranet.documents.actions.keeping import destroy, rewrite_note
        from intranet.documents.facets import ids_readable_here
        from intranet.documents.permissions import readable_here, reads_here
        from intranet.documents.presenters import panels  # noqa: F401
        from intranet.documents.querysets import documents_to_hand_over, folders_thrown_by
        from intranet.mentions.registry import TextKind, register_text

        leave_out("private", previews.FOLDER)
        register(WorkEntry(
            _("Documents"), "documents:list", "file", 16, allowed=lambda user: user.is_member, waiting="documents_to_check",
        ))  # fmt: skip
        register_text(TextKind(
            SharedDocument, text=lambda document: document.note,
            rows=lambda: SharedDocument.objects.prefetch_related("audience_groups"), rewrite=rewrite_note,
        ))  # fmt: skip
        register_commentable(Commentable(
            "document", SharedDocument,
            visible_to=readable_here, visible_ids=ids_readable_here,
            opens_to=reads_here,
            rows=lambda: SharedDocument.objects.prefetch_related("audience_groups"),
            is_open=lambda document: document.shared_at is not None,
            owners=lambda document: [document.responsible_id] if document.responsible_id else [],
        ))  # fmt: skip

        register_room(BinRoom(
            "documents", _("Document"), SharedDocument, thrown_by=SharedDocument.objects.thrown_by, destroy=destroy,
        ))  # fmt: skip
        register_room(BinRoom(
            "folders", _("Dossier"), DocumentFolder,
            thrown_by=folders_thrown_by, take_back=take_folder_back, destroy=destroy_folder,
        ))  # fmt: skip
        register_handover(Handover("documents", _("Documents"), documents_to_hand_over, give=give_to_keeper, order=22))
