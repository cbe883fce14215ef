import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from common.storages import s3_options
from tests.conftest import ROOT


def test_address_gives_the_options_of_the_storage():
    options = s3_options("s3://key:s%2Fecret@127.0.0.1:9000/photos?secure=false&region=fr-par")
    assert options["endpoint_url"] == "http://127.0.0.1:9000"
    assert (options["bucket_name"], options["access_key"], options["secret_key"]) == ("photos", "key", "s/ecret")
    assert (options["region_name"], options["default_acl"], options["file_overwrite"]) == ("fr-par", None, False)


def test_amazon_needs_no_host():
    assert "endpoint_url" not in s3_options("s3://key:secret@/photos")


@pytest.mark.parametrize(
    "address", ["s3://photos", "https://key:secret@host/photos", "s3://key:secret@host/", "s3://key:secret@host/a/b"]
)
def test_unclear_address_is_said(address):
    with pytest.raises(ImproperlyConfigured, match="STORAGE_URL"):
        s3_options(address)


def test_settings_read_it():
    """In a process of its own: settings are read once."""
    found = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v", "0", "-c", "from django.core.files.storage import default_storage as s; print(s.bucket_name)"],
        cwd=ROOT, env=os.environ | {"STORAGE_URL": "s3://key:secret@127.0.0.1:9000/photos?secure=false"}, capture_output=True, text=True,
    )  # fmt: skip
    assert found.stdout.strip().endswith("photos"), found.stderr
