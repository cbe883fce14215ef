"""What stops a backup, a check or a restore, as one sentence in the language of who reads it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext_lazy as _

from common.storages import StorageAway

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # the last: a limit on the size of files
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class BackupProblem(Exception):
    """What is wrong, and its mend; `str()` gives the sentence in the language that is active then."""

    def __init__(self, sentence, **names):
        super().__init__(sentence, names)

    def __str__(self):
        sentence, names = self.args
        return str(sentence) % names


class Busy(BackupProblem):
    """Another one is at work."""

    def __init__(self):
        super().__init__(
            _("Une sauvegarde, une vérification ou une restauration est déjà en cours : attendez qu’elle se termine.")
        )


class Damage(BackupProblem):
    """A file of a backup is missing, cut or changed."""


@contextmanager
def sentences(place: str) -> Iterator[None]:
    """What the disk or the bucket at `place` refuses, in a sentence; that a file is not there is left to the caller."""
    try:
        yield
    except FileNotFoundError:
        raise
    except StorageAway as error:
        raise BackupProblem(_("Le stockage %(place)s ne répond pas : %(words)s"), place=place, words=str(error)[:200]) from error
    except OSError as error:
        if error.errno in FULL:
            raise BackupProblem(_("Il n’y a plus de place dans %(place)s : faites-en, puis recommencez."), place=place) from error
        if error.errno in CLOSED:
            raise BackupProblem(
                _("L’utilisateur d’Escale ne peut pas lire ou écrire dans %(place)s : donnez-lui ce droit, ou un autre dossier."),
                place=place,
            ) from error
        words = error.strerror or str(error)
        raise BackupProblem(_("%(place)s : %(words)s."), place=place, words=words[:200]) from error
