"""All that must last is in the database or in one of the two storages: the code writes no file by itself elsewhere.

Web and worker may run on two machines that share nothing else (`docs/storage.md`).
"""

import ast
from functools import cache
from pathlib import Path

import pytest

from config.settings import base
from tests.architecture.files import ROOT, WINGS

#: Methods and functions that change the disk by themselves. What opens a file is looked at with its mode.
WRITING = {
    "write_text", "write_bytes", "mkdir", "makedirs", "touch", "unlink", "rename", "replace", "symlink_to", "hardlink_to", "rmdir",
    "copyfile", "copy2", "copytree", "rmtree", "mkstemp", "mkdtemp", "chmod",
}  # fmt: skip
#: Where the folders are named, by a setting, or by asking the storage for a path of this machine.
NAMES = {"VAR_DIR", "MEDIA_ROOT", "FileSystemStorage"}
#: File → what it does there, and why it needs no storage.
ALLOWED = {
    "site/backups/": "backups lie where the storages are not, and pass through temporary files on their way",
    "site/common/storages/__init__.py": "the local storage itself",
    "site/common/processes.py": "the sign of life of a process, which is nothing once the process has ended",
    "site/common/imaging/process.py": "writes to the temporary file that its caller names",
    "site/common/documents/libre_office.py": "a temporary folder, for the program that converts",
    "site/common/pdf.py": "a temporary folder, for the program that sets the type",
    "site/common/management/commands/compile_catalogues.py": "compiles the translations beside their sources, when it is installed",
    "site/common/management/commands/prepare.py": "makes the folder of data, when it is installed",
    "site/demo/office_files/plain.py": "writes a tune into memory",
    "site/demo/management/commands/make_manual.py": "makes a file of the repository, where Escale is worked on",
    "site/health/probes/disk.py": "looks how much room the folder of data has",
    "site/config/settings/base.py": "names the folders",
    "site/config/settings/dev.py": "the secret key of a demonstration, which production wants from the environment",
    "site/config/settings/test.py": "the tests' own folder",
    "site/config/group.py": "the lock of `make run`, which says nothing once the group has ended",
    "site/common/zips.py": "writes into a zip, which is a temporary file",
    "pro_portal/photos/migrations/0004_upload_pieces.py": "takes files of an earlier version into the private storage",
}


def writes_in(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
            texts = [argument.value for argument in arguments if isinstance(argument, ast.Constant)]
            if name in WRITING and _is_of_a_file(node, name):
                found.add(name)
            if name == "open" and any(isinstance(mode, str) and len(mode) <= 3 and set(mode) & set("wax+") for mode in texts):
                found.add("open")
            if name in ("NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile") and {
                keyword.arg for keyword in node.keywords
            } & {"dir", "delete"}:
                found.add(name)
            if name == "path" and texts == [""] and isinstance(node.func, ast.Attribute):  # the folder of a storage
                found.add("path")
        name = getattr(node, "attr", None) or getattr(node, "id", None)
        if name in NAMES:
            found.add(name)
    return found


def _is_of_a_file(call: ast.Call, name: str) -> bool:
    """`text.replace` and `cache.touch(key)` are of none, nor is a function of ours."""
    if not isinstance(call.func, ast.Attribute) or (name == "touch" and call.args):
        return False
    return name != "replace" or getattr(call.func.value, "id", "") == "os"


@cache
def writing_files() -> dict[str, set[str]]:
    found = {}
    for wing in WINGS:
        for path in (ROOT / wing).rglob("*.py"):
            if writes := writes_in(ast.parse(path.read_text())):
                found[str(path.relative_to(ROOT))] = writes
    return found


def test_nothing_is_written_outside_the_storages():
    elsewhere = {path: writes for path, writes in writing_files().items() if not path.startswith(tuple(ALLOWED))}
    assert elsewhere == {}, "use a storage (`django.core.files.storage`) or a temporary file"


def test_no_exception_is_left_over():
    files = writing_files()
    assert [path for path in ALLOWED if not any(name.startswith(path) for name in files)] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("Path(default_storage.path('')).parent / 'uploads'", {"path"}),
        ("(folder / 'a').open('r+b')", {"open"}),
        ("file.open('rb')", set()),
        ("open(name, mode='w')", {"open"}),
        ("'a'.replace('b', 'c'); os.replace(a, b)", {"replace"}),
        ("settings.VAR_DIR", {"VAR_DIR"}),
        ("NamedTemporaryFile(); NamedTemporaryFile(delete=False)", {"NamedTemporaryFile"}),
    ],
)
def test_writing_is_seen(code, found):
    assert writes_in(ast.parse(code)) == found


def test_settings_name_no_other_folder():
    """Every setting that is a place in the folder of data, with why it may be."""
    reasons = {
        "VAR_DIR": "the folder",
        "MEDIA_ROOT": "the public storage",
        "STORAGES": "the private storage",
        "STATIC_ROOT": "made when it is installed",
        "EMAIL_FILE_PATH": "without EMAIL_URL, for a demonstration",
        "DATABASES": "SQLite",
    }
    named = {name for name in dir(base) if name.isupper() and str(base.VAR_DIR) in repr(getattr(base, name))}
    assert named - {"BASE_DIR"} <= reasons.keys()
    assert Path(base.MEDIA_ROOT) == Path(base.VAR_DIR) / "media"
