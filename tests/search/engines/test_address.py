"""What `SEARCH_URL` may say, and the sentence for each mistake."""

from dataclasses import asdict

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from search.engines.address import SearchAddress, WrongSearchAddress
from search.engines.checks import check_search_address


def read(url: str) -> dict:
    """The values that differ from those of an address without options."""
    plain = asdict(SearchAddress("elasticsearch", ()))
    return {name: value for name, value in asdict(SearchAddress.read(url)).items() if plain[name] != value}


@pytest.mark.parametrize(
    "url, values",
    [
        ("http://search:9200", {"nodes": ("http://search:9200",)}),
        ("elasticsearch+http://search", {"nodes": ("http://search:9200",)}),
        ("https://search.example/", {"nodes": ("https://search.example:443",)}),
        ("https://proxy.example/search/", {"nodes": ("https://proxy.example:443/search",)}),
        ("http://[::1]:9201", {"nodes": ("http://[::1]:9201",)}),
        ("opensearch+https://a:9200", {"product": "opensearch", "nodes": ("https://a:9200",)}),
        ("http://a:1,b:2, http://c:3", {"nodes": ("http://a:1", "http://b:2", "http://c:3")}),
        ("http://me:p%40ss@a,b", {"nodes": ("http://a:9200", "http://b:9200"), "user": "me", "password": "p@ss"}),
        (
            "https://a?prefix=office&api_key=a+b/c==&ca=/etc/ca.pem&replicas=2&refresh=30s&timeout=5",
            {
                "nodes": ("https://a:443",),
                "prefix": "office",
                "api_key": "a+b/c==",
                "ca": "/etc/ca.pem",
                "replicas": 2,
                "refresh": "30s",
                "timeout": 5,
            },
        ),
    ],
)
def test_address_is_read(url, values):
    assert read(url) == values


@pytest.mark.parametrize(
    "url, sentence",
    [
        ("search:9200", "must begin with http"),
        ("redis://search:9200", "must begin with http"),
        ("solr+http://search:9200", "“solr”"),
        ("http://", "host:port"),
        ("http://a:9200,", "host:port"),
        ("http://a:9200,https://b:9200", "“https://b:9200”"),
        ("http://a:port", "“a:port”"),
        ("http://a:99999", "“a:99999”"),
        ("http://[::1:9200", "host:port"),
        ("http://a b:9200", "host:port"),
        ("http://a?prefx=office", "no option “prefx”"),
        ("http://a?prefix=", "“prefix” is empty"),
        ("http://a?prefix=Office", "small letters"),
        ("http://a?prefix=o*", "small letters"),
        ("http://a?replicas=two", "from 0 to 10"),
        ("http://a?replicas=11", "from 0 to 10"),
        ("http://a?refresh=soon", "refresh is a time"),
        ("http://a?refresh=-1", "refresh is a time"),
        ("http://a?timeout=0", "from 1 to 30"),
        ("http://me:pw@a?api_key=k", "not both"),
        ("http://a?ca=/etc/ca.pem", "needs https"),
    ],
)
def test_a_mistake_is_one_sentence(url, sentence):
    with pytest.raises(WrongSearchAddress, match=sentence):
        SearchAddress.read(url)


def test_a_mistake_does_not_show_the_password():
    with pytest.raises(WrongSearchAddress) as problem:
        SearchAddress.read("http://me:hunter2@a:port")
    assert "hunter2" not in str(problem.value)


def test_a_wrong_address_stops_the_start(settings):
    settings.SEARCH_URL = "search:9200"
    with pytest.raises(SystemCheckError, match="search.E001.*SEARCH_URL must begin with"):
        call_command("check")


def test_an_authority_that_cannot_be_read_stops_the_start(settings):
    settings.SEARCH_URL = "https://a:9200?ca=/nowhere/ca.pem"
    with pytest.raises(SystemCheckError, match="ca=/nowhere/ca.pem is no file"):
        call_command("check")


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:9?prefix=nowhere", "opensearch+http://127.0.0.1:9"])
def test_right_addresses_pass(settings, address):
    settings.SEARCH_URL = address
    assert check_search_address(None) == []
