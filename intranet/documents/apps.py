from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "intranet.documents"
    label = "documents"
    verbose_name = _("Documents")

    def ready(self):
        from accounts.registry import Handover, register_handover
        from common.models import DocumentFolder, SharedDocument  # models are ready only now
        from common.recycle_bin import BinRoom, register_room
        from common.responsibility import give_to_keeper
        from intranet.documents import notifications, signals  # noqa: F401
        from intranet.documents.actions.folders import destroy_folder, take_folder_back
        from intranet.documents.actions.keeping import destroy
        from intranet.documents.querysets import documents_to_hand_over, folders_thrown_by

        register_room(BinRoom(
            "documents", _("Document"), SharedDocument, thrown_by=SharedDocument.objects.thrown_by, destroy=destroy,
        ))  # fmt: skip
        register_room(BinRoom(
            "folders", _("Dossier"), DocumentFolder, thrown_by=folders_thrown_by, take_back=take_folder_back, destroy=destroy_folder,
        ))  # fmt: skip
        register_handover(Handover("documents", _("Documents"), documents_to_hand_over, give=give_to_keeper, order=22))
