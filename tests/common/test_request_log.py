"""What an administrator reads in the logs: one line an answer, with a number; strangers cause no tracebacks."""

import json
import logging
import sys

import pytest
from django.test import Client

from common.request_log import JsonFormatter, logging_settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def access(caplog):
    """The lines of the access log, as it writes them."""
    caplog.set_level(logging.INFO, "escale.access")
    return lambda: [record for record in caplog.records if record.name == "escale.access"]


def test_answer_has_one_line_without_its_query(client, access):
    response = client.get("/fr/agenda/?q=secret", headers={"X-Request-ID": "proxy-12"})
    [record] = access()
    assert record.getMessage().startswith("GET /fr/agenda/ 200 ") and "secret" not in record.getMessage()
    assert response["X-Request-ID"] == "proxy-12"


@pytest.mark.parametrize("given", ["", "a b", "é", "x" * 65, 'a"b'])
def test_number_that_is_none_is_replaced(client, given):
    number = client.get("/health/", headers={"X-Request-ID": given})["X-Request-ID"]
    assert number != given and len(number) == 16


def test_json_line_holds_what_was_asked_and_a_traceback_of_errors(client, access):
    client.get("/fr/agenda/")
    line = json.loads(JsonFormatter().format(access()[0]))
    assert (line["method"], line["path"], line["status"], line["level"]) == ("GET", "/fr/agenda/", 200, "INFO")
    try:
        raise ValueError("été")
    except ValueError:
        record = logging.getLogger("escale").makeRecord("escale", logging.ERROR, "", 0, "Cassé", (), sys.exc_info())
    line = json.loads(JsonFormatter().format(record))
    assert line["message"] == "Cassé" and "ValueError: été" in line["traceback"]


def test_routine_and_errors_have_streams_of_their_own(capfd):
    logging.config.dictConfig(logging_settings("line", with_access=True))
    logging.getLogger("escale.clock").info("routine")
    logging.getLogger("escale.clock").error("cassé")
    logging.getLogger("another").info("nobody asks")
    out, err = capfd.readouterr()
    assert "routine" in out and "cassé" in err
    assert "cassé" not in out and "routine" not in err and "nobody" not in out + err


def test_foreign_host_is_one_line(settings, caplog):
    settings.ALLOWED_HOSTS = ["www.mon-office.example"]
    assert Client(headers={"host": "attacker.example"}).get("/fr/agenda/").status_code == 400
    [record] = [record for record in caplog.records if record.name == "django.security.DisallowedHost"]
    assert record.exc_info is None and "attacker.example" in record.getMessage()
    caplog.clear()


def test_health_answers_whatever_the_host_and_without_https(settings):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["www.mon-office.example"], True
    response = Client(headers={"host": "127.0.0.1:8000"}).get("/health/")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
