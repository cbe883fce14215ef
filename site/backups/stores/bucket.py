"""A bucket of backups (S3). An object appears when it was received whole."""

from collections.abc import Callable
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import BinaryIO

from backups.problems import sentences
from common.storages.bucket import BucketStorage, translated


class BucketStore:
    def __init__(self, options: dict, folder: str = ""):
        self._options, self._folder = options, folder
        self._bucket = BucketStorage(**options).bucket
        host = options.get("endpoint_url", "https://s3.amazonaws.com").split("//")[-1]
        self.place = "/".join(filter(None, ("s3:/", host, options["bucket_name"], folder)))

    def _key(self, name: str) -> str:
        return "/".join(filter(None, (self._folder, name)))

    def prepare(self) -> None:
        """The bucket takes objects."""
        self.write("probe", lambda file: file.write(b"here"))
        self.delete("probe")

    def within(self, folder: str) -> "BucketStore":
        return BucketStore(self._options, self._key(folder))

    def names(self, folder: str = "") -> dict[str, int]:
        prefix, own = self._key(folder), len(self._folder) + 1 if self._folder else 0
        with sentences(self.place), translated():
            objects = self._bucket.objects.filter(Prefix=f"{prefix}/" if prefix else "")
            return {each.key[own:]: each.size for each in objects if not each.key.endswith("/")}

    def open(self, name: str) -> BinaryIO:
        """A copy on this machine: a body that stops half-way is met here, not by who reads it."""
        with ExitStack() as stack:
            file = stack.enter_context(TemporaryFile())
            with sentences(self.place), translated():
                self._bucket.download_fileobj(self._key(name), file)
            stack.pop_all()  # it stays open for the caller
        file.seek(0)
        return file

    def write(self, name: str, fill: Callable[[BinaryIO], None]) -> int:
        with sentences(self.place), TemporaryFile() as file:
            fill(file)
            size = file.tell()
            file.seek(0)
            with translated():
                self._bucket.upload_fileobj(file, self._key(name))
        return size

    def delete(self, name: str) -> None:
        with sentences(self.place), translated():
            self._bucket.Object(self._key(name)).delete()
