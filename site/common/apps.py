from functools import partial

from django.apps import AppConfig
from django.core.signals import request_finished
from django.db import transaction
from django.db.backends.signals import connection_created
from django.db.models.signals import post_save
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _
from django.utils.translation import trans_real

from common.idle_connections import thread_connections


class CommonConfig(AppConfig):
    name = "common"
    verbose_name = _("Commun")

    def __init__(self, *arguments):
        super().__init__(*arguments)
        join_catalogues()  # models translate words while they load

    def ready(self):
        from common.forms.chosen import hide_chosen  # these load models, which are ready by now
        from common.permissions import count_visible_uses, give_rule_to_wagtail

        self._delete_no_file_of_notes()
        self._scan_pictures_of_accounts()
        self._export_text_as_text()

        connection_created.connect(thread_connections.note, dispatch_uid="common-note-thread-connection")
        request_finished.connect(thread_connections.look, dispatch_uid="common-look-after-thread-connections")
        give_rule_to_wagtail()
        count_visible_uses()
        hide_chosen()
        post_save.connect(draw_saved_picture, sender="common.Picture", dispatch_uid="common-draw-saved-picture")
        autodiscover_modules("front_page")

    def _delete_no_file_of_notes(self) -> None:
        """Wagtail deletes the file of a document that is deleted; a note has none, and its task would fail. Wagtail's own app is
        ready after this one, and connects what stands here."""
        from wagtail.documents import signal_handlers  # it loads models, which are ready by now

        theirs = signal_handlers.post_delete_file_cleanup
        signal_handlers.post_delete_file_cleanup = lambda instance, **facts: theirs(instance, **facts) if instance.file else None

    def _scan_pictures_of_accounts(self) -> None:
        """The picture of an account in the CMS is the one file whose form no setting replaces."""
        from django.core.files.storage import default_storage
        from wagtail.admin.forms.account import AvatarPreferencesForm  # it loads models, which are ready by now

        from common.forms.dropped_files import check_at_door

        AvatarPreferencesForm.base_fields["avatar"].validators.append(partial(check_at_door, storage=default_storage))

    def _export_text_as_text(self) -> None:
        """The CMS's lists and reports are exported with what anybody typed: no cell of a CSV is a formula, and a workbook, which
        would refuse control characters, gets none."""
        from wagtail.admin.views.mixins import SpreadsheetExportMixin  # it loads models, which are ready by now

        from common.csv_tables import cell_text
        from common.text import plain

        csv, xlsx = SpreadsheetExportMixin.FORMAT_CSV, SpreadsheetExportMixin.FORMAT_XLSX
        # The first class that fits is taken: `object` comes last.
        SpreadsheetExportMixin.custom_value_preprocess |= {str: {csv: cell_text, xlsx: plain}, object: {csv: cell_text}}


def join_catalogues() -> None:
    """Have the words of all apps that share a plural rule in one dictionary, as Django means to: its `TranslationCatalog.update`
    compares the rule with something else. A word that stays as it is in French, as most of a page does, would be looked for in
    forty dictionaries."""

    def update(catalog, translation) -> None:
        if translation.plural.__code__ == catalog._plurals[0].__code__:
            catalog._catalogs[0].update(translation._catalog)
        else:
            catalog._catalogs.insert(0, translation._catalog.copy())
            catalog._plurals.insert(0, translation.plural)

    trans_real.TranslationCatalog.update = update


def draw_saved_picture(sender, instance, raw=False, **kwargs) -> None:
    """Have the usual sizes drawn by the worker, wherever the picture was saved, unless nobody but its office sees it."""
    from common.access import Audience  # these load models, which are ready by now
    from common.renditions import usual_sizes_missing
    from common.tasks import draw_picture

    if raw or instance.audience == Audience.PRIVATE:
        return

    def draw():
        if usual_sizes_missing(instance):
            draw_picture.enqueue(instance.pk)

    transaction.on_commit(draw)
