"""Where files are kept: on this machine's disk, or in a bucket with STORAGE_URL (`docs/storage.md`); static addresses.

`default` holds pictures and documents, `private` what no address serves but a view of ours. Neither is public.
"""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils import timezone
from django.utils.crypto import get_random_string
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Of the keys of private files in the bucket. Pictures and documents stand beside it, each kind in a folder of its own.
PRIVATE_PREFIX = "private"
PARTS = ".parts"


def private_storage() -> Storage:
    """Of the fields whose files are given by a view of ours alone."""
    return storages["private"]


class StorageAway(OSError):
    """The files cannot be reached now; what is asked again later may succeed."""

    RETRY_SECONDS = 30


def is_storage_away(error: BaseException | None) -> bool:
    """Whether the files could not be reached, however deep the error that says it."""
    while error is not None:
        if isinstance(error, StorageAway):
            return True
        error = error.__cause__ or error.__context__
    return False


def answers(storage: Storage) -> bool:
    """Whether files can be stored now, as far as one sees without storing one."""
    try:
        storage.exists(".answers")
    except StorageAway:
        return False
    return True


@dataclass(frozen=True)
class StoredFile:
    """A file of a storage: its name there, its size in bytes, when it was written (seconds since 1970)."""

    name: str
    size: int
    modified: float


class LocalStorage(FileSystemStorage):
    """Files appear whole or not at all: written aside in the folder PARTS, then renamed. What a full disk refused leaves
    nothing behind; what a killed process left is taken away by `delete_older_files`."""

    def _save(self, name, content):
        part = f"{PARTS}/{get_random_string(20)}"
        try:
            return self._rename(super()._save(part, content), name)
        except BaseException:
            self.delete(part)
            raise

    def walk(self) -> Iterator[StoredFile]:
        """Every file. A folder that is a link to another disk is walked too, once."""
        base, seen = Path(self.location), set()
        for root, folders, files in os.walk(base, followlinks=True):
            if (here := os.path.realpath(root)) in seen:
                folders.clear()
                continue
            seen.add(here)
            for file in files:
                path = Path(root, file)
                try:
                    status = path.stat()
                except FileNotFoundError:  # deleted meanwhile, or a link that leads nowhere
                    continue
                yield StoredFile(path.relative_to(base).as_posix(), status.st_size, status.st_mtime)

    def _rename(self, part: str, name: str) -> str:
        while True:
            target = Path(self.path(name))
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                target.open("xb").close()  # two processes that save the same name get one each
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                os.replace(self.path(part), target)
                return name


def delete_older_files(storage: Storage, folder: str, age: timedelta, except_names: set[str] = frozenset()) -> int:
    """Delete the files that stand in this folder longer than `age`, but those named; gives their number."""
    try:
        _folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return 0
    count = 0
    for name in (f"{folder}/{file}" for file in files):
        try:
            if name not in except_names and storage.get_modified_time(name) < timezone.now() - age:
                storage.delete(name)
                count += 1
        except FileNotFoundError:  # another process was faster
            continue
    return count


# The style sheets that every page of a kind asks for first: one request in place of four.
STYLE_BUNDLES = {
    "common/css/all-public.css": ("tokens", "base", "components", "public"),
    "common/css/all-work.css": ("tokens", "base", "components", "work"),
}
# The small modules of every page, for the same reason. The first is what the others import; each has names of its own.
SCRIPT_BUNDLE = "common/js/all.js"
SCRIPTS = (
    "live-region", "disclosure-menu", "copy-button", "share-button", "toast-region", "search-box", "late-pictures", "action-bar",
    "filter-sheet", "near-me", "print-button", "late-scripts",
)  # fmt: skip
IMPORT = re.compile(r'^import [^;]*? from "\./live-region\.js";\n', re.M)
# Neither form of comment is written within a text of ours.
LINES_OF_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)$", re.M | re.S)
COMMENT_OF_SHEET = re.compile(r"/\*.*?\*/", re.S)
# The folders of our own modules, in which addresses of imports get the hash of the file too, and are kept by browsers for long.
IMPORTS = (
    (
        r"""(?P<matched>import(?P<names>\s[^;"']*?)\sfrom\s["'](?P<url>\.[^"']+)["'];)""",
        """import%(names)s from "%(url)s";""",
    ),
    (r"""(?P<matched>import\s["'](?P<url>\.[^"']+)["'];)""", """import "%(url)s";"""),
)
OWN_SCRIPTS = ("common/js", "agenda", "places", "photos", "watch", "tutorials", "submissions")


