"""Backups in the age format (https://age-encryption.org/v1), where `BACKUP_KEY` is set; in clear where it is not.

One key locks and opens, so that the clock can open what it made and look at it. A file in clear is named by the SHA-256 of its
content; the name of a sealed one is mixed with the key, so that nobody who sees the store can tell which files are in it.
"""

import hashlib
import hmac
from typing import BinaryIO

import pyrage
from django.utils.translation import gettext_lazy as _

from backups.problems import BackupProblem, Damage

BLOCK = 1 << 20  # bytes read at once


class Measured:
    """A stream that counts and hashes (SHA-256) what passes through it, and remembers the error of the stream beneath: pyrage
    would turn a full disk into one of its own."""

    def __init__(self, stream: BinaryIO):
        self._stream = stream
        self._digest = hashlib.sha256()
        self.size = 0
        self.error: OSError | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            block = self._stream.read(size)
        except OSError as error:
            self.error = error
            raise
        self._count(block)
        return block

    def write(self, block: bytes) -> int:
        try:
            self._stream.write(block)
        except OSError as error:
            self.error = error
            raise
        self._count(block)
        return len(block)

    def flush(self) -> None:
        self._stream.flush()

    def _count(self, block: bytes) -> None:
        self._digest.update(block)
        self.size += len(block)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


class Nowhere:
    """Where a file is written that is only looked at."""

    def write(self, block: bytes) -> int:
        return len(block)

    def flush(self) -> None:
        pass


class Seal:
    """With a key files are sealed; without, they are in clear."""

    def __init__(self, key: str = ""):
        self._secret = key
        try:
            self._identity = pyrage.x25519.Identity.from_str(key) if key else None
        except pyrage.IdentityError as error:
            raise BackupProblem(_("BACKUP_KEY n’est pas une clé : elle commence par AGE-SECRET-KEY-1.")) from error
        #: What a manifest says of the key: it opens nothing.
        self.public = str(self._identity.to_public()) if key else ""
        self.ending = ".age" if key else ""

    def for_key(self, public: str) -> "Seal":
        """The seal that opens what was made with the key of this public part; BackupProblem where ours is another one."""
        if public == self.public:
            return self
        if not public:
            return Seal()  # made before a key was set
        if not self.public:
            raise BackupProblem(
                _("Cette sauvegarde est chiffrée, et BACKUP_KEY est vide : il faut la clé dont la part publique est %(key)s."),
                key=public,
            )
        raise BackupProblem(
            _("Cette sauvegarde est chiffrée avec une autre clé : il faut celle dont la part publique est %(key)s."), key=public
        )

    def blob_name(self, sha256: str) -> str:
        if not self._secret:
            return sha256
        return hmac.new(self._secret.encode(), bytes.fromhex(sha256), hashlib.sha256).hexdigest()

    def close_into(self, content: BinaryIO, target: BinaryIO) -> Measured:
        """Write `content` sealed into `target`; gives the size and hash of the content."""
        source, sink = Measured(content), Measured(target)
        if self._identity is None:
            _copy(source, sink)
            return source
        try:
            pyrage.encrypt_io(source, sink, [self._identity.to_public()])
        except (pyrage.EncryptError, OSError) as error:
            raise source.error or sink.error or error from error
        return source

    def open_into(self, sealed: BinaryIO, target: BinaryIO, name: str) -> Measured:
        """Write what `sealed` holds into `target`; gives its size and hash. What is cut or changed is Damage of `name`."""
        source, sink = Measured(sealed), Measured(target)
        if self._identity is None:
            _copy(source, sink)
            return sink
        try:
            pyrage.decrypt_io(source, sink, [self._identity])
        except (pyrage.DecryptError, OSError) as error:
            if beneath := source.error or sink.error:
                raise beneath from error
            raise Damage(_("%(name)s est abîmé : il ne s’ouvre pas avec sa clé."), name=name) from error
        return sink


def _copy(source: Measured, target: Measured) -> None:
    while block := source.read(BLOCK):
        target.write(block)


def new_key() -> str:
    return str(pyrage.x25519.Identity.generate())
