"""Where pictures and documents are kept when it is not on this machine; the addresses of our static files."""

from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Remembers each address: a page asks for twenty, and they are the same as long as the process lives."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._addresses: dict[str, str] = {}

    def url(self, name, force=False):
        if force:
            return super().url(name, force)
        if name not in self._addresses:
            self._addresses[name] = super().url(name)
        return self._addresses[name]


def s3_options(address: str) -> dict:
    """The options of `storages.backends.s3.S3Storage` for `s3://key:secret@host[:port]/bucket`, or `s3://key:secret@/bucket` for
    Amazon's own. `?region=` and `?secure=false` may follow.

    Nothing is public and no address is signed: every file leaves through our guarded views.
    """
    parts = urlsplit(address)
    bucket = parts.path.strip("/")
    if parts.scheme != "s3" or not bucket or "/" in bucket or not parts.username or not parts.password:
        raise ImproperlyConfigured("STORAGE_URL must look like s3://key:secret@host/bucket.")
    asked = parse_qs(parts.query)
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
        port = f":{parts.port}" if parts.port else ""
        options["endpoint_url"] = f"{scheme}://{parts.hostname}{port}"
    if region := asked.get("region"):
        options["region_name"] = region[0]
    return options
