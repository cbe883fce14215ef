"""A bucket (S3) that may be away for a while: nobody waits long for it, and every one of its errors is `StorageAway`."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3File, S3Storage
from storages.utils import clean_name

from common.storages import StorageAway, StoredFile

logger = logging.getLogger("escale.storage")

# botocore would try five times, a minute each. A reader waits once, a little.
PATIENCE = {"connect_timeout": 3, "read_timeout": 20, "retries": {"total_max_attempts": 2, "mode": "standard"}}
# After a connection that failed, nobody else waits for the next one: each would hold a thread for seconds.
REST_SECONDS = 3
MISSING = ("404", "NoSuchKey")
STREAMED_BYTES = 256 * 1024  # that a reader's answer holds at a time
LINE_SECONDS = 60  # one line in the log in that time


class _Rest:
    """Of a process: both storages are in one bucket."""

    until = 0.0
    next_line = 0.0


@contextmanager
def translated() -> Iterator[None]:
    if monotonic() < _Rest.until:
        raise StorageAway("The bucket did not answer a moment ago.")
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] in MISSING:
            raise FileNotFoundError(str(error)[:300]) from error
        _say_away(error)
        raise StorageAway(str(error)[:300]) from error
    except (BotoCoreError, Boto3Error) as error:
        _Rest.until = monotonic() + REST_SECONDS
        _say_away(error)
        raise StorageAway(str(error)[:300]) from error


def _say_away(error: Exception) -> None:
    if (now := monotonic()) >= _Rest.next_line:
        _Rest.next_line = now + LINE_SECONDS
        logger.warning("The bucket does not answer: %s", error)


class BucketFile(S3File):
    def _get_file(self):
        if self._file is not None:
            return self._file
        try:
            with translated():
                return super()._get_file()
        except StorageAway:
            self._file = None  # else half a file would be there at the next reading
            raise

    file = property(_get_file, S3File._set_file)


class BucketStorage(S3Storage):
    """Its addresses are ours: the bucket is open to nobody, and `/media/` asks who may see."""

    def get_default_settings(self):
        defaults = super().get_default_settings()
        return defaults | {"client_config": Config(s3={"addressing_style": defaults["addressing_style"]}, **PATIENCE)}

    def _open(self, name, mode="rb"):
        with translated():
            return BucketFile(self._normalize_name(clean_name(name)), mode, self)

    def stream(self, name: str, first: int, last: int) -> Iterator[bytes]:
        """The bytes of a file from `first` to `last`, both included, as they come: no more is fetched, and nothing waits for the
        whole. Raises at once where the file is missing or the bucket away."""
        with translated():
            stored = self.bucket.Object(self._normalize_name(clean_name(name)))
            body = stored.get(Range=f"bytes={first}-{last}")["Body"]
        return self._blocks(body)

    @staticmethod
    def _blocks(body) -> Iterator[bytes]:
        try:
            with translated():
                yield from body.iter_chunks(STREAMED_BYTES)
        finally:
            body.close()

    def _save(self, name, content):
        with translated():
            return super()._save(name, content)

    def delete(self, name):
        """A file that cannot be deleted stays: what it belonged to is gone already, and nobody could say it again."""
        try:
            with translated():
                super().delete(name)
        except StorageAway:
            logger.warning("The file %s could not be deleted, and stays in the bucket.", name)

    def exists(self, name):
        with translated():
            return super().exists(name)

    def listdir(self, name):
        with translated():
            return super().listdir(name)

    def walk(self) -> Iterator[StoredFile]:
        """Every object, by one call for each thousand."""
        prefix = f"{self.location.strip('/')}/" if self.location else ""
        with translated():
            for each in self.bucket.objects.filter(Prefix=prefix):
                if not each.key.endswith("/"):
                    yield StoredFile(each.key.removeprefix(prefix), each.size, each.last_modified.timestamp())

    def size(self, name):
        with translated():
            return super().size(name)

    def get_modified_time(self, name):
        with translated():
            return super().get_modified_time(name)

    def url(self, name, *args, **kwargs):
        return settings.MEDIA_URL + filepath_to_uri(name)
