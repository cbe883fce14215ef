"""What the rooms above say of their own files: which folders of a storage stay out of backups, since they are made again."""

from common.storages import PARTS

#: storage → its folders at the top, with what other rooms added when they were loaded.
_left_out: dict[str, set[str]] = {"default": {PARTS, "images"}, "private": {PARTS}}  # `images`: the sizes drawn from pictures


def leave_out(storage: str, *folders: str) -> None:
    """The files of these folders are made again by themselves, or are of use for a moment only."""
    _left_out[storage].update(folders)


def folders_left_out(storage: str) -> frozenset[str]:
    return frozenset(_left_out[storage])
