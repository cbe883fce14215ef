"""How log lines are written: one line of text or of JSON, with the number of the request during which they were written."""

import json
import logging
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="-")
ACCESS = ("method", "path", "status", "milliseconds")


class RequestFilter(logging.Filter):
    """Gives each line the number of its request; `-` outside one."""

    def filter(self, record):
        record.request_id = request_id.get()
        return True


class RoutineFilter(logging.Filter):
    """What is no warning, so that errors have a stream of their own."""

    def filter(self, record):
        return record.levelno < logging.WARNING


class WithoutTracebackFilter(logging.Filter):
    """One line for what strangers cause and nobody here can mend."""

    def filter(self, record):
        record.exc_info = record.exc_text = None
        return True


class JsonFormatter(logging.Formatter):
    """One object a line: time (ISO), level, logger, request, message; of an access what was asked, of an error its traceback."""

    def format(self, record):
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "request": getattr(record, "request_id", "-"),
            "message": record.getMessage(),
            **{name: getattr(record, name) for name in ACCESS if record.name == "escale.access"},
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def logging_settings(form: str, with_access: bool) -> dict:
    """Django's LOGGING. `form` is "line" or "json"; routine lines go to the standard output, warnings and errors to the other."""
    stream = {"class": "logging.StreamHandler", "formatter": form, "filters": ["request"]}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "request": {"()": RequestFilter},
            "routine": {"()": RoutineFilter},
            "without_traceback": {"()": WithoutTracebackFilter},
        },
        "formatters": {
            "line": {"format": "{asctime} {levelname} {name} [{request_id}] {message}", "style": "{"},
            "json": {"()": JsonFormatter},
        },
        "handlers": {
            "errors": {**stream, "level": "WARNING"},
            "routine": {**stream, "stream": "ext://sys.stdout", "filters": ["request", "routine"]},
        },
        "root": {"handlers": ["errors", "routine"], "level": "WARNING"},
        "loggers": {
            "escale": {"level": "INFO"},
            "escale.access": {"level": "INFO" if with_access else "WARNING"},
            "django.security.DisallowedHost": {"filters": ["without_traceback"]},
            # The clients of a search cluster write a traceback for each node that is away; the search says so in one line.
            **{name: {"level": "ERROR"} for name in ("elastic_transport", "opensearch")},
        },
    }
