"""A picture's file as it was given, where pages are shown another one that was made of it."""

from functools import partial
from pathlib import Path

from django.core.files.base import File
from django.db import models, transaction

from common.documents.choices import ScanState
from common.storages import private_storage

LEAVE_AS_THEY_ARE = ("gif", "png", "webp")  # beside JPEG


class GivenFileMixin(models.Model):
    # The file as it was given, where `file` is made of it (TIFF, HEIC, AVIF; see `imaging.client.inspect`).
    given = models.FileField(upload_to="given", storage=private_storage, blank=True, editable=False)
    given_size = models.PositiveIntegerField(null=True, editable=False)  # bytes

    class Meta:
        abstract = True

    def keep_given(self, path: str, ending: str) -> None:
        """Keep the file at `path` as the one that was given, once this is saved; none without an `ending` (see
        `imaging.client.inspect`). That of an earlier file goes once this is committed."""
        if self.given:
            transaction.on_commit(partial(self.given.storage.delete, self.given.name))
        self.given, self.given_size = "", None
        # It met the scanner on its way in, and is looked at once more where it lies: what was held is so no longer.
        self.scan_state, self.scan_result = ScanState.OFF, ""
        if ending:
            with open(path, "rb") as content:
                self.given.save(f"{Path(self.file.name).stem}.{ending}", File(content), save=False)
            self.given_size = self.given.size

    @property
    def original_ending(self) -> str:
        """That of the file as it leaves as the original."""
        own = self.given.name if self.given else self.file.name
        ending = own.rsplit(".", 1)[-1].lower()
        return ending if self.given or ending in LEAVE_AS_THEY_ARE else "jpg"

    @property
    def original_size(self) -> int:
        """The bytes of the file that leaves as the original, without the rights inside. Raises `SourceImageIOError`."""
        return self.given_size or self.get_file_size()


def delete_given_file(sender, instance, **kwargs) -> None:
    """It goes with its picture, as Wagtail does with the other one."""
    if instance.given:
        transaction.on_commit(partial(instance.given.storage.delete, instance.given.name))
