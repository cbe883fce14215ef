"""A folder of backups. Files are written aside, brought to the disk, then renamed."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from backups.problems import BackupProblem, sentences

PARTS = ".parts"


class FolderStore:
    def __init__(self, folder: Path):
        self.folder = folder
        self.place = str(folder)

    def prepare(self) -> None:
        """The folder is there and takes files; what a killed backup left aside is gone."""
        parts = self.folder / PARTS
        try:
            with sentences(self.place):
                parts.mkdir(parents=True, exist_ok=True)
                for part in parts.iterdir():
                    part.unlink()
                probe = parts / get_random_string(20)
                probe.write_bytes(b"here")
                probe.unlink()
        except FileNotFoundError as error:  # a folder of the system, in which nobody makes another
            raise BackupProblem(_("%(place)s ne peut pas être créé : choisissez un autre dossier."), place=self.place) from error

    def within(self, folder: str) -> "FolderStore":
        return FolderStore(self.folder / folder)

    def names(self, folder: str = "") -> dict[str, int]:
        """Each file beneath the folder with its size in bytes. Symbolic links are none: they could lead anywhere."""
        names = {}
        with sentences(self.place):
            for root, folders, files in os.walk(self.folder / folder):
                folders[:] = [name for name in folders if name != PARTS]
                for name in files:
                    path = Path(root, name)
                    status = path.lstat()
                    if stat.S_ISREG(status.st_mode):
                        names[path.relative_to(self.folder).as_posix()] = status.st_size
        return names

    def open(self, name: str) -> BinaryIO:
        try:
            return os.fdopen(os.open(self.folder / name, os.O_RDONLY | os.O_NOFOLLOW), "rb")
        except (FileNotFoundError, NotADirectoryError) as error:
            raise FileNotFoundError(name) from error
        except OSError:
            with sentences(str(self.folder / name)):
                raise

    def write(self, name: str, fill: Callable[[BinaryIO], None]) -> int:
        """The file holds what `fill` writes into it, or it is not there; gives its size in bytes."""
        target, part = self.folder / name, self.folder / PARTS / get_random_string(20)
        with sentences(self.place):
            try:
                part.parent.mkdir(exist_ok=True)
                target.parent.mkdir(parents=True, exist_ok=True)
                with part.open("xb") as file:
                    fill(file)
                    file.flush()
                    os.fsync(file.fileno())  # else a file of zeros could stand there after the power went
                    size = file.tell()
                os.replace(part, target)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
        return size

    def delete(self, name: str) -> None:
        """With the folders that are empty then; what is not there stays so."""
        with sentences(self.place), suppress(FileNotFoundError):
            path = self.folder / name
            path.unlink()
            for folder in path.parents:
                if folder == self.folder or any(folder.iterdir()):
                    break
                folder.rmdir()
