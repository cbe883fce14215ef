"""Sealed with a key, in clear without; cut, changed or the wrong key is a sentence, and a full disk stays a full disk."""

import errno
import hashlib
from io import BytesIO

import pytest

from backups.problems import BackupProblem, Damage
from backups.sealing import Nowhere, Seal, new_key

CONTENT = b"fichier " * 50_000
KEY = new_key()


def sealed(seal: Seal) -> bytes:
    target = BytesIO()
    measure = seal.close_into(BytesIO(CONTENT), target)
    assert (measure.size, measure.sha256) == (len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
    return target.getvalue()


@pytest.mark.parametrize("key", ["", KEY], ids=["clear", "sealed"])
def test_what_is_closed_is_opened_again(key):
    seal, target = Seal(key), BytesIO()
    measure = seal.open_into(BytesIO(sealed(seal)), target, "x")
    assert target.getvalue() == CONTENT and measure.sha256 == hashlib.sha256(CONTENT).hexdigest()


def test_key_hides_content_and_name():
    text, digest = sealed(Seal(KEY)), hashlib.sha256(CONTENT).hexdigest()
    assert b"fichier" not in text and text.startswith(b"age-encryption.org/v1")
    names = {Seal(key).blob_name(digest) for key in ("", KEY, new_key())}
    assert len(names) == 3 and digest in names and Seal(KEY).blob_name(digest) in names


@pytest.mark.parametrize(
    "spoil", [lambda text: text[:-5], lambda text: text[:90], lambda text: b"", lambda text: text[:70_000] + b"x" + text[70_001:]]
)
def test_what_is_cut_or_changed_is_damage(spoil):
    with pytest.raises(Damage, match="accord.pdf est abîmé"):
        Seal(KEY).open_into(BytesIO(spoil(sealed(Seal(KEY)))), Nowhere(), "accord.pdf")


def test_key_that_does_not_fit_is_said():
    clear, ours, theirs = Seal(), Seal(KEY), Seal(new_key())
    assert ours.for_key(ours.public) is ours and ours.for_key("").public == ""
    with pytest.raises(BackupProblem, match=f"BACKUP_KEY est vide : .* {ours.public}"):
        clear.for_key(ours.public)
    with pytest.raises(BackupProblem, match=f"une autre clé : .* {ours.public}"):
        theirs.for_key(ours.public)
    with pytest.raises(BackupProblem, match="n’est pas une clé"):
        Seal("AGE-SECRET-KEY-1COURT")


@pytest.mark.parametrize("key", ["", KEY], ids=["clear", "sealed"])
def test_full_disk_stays_a_full_disk(key):
    class Full(BytesIO):
        def write(self, block):
            raise OSError(errno.ENOSPC, "No space left on device")

    text = sealed(Seal(key))
    for act in (lambda: Seal(key).close_into(BytesIO(CONTENT), Full()), lambda: Seal(key).open_into(BytesIO(text), Full(), "x")):
        with pytest.raises(OSError) as error:
            act()
        assert error.value.errno == errno.ENOSPC
