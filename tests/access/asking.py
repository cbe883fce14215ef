"""Asking an address as someone, and reading the answer as the matrix writes it."""

from django.db import transaction
from django.urls import reverse

from tests.access.matrix import Row
from tests.access.scene import PERSONAS

SIGN_IN = "/compte/connexion/"


def address_of(row: Row, things) -> str:
    """The French address of a row; one without a name is its own pattern."""
    if row.name.endswith("/"):
        return f"/{row.name}"
    arguments = row.arguments(things)
    return reverse(row.name, args=arguments) if isinstance(arguments, list) else reverse(row.name, kwargs=arguments)


def answer_of(response) -> int | str:
    if response.status_code == 302 and response["Location"].startswith(SIGN_IN):
        return "login"
    return response.status_code


def asked(client, method: str, address: str, fields: dict | None = None) -> int | str:
    """The answer; what the request changed is undone."""
    return answer_of(response_to(client, method, address, fields))


def response_to(client, method: str, address: str, fields: dict | None = None, undone: bool = True):
    if not undone:
        return getattr(client, method)(address, fields or {})
    with transaction.atomic():
        response = getattr(client, method)(address, fields or {})
        transaction.set_rollback(True)
    return response


def who_may(answers: dict, wanted=(200,)) -> str | None:
    """The persona that fits best: the first to whom the address gives the page itself."""
    return next((persona for persona in PERSONAS if answers[persona] in wanted), None)
