"""The cache and the storage of files, where an installation has them elsewhere."""

import pytest

from common.health import State
from health.probes.services import cache, storage

pytestmark = pytest.mark.django_db


def test_services_of_this_machine_are_well():
    assert (cache().state, storage().state) == (State.OK, State.OK)


def test_cache_that_is_away_costs_time_alone(settings, free_port):
    redis = {"BACKEND": "common.caches.redis.RedisCache", "LOCATION": f"redis://127.0.0.1:{free_port}/0"}
    settings.CACHES = settings.CACHES | {"default": redis}
    assert cache().state == State.WARNING
    settings.CACHES = settings.CACHES | {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


def test_bucket_that_is_away_is_red(settings, free_port):
    from common.storages import s3_options

    settings.STORAGE_URL = f"s3://key:secret@127.0.0.1:{free_port}/bucket?secure=false"
    bucket = {"BACKEND": "common.storages.bucket.BucketStorage", "OPTIONS": s3_options(settings.STORAGE_URL)}
    settings.STORAGES = settings.STORAGES | {"default": bucket, "private": bucket}
    assert storage().state == State.FAILURE
