"""A mail server that answers as the test says."""

from tests.common.conftest import free_port, letterbox  # noqa: F401