def join_modules(modules: list[str]) -> str:
    """One module that does what these did: the first as it is, the others in blocks, so that their names do not meet. Without
    comments that stand on lines of their own, and without indentation: a quarter of what a telephone would wait for."""
    first, *others = modules
    blocks = [f"{{\n{IMPORT.sub('', text)}\n}}\n" for text in others]
    return _without_margins(LINES_OF_COMMENT.sub("", re.sub(r"^export ", "", first, flags=re.M) + "".join(blocks)))


def join_sheets(sheets: list[str]) -> str:
    """One style sheet that does what these did, in their order, without comments and indentation."""
    return _without_margins(COMMENT_OF_SHEET.sub("", "\n".join(sheets)))


def _without_margins(text: str) -> str:
    return "".join(f"{line}\n" for line in map(str.strip, text.splitlines()) if line)


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Remembers each address: a page asks for twenty, and they are the same as long as the process lives. Joins the style sheets
    of each bundle, and the scripts of every page, when the files are collected."""

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        *((f"{folder}/*.js", IMPORTS) for folder in OWN_SCRIPTS),
    )

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            for bundle, names in STYLE_BUNDLES.items():
                self._join(bundle, [f"common/css/{name}.css" for name in names], join_sheets, paths)
            self._join(SCRIPT_BUNDLE, [f"common/js/{name}.js" for name in SCRIPTS], join_modules, paths)
        yield from super().post_process(paths, dry_run, **options)

    def _join(self, bundle: str, names: list[str], join: Callable[[list[str]], str], paths: dict) -> None:
        files = [paths.get(name) for name in names]
        if not all(files):
            return
        text = join([storage.open(path).read().decode() for storage, path in files])
        if self.exists(bundle):
            self.delete(bundle)
        self._save(bundle, ContentFile(text.encode()))
        paths[bundle] = (self, bundle)

    def bundle_of(self, name: str) -> str:
        """The address of a bundle; empty where it was not collected."""
        return self.url(name) if self.hash_key(name) in self.hashed_files else ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._addresses: dict[str, str] = {}

    def url(self, name, force=False):
        if force:
            return super().url(name, force)
        if name not in self._addresses:
            self._addresses[name] = super().url(name)
        return self._addresses[name]


def s3_options(address: str, variable: str = "STORAGE_URL") -> dict:
    """The options of `common.storages.bucket.BucketStorage` for `s3://key:secret@host[:port]/bucket`, or
    `s3://key:secret@/bucket` for Amazon's own. `?region=` and `?secure=false` may follow. Errors name `variable`.

    Nothing is public and no address is signed: every file leaves through our guarded views.
    """
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError as problem:
        raise ImproperlyConfigured(f"{variable}: its port or host cannot be read.") from problem
    bucket = parts.path.strip("/")
    if parts.scheme != "s3" or not bucket or "/" in bucket or not parts.username or not parts.password:
        raise ImproperlyConfigured(
            f"{variable}: it must look like s3://key:secret@host/bucket; its / # ? : are written %2F %23 %3F %3A."
        )
    asked = parse_qs(parts.query, keep_blank_values=True)
    if unknown := asked.keys() - {"region", "secure"}:
        raise ImproperlyConfigured(f"{variable}: there is no option “{min(unknown)}”; the options are: region, secure.")
    if asked.get("secure", ["true"]) not in (["true"], ["false"]):
        raise ImproperlyConfigured(f"{variable}: secure is true or false.")
    scheme = "http" if asked.get("secure") == ["false"] else "https"
    options = {
        "bucket_name": bucket,
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password),
        "default_acl": None,
        "querystring_auth": False,
        "file_overwrite": False,
    }
    if parts.hostname:
        options["endpoint_url"] = f"{scheme}://{parts.hostname}{port}"
    if region := asked.get("region"):
        options["region_name"] = region[0]
    return options
